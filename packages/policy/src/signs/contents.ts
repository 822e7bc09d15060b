import type { Block, PolicyDocument } from '@mingshi/model';
import { plainOf } from '../text/plain.ts';
import { kindOfTitle } from '../document/sections.ts';

/** An entry of a table of contents, without its number. */
interface Entry {
  readonly block: Block;
  readonly text: string;
}

/** Entries of the table of contents for which no part of the text can be found, where most others have theirs. */
export function missingEntries(document: PolicyDocument, title: RegExp): readonly Entry[] {
  const { entries, missing } = entriesOf(document, title);
  // Where more seem to be missing, the contents were not understood.
  return missing.length * 3 <= entries.length ? missing : [];
}

/** Every entry of the table of contents, and those for which no part can be found. */
function entriesOf({ blocks }: PolicyDocument, title: RegExp): { readonly entries: readonly Entry[]; readonly missing: readonly Entry[] } {
  const start = blocks.slice(0, 60).findIndex(({ text, kind }) => {
    const line = plainOf(text).trim();
    return kind !== 'cell' && (title.test(line) || TELLS_CONTENTS.test(line));
  });
  if (start < 0) return { entries: [], missing: [] };
  const [entries, end] = entriesAfter(blocks, start + 1);
  if (entries.length < 3 || entries.length > 40) return { entries: [], missing: [] };
  const wanted = new Map(entries.map((entry) => [plain(entry.text), entry]));
  const titles = blocks
    .slice(end)
    .filter(isTitle)
    .map(({ text }) => ({ text, plain: plain(text) }));
  const found = new Set(titles.flatMap((each) => wanted.get(each.plain) ?? []));
  // A title may stand at the head of its paragraph.
  const heads = blocks.slice(end).map(({ text }) => plain(text.slice(0, LONGEST_TITLE)));
  // A part under another title is there all the same, 收集哪些信息 as 如何收集和使用您的信息, unless the title is another entry's.
  const others = titles.filter((each) => !wanted.has(each.plain));
  const kinds = new Set(others.map(({ text }) => kindOfTitle(withoutNumber(text))));
  const missing = entries.filter((entry) => {
    if (found.has(entry) || IN_GENERAL.test(entry.text)) return false;
    const kind = kindOfTitle(entry.text);
    const own = plain(entry.text);
    if (own.length > 3 && heads.some((head) => head.startsWith(own))) return false;
    return !(kind !== undefined && kinds.has(kind)) && !others.some((each) => likeness(own, each.plain) >= ALIKE);
  });
  return { entries, missing };
}

/** 本隐私政策将帮助您了解以下内容, 本指引主要包含以下几个部分. */
const TELLS_CONTENTS =
  /^本[^，。：；]{0,12}(?:政策|声明|指引|条款|协议|规则|文)》?(?:部分)?(?:将|旨在|主要|会)?(?:帮助?)?您?(?:了解|包括|包含|说明|介绍)(?:以下|如下|下列)(?:内容|几?个?部分|几?个?方面)[：:]?$/;

/** Parts that hold what is left over, or say where the text holds, go by many names or by none. */
const IN_GENERAL = /^(?:其他|附则|前言|引言|导[言语]|概述|总则)|适用|争议|生效|法律|^(?:others?|miscellaneous|general|introduction|preface|overview)\b/i;
/** A heading, or a line that could be one. */
function isTitle({ kind, text }: Block): boolean {
  return kind === 'heading' || (kind !== 'cell' && text.length <= LONGEST_TITLE && !/[。；;，,]\s*$/.test(text));
}

const LONGEST_TITLE = 40;
const ALIKE = 0.45;

/** Dates, lead-ins and sentences stand near the contents and announce nothing. */
const NO_ENTRY = /[。；;:：]|\d{4}|日期|如下/;

/** The short lines behind the title, up to the first that is none or that repeats the first entry. */
function entriesAfter(blocks: readonly Block[], from: number): readonly [Entry[], number] {
  const entries: Entry[] = [];
  let i = from;
  for (; i < blocks.length && entries.length <= 40; i++) {
    const block = blocks[i];
    if (!block || block.kind === 'cell') break;
    const text = withoutNumber(block.text);
    const first = entries[0];
    if (text.length > 50 || text.length < 2 || NO_ENTRY.test(text) || (first && plain(first.text) === plain(text))) break;
    // A heading ends the contents, unless they are headings themselves.
    if (block.kind === 'heading' && entries.length > 0 && entries.every((entry) => entry.block.kind !== 'heading')) break;
    entries.push({ block, text });
  }
  return [entries, i];
}

function withoutNumber(text: string): string {
  return plainOf(text)
    .replace(/^\s*(?:第?[\d一二三四五六七八九十]{1,3}\s*[章节部分条、.。)）:：]{1,3}\s*)+/, '')
    .replace(/[\s.…·]{2,}\d{1,3}\s*$/, '')
    .trim();
}

function plain(text: string): string {
  return withoutNumber(text).toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '').replaceAll(/我们|您的?|如何|怎样|\b(?:how|we|your|the|our)\b/g, '');
}

/** How much of the shorter text's letter pairs the other has, from 0 to 1. */
function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a.includes(b) || b.includes(a)) return Math.min(a.length, b.length) >= 2 ? 1 : 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let shared = 0;
  for (let i = 0; i + 2 <= short.length; i++) if (long.includes(short.slice(i, i + 2))) shared++;
  return short.length < 3 ? 0 : shared / (short.length - 1);
}
