import type { Block } from '@mingshi/model';
import { labelIn } from '../document/labels.ts';
import type { Sentence } from './unit.ts';

/** Lines such as `使用目的：消息推送`, one below the other, are a row of a table without its table. */
interface Fields {
  readonly sentences: readonly Sentence[];
  readonly headers: readonly string[];
  /** First block after them. */
  readonly end: number;
}

/** What a label ends in; a column's name may hold its words anywhere, but 个人信息删除：指去除个人信息的行为 defines a term. */
const LABEL =
  /(?:名称|名字|目的|用途|类型|种类|范围|字段|信息|数据|权限|场景|功能|方式|链接|官网|网址|政策|公司|主体|机构|提供方|提供商|运营方|开发者|接收方|合作方|SDK|说明|(?:场景|功能|用途)(?:描述|介绍)|频率|频次|期限|时机|备注)[)）】"”]?$/i;
/** The same in English, where only what is plainly the name of a field is one. */
const LABEL_EN =
  /^(?:(?:name of )?(?:the )?(?:third part(?:y|ies)|sdk|recipients?|partner|provider|company)(?: name)?|name|scenario|(?:purposes?|reason)(?: (?:of|for) (?:the )?(?:processing|use|collection|sharing))?|uses?|used for|(?:types? of |categor(?:y|ies) of )?(?:personal )?(?:data|information)(?: that (?:may be|is|are))?(?: (?:collected|processed|shared|involved|transmitted|types?|fields?|items?))?|fields? collected|(?:shared|collected|transmitted) (?:data|information))$/i;
/** 您使用本功能时提交的信息 is half a sentence and no name of a field. */
const CLAUSE = /[您我]|时(?!间)/;
const TOLD = /信息|数据|字段|权限|\b(?:data|information|fields?)\b/i;
const BESIDE = /目的|用途|名称|公司|主体|SDK|场景|功能|提供|接收方|机构|\b(?:purposes?|reason|uses?|scenario|third|recipients?|partner|provider)\b/i;

/** The fields that begin at a block; a label that comes again begins the next row. */
export function fieldsAt(
  blocks: readonly Block[],
  sentences: (block: number) => readonly Sentence[],
  from: number,
): Fields | undefined {
  const begins = sentences(from)[0];
  if (!begins || labelOf(begins) === undefined) return undefined;
  const cells: Sentence[] = [];
  const headers: string[] = [];
  const labels = new Set<string>();
  let end = from;
  for (; end < blocks.length; end++) {
    const block = blocks[end] as Block;
    const own = sentences(end);
    const first = own[0];
    if (block.kind === 'heading' || block.kind === 'cell' || block.section !== blocks[from]?.section || !first) break;
    const field = labelOf(first);
    if (!field || labels.has(field.label)) break;
    const { label, length } = field;
    labels.add(label);
    const value = cutAt(first, length);
    for (const cell of [value, ...own.slice(1)]) {
      cells.push(cell);
      headers.push(label);
    }
  }
  const names = [...labels];
  const has = (words: RegExp): boolean => names.some((label) => words.test(label));
  const isRow = names.length > 1 && has(TOLD) && has(BESIDE);
  return isRow ? { sentences: cells, headers, end } : undefined;
}

/** The label that a sentence begins with, and how long it is with what parts it from its value. */
function labelOf({ plain }: Sentence): { readonly label: string; readonly length: number } | undefined {
  const label = labelIn(plain);
  const isField = label && label.end < plain.length && (LABEL.test(label.words) || LABEL_EN.test(label.words)) && !CLAUSE.test(label.words);
  return isField ? { label: label.words, length: label.end } : undefined;
}

/** The sentence behind its label. */
function cutAt(sentence: Sentence, length: number): Sentence {
  const { start, text, plain } = sentence;
  return { ...sentence, start: start + length, text: text.slice(length), plain: plain.slice(length) };
}
