import type { Text } from '@mingshi/knowledge';
import type { Finding, Rule, Severity } from '@mingshi/model';
import type { Waiver } from '../config/config.ts';
import type { InPlace } from './in-place.ts';

/** Severity as a number: higher is worse. */
export const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** A finding that a waiver silences. */
interface Waived {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/** What remains of the findings, and what was silenced. */
export interface Settled {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** Below the level shown, or older than the change that was asked about. */
  readonly hidden: readonly Finding[];
}

/** What the user wants of the findings. */
export interface Wishes {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly waivers: readonly Waiver[];
  /** Waivers in comments of the checked files. */
  readonly inPlace?: InPlace;
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
  const { findings, waived, used } = waive(rated, wishes);
  const own = rate([...waiverFindings(wishes, used), ...brokenWaivers(wishes)], wishes.severities);
  const isShown = ({ severity }: Finding): boolean => RANK[severity] >= RANK[wishes.least ?? 'info'];
  const shown = [...findings, ...own].filter(isShown);
  return { findings: shown.toSorted(byPlace), waived, hidden: findings.filter((finding) => !isShown(finding)) };
}

function rate(findings: readonly Finding[], severities: Wishes['severities']): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = severities[finding.rule] ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

const key = ({ rule, about }: { readonly rule: string; readonly about: string }): string => `${rule}\n${about}`;
const isExpired = ({ until }: Waiver, today: string): boolean => until !== undefined && until < today;

function waive(
  findings: readonly Finding[],
  { waivers, inPlace, today }: Wishes,
): Omit<Settled, 'hidden'> & { readonly used: ReadonlySet<Waiver> } {
  const stands = (waiver: Waiver): boolean => !isExpired(waiver, today);
  const standing = new Map(waivers.filter(stands).map((waiver) => [key(waiver), waiver]));
  const beside = (inPlace?.waivers ?? []).filter(stands);
  const used = new Set<Waiver>();
  const waived: Waived[] = [];
  const left = findings.filter((finding) => {
    const named = standing.get(key(finding));
    const covering = [...beside.filter(({ covers }) => covers(finding)), ...(named ? [named] : [])];
    for (const waiver of covering) used.add(waiver);
    const [waiver] = covering;
    if (waiver) waived.push({ finding, waiver });
    return waiver === undefined;
  });
  return { findings: left, waived, used };
}

/** A waiver that has expired or silences nothing is itself worth a word. */
function waiverFindings(
  { waivers, inPlace, config, today, asked }: Wishes,
  used: ReadonlySet<Waiver>,
): readonly Finding[] {
  return [...waivers, ...(inPlace?.waivers ?? [])].flatMap((waiver): readonly Finding[] => {
    const expired = isExpired(waiver, today);
    if (!expired && (used.has(waiver) || !asked.has(waiver.rule))) return [];
    const rule = expired ? expiredWaiver : unusedWaiver;
    const { about, file, start, end } = waiver;
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        message: about === '' ? 'here' : 'waiver',
        data: { rule: waiver.rule, about, until: waiver.until ?? '' },
        about: about === '' ? waiver.rule : `${waiver.rule}:${about}`,
        at: { file: file ?? config ?? '', start, end },
        confidence: 'high',
      },
    ];
  });
}

/** A comment that was meant as a waiver and silences nothing: its author thinks otherwise. */
function brokenWaivers({ inPlace }: Wishes): readonly Finding[] {
  return (inPlace?.broken ?? []).map(({ at, why }) => ({
    rule: brokenWaiver.id,
    severity: brokenWaiver.severity,
    message: 'waiver',
    data: { why },
    about: 'mingshi-ignore',
    at,
    confidence: 'high',
  }));
}

/** By file and place, by code units; at one place they stay in the order in which the rules gave them. */
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
    here: {
      zh: ({ rule }) => `豁免没有用到：这一行和下一行没有 ${rule} 的结果`,
      en: ({ rule }) => `Waiver silences nothing: there is no finding of ${rule} on this line or the next`,
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
    here: {
      zh: ({ rule, until }) => `豁免已于 ${until} 过期，不再起作用：${rule}`,
      en: ({ rule, until }) => `Waiver expired on ${until} and no longer works: ${rule}`,
    },
  },
  suggestions: {
    renew: {
      zh: () => '处理这一问题，或重新决定并写明新的期限。',
      en: () => 'Mend what it covers, or decide again and give it a new date.',
    },
  },
};

const brokenWaiver: Rule = {
  ...base,
  id: 'broken-waiver',
  title: { zh: '豁免写得不对，没有起作用', en: 'Waiver that could not be understood' },
  messages: {
    waiver: {
      zh: ({ why }) => `mingshi-ignore 没有起作用：${(why as Text).zh}`,
      en: ({ why }) => `mingshi-ignore has no effect: ${(why as Text).en}`,
    },
  },
  suggestions: {
    write: {
      zh: () => '写成 mingshi-ignore 规则 -- 理由；在 XML 注释里写成 mingshi-ignore 规则: 理由。',
      en: () => 'Write mingshi-ignore RULE -- REASON; in an XML comment, mingshi-ignore RULE: REASON.',
    },
  },
};

/** Rules about waivers: they see no app and no policy, only what was silenced. */
export const waiverRules: readonly Rule[] = [unusedWaiver, expiredWaiver, brokenWaiver];
