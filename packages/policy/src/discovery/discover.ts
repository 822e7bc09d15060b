import type { Files, Phrase, PolicyDocument, PolicyFile, Unread } from '@mingshi/model';
import { kindOf, kindOfName, partOf, weigh } from '../text/classify.ts';
import { hasChapters, isOtherScript } from './chapters.ts';
import { isCopy, printsOf } from './copies.ts';
import type { Prints } from './copies.ts';
import { linksOf, mentions } from './links.ts';
import {
  holdsTranslations,
  isCode,
  isJvm,
  isNamedLikePolicy,
  isOffice,
  isPageOfPolicy,
  isProgram,
  isShownProgram,
  isSource,
  isStrings,
  isUnreadable,
  shippingRank,
  signsOf,
} from './names.ts';
import { nearestPath } from './nearest.ts';
import { ownOutput } from './own-output.ts';
import { numberedParts } from './parts.ts';
import { proseOf } from './prose.ts';
import { plainOf, sampleOf } from './sample.ts';
import type { Sample } from './sample.ts';
import { LARGEST, LARGEST_SOURCE } from '../document/document.ts';
import { holdsPolicy } from '../formats/android-strings.ts';
import { decode } from '../formats/decode.ts';
import { languageOf } from '../text/language.ts';

/** The files taken for the policy, what stands elsewhere, and what was not read. */
export interface Discovery {
  readonly files: readonly PolicyFile[];
  /** Addresses of a policy that stands elsewhere. */
  readonly links: readonly Phrase[];
  readonly unread: readonly Unread[];
}

/** Finds the files that hold the policy: those that are named, else by name and content. */
export function findPolicies(files: Files, options: { readonly named?: readonly string[] } = {}): Discovery {
  if (options.named && options.named.length > 0) {
    return { files: options.named.map((path) => namedFile(files, path)), links: [], unread: [] };
  }
  const unread: Unread[] = [];
  const parts = numberedParts(files);
  const found = files.list().flatMap((path) => candidateOf(files, path, parts, unread) ?? []);
  const texts = withoutLooseParts(withoutStandIns(found));
  const inCode = texts.length > 0 ? [] : candidatesInCode(files);
  const taken = withoutCopies(files, [...texts, ...inCode], unread);
  const links = linksOf(files, taken.length === 0);
  if (taken.length === 0) {
    for (const { text, at } of links) {
      unread.push({ file: at.file, offset: at.start, what: 'policy-link-only', detail: text });
    }
    for (const path of files.list()) {
      if (isCode(path) && speaksOfData(files, path)) unread.push({ file: path, what: 'policy-in-code' });
    }
    unread.push(...withoutText(files));
  }
  return { files: taken.map(({ path, why, language }) => ({ path, why, language })), links, unread };
}

function namedFile(files: Files, named: string): PolicyFile {
  const path = named.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (!files.exists(path)) {
    const near = nearestPath(path, files.list());
    throw new Error(`no such policy file: ${named}${near ? `; did you mean ${near}?` : ''}`);
  }
  const sample = files.size(path) > LARGEST ? undefined : sampleOf(files.read(path));
  return { path, why: 'named', language: sample?.language ?? 'unknown' };
}

interface Candidate extends PolicyFile {
  readonly part: PolicyDocument['part'];
  /** An agreement under the policy's name: taken when there is nothing better. */
  readonly standsIn?: boolean;
}

