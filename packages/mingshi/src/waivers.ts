import type { Finding, Rule, Severity } from '@mingshi/model';
import type { Waiver } from './config.ts';

/** Severity as a number: higher is worse. */
export const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** A finding that a waiver silences. */
export interface Waived {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/** What remains of the findings, and what was silenced. */
export interface Settled {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
}

/** What the user wants of the findings. */
export interface Wishes {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly waivers: readonly Waiver[];
  /** Path of the config that holds the waivers, as in `Location`. */
  readonly config?: string;
  /** The rules that were asked and could speak; a waiver for another one cannot be called unused. */
  readonly asked: ReadonlySet<string>;
  /** Findings below are not shown. */
  readonly least?: Severity;
  /** Today, YYYY-MM-DD. */
  readonly today: string;
}

/** The only place where anything is silenced: severities, waivers, a word on the waivers, the level shown. */
export function settle(found: readonly Finding[], wishes: Wishes): Settled {
  const rated = rate(found, wishes.severities);
  // Waivers written in place (mingshi-ignore) will join this list.
  const { findings, waived } = waive(rated, wishes.waivers, wishes.today);
  const own = rate(waiverFindings(wishes, waived), wishes.severities);
  const shown = [...findings, ...own].filter(({ severity }) => RANK[severity] >= RANK[wishes.least ?? 'info']);
  return { findings: shown.toSorted(byPlace), waived };
}

function rate(findings: readonly Finding[], severities: Wishes['severities']): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = severities[finding.rule] ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

const key = ({ rule, about }: { readonly rule: string; readonly about: string }): string => `${rule}\n${about}`;
const isExpired = ({ until }: Waiver, today: string): boolean => until !== undefined && until < today;

function waive(findings: readonly Finding[], waivers: readonly Waiver[], today: string): Settled {
  const standing = new Map(
    waivers.filter((waiver) => !isExpired(waiver, today)).map((waiver) => [key(waiver), waiver]),
  );
  const waived = findings.flatMap((finding) => {
    const waiver = standing.get(key(finding));
    return waiver ? [{ finding, waiver }] : [];
  });
  const silenced = new Set(waived.map(({ finding }) => finding));
  return { findings: findings.filter((finding) => !silenced.has(finding)), waived };
}

/** A waiver that has expired or silences nothing is itself worth a word. */
function waiverFindings({ waivers, config, today, asked }: Wishes, waived: readonly Waived[]): readonly Finding[] {
  const used = new Set(waived.map(({ waiver }) => waiver));
  return waivers.flatMap((waiver): readonly Finding[] => {
    const expired = isExpired(waiver, today);
    if (!expired && (used.has(waiver) || !asked.has(waiver.rule))) return [];
    const rule = expired ? expiredWaiver : unusedWaiver;
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        message: 'waiver',
        data: { rule: waiver.rule, about: waiver.about, until: waiver.until ?? '' },
        about: `${waiver.rule}:${waiver.about}`,
        at: { file: config ?? '', start: waiver.start, end: waiver.end },
        confidence: 'high',
      },
    ];
  });
}

/** As in the comparison: by file, place, rule and subject, by code units. */
/** At one place they stay in the order in which the rules gave them. */
function byPlace(a: Finding, b: Finding): number {
  return inOrder(a.at.file, b.at.file) || a.at.start - b.at.start;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const base = { severity: 'warning', needs: [], articles: [], cases: [], check: () => [] } as const;

const unusedWaiver: Rule = {
  ...base,
  id: 'unused-waiver',
  title: { zh: '豁免没有用到', en: 'Waiver that silences nothing' },
  messages: {
    waiver: {
      zh: ({ rule, about }) => `豁免没有用到：没有 ${rule}（${about}）的结果`,
      en: ({ rule, about }) => `Waiver silences nothing: there is no finding of ${rule} on ${about}`,
    },
  },
  suggestions: {
    remove: {
      zh: () => '删去这条豁免，或改正其中的 rule 和 about。',
      en: () => 'Remove the waiver, or correct its rule and about.',
    },
  },
};

const expiredWaiver: Rule = {
  ...base,
  id: 'expired-waiver',
  title: { zh: '豁免已经过期', en: 'Waiver that has expired' },
  messages: {
    waiver: {
      zh: ({ rule, about, until }) => `豁免已于 ${until} 过期，不再起作用：${rule}（${about}）`,
      en: ({ rule, about, until }) => `Waiver expired on ${until} and no longer works: ${rule} on ${about}`,
    },
  },
  suggestions: {
    renew: {
      zh: () => '处理这一问题，或重新决定并写明新的期限。',
      en: () => 'Mend what it covers, or decide again and give it a new date.',
    },
  },
};

/** Rules about waivers: they see no app and no policy, only what was silenced. */
export const waiverRules: readonly Rule[] = [unusedWaiver, expiredWaiver];
