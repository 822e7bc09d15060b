import type { Language } from '@mingshi/knowledge';
import type { Paragraph, PolicyDocument, PolicyReading, SectionKind } from '@mingshi/model';

/** Where a paragraph belongs: a section of a document, or a new one when it has none that fits. */
interface Home {
  readonly document: number;
  readonly section?: number;
}

/** Sections in which a part of a policy is looked for, the fittest first. */
const KINDS: Readonly<Record<Paragraph['part'], readonly SectionKind[]>> = {
  title: [],
  collection: ['collection'],
  permissions: ['permissions', 'collection'],
  'sdk-list': ['sdk-list'],
  sharing: ['sharing'],
  storage: ['storage', 'security'],
  security: ['security', 'storage'],
  rights: ['rights'],
  minors: ['minors'],
  cookies: ['cookies', 'collection'],
  changes: ['changes'],
  contact: ['contact'],
  definitions: ['definitions'],
  other: ['collection'],
};

/** How to switch permissions off is told among the rights. */
const NO_REQUEST = /管理|关闭|撤[回销]|取消|manag|withdraw|revok|turn off|switch off/i;

/** 使用规则 is of the app, not of data. */
const OF_DATA = /信息|数据|资料|收集|采集|隐私|权限|\b(?:data|information|collect\w*|gather\w*|permissions?)\b/i;

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

/** Whether a document, or a part of it, is written in the language. */
export function speaks({ language }: PolicyDocument, wanted: Language): boolean {
  if (language === 'mixed' || language === 'unknown') return true;
  return (language === 'en') === (wanted === 'en');
}

/** Whether a title belongs to the text of the language, in a document of two. */
export function isOf(title: string, { language }: PolicyDocument, wanted: Language): boolean {
  return language !== 'mixed' || isChinese(title) === (wanted === 'zh');
}

/** The documents that could take a paragraph: the lists where it is for them, else the policy proper. */
export function documentsFor(part: Paragraph['part'], language: Language, policy: PolicyReading): readonly number[] {
  const every = [...policy.documents.keys()];
  const spoken = every.filter((index) => {
    const document = policy.documents[index];
    return document !== undefined && speaks(document, language);
  });
  // A text in a language that the policy does not have is shown beside the one it has.
  const own = spoken.length > 0 ? spoken : every;
  const of = (wanted: PolicyDocument['part']): readonly number[] =>
    own.filter((index) => policy.documents[index]?.part === wanted);
  const lists = part === 'sdk-list' ? of('sdk-list') : [];
  if (lists.length > 0) return lists;
  return of('main').length > 0 ? of('main') : own;
}

/** The section that a paragraph belongs to; without one that fits, the document alone. */
export function homeIn(document: number, part: Paragraph['part'], language: Language, policy: PolicyReading): Home {
  const { [document]: read } = policy.documents;
  const kinds = policy.sectionKinds[document] ?? [];
  for (const kind of KINDS[part]) {
    const section = read?.sections.findIndex(
      ({ title, parent, level }, index) =>
        kinds[index] === kind &&
        level > 0 &&
        (parent === undefined || kinds[parent] !== kind) &&
        isOf(title, read, language) &&
        !(kind === 'permissions' && NO_REQUEST.test(title)) &&
        !(kind === 'collection' && !OF_DATA.test(title)),
    );
    if (section !== undefined && section >= 0) return { document, section };
  }
  const listing = part === 'sdk-list' ? listingIn(document, language, policy) : undefined;
  return listing === undefined ? { document } : { document, section: listing };
}

/** The section that lists SDKs under a title of another kind. */
function listingIn(document: number, language: Language, policy: PolicyReading): number | undefined {
  const { [document]: read } = policy.documents;
  for (const { document: own, listed, at } of policy.sdks) {
    if (own !== document || !listed) continue;
    const block = read?.blocks.find((each) => each.at.start <= at.start && at.start < each.at.end);
    const title = block && read?.sections[block.section]?.title;
    if (read && block && title !== undefined && isOf(title, read, language)) return block.section;
  }
  return undefined;
}
