import { isFullName } from '@mingshi/model';
import type { Comparison, PolicyReading, PolicyStatement, Related } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { isTold, told } from '../elements.ts';
import { isSamePlace, sectionFor } from '../places.ts';
import { partyEntry, unknownSdkEntry } from '../sdk-entry.ts';
import { embeddedSdks, undisclosedSdks } from '../sdks.ts';
import { isUsersChoice } from '../users-choice.ts';

type Facts = Record<never, never>;

const table = {
  zh: () => '补一张表，每个第三方（含 SDK）一行：名称与公司｜用途｜收集的信息｜其隐私政策的链接。',
  en: () =>
    'Add a table with a row for each third party (SDKs too): name and company | purpose | data | link to its ' +
    'policy.',
};

export default defineRule<{ missing: Facts; namesOnly: Facts }>({
  id: 'no-third-party-list',
  severity: 'warning',
  title: { zh: '没有列出第三方', en: 'Third parties not listed' },
  needs: ['policy'],
  articles: [
    'csl#41.1', 'csl#42.1', 'csl#64.1', 'pipl#23', 'ndsr#21.2', 'app-violations-2019#2.1', 'app-violations-2019#5.1',
  ],
  cases: ['suzhou-2021-hospital-app', 'cac-2025-15-apps-16-sdks', 'cverc-2025-16-apps'],
  messages: {
    missing: {
      zh: () => '政策说会向第三方提供信息，没有列出是谁、提供哪些信息',
      en: () => 'The policy says that data go to third parties but does not list who they are and what they get',
    },
    namesOnly: {
      zh: () => '第三方只举了例子，没有逐一列出是谁、得到哪些信息、用来做什么',
      en: () => 'Third parties are only given as examples, not listed one by one with the data they get and what for',
    },
  },
  suggestions: { list: table, parties: table },
  paragraphs: { list: unknownSdkEntry, parties: partyEntry },
  *check(comparison) {
    const { policy } = comparison;
    const list = told(policy, 'third-party-sdk-list');
    const sign = sharingSign(comparison);
    // Nothing goes to anybody, as far as the policy says.
    if (list?.told === 'yes' || !sign) return;
    // Those that the app embeds are told one by one: undisclosed-sdk, incomplete-sdk-disclosure.
    if (list ? embeddedSdks(comparison).length > 0 : undisclosedSdks(comparison).length > 0) return;
    // It says who, if not in a list.
    if (!list && policy.sdks.some((mention) => mention.listed && isSamePlace(mention.at, sign.at))) return;
    if (!list && policy.statements.some((each) => isSamePlace(each.at, sign.at) && namesParty(each))) return;
    // The sentence that shows it does not say who they are: that is told there, and naming them mends both.
    const vague = policy.vague.filter(({ kind }) => kind === 'recipient');
    if (!list && vague.some(({ sentence }) => isSamePlace(sentence.at, sign.at))) return;
    // A list has its own section; without one, what the policy says of sharing is the place to go on.
    const home = list?.quote.at ?? sectionFor(policy, ['sdk-list']);
    yield {
      message: list ? 'namesOnly' : 'missing',
      about: 'third-party-sdk-list',
      ...(home ? { at: home, related: [{ at: sign.at, note: 'statement' }] } : { at: sign.at }),
      confidence: list ? 'low' : 'medium',
      data: {},
      suggestion: list || /SDK|插件|plug-?in|librar/i.test(sign.words) ? 'list' : 'parties',
    };
  },
});

/** Where the policy says that data go to third parties; what the app embeds is told SDK by SDK. */
function sharingSign({ policy }: Comparison): (Related & { readonly words: string }) | undefined {
  const element = told(policy, 'third-parties');
  if (element && !isUsersChoice(element.quote.text) && !isTitle(policy, element.quote.text)) return { at: element.quote.at, note: 'statement', words: element.quote.text };
  if (isTold(policy, 'no-third-parties')) return undefined;
  const sharing = policy.statements.find(
    ({ negated, action, actor, thirdParties, text }) =>
      !negated &&
      !isUsersChoice(text) &&
      !isTitle(policy, text) &&
      (action === 'share' || action === 'transfer') &&
      actor.role === 'first-party' &&
      thirdParties.length > 0,
  );
  return sharing && { at: sharing.at, note: 'statement', words: sharing.text };
}

/** 二、与第三方共享信息, in the contents or above its part: it announces what the part says, and the part may deny it. */
function isTitle({ documents }: PolicyReading, words: string): boolean {
  const own = withoutNumber(words);
  return documents.some(({ sections }) => sections.some(({ title }) => withoutNumber(title ?? '') === own));
}

const withoutNumber = (title: string): string => title.replace(/^[\s\d*#.、（()）第章节一二三四五六七八九十]+/, '').replace(/[\s*：:]+$/, '');

/** Whether it says by name who gets which data. */
function namesParty({ negated, thirdParties, dataTypes }: PolicyStatement): boolean {
  return !negated && dataTypes.some(({ generic }) => !generic) && thirdParties.some(({ name }) => isFullName(name));
}
