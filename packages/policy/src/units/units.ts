import type { Block, PolicyDocument, SectionKind } from '@mingshi/model';
import { fieldsAt } from './fields.ts';
import { sentencesOf } from './sentences.ts';
import type { Sentence, Unit } from './unit.ts';

/** A part of a document with nothing between its first and last sentence left out, which is understood by itself. */
export interface Stretch {
  readonly sentences: readonly Sentence[];
  /** Sentences put together as a reader takes them: a list with its lead-in, a table row with its header, else alone. */
  readonly units: readonly Unit[];
}

/** Blocks in a stretch, at least: few, so that what is made of them is let go before the heap takes it for lasting. */
const ENOUGH = 32;

/** The stretches of a document, in reading order; each is made when it is asked for. */
export function* stretchesOf(document: PolicyDocument, index: number, kinds: readonly SectionKind[]): Iterable<Stretch> {
  const { blocks } = document;
  const headingsOf = headingPaths(document);
  let near: Around = { headings: headingsOf[0] ?? [], sectionKinds: [kinds[0] ?? 'other'] };
  let nearest = 0;
  const around = (section: number): Around => {
    if (section !== nearest) near = { headings: headingsOf[section] ?? [], sectionKinds: [kinds[section] ?? 'other'] };
    nearest = section;
    return near;
  };
  let from = 0;
  let units: Unit[] = [];
  const own: Sentence[][] = [];
  const sentences: SentencesAt = (block) => (own[block - from] ??= sentencesOf(document, index, block));
  const upTo = (end: number): Sentence[] => {
    const said: Sentence[] = [];
    for (let i = from; i < end; i++) said.push(...sentences(i));
    own.splice(0, end - from);
    return said;
  };
  let lead: Sentence | undefined;
  for (let i = 0; i < blocks.length; ) {
    if (i - from >= ENOUGH && !lead && !PURPOSE.test(sentences(i)[0]?.plain ?? '')) {
      yield { sentences: upTo(i), units };
      units = [];
      from = i;
    }
    const block = blocks[i] as Block;
    if (block.table) {
      i = addTable(units, blocks, sentences, i, lead, around(block.section));
      lead = undefined;
      continue;
    }
    const fields = fieldsAt(blocks, sentences, i);
    if (fields) {
      const { headings, sectionKinds } = around(block.section);
      units.push({ kind: 'row', sentences: fields.sentences, headers: fields.headers, headings, sectionKinds });
      i = fields.end;
      lead = undefined;
      continue;
    }
    const said = sentences(i);
    i++;
    if (block.kind === 'heading') {
      lead = undefined;
      if (said.length > 0) units.push(unitOf('sentence', said, around(block.section)));
      continue;
    }
    const last = said.at(-1);
    lead = last && LEAD.test(last.text) ? last : undefined;
    const end = lead ? endOfList(blocks, i) : i;
    for (const group of withPurposes(lead ? said.slice(0, -1) : said)) {
      const before = units.at(-1);
      if (group[0] && before && isBefore(before, group[0], blocks)) {
        units[units.length - 1] = unitOf('sentence', [...before.sentences, ...group], around(block.section));
      } else units.push(unitOf('sentence', group, around(block.section)));
    }
    if (lead && end > i) {
      const items: Sentence[] = [];
      for (; i < end; i++) items.push(...sentences(i));
      units.push({ ...unitOf('list', items, around(block.section)), lead });
    } else if (lead) {
      units.push(unitOf('sentence', [lead], around(block.section)));
    }
  }
  yield { sentences: upTo(blocks.length), units };
}

/** The sentences of a block, by its number. */
type SentencesAt = (block: number) => readonly Sentence[];

type Around = Pick<Unit, 'headings' | 'sectionKinds'>;

/** 存储权限。用于保存图片。, 我们会记录日志。包括…: a sentence that is but a purpose or a list goes with the one before it. */
function withPurposes(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  if (sentences.length < 2) return sentences.length === 0 ? [] : [sentences];
  const groups: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1);
    if (last && (PURPOSE.test(sentence.plain) || LIST.test(sentence.plain))) last.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

/** A line that is but a purpose goes with the line above it. */
function isBefore(unit: Unit, sentence: Sentence, blocks: readonly Block[]): boolean {
  const last = unit.sentences.at(-1);
  if (unit.kind !== 'sentence' || !last || !PURPOSE.test(sentence.plain)) return false;
  if (last.block !== sentence.block - 1 || last.section !== sentence.section) return false;
  return blocks[last.block]?.kind !== 'heading';
}

const LIST = /^(?:这些|上述|此类|该等|该|前述|以上|具体|主要)?(?:个人)?(?:信息|数据|内容|权限)?的?(?:类型|种类|类别|范围|字段)?(?:可能|主要|具体)?(?:包括|包含|例如|比如|分别为|如下)/;
const PURPOSE = /^(?:主要|仅|只|均|将)*(?:用于|用来|用以|用作|以便|旨在|目的是|用途[:：])/;

