import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readApp } from '@mingshi/app';
import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { readPolicy } from '@mingshi/policy';
import { rules } from '@mingshi/rules';
import { describe, expect, it } from 'vitest';

/** Ways of telling what a policy should tell, defects, and near misses: each in an otherwise complete policy, held to its rule. */
const table = (language: Language): string =>
  readFileSync(fileURLToPath(new URL(`phrasings/elements.${language}.txt`, import.meta.url)), 'utf8');

type Language = 'zh' | 'en';
/** A part of the policy: the rule that asks for it, its title, its words. */
type Part = readonly [rule: string, title: string, words: string];

const FRAME: Readonly<Record<Language, readonly Part[]>> = {
  zh: [
    ['', '', '小橘生活隐私政策'],
    ['no-effective-date', '', '生效日期：2026年3月8日'],
    ['', '引言', '小橘生活由橙途网络科技（成都）有限公司（以下简称“我们”）开发。'],
    ['collecting', '我们收集的信息', '您注册账号时，我们收集您的手机号，用于创建账号。'],
    ['sharing', '信息的提供', '我们不会向任何第三方提供您的个人信息。'],
    ['no-retention-period', '保存期限', '您的手机号保存一年，到期删除。'],
    ['no-cross-border-statement', '存储地点', '您的个人信息存储在中国境内。'],
    ['no-security-measures', '安全', '我们使用加密技术保护您的个人信息。'],
    ['no-data-rights', '您的权利', '您可以在“我的资料”中查阅、更正、删除您的个人信息。'],
    ['no-consent-withdrawal', '撤回同意', '您可以在系统设置中关闭权限，撤回您的同意。'],
    ['no-account-cancellation', '注销', '您可以在“设置—注销账号”中注销账号。'],
    ['no-minor-protection', '未成年人', '不满十四周岁的儿童使用本应用，应当取得监护人的同意。'],
    ['no-change-notice', '变更', '本政策变更时，我们会弹窗通知您。'],
    ['no-complaint-channel', '投诉', '您可以拨打 12315 投诉。'],
    ['no-operator-contact', '联系', '如有疑问，请发邮件至 hi@orange.example。'],
  ],
  en: [
    ['', '', 'Orchard Privacy Policy'],
    ['no-effective-date', '', 'Effective date: 8 March 2026'],
    ['', 'About', 'Orchard is developed by Orange Studio Ltd ("we").'],
    ['collecting', 'What we collect', 'When you register an account, we collect your phone number to create it.'],
    ['sharing', 'Recipients', 'We do not share your personal information with any third party.'],
    ['no-retention-period', 'Retention', 'Your phone number is kept for one year and then deleted.'],
    ['no-cross-border-statement', 'Location', 'Your personal information is stored in China.'],
    ['no-security-measures', 'Security', 'We protect your personal information with encryption.'],
    ['no-data-rights', 'Your rights', 'You can access, correct and delete your personal information under "My data".'],
    ['no-consent-withdrawal', 'Consent', 'You can withdraw your consent by turning off the permission in the system settings.'],
    ['no-account-cancellation', 'Account', 'You can delete your account under Settings > Delete account.'],
    ['no-minor-protection', 'Children', 'Children under 14 need the consent of their guardian.'],
    ['no-change-notice', 'Changes', 'We will notify you in the app when this policy changes.'],
    ['no-complaint-channel', 'Complaints', 'You can lodge a complaint with the supervisory authority.'],
    ['no-operator-contact', 'Contact', 'Questions? Write to hi@orange.example.'],
  ],
};

/** What tells the same and has to go too; for `missing-chapter` all but three parts. */
const ALSO_OUT: Readonly<Record<string, readonly string[]>> = {
  'no-operator-contact': ['no-complaint-channel'],
  'no-personalization-opt-out': ['no-consent-withdrawal'],
  'no-sharing-consent': ['sharing', 'no-consent-withdrawal'],
  'no-third-party-list': ['sharing'],
  'vague-recipient': ['sharing'],
  'self-contradiction': ['sharing', 'collecting', 'no-cross-border-statement'],
  'minor-age-not-fourteen': ['no-minor-protection'],
  'no-minor-protection': ['no-effective-date'],
  'unreasonable-account-cancellation': ['no-account-cancellation'],
  'missing-chapter': FRAME.zh.map(([rule]) => rule).filter((rule) => !['', 'collecting', 'no-operator-contact', 'no-effective-date'].includes(rule)),
};

