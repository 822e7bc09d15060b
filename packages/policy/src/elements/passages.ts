import type { Knowledge, Language } from '@mingshi/knowledge';
import type { Block, PolicyDocument, SectionKind } from '@mingshi/model';
import { plainOf } from '../text/plain.ts';
import type { Sentence } from '../units/unit.ts';
import { cueFinderOf, hasAny, type Cue, type Cues } from './cues.ts';

/** A sentence with what a reader knows when meeting it: its section, its heading and the cues in them. */
export interface Passage {
  readonly sentence: Sentence;
  /** The sentence's text for matching; offsets as in the sentence. */
  readonly text: string;
  readonly language: Language;
  readonly kind: SectionKind;
  readonly block: Block;
  /** Title of the innermost section, for matching; '' when there is none. */
  readonly heading: string;
  readonly cues: Cues;
  readonly headingCues: Cues;
  /** The elements that the title names. */
  readonly headingNames: ReadonlySet<string>;
  /** What an item or a table cell leans on: the lead-in before its list, the header above its column. */
  readonly lead: Passage | undefined;
  /** What the title or a question right before names in words that would tell it: here it is enough to say how. */
  readonly topics: Topics;
  /** Place among the passages, to look around. */
  readonly index: number;
}

/** Makes passages of sentences that come in reading order; a passage's `index` is where it will stand. */
export type PassageMaker = (sentence: Sentence, index: number) => Passage;

/** Finds the cues of each sentence and of the title above it. */
export function passageMaker(
  documents: readonly PolicyDocument[],
  sectionKinds: readonly (readonly SectionKind[])[],
  knowledge: Knowledge,
): PassageMaker {
  const find = cueFinderOf(knowledge);
  const headings = documents.map((): Heading[] => []);
  const headingOf = ({ document, section }: Sentence): Heading => {
    const text = plainOf(documents[document]?.sections[section]?.title ?? '');
    const language = /[\u3400-\u9fff]/.test(text) ? 'zh' : 'en';
    const cues = find.inSentence(text, language);
    const names = find.namedIn(text, language);
    return { text, cues, names, topics: topicsIn(text, cues, ASKS.test(text) || isOfRights(text) ? ASKED : TITLED) };
  };
  const leads = leadKeeper();
  return (sentence, index) => {
    const heading = ((headings[sentence.document] ??= [])[sentence.section] ??= headingOf(sentence));
    const block = documents[sentence.document]?.blocks[sentence.block] as Block;
    const passage: Passage = {
      sentence,
      text: sentence.plain,
      language: sentence.language,
      kind: sectionKinds[sentence.document]?.[sentence.section] ?? 'other',
      block,
      heading: heading.text,
      cues: find.inSentence(sentence.plain, sentence.language),
      headingCues: heading.cues,
      headingNames: heading.names,
      lead: leads.leadOf(sentence, block),
      topics: leads.askedOf(sentence, block, index) ?? heading.topics,
      index,
    };
    leads.meet(passage);
    return passage;
  };
}

interface Heading {
  readonly text: string;
  readonly cues: Cues;
  readonly names: ReadonlySet<string>;
  readonly topics: Topics;
}

/** Elements that a title or question names. */
type Topics = readonly TopicId[];
type TopicId = (typeof ASKED)[number];

/** What a title names by itself. */
const TITLED = ['account-cancellation', 'right-withdraw-consent', 'personalization-opt-out', 'ads-opt-out', 'complaint-channel', 'retention', 'minors'] as const;
/** A question asks for one thing; a title 存储 or 查询与更正 covers many. */
const ASKED = [...TITLED, 'right-access', 'right-correct', 'right-delete', 'cross-border', 'storage-location', 'policy-change-notice'] as const;
const NO_TOPICS: Topics = [];

function topicsIn(text: string, cues: Cues, topics: Topics): Topics {
  if (CANCELS.test(text)) return CANCELLATION;
  if (cues.size === 0) return NO_TOPICS;
  const named = topics.filter((id) => cues.has(id) && (id !== 'storage-location' || WHERE.test(text)));
  return named.length > 0 ? named : NO_TOPICS;
}

