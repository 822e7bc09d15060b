import type { Knowledge, Language } from '@mingshi/knowledge';
import type { Block, NameSign, PolicyDocument } from '@mingshi/model';
import { likenessOf, printsOf } from '../discovery/copies.ts';
import { readNames } from '../signs/names.ts';

/** Two documents, by index, that are versions of one text: its Chinese and English, or two copies. */
export interface Versions {
  readonly one: number;
  readonly other: number;
  readonly between: 'languages' | 'copies';
}

/** Which documents are versions of one policy; those of different products, platforms or build variants are not. */
export function versionsOf(documents: readonly PolicyDocument[], knowledge: Knowledge): readonly Versions[] {
  const mains = [...documents.keys()].filter((index) => isMain(documents[index]));
  // Many texts are a house's collection, or the chapters of one.
  if (mains.length < 2 || mains.length > MOST) return [];
  const all = mains.map((index) => documents[index] as PolicyDocument);
  const pairs: Versions[] = [];
  for (const [position, one] of mains.entries()) {
    for (const other of mains.slice(position + 1)) {
      const [a, b] = [documents[one] as PolicyDocument, documents[other] as PolicyDocument];
      const between = languageOf(a) === languageOf(b) ? 'copies' : 'languages';
      const isPair = isOfOneApp(a, b) && (between === 'copies' ? areCopies(a, b) : areTranslations(a, b, all));
      if (isPair && areOfOneProduct(one, other, documents, knowledge)) pairs.push({ one, other, between });
    }
  }
  return pairs;
}

const MOST = 8;

function isMain(document: PolicyDocument | undefined): boolean {
  return (
    document?.part === 'main' && document.kind === 'privacy-policy' && /^(?:zh|zh-Hant|en)$/.test(document.language)
  );
}

/** The language as words are compared: Traditional Chinese is read as Simplified. */
export function languageOf({ language }: PolicyDocument): Language {
  return language === 'en' ? 'en' : 'zh';
}

/** Copies share most of their sentences; what only shares its template is another policy, a part is an excerpt. */
function areCopies(a: PolicyDocument, b: PolicyDocument): boolean {
  return likenessOf(printsOf(textOf(a)), printsOf(textOf(b))).both >= 0.3;
}

/** One is named after the other, or each is the only one of its language; and they are of about one length. */
function areTranslations(a: PolicyDocument, b: PolicyDocument, mains: readonly PolicyDocument[]): boolean {
  const isNamedAlike = plainPath(a.path) === plainPath(b.path);
  const inFile = (path: string): number => mains.filter((each) => each.path === path).length;
  const isAlone = mains.length === 2;
  if (!(isNamedAlike ? inFile(a.path) === 1 && inFile(b.path) === 1 : isAlone)) return false;
  return areOfOneLength(sizeOf(a.blocks, languageOf(a)), sizeOf(b.blocks, languageOf(b)));
}

/** Whether texts of such lengths may say the same: the one is no summary of the other. */
export function areOfOneLength(one: number, other: number): boolean {
  return Math.min(one, other) > Math.max(one, other) * 0.45;
}

/** Length in English letters: a Chinese character says as much as nearly three. */
export function sizeOf(blocks: readonly Pick<Block, 'text'>[], language: Language): number {
  const letters = blocks.reduce((sum, { text }) => sum + text.length + 1, 0);
  return language === 'zh' ? letters * 2.7 : letters;
}

function textOf({ blocks }: PolicyDocument): string {
  return blocks.map(({ text }) => text).join('\n');
}

/** Not in two modules, build variants or platforms, and not set apart by the file's name (privacy-web, privacy-old). */
function isOfOneApp(a: PolicyDocument, b: PolicyDocument): boolean {
  const [one, other] = [SOURCE_SET.exec(a.path), SOURCE_SET.exec(b.path)];
  if (one && other && (one[1] !== other[1] || one[2] !== other[2])) return false;
  if ([one, other].some((set) => set && set[2] !== 'main') && one?.[2] !== other?.[2]) return false;
  return platformOf(a.path) === platformOf(b.path) && subjectOf(a.path) === subjectOf(b.path);
}

const SOURCE_SET = /^(.*?)src\/(\w+)\/(?:assets|res|resources|java|kotlin)\//;

function platformOf(path: string): string {
  return (
    /(?:^|[/_.-])(?:ios|iphone|ipad|macos|windows|harmony|ohos|entry|web|h5|weapp|miniprogram)(?=[/_.-])/i
      .exec(path)?.[0]
      .slice(1)
      .toLowerCase() ?? ''
  );
}

/** What a file's name says beside that it is the policy, and in which language. */
function subjectOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  // One file of string resources holds all texts.
  return /(?:^|\/)values[^/]*\/[^/]+\.xml$/.test(path)
    ? ''
    : words(name)
        .filter((word) => !PLAIN.test(word))
        .join(' ');
}

/** A path without what tells languages apart. */
function plainPath(path: string): string {
  return words(path)
    .filter((word) => !LANGUAGE.test(word))
    .join(' ');
}

function words(text: string): readonly string[] {
  return text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/([\u4e00-\u9fff])(?=[a-z\d])|([a-z\d])(?=[\u4e00-\u9fff])/g, '$& ')
    .split(/[^a-z\d\u4e00-\u9fff]+/)
    .filter((word) => word !== '');
}

const wholeWord = (...lists: readonly string[]): RegExp => new RegExp(`^(?:${lists.join(' ').split(' ').join('|')})$`);

const LANGUAGES = [
  'zh cn chs cht sc tc tw hk hans hant rcn rtw rhk zhcn zhtw chinese 中文 中文版 简体 简体中文 繁体 繁體 繁體中文',
  'en us gb uk rus rgb enus eng english 英文 英文版 b',
];
const LANGUAGE = wholeWord(...LANGUAGES);
const PLAIN = wholeWord(
  ...LANGUAGES,
  'privacy policy privacypolicy statement notice protocol agreement terms and of the information data safety content',
  'yinsi yinsizhengce yszc ysxy zhengce xieyi 隐私 隐私政策 隐私权政策 隐私协议 隐私声明 隐私保护政策 隱私政策 隱私權政策',
  'app user users index main page view screen strings md txt html',
);

/** Not each names a product of its own, in one script, that shares no part of its name with the other. */
export function areOfOneProduct(
  one: number,
  other: number,
  documents: readonly PolicyDocument[],
  knowledge: Knowledge,
): boolean {
  const names = [...readNames(documents, knowledge)];
  const of = (document: number): readonly string[] =>
    names
      .filter((sign): sign is NameSign => sign.kind === 'name' && sign.document === document && sign.of === 'product')
      .map(({ name }) => name.toLowerCase().replaceAll(/\s/g, ''));
  const [mine, theirs] = [of(one), of(other)];
  const sameScript = mine.flatMap((name) =>
    theirs.filter((each) => isHan(each) === isHan(name)).map((each) => [name, each] as const),
  );
  return sameScript.length === 0 || sameScript.some(([a, b]) => a.includes(b) || b.includes(a));
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
