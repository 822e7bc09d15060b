import { onceFor } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import { plainOf } from '../text/plain.ts';
import { longest, matcherOf, type Hit, type Matcher } from '../text/matcher.ts';

/** What a column of a table, or a line such as `使用目的：…`, holds. */
export type Column = (typeof COLUMNS)[number];

const COLUMNS = [
  'name', 'party', 'vendor', 'data', 'permission', 'purpose', 'scene', 'moment', 'link', 'manner', 'other',
] as const;

/** What the names of columns mean. */
export interface Columns {
  /** What a header or label says that it is for; nothing where none of its words is known. */
  readonly columnOf: (header: string) => Column | undefined;
  /** Whether a text is the name of a column and no more than that: 收集的个人信息, not 设备信息. */
  readonly isLabel: (text: string) => boolean;
  /** Whether a text is nothing, or such a name that does not tell of what: 项目, 内容. */
  readonly isBlank: (text: string) => boolean;
  /** Whether cells are the names of their columns, as far as words can show it. */
  readonly nameColumns: (cells: readonly string[]) => boolean;
}

/** The words for columns of a knowledge, built once. */
export const columnsOf: (knowledge: Knowledge) => Columns = onceFor((knowledge) => buildColumns(knowledge));

interface Word {
  readonly column?: Column;
  /** Counts only where no other word tells. */
  readonly weak?: true;
  readonly whether?: true;
  /** Part of many a column's name, and of other texts as well. */
  readonly filler?: true;
}

/** Names of columns are shorter than this. */
const LONGEST = 80;
/** Headers in different words, kept until there are more than any policy has. */
const MOST_KNOWN = 2000;

function buildColumns(knowledge: Knowledge): Columns {
  // Most documents have no tables.
  let find: Matcher<Word> | undefined;
  const hitsIn = (text: string): Hit<Word>[] => {
    find ??= matcherOf(wordsOf(knowledge));
    return longest(find(text).filter((hit) => isWhole(text, hit)));
  };
  const known = new Map<string, Column | undefined>();
  const columnOf = (header: string): Column | undefined => {
    if (known.has(header)) return known.get(header);
    const text = plain(header);
    const column = columnIn(text, hitsIn(text));
    if (known.size > MOST_KNOWN) known.clear();
    if (header.length <= LONGEST) known.set(header, column);
    return column;
  };
  const isTiledBy = (text: string): boolean => text.length < LONGEST / 2 && isTiled(text, hitsIn(text));
  const isLabel = (header: string): boolean => columnOf(header) !== undefined && isTiledBy(plain(header));
  const isBlank = (header: string): boolean => columnOf(header) === undefined && isTiledBy(plain(header));
  const heads = (cell: string): boolean => {
    const text = plain(cell);
    return HAN.test(text) ? hitsIn(text).some(({ value }) => !value.filler) : isLabel(cell);
  };
  const nameColumns = (cells: readonly string[]): boolean =>
    cells.length > 1 &&
    !cells.some((cell) => cell.length > 40 || /[。；;]|、.*、|\.\s|\.$|https?:|[:：]./.test(cell)) &&
    cells.filter(heads).length * 2 >= cells.length;
  return { columnOf, isLabel, isBlank, nameColumns };
}

function wordsOf({ lexicons }: Knowledge): Map<string, Word> {
  const words = new Map<string, Word>();
  for (const { lists } of [lexicons.zh, lexicons.en]) {
    const add = (list: string, word: Word): void => {
      for (const text of lists[`column.${list}`] ?? []) if (!words.has(text)) words.set(text, word);
    };
    for (const column of COLUMNS) add(column, { column });
    for (const column of COLUMNS) add(`weak.${column}`, { column, weak: true });
    add('whether', { whether: true });
    add('tail', {});
    add('filler', { filler: true });
  }
  return words;
}

const plain = (text: string): string => plainOf(text.slice(0, LONGEST)).trim();

const HAN = /[\u3400-\u9fff]/;
const LATIN = /[A-Za-z]/;

/** Latin words are found whole only, in the singular or the plural. */
function isWhole(text: string, { start, end }: Pick<Hit<Word>, 'start' | 'end'>): boolean {
  if (LATIN.test(text.charAt(start)) && LATIN.test(text.charAt(start - 1))) return false;
  if (!LATIN.test(text.charAt(end - 1)) || !LATIN.test(text.charAt(end))) return true;
  return /^s(?![A-Za-z])/i.test(text.slice(end, end + 2));
}

/** 、 and 及 join what is on a par; the rest of a name tells more of its last word. */
const JOINTS = /[、,，/&;+|]|及其?|和|与|或|\b(?:and|or)\b/gi;
/** What comes behind these tells more of what is before: purpose of data collection, data we collect. */
const OF = /\s(?:of|for|by|that|which|we|you|it|with|from)\b/i;

function columnIn(text: string, hits: readonly Hit<Word>[]): Column | undefined {
  if (hits.some(({ value }) => value.whether)) return 'other';
  const found: Column[] = [];
  let from = 0;
  for (const part of text.split(JOINTS)) {
    const start = text.indexOf(part, from);
    from = start + part.length;
    const own = hits.filter((hit) => hit.start >= start && hit.end <= from && hit.value.column);
    const of = HAN.test(part) ? -1 : part.search(OF);
    const head = of < 0 ? own : own.filter(({ end }) => end <= start + of);
    const telling = [head, own].map((some) => some.filter(({ value }) => !value.weak)).find((some) => some.length > 0);
    const column = (telling ?? own).at(-1)?.value.column;
    if (column) found.push(column);
  }
  // Such cells are looked for by what none but they hold.
  const alone = found.find((column) => column === 'link' || column === 'permission');
  return alone ?? found.find((column) => column !== 'other') ?? found[0];
}

/** Whether nothing is left of a text but signs when the words are taken away. */
function isTiled(text: string, hits: readonly Hit<Word>[]): boolean {
  let rest = '';
  let from = 0;
  for (const { start, end } of hits) {
    rest += text.slice(from, start);
    from = end;
  }
  return !/[\p{L}]/u.test((rest + text.slice(from)).replaceAll(JOINTS, '').replaceAll(/(?<![a-z])s(?![a-z])/gi, ''));
}