function unitOf(
  kind: Unit['kind'],
  sentences: readonly Sentence[],
  { headings, sectionKinds }: Around,
): Unit {
  const headers = sentences.length === 1 ? NO_HEADER : sentences.map(() => '');
  return { kind, sentences, headers, headings, sectionKinds };
}

/** Shared by all units of one sentence. */
const NO_HEADER: readonly string[] = [''];

/** One unit for each row below the header; a lead-in right before the table goes with every row. */
function addTable(
  units: Unit[],
  blocks: readonly Block[],
  sentences: SentencesAt,
  from: number,
  lead: Sentence | undefined,
  around: Around,
): number {
  const index = blocks[from]?.table?.index;
  const headers = new Map<number, string>();
  const rows = new Map<number, { sentences: Sentence[]; headers: string[] }>();
  let i = from;
  for (; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const place = block.table;
    if (!place || place.index !== index) break;
    if (place.header) {
      headers.set(place.column, [headers.get(place.column), block.text].filter(Boolean).join(' '));
      continue;
    }
    let row = rows.get(place.row);
    if (!row) rows.set(place.row, (row = { sentences: [], headers: [] }));
    for (const sentence of sentences(i)) {
      row.sentences.push(sentence);
      row.headers.push(headers.get(place.column) ?? '');
    }
  }
  for (const row of rows.values()) {
    if (row.sentences.length > 0) units.push({ kind: 'row', ...(lead && { lead }), ...row, ...around });
  }
  return i;
}

/** Titles from the outermost section to each one. */
function headingPaths(document: PolicyDocument): string[][] {
  const paths: string[][] = [];
  document.sections.forEach((section, index) => {
    const outer = section.parent === undefined ? [] : (paths[section.parent] ?? []);
    paths[index] = [...outer.slice(-5), section.title];
  });
  return paths;
}

/** How a sentence ends that promises a list: a colon, and perhaps the number of the first item left behind by whoever broke the lines. */
const LEAD = /(?:[:：]|包括(?:但不限于)?|如下)[\s*_。]*$|[:：]\s*;?\s*[(（]?(?:1|a|i)[.)）]$/;

/** First block after the list that begins at `from`, right behind its lead-in. */
function endOfList(blocks: readonly Block[], from: number): number {
  const lead = blocks[from - 1] as Block;
  const first = blocks[from];
  if (!first || first.kind === 'heading' || first.kind === 'cell') return from;
  const depth = lead.kind === 'item' ? lead.level : 0;
  const leadMark = markOf(lead.text);
  const firstMark = markOf(first.text);
  if (lead.kind === 'item' && first.kind === 'item' && first.level <= depth) return from;
  if (first.kind !== 'item' && firstMark && firstMark === leadMark) return from;
  let i = from;
  for (; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'heading' || block.kind === 'cell') break;
    if (block.kind === 'item') {
      if (lead.kind === 'item' && block.level <= depth) break;
      continue;
    }
    if (first.kind === 'item') break;
    const mark = markOf(block.text);
    if (mark && mark === leadMark) break;
    if (mark || i === from) continue;
    if (firstMark ? !continues(blocks[i - 1]?.text) : !isLoose(block.text, blocks[i - 1]?.text)) break;
  }
  return i;
}

/** Without marks a list goes on while its lines are short and none of them is a full sentence. */
function isLoose(text: string, before: string | undefined): boolean {
  return continues(before) || (text.length <= 60 && !/[。.！!]\s*$/.test(before ?? '') && !LEAD.test(text));
}

/** A line that ends in the middle of something. */
function continues(text: string | undefined): boolean {
  return /[；;、，,:：]\s*(?:[(（]?\d{1,2}[.)）])?\s*$/.test(text ?? '');
}

const MARKS: readonly (readonly [string, RegExp])[] = [
  ['han', /^\s*[一二三四五六七八九十]{1,3}[、.．]/],
  ['han-brackets', /^\s*[(（][一二三四五六七八九十]{1,3}[)）]/],
  ['number-brackets', /^\s*[(（]\d{1,2}[)）]/],
  ['number-bracket', /^\s*\d{1,2}[)）]/],
  ['number-number-number', /^\s*\d{1,2}[.．]\d{1,2}[.．]\d{1,2}/],
  ['number-number', /^\s*\d{1,2}[.．]\d{1,2}/],
  ['number', /^\s*\d{1,2}\s*[、.．,，]/],
  ['circle', /^\s*[\u2460-\u2473\u2776-\u277f]/],
  ['letter', /^\s*[(（]?[a-zA-Z][)）.、．]/],
  ['roman', /^\s*[(（]?[ivx]{1,4}[)）.、．]/],
  ['bullet', /^\s*[-*•·●○◆■□▪►➢\uf000-\uf8ff]\s*/],
];

/** What kind of mark a line begins with, '' for none. */
function markOf(text: string): string {
  return MARKS.find(([, mark]) => mark.test(text.slice(0, 16)))?.[0] ?? '';
}