/** A file that is taken for the policy or a part of it, and why. */
function candidateOf(files: Files, path: string, parts: ReadonlySet<string>, unread: Unread[]): Candidate | undefined {
  if (isUnreadable(path)) unread.push({ file: path, what: /\.doc$/i.test(path) ? 'old-word' : 'binary-policy' });
  if (isOffice(path)) return { path, why: 'name', language: 'unknown', part: 'main' };
  if (isSource(path)) return sourceCandidate(files, path);
  const signs = signsOf(path);
  if (!signs) return undefined;
  const size = files.size(path);
  if (size > LARGEST) {
    if (signs.policy) unread.push({ file: path, what: 'too-large', detail: `${size} > ${LARGEST}` });
    return undefined;
  }
  if (isStrings(path)) return size > 600 ? stringsCandidate(files, path) : undefined;
  if (!signs.policy && size < 300 && !parts.has(path)) return undefined;
  const bytes = files.read(path);
  const own = ownOutput(bytes);
  if (own !== undefined) {
    // A list may have been published as it is; reports and drafts never are.
    if (own === 'inventory') unread.push({ file: path, what: 'own-list' });
    return undefined;
  }
  const sample = sampleOf(bytes);
  if (!sample) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const part = partOf(sample.title, name);
  const body = sample.text.slice(0, 6000);
  const content = byContent(sample, body, part);
  if (parts.has(path)) return { path, why: content ? 'name-and-content' : 'name', language: sample.language, part };
  if (signs.policy) {
    if (sample.empty) return { path, why: 'name', language: 'unknown', part };
    if (kindOfName(sample.title) === 'agreement' && !content) {
      // Who names it so takes it for the policy; without a word on data it is none.
      const tells = weigh(sample.text).privacy >= 12 && SPEAKS_TO_USERS.test(body);
      return tells ? { path, why: 'name', language: sample.language, part, standsIn: true } : undefined;
    }
    // A title that says so is enough; a short policy need not speak of data in so many words.
    const silent = weigh(body).privacy === 0 && !speaksOfPrivacy(sample.text);
    if (silent && kindOfName(sample.title) !== 'privacy-policy') return undefined;
    if (isSettings(sample)) return undefined;
    return { path, why: content ? 'name-and-content' : 'name', language: sample.language, part };
  }
  return content ? { path, why: 'content', language: sample.language, part } : undefined;
}

const CALLS_ITSELF = new RegExp(
  '隐私(?:权)?(?:保护)?(?:政策|声明|协议|条款|指引|说明)|个人信息(?:保护|处理)|隱私(?:權)?(?:保護)?(?:政策|聲明|條款)' +
    '|個人資料|privacy (?:policy|notice|statement)|data (?:policy|safety)',
  'i',
);
const SPEAKS_TO_USERS = /您|你|我们|我們|\b(?:you|your|we|our)\b/i;

/** Whether the text shows by itself that it is a policy or a list that belongs to one. */
function byContent({ title, text }: Sample, body: string, part: PolicyDocument['part']): boolean {
  if (text.length < 150) return false;
  const { privacy, agreement } = weigh(body);
  if (part !== 'main' && kindOfName(title) !== 'agreement') return privacy >= 3 && SPEAKS_TO_USERS.test(body);
  if (kindOf(title, body) !== 'privacy-policy') return false;
  if (kindOfName(title) === 'privacy-policy') return privacy >= 2;
  return privacy >= 8 && privacy > agreement && CALLS_ITSELF.test(text.slice(0, 3000));
}

const PRIVACY = /隐私|个人信息|隱私|個人資料|\bprivacy\b|\b(?:personal|user) (?:data|information)\b/gi;

/** A long text named after the policy that tells of no data at all is a policy all the same: a bad one. */
function speaksOfPrivacy(text: string): boolean {
  return text.length >= 1000 && SPEAKS_TO_USERS.test(text) && (text.match(PRIVACY)?.length ?? 0) >= 3;
}

/** Menus of privacy settings speak of data in labels, not in sentences. */
function isSettings({ title, text }: Sample): boolean {
  return /settings?\b|设置|設定/i.test(title) && !/政策|policy|notice|声明/i.test(title) && text.length < 3000;
}

const IN_STRINGS = /privacy|policy|yinsi|yszc|隐私|隱私|个人信息|個人資料|personal (?:information|data)/i;

function stringsCandidate(files: Files, path: string): Candidate | undefined {
  const bytes = files.read(path);
  if (!mentions(bytes, IN_STRINGS) || !holdsPolicy(decode(bytes)?.text ?? '')) return undefined;
  const language = /\/values-(?:zh|b\+zh)/.test(path) ? 'zh' : (sampleOf(bytes)?.language ?? 'unknown');
  return { path, why: 'content', language, part: 'main' };
}

/** A program that holds the sentences of a policy; whether users read them, its reader finds out. */
function sourceCandidate(files: Files, path: string): Candidate | undefined {
  const size = files.size(path);
  if (size < 600 || size > LARGEST_SOURCE) return undefined;
  const bytes = files.read(path);
  if (!mentions(bytes, IN_STRINGS)) return undefined;
  const source = decode(bytes)?.text ?? '';
  const prose = proseOf(source);
  const isNamed = isNamedLikePolicy(path);
  const { privacy } = weigh(prose);
  // Chapters of a few points each are hardly prose.
  if (prose.length < (isNamed ? 60 : 200)) return undefined;
  const language = languageOf(prose.split('\n'));
  if ((isNamed || privacy > 0) && hasChapters(source)) return { path, why: 'content', language, part: 'main' };
  if (prose.length < 200 || privacy < (isNamed ? 4 : 8)) return undefined;
  // 隐私协议 calls itself 本协议 all along: there the name of the file tells it from an agreement.
  if (kindOf('', prose) !== 'privacy-policy' && !(isNamed && CALLS_ITSELF.test(source.slice(0, 20_000)))) return undefined;
  return { path, why: 'content', language, part: 'main' };
}

