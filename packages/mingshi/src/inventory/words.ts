import type { Language, Text } from '@mingshi/knowledge';
import type { Cell, Inventory, Source } from './inventory.ts';

/** What stands where only people know the answer. */
export const TO_FILL_IN: Text = { zh: '【待填写】', en: '【to fill in】' };

/** Titles of the lists, as the rules name them. */
export const TITLES: Readonly<Record<'collected' | 'shared' | 'permissions', Text>> = {
  collected: { zh: '个人信息收集清单', en: 'Personal information collected' },
  shared: { zh: '第三方信息共享清单', en: 'Personal information shared with third parties' },
  permissions: { zh: '应用权限清单', en: 'Permissions' },
};

/** Where a row is known from. */
export const SOURCES: Readonly<Record<Source, Text>> = {
  'app-and-policy': { zh: '应用与政策', en: 'app and policy' },
  app: { zh: '仅应用，政策没有写', en: 'app only, not told in the policy' },
  policy: { zh: '仅据政策', en: 'policy only' },
};

/** How far a fact of the knowledge can be relied on, for a reader. */
export const CERTAINTY: Readonly<Record<NonNullable<Cell['certainty']>, Text>> = {
  high: { zh: '据厂商公开的说明', en: "from the vendor's own papers" },
  medium: { zh: '据公开资料，请向厂商核对', en: 'from public sources; check with the vendor' },
  low: { zh: '据一般了解，请向厂商核对', en: 'by general knowledge; check with the vendor' },
};

/** What each list is, and what to do with it, in a sentence under its title. */
export function introduction(id: keyof typeof TITLES): Text {
  return INTRODUCTIONS[id];
}

const INTRODUCTIONS: Readonly<Record<keyof typeof TITLES, Text>> = {
  collected: {
    zh: '应用（含内嵌的第三方 SDK）收集的个人信息。',
    en: 'What the app, with the third-party SDKs in it, collects.',
  },
  shared: {
    zh: '收集或者接收个人信息的第三方，包括内嵌的 SDK。',
    en: 'Third parties, with the SDKs in the app, that collect or receive personal information.',
  },
  permissions: { zh: '应用向系统申请的权限。', en: 'What the app asks the system for.' },
};

/** The line that says what the lists come from and what is left to do. */
export function preamble({ apps, policies }: Inventory, toFill: number, language: Language): string {
  const named = apps.map(({ id, name }) => name ?? id).join({ zh: '、', en: ', ' }[language]);
  const from = policies.length > 0 ? policies.join({ zh: '、', en: ', ' }[language]) : undefined;
  if (language === 'zh') {
    const words = from === undefined ? '没有读到隐私政策' : `文字取自隐私政策 ${from}`;
    const rest = toFill > 0 ? `标有${TO_FILL_IN.zh}的 ${toFill} 处要由了解业务的人填写；` : '';
    return `应用：${named}。根据应用的文件整理；${words}。${rest}“来源”和“位置”供核对，公布前可以删去。`;
  }
  const words = from === undefined ? 'no privacy policy was read' : `the words are those of ${from}`;
  const rest = toFill > 0 ? `${toFill} places marked ${TO_FILL_IN.en} are for people who know the product. ` : '';
  return `App: ${named}. Made from the app's files; ${words}. ${rest}"Known from" and "Place" are for checking and may be left out when the lists are published.`;
}

/** The articles that ask for the lists. */
export const BASIS: Text = {
  zh: '依据：网络数据安全管理条例第二十一条第二款；工信部信管函〔2021〕292号（“双清单”）。',
  en: 'Basis: Network Data Security Regulations art. 21(2); MIIT Notice 292 of 2021 (the "two lists").',
};
