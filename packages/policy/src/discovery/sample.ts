import type { PolicyLanguage } from '@mingshi/model';
import { decode } from '../formats/decode.ts';
import { languageOf } from '../text/language.ts';

/** The beginning of a file, without markup: enough to tell whether it is a policy. */
export interface Sample {
  readonly title: string;
  readonly text: string;
  readonly language: PolicyLanguage;
  /** Nothing but white space stands in the file. */
  readonly empty: boolean;
}

const ENOUGH = 49_152;

/** Looks at the beginning of a file; undefined when it is no text. */
export function sampleOf(bytes: Uint8Array): Sample | undefined {
  const source = decode(beginning(bytes))?.text;
  if (source === undefined) return undefined;
  const text = plainOf(source);
  return { title: titleOf(source, text), text, language: languageOf(text.split('\n')), empty: source.trim() === '' };
}

/** The first bytes, cut where no character is broken. */
function beginning(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= ENOUGH) return bytes;
  let end = ENOUGH;
  while (end > ENOUGH - 2000 && (bytes[end - 1] ?? 0) >= 0x80) end--;
  return bytes.subarray(0, end);
}

/** A text without tags, scripts and styles, roughly: for weighing and comparing, not for quoting. */
export function plainOf(source: string): string {
  if (!/<[a-z!]/i.test(source.slice(0, 5000))) return source;
  let text = '';
  let from = 0;
  const tag = /<(?:(script|style)\b|!--|\/?[a-z!?])[^<>]*>?/gi;
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    text += source.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1]) from = behind(source, '</', from) ?? from;
    else if (match[0].startsWith('<!--')) from = behind(source, '-->', match.index) ?? from;
    if (!/^<\/?(?:span|b|i|u|a|em|strong|font|o:p)\b/i.test(match[0])) text += '\n';
    tag.lastIndex = from;
  }
  return (text + source.slice(from)).replaceAll(/&nbsp;|&#160;/g, ' ').replaceAll(/[ \t]*\n\s*/g, '\n');
}

/** Where the search for a sign ends, if it is there: before a closing tag, behind a comment. */
function behind(source: string, sign: string, from: number): number | undefined {
  const at = source.indexOf(sign, from);
  return at < 0 ? undefined : sign === '</' ? at : at + sign.length;
}

const HEADING = /(?:^|\n)[ \t]{0,3}#{1,6}[ \t]+([^\n]{1,200})|<h[1-6][^>]*>\s*(?:<[^>]{0,200}>\s*)*([^<]{1,200})/i;

/** `<title>`, else the first heading, else the first line if it is short. */
function titleOf(source: string, text: string): string {
  const start = source.slice(0, 8000);
  const title = /<title[^>]*>([^<]{1,200})/i.exec(start)?.[1]?.trim();
  const heading = HEADING.exec(start);
  const own = (heading?.[1] ?? heading?.[2])?.trim();
  if (title || own) return [title, own].filter(Boolean).join(' ');
  const first = /[^\n]*\S[^\n]*/.exec(text.slice(0, 2000))?.[0].trim() ?? '';
  return first.length <= 60 && !/[。.，,；;]$/.test(first) ? first : '';
}
