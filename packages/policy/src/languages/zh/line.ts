import type { Sentence, Span } from '../../units/unit.ts';

/** A sentence as the grammar reads it: stray spaces and markup signs gone, every unit traced to the sentence. */
export interface Line {
  readonly sentence: Sentence;
  readonly text: string;
  /** Index in the sentence of each unit of `text`; absent when both are the same. */
  readonly from: readonly number[] | undefined;
}

/** Reads a sentence; spaces count only between Latin words. */
export function lineOf(sentence: Sentence): Line {
  if (!NOISE.test(sentence.plain) && !sentence.plain.includes(LINK)) return { sentence, text: sentence.plain, from: undefined };
  const plain = unstressed(sentence.plain);
  const from: number[] = [];
  let text = '';
  let before = '';
  for (let i = 0; i < plain.length; i++) {
    const char = plain.charAt(i);
    if (char === ']' && plain.startsWith(LINK, i)) {
      const end = endOfLink(plain, i);
      if (end > 0) {
        // The bracket that opened the words of the link goes too.
        const open = text.lastIndexOf('[');
        if (open >= 0) {
          text = text.slice(0, open) + text.slice(open + 1);
          from.splice(open, 1);
        }
        i = end;
        continue;
      }
    }
    if (isNoise(plain, i, before)) continue;
    text += char;
    from.push(i);
    before = char;
  }
  return { sentence, text, from };
}

/** The same for a word of the lexicon. */
export function squeeze(word: string): string {
  if (!word.includes(' ')) return word;
  return !/\s/.test(word) ? word : word.replaceAll(/(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])/g, '');
}

/** The stretch of the sentence behind a stretch of the line. */
export function spanOf(line: Line, start: number, end: number): Span {
  const { sentence, from } = line;
  if (!from) return { sentence, start, end };
  const first = from[start] ?? 0;
  return { sentence, start: first, end: end > start ? (from[end - 1] ?? first) + 1 : first };
}

/** [GPS](https://…): in plain text a link of Markdown is its words. */
const LINK = '](http';

function endOfLink(text: string, at: number): number {
  const end = text.indexOf(')', at);
  return end > 0 && !/\s/.test(text.slice(at + 2, end).trim()) ? end : -1;
}

const NOISE = /[\s*_\\\u200b\ufeff“”「」【]/;
const QUOTES = /[“”「」]/;
/** “我们”是指, 以下简称“本产品”: quotes that say how something is called stay. */
const NAMES = /指|称|定义/;
/** 收集您的【手机号】 stresses a word; 点击【我的-设置】 and a label at the start of a line stay what they are. */
const STRESSED = /(?:[的、，和及与或集取]|提供|访问|使用)【[^【】→>＞—-]{1,16}】(?![-→>＞—:：])/g;

function unstressed(text: string): string {
  return text.includes('【') ? text.replaceAll(STRESSED, (stressed) => stressed.replace('【', '*').replace('】', '*')) : text;
}

const LATIN = /[A-Za-z0-9]/;

function isNoise(text: string, at: number, before: string): boolean {
  const char = text.charAt(at);
  if (char === '\u200b' || char === '\ufeff' || char === '\\' || char === '*') return true;
  if (char === '_') return !(LATIN.test(before) && LATIN.test(text.charAt(at + 1)));
  if (QUOTES.test(char)) return !NAMES.test(text);
  if (!/\s/.test(char)) return false;
  // Of several spaces or signs in a row one space is left, and only between Latin words.
  const next = text.charAt(at + 1);
  return !LATIN.test(before) || /[\s*_\\]/.test(next) || !LATIN.test(next);
}