/** What gives a rule something to ask about. */
const OCCASION: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    'no-personalization-opt-out': '我们会根据您的浏览记录，向您推荐您可能感兴趣的商品。',
    'no-sharing-consent': '我们会将您的姓名、电话和地址提供给商家、保险公司，用于履行订单。',
    'no-third-party-list': '为实现业务功能，我们会与第三方共享您的个人信息，本应用还接入了第三方SDK。',
  },
  en: {
    'no-personalization-opt-out': 'Based on your browsing history, we recommend products that may interest you.',
    'no-sharing-consent': 'We share your name, phone number and address with merchants and insurers to fulfil your order.',
    'no-third-party-list': 'We share your personal information with third parties, and the app contains third-party SDKs.',
    'minor-age-not-fourteen': "This policy is governed by the Personal Information Protection Law of the People's Republic of China.",
  },
};

const WHOLE: ReadonlySet<string> = new Set(['borrowed-policy', 'no-simplified-chinese']);

/** The policy of a line: `title || text`, with `⏎` between its lines. */
function policyOf(language: Language, rule: string, line: string): [file: string, policy: string] {
  const [title, text] = line.includes(' || ') ? (line.split(' || ') as [string, string]) : ['', line];
  if (WHOLE.has(rule)) return ['privacy.txt', text.replaceAll('⏎', '\n\n')];
  const hasList = /\|---|(?:⏎ *|^)-/.test(text);
  const isMarked = hasList || text.includes('**') || rule === 'unmarked-sensitive-data';
  const body = text.replaceAll('⏎', isMarked && !hasList ? '\n\n' : '\n');
  const out: string[] = [];
  let parts = 0;
  const head = (name: string): void => {
    parts++;
    out.push(`${isMarked ? '## ' : ''}${language === 'zh' ? `${[...'一二三四五六七八九十'][parts - 1] ?? `十${'一二三四五六七'[parts - 11]}`}、` : `${parts}. `}${name}`);
  };
  const left = FRAME[language].filter(([of]) => of === '' || (of !== rule && !ALSO_OUT[rule]?.includes(of)));
  // Behind the part on collecting, or behind the introduction where that one is out.
  const place = left.findIndex(([of]) => of === 'collecting') >= 0 ? left.findIndex(([of]) => of === 'collecting') : left.findLastIndex(([of]) => of === '');
  for (const [index, [, name, words]] of left.entries()) {
    if (name) head(name);
    out.push(isMarked && index === 0 ? `# ${words}` : words);
    if (index !== place) continue;
    const occasion = OCCASION[language][rule];
    if (occasion) {
      head(language === 'zh' ? '信息的使用' : 'Use');
      out.push(occasion);
    }
    // What contradicts stands elsewhere in the policy.
    for (const part of rule === 'self-contradiction' ? body.split('\n') : [body]) {
      head(title || (language === 'zh' ? '说明' : 'Notes'));
      out.push(part);
    }
  }
  return [isMarked ? 'privacy.md' : 'privacy.txt', `${out.join('\n\n')}\n`];
}

const knowledge = loadKnowledge();
const MANIFEST = 'app/src/main/AndroidManifest.xml';

/** The app is the same for every line of a language: it goes online, and has a name. */
const manifests = {
  zh: manifestOf('小橘生活'),
  en: manifestOf('Orchard'),
};
const apps = {
  zh: readApp(memoryFiles({ [MANIFEST]: manifests.zh }), {}, knowledge),
  en: readApp(memoryFiles({ [MANIFEST]: manifests.en }), {}, knowledge),
};

function manifestOf(label: string): string {
  return (
    '<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.example.orchard">' +
    `<uses-permission android:name="android.permission.INTERNET"/><application android:label="${label}"/></manifest>`
  );
}

async function isReported(language: Language, id: string, line: string): Promise<boolean> {
  const [file, policy] = policyOf(language, id, line);
  const app = await apps[language];
  const reading = await readPolicy(memoryFiles({ [file]: policy }), { named: [file] }, knowledge);
  // Who gets the data is asked for in the sentence itself, or else by a list.
  const asked = id === 'no-third-party-list' ? [id, 'vague-recipient'] : [id];
  return rules
    .filter((rule) => asked.includes(rule.id))
    .some((rule) => [...rule.check({ app, practices: [], sdks: [], policy: reading, knowledge })].length > 0);
}

describe.each(['zh', 'en'] as const)('elements in %s', (language) => {
  const groups = table(language).split('\n## ').slice(1);
  it.each(groups.map((group) => group.trim().split('\n')))('%s', async (rule, ...lines) => {
    const asksFor = rule.startsWith('no-') && rule !== 'no-simplified-chinese';
    const reported = await Promise.all(lines.map((line) => isReported(language, rule, line.slice(2))));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line, index) => reported[index] !== line.startsWith(asksFor ? '-' : '+'))).toEqual([]);
  });
});
