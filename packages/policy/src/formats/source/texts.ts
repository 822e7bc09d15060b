import { copy, startWriting } from '../rendered.ts';
import type { Writing } from '../rendered.ts';
import type { Sheet } from './sheet.ts';
import { putInstead, writeString } from './strings.ts';
import type { Node } from './tree.ts';

/** A program whose texts are being written out. */
export interface Program {
  readonly source: string;
  readonly sheet: Sheet;
  /** Short texts by the name of the constant that holds them. */
  readonly constants: ReadonlyMap<string, string>;
  /** What the columns of tables are called, by the name of the property. */
  readonly columns: ReadonlyMap<string, string>;
}

const STRINGS = new Set(['StringLiteral', 'NoSubstitutionTemplateLiteral', 'TemplateExpression']);

/** A string, or several added up. */
export function isText(node: Node): boolean {
  return STRINGS.has(node.kind) || isConcatenation(node);
}

/** A string as its users see it: escapes resolved, pieces put together, names of short constants filled in. */
export function rendered(program: Program, node: Node): Writing {
  const writing = startWriting();
  for (const piece of piecesOf(node)) {
    const { kind, start, end } = piece;
    if (kind === 'StringLiteral' || kind === 'NoSubstitutionTemplateLiteral' || kind === 'TemplateTail') {
      writeString(writing, program.source, start + 1, end - 1);
    } else if (kind === 'TemplateHead' || kind === 'TemplateMiddle') {
      writeString(writing, program.source, start + 1, end - 2);
    } else {
      writeExpression(writing, program, piece);
    }
  }
  return writing;
}

/** What stands for a value that is not known: the constant's text, else the expression as it is written. */
export function writeExpression(writing: Writing, { source, constants }: Program, { start, end }: Node): void {
  const words = source.slice(start, Math.min(end, start + 60));
  const known = constants.get(words);
  if (known !== undefined) putInstead(writing, known, start, end);
  else if (end - start <= 40 && !/\n|^(?:i|index|idx|key|children|props\.children)$/.test(words))
    copy(writing, source, start, end);
}

const SPREAD = new Set(['TemplateExpression', 'TemplateSpan', 'ParenthesizedExpression']);

/** The strings and expressions that a text is put together of, in order. */
function piecesOf(node: Node): Node[] {
  const pieces: Node[] = [];
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const { kind, children } = next;
    if (isSum(next)) open.push(...[children[2], children[0]].filter((each) => each !== undefined));
    else if (!SPREAD.has(kind)) pieces.push(next);
    else for (let i = children.length - 1; i >= 0; i--) open.push(children[i] as Node);
  }
  return pieces;
}

/** `'a' + b`, with a string in it somewhere. */
function isConcatenation(node: Node): boolean {
  let next: Node | undefined = node;
  for (let steps = 0; steps < 2000 && isSum(next); steps++) {
    if (STRINGS.has(next.children[2]?.kind ?? '')) return true;
    next = next.children[0];
  }
  return next !== node && STRINGS.has(next?.kind ?? '');
}

function isSum(node: Node | undefined): node is Node {
  return node?.kind === 'BinaryExpression' && node.children[1]?.kind === 'PlusToken';
}

/** The source at a node. */
export function textOf({ source }: Pick<Program, 'source'>, { start, end }: Node): string {
  return source.slice(start, end);
}