/** 注销: the title or the first cell of a row that needs no word for the account. */
const CANCELS = /^[\s*\d.、（()）一二三四五六七八九十]*(?:(?:账号)?注销(?:账[号户]|通行证)?权?|删除账[号户]|(?:delet|clos|cancel)\w* (?:my |your |the |an )?account|account (?:deletion|closure|cancellation))[\s*]*$/i;
const CANCELLATION: Topics = ['account-cancellation'];

/** 查询、更正和删除: a title of nothing but rights. */
function isOfRights(text: string): boolean {
  return RIGHTS_ONLY.test(text);
}

const RIGHTS_ONLY =
  /^[\s\d.、（()）一二三四五六七八九十]*(?:(?:访问|查阅|查询|查看|复制|更正|修改|补充|删除)权?[、，与和及或/]{0,2}){2,6}(?:您的|我的)?(?:个人)?(?:信息|资料|数据)?$|^[\s\d.)(]*(?:(?:access(?:ing)?|view(?:ing)?|copy(?:ing)?|correct(?:ion|ing)?|rectif\w+|edit(?:ing)?|updat(?:e|ing)|eras\w+|delet(?:e|ing|ion))(?:, | and | or |\/|, and |, or )?){2,6}(?: (?:of )?(?:your |my )?(?:personal )?(?:data|information))?$/i;

interface Leads {
  readonly leadOf: (sentence: Sentence, block: Block) => Passage | undefined;
  /** What the question just before, or the first cell of the row, asks for. */
  readonly askedOf: (sentence: Sentence, block: Block, index: number) => Topics | undefined;
  readonly meet: (passage: Passage) => void;
}

/** Remembers, in reading order, which lead-in or header the next item or cell leans on. */
function leadKeeper(): Leads {
  let lead: Passage | undefined;
  const headers = new Map<string, Passage>();
  let question: Passage | undefined;
  let asked: Topics = NO_TOPICS;
  let row: { readonly key: string; readonly topics: Topics } | undefined;
  return {
    askedOf: ({ document, section }, { table }, index) => {
      if (table && table.column > 0 && row && row.topics.length > 0 && row.key === rowOf(document, table)) return row.topics;
      if (!question || index - question.index > ANSWER) return undefined;
      return question.sentence.document === document && question.sentence.section === section ? asked : undefined;
    },
    leadOf: (sentence, block) => {
      if (block.kind === 'cell') return block.table?.header ? undefined : headers.get(columnOf(sentence, block));
      return block.kind === 'item' && lead?.sentence.document === sentence.document ? lead : undefined;
    },
    meet: (passage) => {
      const { block, sentence, text } = passage;
      if (isQuestion(text)) {
        asked = topicsIn(text, passage.cues, ASKED);
        question = asked.length > 0 ? passage : undefined;
      }
      if (block.kind === 'cell') {
        if (block.table?.header) headers.set(columnOf(sentence, block), passage);
        else if (block.table?.column === 0) {
          row = { key: rowOf(sentence.document, block.table), topics: namedBy(passage) };
        }
      } else if (block.kind !== 'item') lead = block.kind === 'paragraph' && LEADS.test(text) ? passage : undefined;
    },
  };
}

function columnOf({ document }: Sentence, { table }: Block): string {
  return `${document} ${table?.index} ${table?.column}`;
}

/** What the first cell of a row names; a row on a permission or a third party is about that. */
function namedBy({ text, cues, kind, lead }: Passage): Topics {
  if (text.length > NAME || kind === 'sdk-list' || kind === 'permissions' || kind === 'collection' || OTHER_ROWS.test(`${lead?.text ?? ''} ${text}`)) return NO_TOPICS;
  return topicsIn(text, cues, ASKED);
}

const NAME = 40;
const OTHER_ROWS = /权限|SDK|第三方|功能|场景|\bpermission|\bthird|\bfeature|cookie/i;

