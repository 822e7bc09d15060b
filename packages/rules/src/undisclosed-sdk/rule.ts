import type { Language } from '@mingshi/knowledge';
import { leastSure, mentionsOf } from '@mingshi/model';
import type { Comparison, Confidence, Related, SdkMention } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { isTold, told } from '../elements.ts';
import { entryCells, sdkEntry } from '../sdk-entry.ts';
import type { EntryFacts } from '../sdk-entry.ts';
import { namesOfData, otherSigns, undisclosedSdks, unreadList, variantsOf, type Embedded } from '../sdks.ts';
import { shortened } from '../signs.ts';
import { isNeverShipped } from '../variants.ts';

type Facts = Pick<EntryFacts, keyof EntryFacts> & {
  readonly sign: string;
  /** Source sets that have it when not all variants do. */
  readonly variants: readonly string[];
};

/** More kinds of data than these make no line of a suggestion. */
const MOST_DATA = 6;

export default defineRule<{
  silent: Facts;
  brother: Facts & { readonly named: string };
  passing: Facts & { readonly named: string };
  denied: Facts;
  elsewhere: Facts & { readonly list: string };
}>({
  id: 'undisclosed-sdk',
  severity: 'error',
  title: { zh: '集成的 SDK 没有列出', en: 'Undisclosed SDK' },
  needs: ['app', 'policy'],
  articles: [
    'csl#41.1', 'csl#42.1', 'csl#64.1', 'pipl#17.1(2)', 'pipl#21', 'pipl#23', 'ndsr#21.2',
    'app-violations-2019#2.1', 'miit-292#2', 'gbt35273#9.7',
  ],
  cases: ['cac-2025-15-apps-16-sdks', 'suzhou-2021-hospital-app', 'cverc-2025-16-apps'],
  messages: {
    silent: {
      zh: (f) => `${embeds.zh(f)}，政策没有列出它`,
      en: (f) => `${embeds.en(f)}; the policy does not list it`,
    },
    brother: {
      zh: (f) => `${embeds.zh(f)}，政策只列出了同一品牌的「${f.named}」`,
      en: (f) => `${embeds.en(f)}; of the same brand the policy lists only "${f.named}"`,
    },
    passing: {
      zh: (f) => `${embeds.zh(f)}，政策只顺带提到「${f.named}」，没有列出它`,
      en: (f) => `${embeds.en(f)}; the policy mentions "${f.named}" in passing and does not list it`,
    },
    denied: {
      zh: (f) => `${embeds.zh(f)}，政策却说不向第三方提供信息`,
      en: (f) => `${embeds.en(f)}, while the policy says that third parties get no data`,
    },
    elsewhere: {
      zh: (f) => `${embeds.zh(f)}，读到的政策没有列出它；「${f.list}」没有读到`,
      en: (f) => `${embeds.en(f)}; the policy as read does not list it, and "${f.list}" was not read`,
    },
  },
  suggestions: {
    row: {
      zh: (f) => `在第三方 SDK 清单中补一行：${inRow(f, 'zh').join('｜')}。不再使用时，去掉依赖。`,
      en: (f) => `Add a row to the list of third-party SDKs: ${inRow(f, 'en').join(' | ')}. If nothing uses it, remove the dependency.`,
    },
    correct: {
      zh: (f) => `不再使用时，去掉依赖；使用的，改掉政策里否认的那一句，再在第三方 SDK 清单中补一行：${inRow(f, 'zh').join('｜')}。`,
      en: (f) =>
        'If nothing uses it, remove the dependency; if it stays, take the denial out of the policy and add a row to the list of ' +
        `third-party SDKs: ${inRow(f, 'en').join(' | ')}.`,
    },
    // What no user gets is nothing that a policy tells them.
    unshipped: {
      zh: (f) => `发布版没有的，政策不必写：确认 ${f.variants.join('、')} 变体不会发布，并让 ${f.name.zh} 只留在它的依赖里。`,
      en: (f) =>
        `The policy need not list what the release does not have: make sure that ${f.variants.join(', ')} is never published, and ` +
        `keep ${f.name.en} among its dependencies alone.`,
    },
    read: {
      zh: (f) => `把「${'list' in f ? f.list : ''}」放进检查范围（--policy），或确认其中已列出 ${f.name.zh}。`,
      en: (f) => `Check "${'list' in f ? f.list : ''}" too (--policy), or make sure that it lists ${f.name.en}.`,
    },
  },
  paragraphs: { row: sdkEntry },
  *check(comparison) {
    const list = unreadList(comparison);
    for (const embedded of undisclosedSdks(comparison)) {
      const { use, sdk } = embedded;
      const [sign] = use.signs;
      if (!sign) continue;
      const data = factsOf(comparison, embedded, sign.name);
      const isUnshipped = data.variants.length > 0 && data.variants.every(isNeverShipped);
      const found = { about: sdk.id, at: sign.at, ...(isUnshipped && { suggestion: 'unshipped' }) };
      const signs = otherSigns(use);
      const sure = leastSure(use.confidence, sdk.takesCertainty === 'low' ? 'medium' : 'high');
      const [passing] = mentionsOf(comparison.policy, sdk.id);
      const brother = brotherOf(comparison, embedded);
      const named = passing ?? brother;
      const near = (mention: SdkMention): readonly Related[] => [{ at: mention.at, note: 'closest-statement' }, ...signs];
      if (list !== undefined) {
        yield {
          ...found, message: 'elsewhere', data: { ...data, list: shortened(list, 80) }, suggestion: 'read',
          confidence: 'low', related: named ? near(named) : signs,
        };
      } else if (named) {
        yield {
          ...found, message: passing ? 'passing' : 'brother', data: { ...data, named: named.text },
          confidence: leastSure(sure, 'medium'), related: near(named),
        };
      } else {
        const denial = denialOf(comparison);
        yield denial
          ? { suggestion: 'correct', ...found, message: 'denied', data, confidence: sure, related: [denial, ...signs] }
          : { ...found, message: 'silent', data, confidence: sure, related: signs };
      }
    }
  },
});

