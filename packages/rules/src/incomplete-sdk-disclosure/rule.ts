import type { Text } from '@mingshi/knowledge';
import { mentionsOf, tellingOf } from '@mingshi/model';
import type { Comparison, Confidence, Related, SdkMention } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { listed } from '../sdk-words.ts';
import { embeddedSdks, sdksAreRead } from '../sdks.ts';

const PARTS = ['data', 'purpose', 'link'] as const;
type Part = (typeof PARTS)[number];

const WORDS: Readonly<Record<Part, Text>> = {
  data: { zh: '收集哪些信息', en: 'which data it takes' },
  purpose: { zh: '用来做什么', en: 'what for' },
  link: { zh: '其隐私政策的链接', en: 'where its own policy is' },
};

type Facts = { readonly names: readonly string[]; readonly missing: readonly Text[]; readonly count: number };

/** More names than these are counted. */
const MOST_NAMES = 5;

export default defineRule<{ one: Facts; several: Facts }>({
  id: 'incomplete-sdk-disclosure',
  severity: 'warning',
  title: { zh: 'SDK 只写了名称，内容不全', en: 'Incomplete SDK disclosure' },
  needs: ['policy'],
  articles: [
    'csl#41.1', 'csl#42.1', 'csl#64.1', 'pipl#17.1(2)', 'pipl#23', 'ndsr#21.2', 'app-violations-2019#2.1', 'tc260-20202a#2.1',
    'miit-292#2',
  ],
  cases: ['cac-2025-15-apps-16-sdks', 'cverc-2025-16-apps', 'suzhou-2021-hospital-app'],
  messages: {
    one: {
      zh: (f) => `政策写了「${names.zh(f)}」，没有写${listed.zh(f.missing)}`,
      en: (f) => `The policy names "${names.en(f)}" but does not say ${listed.en(f.missing)}`,
    },
    several: {
      zh: (f) => `第三方清单里有 ${f.count} 个 SDK 没有写${listed.zh(f.missing)}：${names.zh(f)}`,
      en: (f) => `${f.count} SDKs of the list are named without saying ${listed.en(f.missing)}: ${names.en(f)}`,
    },
  },
  suggestions: {
    complete: {
      zh: (f) => `给每个 SDK 补上${listed.zh(f.missing)}；清单以表格列出最清楚：名称｜公司｜收集的信息｜用途｜隐私政策链接。`,
      en: (f) =>
        `For each SDK, say ${listed.en(f.missing)}. A table is clearest: name | company | data | purpose | link to its policy.`,
    },
  },
  *check(comparison) {
    for (const group of groupsOf(comparison)) {
      const { missing, mentions, container } = group;
      const [first, ...others] = mentions;
      if (!first) continue;
      const several = mentions.length > 1;
      yield {
        message: several ? 'several' : 'one',
        about: several ? `sdk-list-${missing.join('-')}` : first.sdks.join('+'),
        at: several ? first.entry : first.at,
        related: others.map(({ at }): Related => ({ at, note: 'same-cause' })),
        confidence: confidenceOf(missing, container.startsWith('table')),
        data: {
          names: mentions.map(({ text }) => text).slice(0, MOST_NAMES),
          missing: missing.map((part) => WORDS[part]),
          count: mentions.length,
        },
      };
    }
  },
});

const names = {
  zh: ({ names: some, count }: Facts): string => some.join('、') + (count > some.length ? ' 等' : ''),
  en: ({ names: some, count }: Facts): string => some.join(', ') + (count > some.length ? ', …' : ''),
};

/** SDKs of one table or section that lack the same. */
interface Group {
  readonly container: string;
  readonly missing: readonly Part[];
  readonly mentions: SdkMention[];
}

function groupsOf(comparison: Comparison): readonly Group[] {
  const { policy } = comparison;
  const groups = new Map<string, Group>();
  for (const mention of firstMentions(comparison)) {
    const telling = mention.exact ? mention.sdks.flatMap((id) => tellingOf(policy, id)) : alike(policy.sdks, mention);
    const missing = missingOf(telling, mention);
    if (missing.length === 0) continue;
    const container = containerOf(comparison, mention);
    const key = `${mention.document} ${container} ${missing.join(' ')}`;
    const known = groups.get(key);
    if (known) known.mentions.push(mention);
    else groups.set(key, { container, missing, mentions: [mention] });
  }
  return [...groups.values()];
}

/** Where else the brand is listed, or one of its SDKs named. */
function alike(all: readonly SdkMention[], { sdks }: SdkMention): readonly SdkMention[] {
  return all.filter((other) => (other.listed || other.exact) && other.sdks.some((id) => sdks.includes(id)));
}

/** Each listed SDK of the app once; all of the list where it is not known what the app embeds. */
function firstMentions(comparison: Comparison): readonly SdkMention[] {
  const { policy } = comparison;
  const all = sdksAreRead(comparison)
    ? embeddedSdks(comparison).flatMap(({ sdk }) => mentionsOf(policy, sdk.id).slice(0, 1))
    : policy.sdks;
  const once = new Map<string, SdkMention>();
  for (const mention of all) {
    const key = mention.sdks.join(' ');
    if (mention.listed && !once.has(key)) once.set(key, mention);
  }
  return policy.sdks.filter((mention) => once.get(mention.sdks.join(' ')) === mention);
}

/** What none of an SDK's entries tells. A brand in a sentence is asked for less: that it says something at all. */
function missingOf(mentions: readonly SdkMention[], { exact }: SdkMention): readonly Part[] {
  const missing = PARTS.filter((part) => !mentions.some(({ tells }) => tells[part]));
  if (exact) return missing;
  return missing.includes('data') && missing.includes('purpose') ? missing : [];
}

/** The table or the section in which an entry stands. */
function containerOf({ policy }: Comparison, { document, entry }: SdkMention): string {
  const block = policy.documents[document]?.blocks.find(({ at }) => at.start <= entry.start && entry.start < at.end);
  return block?.table ? `table ${block.table.index}` : `section ${block?.section ?? 0}`;
}

/** Data are asked for by name, a link by practice; where a table has a column for it, nobody can have missed it. */
function confidenceOf(missing: readonly Part[], inTable: boolean): Confidence {
  if (missing.length === 1 && missing[0] === 'link') return 'low';
  return inTable && missing.includes('data') ? 'high' : 'medium';
}
