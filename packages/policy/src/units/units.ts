import type { Block, PolicyDocument, SectionKind } from '@mingshi/model';
import { plainOf } from '../text/plain.ts';
import { fieldsAt } from './fields.ts';
import { endOfList, LEAD } from './lists.ts';
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
  let from = 0;
  const own: Sentence[][] = [];
  const sentences: SentencesAt = (block) => (own[block - from] ??= sentencesOf(document, index, block));
  const upTo = (end: number): Sentence[] => {
    const said: Sentence[] = [];
    for (let i = from; i < end; i++) said.push(...sentences(i));
    own.splice(0, end - from);
    return said;
  };
  const walk: Walk = { blocks, sentences, around: surroundingsOf(document, kinds), units: [], lead: undefined };
  for (let i = 0; i < blocks.length; i = addUnits(walk, i)) {
    if (i - from < ENOUGH || walk.lead || PURPOSE.test(sentences(i)[0]?.plain ?? '')) continue;
    yield { sentences: upTo(i), units: walk.units };
    walk.units = [];
    from = i;
  }
  yield { sentences: upTo(blocks.length), units: walk.units };
}

/** A document while its blocks are put together into units. */
interface Walk {
  readonly blocks: readonly Block[];
  readonly sentences: SentencesAt;
  readonly around: (section: number) => Around;
  units: Unit[];
  /** The last sentence that promised a list; what follows it may be a table as well. */
  lead: Sentence | undefined;
}

/** Adds the units that begin at a block; the first block behind them. */
function addUnits(walk: Walk, at: number): number {
  const { blocks, sentences, units, lead } = walk;
  const block = blocks[at] as Block;
  const around = walk.around(block.section);
  walk.lead = undefined;
  if (block.table) return addTable(walk, at, lead, around);
  const fields = fieldsAt(blocks, sentences, at);
  if (fields) {
    units.push({ kind: 'row', sentences: fields.sentences, headers: fields.headers, ...around });
    return fields.end;
  }
  const said = sentences(at);
  if (block.kind !== 'heading') return addProse(walk, said, at + 1, around);
  if (said.length > 0) units.push(unitOf('sentence', said, around));
  return at + 1;
}

/** Adds the sentences of a block and the list that the last of them promises, from the block behind. */
function addProse(walk: Walk, said: readonly Sentence[], behind: number, around: Around): number {
  const { blocks, sentences, units } = walk;
  const last = said.at(-1);
  const lead = last && LEAD.test(last.text) ? last : undefined;
  walk.lead = lead;
  for (const group of withPurposes(lead ? said.slice(0, -1) : said)) {
    const before = units.at(-1);
    if (group[0] && before && isBefore(before, group[0], blocks)) {
      units[units.length - 1] = unitOf('sentence', [...before.sentences, ...group], around);
    } else units.push(unitOf('sentence', group, around));
  }
  if (!lead) return behind;
  const end = endOfList(blocks, behind);
  if (end === behind) units.push(unitOf('sentence', [lead], around));
  else {
    const items: Sentence[] = [];
    for (let i = behind; i < end; i++) items.push(...sentences(i));
    units.push({ ...unitOf('list', items, around), lead });
  }
  return end;
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
    if (last && (PURPOSE.test(sentence.plain) || LIST.test(sentence.plain) || isYes(last.at(-1), sentence))) last.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

/** "Do we collect your location? Yes.": the answer goes with its question. */
function isYes(before: Sentence | undefined, { plain, block }: Sentence): boolean {
  return before?.plain.endsWith('?') === true && before.block >= block - 1 && /^yes\b/i.test(plain);
}

/** A line that is but a purpose goes with the line above it, and a yes with its question. */
function isBefore(unit: Unit, sentence: Sentence, blocks: readonly Block[]): boolean {
  const last = unit.sentences.at(-1);
  if (unit.kind === 'sentence' && isYes(last, sentence)) return true;
  if (unit.kind !== 'sentence' || !last || !PURPOSE.test(sentence.plain)) return false;
  if (last.block !== sentence.block - 1 || last.section !== sentence.section) return false;
  return blocks[last.block]?.kind !== 'heading';
}

const LIST = /^(?:这些|上述|此类|该等|该|前述|以上|具体|主要)?(?:个人)?(?:信息|数据|内容|权限)?的?(?:类型|种类|类别|范围|字段)?(?:可能|主要|具体)?(?:包括|包含|例如|比如|譬如|诸如|分别为|如下)/;
const PURPOSE = /^(?:(?:以上|上述|前述|该等?|此类|这些|此等?)(?:个人)?(?:信息|数据|资料|权限)|其(?=目的|用途|作用))?(?:主要|仅|只|均|都|将|会|可以?|也|被)*(?:用于|用来|用以|用作|以便|旨在|帮助(?:我们|您)|有助于|(?:目的|用途|作用)(?:是|在于|为|[:：])|是[^，。；不非]{2,20}所必[需须要])/;

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
function addTable({ blocks, sentences, units }: Walk, from: number, lead: Sentence | undefined, around: Around): number {
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

/** The titles above a section and its kind; shared by the units of a section. */
function surroundingsOf({ sections }: PolicyDocument, kinds: readonly SectionKind[]): Walk['around'] {
  const paths: string[][] = [];
  sections.forEach(({ parent, title }, index) => {
    const outer = parent === undefined ? [] : (paths[parent] ?? []);
    paths[index] = [...outer.slice(-5), plainOf(title)];
  });
  let nearest = -1;
  let near: Around = { headings: [], sectionKinds: [] };
  return (section) => {
    if (section !== nearest) near = { headings: paths[section] ?? [], sectionKinds: [kinds[section] ?? 'other'] };
    nearest = section;
    return near;
  };
}
