import type { Comparison, Related } from '@mingshi/model';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { accountSign, ownWords, told } from '../elements.ts';
import { placeFor } from '../places.ts';

/** `files`: how many source files were searched for an entry. */
type Facts = { readonly files: number };

/** Fewer files than these are a part of an app, and the entry stands in another. */
const ENOUGH_FILES = 3;

const cancelling: Wording<Facts> = {
  part: 'rights',
  zh: () =>
    '您可以在【入口，如“我的—设置—注销账号”】注销账号，也可以发送邮件至【邮箱】申请注销。我们在【天数，不超过十五】个工作日内完成，' +
    '并删除您的个人信息或者作匿名化处理，法律、行政法规另有规定的除外。',
  en: () =>
    'You can cancel your account under 【where, such as “Settings – Account – Cancel”】 or by writing to 【e-mail】. We do so within ' +
    '【number, at most 15】 working days and then delete or anonymise your data, unless a law says otherwise.',
};

export default defineRule<{ missing: Facts; neither: Facts; noWay: Facts; appOnly: Facts; policyOnly: Facts }>({
  id: 'no-account-cancellation',
  severity: 'error',
  title: { zh: '没有注销账号的途径', en: 'No way to cancel the account' },
  needs: ['policy'],
  articles: [
    'csl#22.3', 'csl#41.2', 'csl#64.1', 'csl#43', 'pipl#47', 'pipl#66.1', 'ndsr#23', 'ecom#24',
    'app-violations-2019#6.1',
  ],
  cases: ['suzhou-2021-hospital-app', 'cac-2023-academic-database', 'cverc-2026-42-health-apps'],
  messages: {
    missing: {
      zh: () => '应用有账号，政策没有写怎样注销',
      en: () => 'The app has accounts; the policy does not say how to cancel one',
    },
    neither: {
      zh: (f) => `应用有账号，政策没有写怎样注销，${f.files} 个源文件和资源里也没有看到注销的入口`,
      en: (f) =>
        `The app has accounts; neither the policy nor ${f.files} source files and the resources show a way to cancel one`,
    },
    noWay: {
      zh: () => '政策提到了注销账号，没有写怎样注销',
      en: () => 'The policy mentions cancelling the account but not how to do it',
    },
    appOnly: {
      zh: () => '应用里有注销账号的入口，政策没有写',
      en: () => 'The app has a way to cancel the account; the policy does not say so',
    },
    policyOnly: {
      zh: (f) => `政策说可以在应用里注销账号，${f.files} 个源文件和资源里没有看到这个入口`,
      en: (f) =>
        `The policy describes a way in the app to cancel the account; none was seen in ${f.files} source files and the resources`,
    },
  },
  suggestions: {
    cancellation: toAdd(cancelling, { zh: '应用里没有入口的，一并加上。', en: 'Add the entry to the app if it has none.' }),
    entry: {
      zh: () => '在应用里放上政策写的入口；已经有的（例如在网页里），在 mingshi.yaml 里写明豁免的理由。',
      en: () =>
        'Put the entry that the policy describes into the app; where it is there already (on a web page, say), give that as the ' +
        'reason of a waiver in mingshi.yaml.',
    },
  },
  paragraphs: { cancellation: cancelling },
  *check(comparison) {
    const { policy, app } = comparison;
    const sign = accountSign(comparison);
    const cancellation = told(policy, 'account-cancellation');
    // Without accounts there is nothing to cancel: neither the policy nor the app's words speak of signing up or in.
    if (!sign) return;
    const entry = ownWords(policy, app.apps.flatMap(({ cancellationSigns }) => cancellationSigns))[0];
    const files = app.apps.reduce((sum, { code }) => sum + code.files.found, 0);
    const isSearched = files >= ENOUGH_FILES;
    if (cancellation?.told === 'yes') {
      // An app whose words were not seen at all has them elsewhere.
      if (entry || !isSearched || !hasAccountWords(comparison) || !isInApp(cancellation.quote.text)) return;
      yield {
        message: 'policyOnly',
        about: 'account-cancellation',
        at: cancellation.quote.at,
        related: signsOf(comparison),
        confidence: 'low',
        suggestion: 'entry',
        data: { files },
      };
      return;
    }
    yield {
      message: entry ? 'appOnly' : cancellation ? 'noWay' : isSearched ? 'neither' : 'missing',
      about: 'account-cancellation',
      at: cancellation?.quote.at ?? placeFor(policy, ['rights']),
      related: [sign, ...(entry ? [{ at: entry.at, note: 'sign' as const }] : [])],
      confidence: entry || cancellation ? 'low' : isShownTwice(comparison) ? 'high' : 'medium',
      data: { files },
    };
  },
});

/** Policies copy words on accounts from each other; the app's own words make it sure. */
function isShownTwice(comparison: Comparison): boolean {
  return told(comparison.policy, 'account') !== undefined && hasAccountWords(comparison);
}

function hasAccountWords({ app, policy }: Comparison): boolean {
  return app.apps.some(({ accountSigns }) => ownWords(policy, accountSigns).length > 0);
}

function signsOf({ app, policy }: Comparison): readonly Related[] {
  return app.apps.flatMap(({ accountSigns }) => ownWords(policy, accountSigns).slice(0, 1).map(({ at }) => ({ at, note: 'sign' })));
}

/** Whether the words lead through the app's own screens; writing or phoning is a way as well, and none to look for. */
function isInApp(words: string): boolean {
  return (
    /设置|設置|个人中心|我的[”"」』]?\s*[-－—–>→/～]|账号与安全|\bsettings?\b|\b(?:account|profile) (?:page|screen|tab|menu)\b/i.test(words) &&
    !/邮箱|邮件|電郵|客服|电话|致电|e-?mail|@|\bcontact(?:ing)? us\b/i.test(words)
  );
}
