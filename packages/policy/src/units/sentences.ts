import type { Language } from '@mingshi/knowledge';
import type { Block, PolicyDocument, PolicyLanguage } from '@mingshi/model';
import type { Sentence } from './unit.ts';
import { plainOf } from '../text/plain.ts';

/** The sentences of a block, by its number, in reading order; white space around a sentence is left out. */
export function sentencesOf(document: PolicyDocument, index: number, number: number): Sentence[] {
  const block = document.blocks[number] as Block;
  return sentenceRanges(block.text).map(([start, end]) => {
    const text = block.text.slice(start, end);
    return {
      document: index,
      block: number,
      section: block.section,
      start,
      end,
      text,
      plain: plainOf(text),
      language: languageOf(text, document.language, block),
    };
  });
}

/** 。！？!?. and their like, line breaks and dots in a row. */
function mayEnd(unit: number): boolean {
  if (unit < 0x80) return unit === 46 || unit === 33 || unit === 63 || unit === 10;
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x2026;
}

const CLOSING = /["'”’」』）)\]】》]/;
const ABBREVIATION = new RegExp(
  String.raw`(?:^|[\s("“])(?:e\.g|i\.e|etc|vs|no|nos|art|sec|inc|ltd|co|corp|llc|mr|mrs|ms|dr|st|cf|approx|incl|esp|resp|est|tel|ext|min|max|dept|fig|al` +
    '|[a-z])$',
  'i',
);

/** Start and end of each sentence of a text. */
export function sentenceRanges(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  const low = isLow(text);
  let from = 0;
  const add = (to: number): void => {
    // What is long beyond any sentence is cut at a comma: readers need only be quick with short ones.
    for (let cut = cutOf(text, from, to); cut > from; cut = cutOf(text, from, to)) trim(cut);
    trim(to);
  };
  const trim = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) ranges.push([start, end]);
    from = to;
  };
  for (let at = 0; at < text.length; at++) {
    if (!mayEnd(text.charCodeAt(at)) || at < from || !endsSentence(text, at, from, low)) continue;
    let to = at + 1;
    while (to < text.length && '。！？!?\u2026'.includes(text.charAt(to))) to++;
    while (to < text.length && CLOSING.test(text.charAt(to))) to++;
    add(to);
  }
  add(text.length);
  return ranges;
}

/** Longest sentence, in UTF-16 units. */
const LONGEST = 1500;

function cutOf(text: string, from: number, to: number): number {
  if (to - from <= LONGEST) return from;
  for (let at = from + LONGEST; at > from + LONGEST / 2; at--) {
    if (/[；;，,、\s]/.test(text.charAt(at - 1))) return at;
  }
  return from + LONGEST;
}

function endsSentence(text: string, at: number, from: number, low: boolean): boolean {
  const mark = text.charAt(at);
  if (mark === '。' || mark === '！' || mark === '？' || mark === '\n') return true;
  const next = text.charAt(at + 1);
  if (mark === '\u2026') return next !== '\u2026' && next !== '' && !/[，、；,;）)]/.test(next);
  if (mark !== '.') return next === '' || isSpace(next.charCodeAt(0)) || CLOSING.test(next) || isHan(next);
  const before = text.charAt(at - 1);
  if (isHan(before)) return !/[\w/]/.test(next);
  if (next !== '' && !isSpace(next.charCodeAt(0)) && !CLOSING.test(next)) return false;
  // "1. 收集信息": the number of an item, not the end of a sentence.
  const sofar = text.slice(Math.max(from, at - 12), at);
  if (/(?:^|[;；:：，,、])\s*[(（]?(?:\d{1,2}|[IVXivx]{1,4})(?:\.\d{1,2})*$/.test(sofar)) return false;
  if (ABBREVIATION.test(sofar)) return false;
  const rest = text.slice(at + 1, at + 6).trimStart().charAt(0);
  return rest === '' || !/[a-z,;]/.test(rest) || (/[a-z]{3}$/.test(sofar) && (low || STARTER.test(text.slice(at + 1, at + 12))));
}

/** Whoever writes no capitals at the beginning writes none behind a full stop. */
function isLow(text: string): boolean {
  return /^[^A-Za-z\n]{0,20}[a-z]/.test(text) && !/[a-z][.!?]["”)]?\s+[A-Z]/.test(text);
}

/** What begins a sentence even without a capital: "… your name. we never sell it". */
const STARTER = /^\s+(?:we|you|our|your|this|these|they|it|if|when|please)\s/;

/** A sentence without Han characters follows the document unless it is prose of its own. */
function languageOf(text: string, language: PolicyLanguage, block: Block): Language {
  const { han, words } = weigh(text);
  if (han > 0) return han * 3 >= words ? 'zh' : 'en';
  if (language === 'en' || words > 8) return 'en';
  if (language === 'zh' || language === 'zh-Hant') return 'zh';
  return weigh(block.text).han > 0 ? 'zh' : 'en';
}

/** Han characters and Latin words, counted over at most the first thousand units. */
function weigh(text: string): { han: number; words: number } {
  let han = 0;
  let words = 0;
  let letters = 0;
  for (let i = 0; i < text.length && i < 1000; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3400 && unit <= 0x9fff) han++;
    letters = isLatin(unit) ? letters + 1 : 0;
    if (letters === 2) words++;
  }
  return { han, words };
}

function isLatin(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122;
}

function isHan(char: string): boolean {
  return /^[\u3400-\u9fff]/.test(char);
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff;
}