const embeds = {
  zh: ({ sure, name, vendor, purpose, sign, variants }: Facts): string => {
    const only = variants.length > 0 ? `；仅 ${variants.join('、')} 变体` : '';
    return `${sure ? '集成了' : '可能集成了'}${name.zh}（${sign}；${purpose.zh}，${vendor.zh}${only}）`;
  },
  en: ({ sure, name, vendor, purpose, sign, variants }: Facts): string => {
    const only = variants.length > 0 ? `; only in ${variants.join(', ')}` : '';
    return `${sure ? 'Embeds' : 'Seems to embed'} ${name.en} (${sign}; ${purpose.en}, ${vendor.en}${only})`;
  },
};

/** The row for whoever reads the finding: no more data than a line holds. */
function inRow(facts: Facts, language: Language): readonly string[] {
  const { party, vendor, purpose, data, link } = entryCells(facts, MOST_DATA);
  const columns = { zh: ['用途：', '收集的信息：'], en: ['purpose: ', 'data: '] }[language];
  return [party[language], vendor[language], `${columns[0]}${purpose[language]}`, `${columns[1]}${data[language]}`, link[language]];
}

function factsOf(comparison: Comparison, { use, sdk }: Embedded, sign: string): Facts {
  // General knowledge is no text to publish.
  const known = sdk.takesCertainty === 'low' ? [] : sdk.takes.filter((type) => !isOfIos(type) || isForBoth(comparison));
  return {
    name: sdk.name,
    vendor: sdk.vendor,
    purpose: sdk.category.name,
    isPurpose: sdk.category.isPurpose,
    sign,
    sure: isSure(use.confidence),
    takes: namesOfData(comparison, known),
    certainty: sdk.takesCertainty,
    link: sdk.policyUrl ?? '',
    variants: variantsOf(comparison, use),
  };
}

const isOfIos = (type: string): boolean => type === 'idfa' || type === 'idfv';

/** Whether the app is built for other platforms too. */
const isForBoth = ({ app }: Comparison): boolean => app.apps.some(({ frameworks }) => frameworks.length > 0);

function isSure(confidence: Confidence): boolean {
  return confidence !== 'low';
}

/** Another SDK of the same brand that the policy lists. */
function brotherOf({ policy, knowledge }: Comparison, { sdk }: Embedded): SdkMention | undefined {
  if (!sdk.family) return undefined;
  const brothers = new Set(knowledge.sdks.filter(({ family }) => family === sdk.family).map(({ id }) => id));
  return policy.sdks.find(({ sdks, listed: isListed }) => isListed && sdks.some((id) => brothers.has(id)));
}

/** Where the policy says that third parties get nothing. */
function denialOf({ policy }: Comparison): Related | undefined {
  if (policy.sdks.some((mention) => mention.listed)) return undefined;
  const denial = told(policy, 'no-third-parties');
  return denial && isTold(policy, 'no-third-parties') ? { at: denial.quote.at, note: 'denial' } : undefined;
}
