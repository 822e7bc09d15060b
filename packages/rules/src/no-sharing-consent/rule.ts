import type { Confidence, ConsentSign, Location, PolicyReading, PolicyStatement } from '@mingshi/model';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { isTold } from '../elements.ts';
import { shortened, signsOf } from '../signs.ts';
import { isUsersChoice } from '../users-choice.ts';

type Facts = { readonly recipient: string };

const SHARES: ReadonlySet<string> = new Set(['share', 'transfer', 'sell', 'disclose']);

const asking: Wording<Facts> = {
  part: 'sharing',
  zh: () =>
    '未经您的单独同意，我们不会向其他个人信息处理者提供您的个人信息；提供前，我们会告知您接收方的名称、联系方式、处理目的、处理方式和个人信息的种类，并取得您的单独同意。',
  en: () =>
    'We share your personal data with no other controller without your separate consent; before we do, we tell you its name and contact, the ' +
    'purpose and manner of processing and the kinds of data, and ask for that consent.',
};

export default defineRule<{ shares: Facts; here: Facts; excepted: Facts }>({
  id: 'no-sharing-consent',
  severity: 'warning',
  title: { zh: '提供给第三方，没有说取得同意', en: 'Shared with others without a word on consent' },
  needs: ['policy'],
  articles: ['csl#42.1', 'csl#64.1', 'pipl#23', 'ndsr#12', 'app-violations-2019#5.1', 'gbt35273#9.2'],
  cases: ['miit-2020-63-apps', 'beijing-2024-in-store-orders'],
  messages: {
    shares: {
      zh: (f) => `政策说把信息提供给「${f.recipient}」，全文没有说取得用户同意`,
      en: (f) => `Data go to "${f.recipient}"; nowhere does the policy say that users are asked for consent`,
    },
    here: {
      zh: (f) => `政策说把信息提供给「${f.recipient}」，这里没有说取得用户同意，别处的同意说的是另外的提供`,
      en: (f) => `Data go to "${f.recipient}" without a word on consent; where consent is spoken of, it is for other sharing`,
    },
    excepted: {
      zh: (f) => `政策承诺未经同意不对外提供，却把提供给「${f.recipient}」列为例外，没有说取得同意`,
      en: (f) => `The policy promises to share nothing without consent, and excepts "${f.recipient}" from it`,
    },
  },
  suggestions: {
    consent: toAdd(asking, {
      zh: '只是委托处理、不由对方自行决定用途的，写明是委托。',
      en: 'Where others only process data on your behalf, say so.',
    }),
    // Another promise beside the exception would help nobody.
    include: {
      zh: (f) =>
        `把「${f.recipient}」从例外里去掉，写成「经您单独同意后，我们会向【接收方的名称】提供【信息】，用于【目的】。」只是委托处理的，写明是委托。`,
      en: (f) =>
        `Take "${f.recipient}" out of the exceptions and write: "With your separate consent we give 【data】 to 【name of the ` +
        'recipient】 in order to 【purpose】." Where others only process data on your behalf, say so.',
    },
  },
  paragraphs: { consent: asking },
  *check({ policy }) {
    const asked = signsOf(policy, 'consent').filter(({ how }) => how === 'before-sharing');
    // "Not without your consent" holds for all sharing, whoever the data go to.
    if (asked.some(({ covers }) => covers === 'all') || isTold(policy, 'no-third-parties')) return;
    const promises = asked.filter(({ covers }) => covers === 'all-but');
    const isCovered = (statement: PolicyStatement): boolean =>
      asked.some(({ quote }) => isWithin(quote.at, statement.at)) ||
      (promises.length > 0 && !promises.some((promise) => isExcepted(statement, promise)));
    const shares = policy.statements.filter(
      (statement) => isSharing(statement) && !isTitle(statement, policy) && !isRepeatedTitle(statement, policy) && !isCovered(statement),
    );
    const first = shares.find((statement) => sureness(statement) === 'medium') ?? shares[0];
    if (!first) return;
    yield {
      message: promises.length > 0 ? 'excepted' : asked.length > 0 ? 'here' : 'shares',
      about: 'sharing-consent',
      at: first.at,
      related: shares.filter((statement) => statement !== first).slice(0, 3).map(({ at }) => ({ at, note: 'statement' })),
      confidence: sureness(first),
      suggestion: promises.length > 0 ? 'include' : 'consent',
      data: { recipient: shortened(recipientOf(first)?.text ?? '') },
    };
  },
});

function isWithin(outer: Location, { file, start }: Location): boolean {
  return file === outer.file && start >= outer.start && start < outer.end;
}

/** Behind "not without your consent, except in these cases:", and no further than a list of cases goes. */
function isExcepted({ at }: PolicyStatement, { quote }: ConsentSign): boolean {
  return at.file === quote.at.file && at.start > quote.at.end && at.start - quote.at.end < CASES;
}

const CASES = 1500;

function isTitle({ document, section, text }: PolicyStatement, { documents }: PolicyReading): boolean {
  return documents[document]?.sections[section]?.title === text;
}

/** A title that was not marked as one stands in the contents too, word for word, and ends like no sentence. */
function isRepeatedTitle({ text }: PolicyStatement, { statements }: PolicyReading): boolean {
  return !/[。；;.!！]\s*$/.test(text) && text.length < 60 && statements.filter((other) => other.text === text).length > 1;
}

/** The operator passes personal data on to somebody who is no authority, and does not ask in the same breath. */
function isSharing(statement: PolicyStatement): boolean {
  const { negated, action, actor, modality, dataTypes, text } = statement;
  return (
    !negated && SHARES.has(action) && actor.role === 'first-party' && modality !== 'with-consent' && dataTypes.length > 0 &&
    recipientOf(statement) !== undefined && !ENTRUSTED.test(text) && PERSONAL.test(text) && !isUsersChoice(text)
  );
}

function recipientOf({ thirdParties }: PolicyStatement): PolicyStatement['thirdParties'][number] | undefined {
  return thirdParties.find(({ kind }) => kind !== 'authority');
}

/** Processing on behalf (PIPL art. 21), duties of law, other users, statistics: no consent is asked for these. */
const ENTRUSTED =
  /委[托託]|受[托託]|代表我[们們]|[为為]我[们們]提供|法律|法[规規]|司法|行政|合[并併]|收[购購]|匿名|去标识|非[个個]人|[统統][计計]|其他用[户戶]|[无無][权權]|^请|\b(?:on (?:our|its) behalf|on behalf of|processor|law|legal|court|merger|acqui|corporate transaction|reorgani|bankrupt|sale of|anonym|aggregat|non-personal|other users)/i;

/** Somebody's data, in a sentence that says what is done and does not only point to where it is said. */
const PERSONAL = /^(?!.*(?:\bas described\b|\bdescribed in\b|\bin accordance with\b|\blearn how\b|\bright to\b|\bif we\b|\bwhether\b|[?？]\s*$)).*(?:[您你]|用[户戶]|[个個]人|\b(?:your|personal|users?)\b)/is;

/** A vendor of an SDK may only process on behalf of the app. */
function sureness(statement: PolicyStatement): Confidence {
  return recipientOf(statement)?.kind === 'sdk' ? 'low' : 'medium';
}
