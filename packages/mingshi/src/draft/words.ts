import type { Language, Text } from '@mingshi/knowledge';
import type { Paragraph, RowColumn } from '@mingshi/model';

/** Parts of a policy in the order in which policies tell them. */
export const PARTS: readonly Paragraph['part'][] = [
  'title',
  'collection',
  'permissions',
  'cookies',
  'sharing',
  'sdk-list',
  'storage',
  'security',
  'rights',
  'minors',
  'changes',
  'contact',
  'definitions',
  'other',
];

const COLLECTION: Text = { zh: '我们如何收集和使用您的个人信息', en: 'How we collect and use your personal data' };

/** The title of a section that a policy does not have yet. */
export const TITLES: Readonly<Record<Paragraph['part'], Text>> = {
  title: { zh: '', en: '' },
  collection: COLLECTION,
  permissions: COLLECTION,
  cookies: COLLECTION,
  sharing: { zh: '我们如何共享您的个人信息', en: 'How we share your personal data' },
  'sdk-list': { zh: '第三方 SDK 清单', en: 'List of third-party SDKs' },
  storage: { zh: '我们如何存储您的个人信息', en: 'How we store your personal data' },
  security: { zh: '我们如何保护您的个人信息', en: 'How we protect your personal data' },
  rights: { zh: '您的权利', en: 'Your rights' },
  minors: { zh: '未成年人的个人信息', en: 'Personal data of minors' },
  changes: { zh: '本政策的变更', en: 'Changes to this policy' },
  contact: { zh: '联系我们', en: 'Contact us' },
  definitions: COLLECTION,
  other: COLLECTION,
};

/** A list of the SDKs in the app, or of others who are given data. */
export type ListPart = 'sdk-list' | 'sharing';

/** What a new list calls those it lists. */
export const PARTY: Readonly<Record<ListPart, Text>> = {
  'sdk-list': { zh: '第三方 SDK', en: 'Third-party SDK' },
  sharing: { zh: '第三方名称', en: 'Third party' },
};

/** The other columns of a new list of third parties. */
export const COLUMNS: readonly (readonly [Exclude<RowColumn, 'party'>, Text])[] = [
  ['vendor', { zh: '公司名称', en: 'Company' }],
  ['purpose', { zh: '使用目的', en: 'Purpose' }],
  ['data', { zh: '收集的个人信息', en: 'Personal data' }],
  ['how', { zh: '方式', en: 'Manner' }],
  ['link', { zh: '隐私政策', en: 'Privacy policy' }],
];

/** What a new list of third parties begins with. */
export const LEAD: Readonly<Record<ListPart, Text>> = {
  'sdk-list': {
    zh: '本应用集成了下列第三方 SDK，它们收集个人信息的目的、方式和种类如下：',
    en: 'The app embeds the following third-party SDKs, which collect personal data as told here:',
  },
  sharing: {
    zh: '我们向下列第三方提供个人信息，目的、方式和种类如下：',
    en: 'We provide personal data to the following third parties, as told here:',
  },
};

/** The title of a policy that has to be written. */
export function policyTitle(app: string | undefined, language: Language): string {
  const name = app ?? { zh: '【应用名称】', en: '【app name】' }[language];
  const space = /[A-Za-z0-9]$/.test(name) ? ' ' : '';
  return { zh: `${name}${space}隐私政策`, en: `${name} Privacy Policy` }[language];
}