/**
 * Where nothing else is found: what tables of translations hold, or Kotlin and Java, else a program of another name with the
 * whole text in it.
 */
function candidatesInCode(files: Files): Candidate[] {
  const translated = files.list().flatMap((path) => (holdsTranslations(path) ? (translationsCandidate(files, path) ?? []) : []));
  if (translated.length > 0) return translated;
  const named = files.list().flatMap((path) => (isJvm(path) ? (sourceCandidate(files, path) ?? []) : []));
  if (named.length > 0) return named;
  return files.list().flatMap((path) => {
    if (!isShownProgram(path) || files.size(path) > LARGEST_SOURCE) return [];
    const bytes = files.read(path);
    if (!mentions(bytes, IN_STRINGS) || !hasChapters(decode(bytes)?.text ?? '')) return [];
    return sourceCandidate(files, path) ?? [];
  });
}

/** A table of translations that speaks of data; whether that is the policy, its reader finds out by the keys. */
function translationsCandidate(files: Files, path: string): Candidate | undefined {
  const size = files.size(path);
  if (size < 600 || size > LARGEST_SOURCE) return undefined;
  const bytes = files.read(path);
  if (!mentions(bytes, IN_STRINGS)) return undefined;
  const prose = proseOf(decode(bytes)?.text ?? '');
  return weigh(prose).privacy >= 4 ? { path, why: 'content', language: languageOf(prose.split('\n')), part: 'main' } : undefined;
}

function withoutStandIns(found: readonly Candidate[]): readonly Candidate[] {
  const isReal = ({ standsIn, part }: Candidate): boolean => !standsIn && part === 'main';
  return found.some(isReal) ? found.filter(({ standsIn }) => !standsIn) : found;
}

/** A list of SDKs or permissions is a part of the policy only where there is a policy, beside it or in what ships. */
function withoutLooseParts(found: readonly Candidate[]): Candidate[] {
  const folders = new Set(found.filter(({ part }) => part === 'main').map(({ path }) => folderOf(path)));
  if (folders.size === 0) return found.filter(({ why }) => why !== 'content');
  return found.filter(
    ({ part, path, why }) =>
      part === 'main' || why !== 'content' || folders.has(folderOf(path)) || shippingRank(path) > 2,
  );
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Copies of one text are read once: the one that ships, or the fuller one when the other is only a part of it. */
function withoutCopies(files: Files, found: readonly Candidate[], unread: Unread[]): Candidate[] {
  if (found.length < 2) return [...found];
  const kept: { file: Candidate; prints: Prints }[] = [];
  const ranked = found.toSorted(
    (a, b) => shippingRank(b.path) - shippingRank(a.path) || files.size(b.path) - files.size(a.path),
  );
  for (const file of ranked) {
    const text = decode(files.read(file.path))?.text ?? '';
    const prints = printsOf(isProgram(file.path) ? proseOf(text) : plainOf(text));
    const index = kept.findIndex((other) => isCopy(prints, other.prints));
    const other = kept[index];
    if (!other) {
      kept.push({ file, prints });
      continue;
    }
    const fuller = prints.size > other.prints.size * 1.5;
    const [copy, read] = fuller ? [other.file, file] : [file, other.file];
    if (fuller) kept[index] = { file, prints };
    unread.push({ file: copy.path, what: 'policy-copy', detail: read.path });
  }
  return kept.map(({ file }) => file).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Pages named after the policy in which no text of one was found: a stub, one that is fetched, another language or text. */
function withoutText(files: Files): Unread[] {
  const pages = files.list().filter((path) => isPageOfPolicy(path) && files.size(path) <= LARGEST_SOURCE);
  return pages.slice(0, MOST_PAGES).map((path) => {
    const isForeign = isOtherScript(decode(files.read(path))?.text ?? '');
    return { file: path, what: isForeign ? 'policy-other-language' : 'policy-without-text' };
  });
}

const MOST_PAGES = 5;

function speaksOfData(files: Files, path: string): boolean {
  if (files.size(path) > 1_000_000) return false;
  return weigh((decode(files.read(path))?.text ?? '').slice(0, 100_000)).privacy >= 12;
}
