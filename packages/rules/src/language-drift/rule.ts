import type { DriftSign } from '@mingshi/model';
import { findDataType, findPermission } from '@mingshi/knowledge';
import type { Knowledge, Text } from '@mingshi/knowledge';
import { defineRule } from '../define-rule.ts';
import { shortName } from '../permissions.ts';
import { shortened, signsOf } from '../signs.ts';

type Facts = {
  readonly name: Text;
  /** The words of the version that tells it. */
  readonly words: string;
  /** The version that tells it and the one that does not: files, or the halves of one. */
  readonly teller: Text;
  readonly other: Text;
  /** How many more differences there are that are not told one by one. */
  readonly more: number;
};

/** More differences than these between two versions are one: somebody has to go over the whole text. */
const MOST = 6;

const WHAT: Readonly<Record<Exclude<DriftSign['what'], 'date'>, Text>> = {
  data: { zh: '收集的信息', en: 'kind of data' },
  permission: { zh: '权限', en: 'permission' },
  recipient: { zh: '第三方', en: 'third party' },
  right: { zh: '用户的权利和渠道', en: 'right or channel' },
};

export default defineRule<{ missing: Facts & { readonly what: Text }; date: Facts & { readonly older: string } }>({
  id: 'language-drift',
  severity: 'warning',
  title: { zh: '政策的两个版本不一致', en: 'Two versions of the policy differ' },
  needs: ['policy'],
  articles: [
    'csl#41.1',
    'pipl#7',
    'pipl#17.1',
    'pipl#17.2',
    'ndsr#21.1',
    'app-violations-2019#2.1',
    'tc260-20203a#2.7',
    'gbt35273#5.5-b',
  ],
  cases: ['suzhou-2021-hospital-app', 'cverc-2025-16-apps'],
  messages: {
    missing: {
      zh: (f) => `${f.teller.zh}写了${f.what.zh}「${f.name.zh}」（“${f.words}”），${f.other.zh}没有${rest.zh(f)}`,
      en: (f) => `${f.teller.en} mentions a ${f.what.en}, ${f.name.en} ("${f.words}"); ${f.other.en} does not${rest.en(f)}`,
    },
    date: {
      zh: (f) =>
        `同一份政策的两个版本日期不同：${f.teller.zh}是「${f.words}」，${f.other.zh}是「${f.older}」，旧的没有跟着改`,
      en: (f) =>
        `Two versions of the policy bear different dates: ${f.teller.en} "${f.words}", ${f.other.en} "${f.older}"; ` +
        'the older one was not updated',
    },
  },
  suggestions: {
    add: {
      zh: (f) =>
        `两边改成一致：应用确实如此，就在 ${f.other.zh}补上；不是，就从 ${f.teller.zh}删去。以哪个版本为准，也要写明。`,
      en: (f) =>
        `Make both agree: if it is true of the app, add it to ${f.other.en}; if not, take it out of ${f.teller.en}. Say which version prevails.`,
    },
    update: {
      zh: (f) => `按 ${f.teller.zh}更新 ${f.other.zh}；不再使用的，删去。`,
      en: (f) => `Bring ${f.other.en} up to ${f.teller.en}, or delete what is no longer used.`,
    },
  },
  *check({ policy, knowledge }) {
    const byPair = new Map<string, DriftSign[]>();
    for (const sign of signsOf(policy, 'drift')) {
      const pair = [sign.quote.at.file, sign.other.at.file].toSorted().join('\n');
      byPair.set(pair, [...(byPair.get(pair) ?? []), sign]);
    }
    for (const signs of byPair.values()) {
      for (const [index, sign] of signs.slice(0, MOST).entries()) {
        const more = index === MOST - 1 ? signs.length - MOST : 0;
        const { quote, other, what, id } = sign;
        const [teller, lacking] = namesOf(sign);
        const facts = { name: nameOf(sign, knowledge), words: shortened(quote.text, 60), teller, other: lacking, more };
        const common = {
          at: other.at,
          related: [{ at: quote.at, note: 'statement' as const }],
          confidence: 'medium' as const,
        };
        yield what === 'date'
          ? {
              ...common,
              message: 'date',
              about: 'date',
              data: { ...facts, older: shortened(other.text, 60) },
              suggestion: 'update',
            }
          : { ...common, message: 'missing', about: id, data: { ...facts, what: WHAT[what] }, suggestion: 'add' };
      }
    }
  },
});

const rest = {
  zh: ({ more }: Facts): string => (more > 0 ? `；另有 ${more} 处不同` : ''),
  en: ({ more }: Facts): string => (more > 0 ? `; and ${more} more differences` : ''),
};

/** The files' names, with as much of their paths as tells them apart; of one file its halves. */
function namesOf({ quote, other, half }: DriftSign): readonly [Text, Text] {
  const [a, b] = [quote.at.file.split('/'), other.at.file.split('/')];
  if (half) {
    const name = a.at(-1) ?? '';
    const halves = { zh: halfOf(name, '中文', 'Chinese'), en: halfOf(name, '英文', 'English') };
    return half === 'zh' ? [halves.zh, halves.en] : [halves.en, halves.zh];
  }
  const length =
    [1, 2, 3, 4].find((count) => a.slice(-count).join('/') !== b.slice(-count).join('/')) ?? a.length + b.length;
  const [one, two] = [a, b].map((path) => path.slice(-length).join('/'));
  return [fileOf(one ?? ''), fileOf(two ?? '')];
}

const fileOf = (name: string): Text => ({ zh: `${name} `, en: name });
const halfOf = (name: string, zh: string, en: string): Text => ({ zh: `${name} 的${zh}部分`, en: `${name} (${en} text)` });

function nameOf({ what, id, quote }: DriftSign, knowledge: Knowledge): Text {
  const plain = { zh: id, en: id };
  if (what === 'data') {
    const name = findDataType(knowledge, id)?.name;
    return name ? { zh: name.zh, en: name.en.toLowerCase() } : plain;
  }
  if (what === 'permission') return findPermission(knowledge, id)?.title ?? { zh: shortName(id), en: shortName(id) };
  if (what === 'right') return knowledge.elements.find((element) => element.id === id)?.name ?? plain;
  return { zh: quote.text, en: quote.text };
}
