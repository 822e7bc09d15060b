import { chineseNumber, numberOf } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import type { Location, PolicyDocument } from '@mingshi/model';
import { isOf } from './home.ts';

/** 一、  1.  第三章  （二） */
const NUMBERED =
  /^(?<before>第\s?|[（(])?(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?<after>[章条部分节][\s、.．]{0,3}|[）)][\s、]{0,2}|[、.．]\s{0,3}|\s{1,3})/;

const BOM = /^\ufeff/;

/** How chapters are written in a document: in which letters, and the number that the next one takes. */
interface Chapters {
  /** Makes the line of a title. */
  readonly line: (title: string) => string;
  /** Makes the title of a further chapter; each call is one more. */
  readonly next: (title: string) => string;
}

/** The chapters of a document's text in one language. */
export function chaptersOf(document: PolicyDocument, source: string, language: Language): Chapters {
  const titled = document.sections.filter(
    ({ level, title }) => level > 0 && title !== document.title && isOf(title, document, language),
  );
  const level = Math.min(...titled.map((section) => section.level));
  const chapters = titled.filter((section) => section.level === level);
  const lines = chapters.map(({ at }) => source.slice(lineStart(at, source), lineEnd(at, source)).replace(BOM, ''));
  const hashes = lines.map((line) => /^#{1,6}/.exec(line)?.[0]).find((found) => found !== undefined);
  // Some write titles in bold letters only.
  const isBold = lines.length > 1 && lines.every((line) => /^\*\*.+\*\*\s*$/.test(line));
  const last = lines.slice(-2).map((line) => NUMBERED.exec(line.replace(/^(?:#{1,6}\s*)?(?:\*\*)?/, ''))?.groups);
  const pattern = last.length === 2 && last.every((each) => each !== undefined) ? last[1] : undefined;
  let value = numberOf(pattern?.['number'] ?? '') ?? 0;
  return {
    line: (title) => (isBold ? `**${title}**` : `${hashes ?? '##'} ${title}`),
    next: (title) => {
      if (!pattern) return title;
      value += 1;
      const number = /\d/.test(pattern['number'] ?? '') ? String(value) : chineseNumber(value);
      return `${pattern['before'] ?? ''}${number}${pattern['after'] ?? ''}${title}`;
    },
  };
}

/** Where the line of a place begins, with the marks before a title. */
export const lineStart = ({ start }: Pick<Location, 'start'>, source: string): number => source.lastIndexOf('\n', start - 1) + 1;

/** Where the line of a place ends. */
export function lineEnd({ start }: Pick<Location, 'start'>, source: string): number {
  const end = source.indexOf('\n', start);
  const line = end < 0 ? source.length : end;
  return source[line - 1] === '\r' ? line - 1 : line;
}