function rowOf(document: number, { index, row }: NonNullable<Block['table']>): string {
  return `${document} ${index} ${row}`;
}

const WHERE = /哪|何处|何地|地点|位置|\bwhere\b|\blocation|\bplace/i;
/** A title that is a question, with its mark or without. */
const ASKS = /[?？]\s*$|怎[么样]|哪里|哪儿|多久|^(?:how|where|what|when|can|may|do|does|is) /i;

function isQuestion(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0x3f || last === 0xff1f;
}

/** How many sentences an answer has at most. */
const ANSWER = 3;
const LEADS = /[:：]\s*$/;

/** Whether the sentence has words of the group. */
export function has(passage: Passage, ...groups: readonly string[]): boolean {
  return hasAny(passage.cues, groups);
}

/** Whether the sentence, or the lead-in or header it leans on, has words of the group. */
export function hasWithLead(passage: Passage, ...groups: readonly string[]): boolean {
  return has(passage, ...groups) || (passage.lead !== undefined && has(passage.lead, ...groups));
}

/** The words of a group in the sentence. */
export function cuesIn(passage: Passage, group: string): readonly Cue[] {
  return passage.cues.get(group) ?? NO_CUES;
}

/** Whether the section's title names the element. */
export function underHeading(passage: Passage, element: string): boolean {
  return passage.headingNames.has(element);
}

/** Whether the sentence is a title itself. */
export function isHeading(passage: Passage): boolean {
  return passage.block.kind === 'heading';
}

/** What the other cells of its row say, behind a cell of a table. */
export function restOfRow({ block, index }: Passage, all: readonly Passage[]): string {
  const { table } = block;
  let rest = '';
  if (!table) return rest;
  for (let i = index + 1; i <= index + CELLS; i++) {
    const next = all[i];
    if (next?.block.table?.index !== table.index || next.block.table.row !== table.row) break;
    if (next.block !== block) rest += ` ${next.text}`;
  }
  return rest;
}

const CELLS = 8;

/** The part of a sentence around a place, as far as the next comma or other stop. */
export function clauseAt({ text }: Passage, cue: Cue): string {
  let start = cue.start;
  while (start > 0 && cue.start - start < REACH && !STOP.test(text.charAt(start - 1))) start--;
  let end = cue.end;
  while (end < text.length && end - cue.end < REACH && !STOP.test(text.charAt(end))) end++;
  return text.slice(start, end);
}

/** The words right before a place in its clause. */
export function before({ text }: Passage, at: number, length: number): string {
  const words = text.slice(Math.max(0, at - length), at);
  return words.slice(words.search(/[^,，。；;！!？?:：]*$/));
}

/** Whether the words right before a place deny it. */
export function isDenied(passage: Passage, at: number): boolean {
  return passage.language === 'zh'
    ? DENIED_ZH.test(before(passage, at, 10)) || (LISTED.test(passage.text.charAt(at - 1)) && DENIED_LIST_ZH.test(before(passage, at, 60)))
    : DENIED_EN.test(before(passage, at, 32));
}

const NO_CUES: readonly Cue[] = [];
const STOP = /[,，。；;！？!?、:：()（）]/;
const REACH = 160;
const DENIED_ZH = /(?:不(?![断仅但同限只])|无法|无(?!论)|未(?![来成])|没有|拒绝|禁止|不会)[^您]{0,6}$/;
/** 不提供社交、广告或…, 不会将课表、日历内容或…: what is denied of a list is denied of its last member. */
const LISTED = /[、或和及与]/;
const DENIED_LIST_ZH = /(?:不会?(?:再|主动)?(?:将|把|提供|收集|获取|上传|涉及|包含|含有|存储|保存)|不(?:具有|支持)|没有)[^除]{0,50}$/;
const DENIED_EN = /\b(?:not|never|no|cannot|unable|without|neither|nor)\b(?! only)[^.]{0,20}$|n['’]t [^.]{0,16}$/i;
