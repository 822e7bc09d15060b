import type { Location } from '@mingshi/model';
import type { Data, Member } from '../data.ts';
import { parseStatements, type Group, type Node, type Statement } from '../platforms/android/gradle/statements.ts';
import { tokenize } from '../platforms/android/gradle/tokens.ts';
import type { SourceText } from '../source-text.ts';

const DEEPEST = 30;

/**
 * The object literals of a JavaScript or TypeScript file that have one of those keys, the outermost first. Brackets and
 * strings are read, nothing is run: what a program computes stays `other`.
 */
export function objectLiterals({ text, path }: SourceText, keys: readonly string[]): readonly Data[] {
  const statements = parseStatements(tokenize(text));
  const reader: Reader = { file: path, constants: constantsOf(statements) };
  const found: Data[] = [];
  const search = (nodes: Statement, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const node of nodes) {
      if (node.kind !== 'group') continue;
      const data = node.open === '{' ? objectOf(node, reader, 0) : undefined;
      if (data?.kind === 'object' && keys.some((key) => data.members.has(key))) found.push(data);
      else for (const statement of node.statements) search(statement, depth + 1);
    }
  };
  for (const statement of statements) search(statement, 0);
  return found;
}

interface Reader {
  readonly file: string;
  /** Values of `const name = …` at the top of the file. */
  readonly constants: ReadonlyMap<string, Statement>;
}

function constantsOf(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  return new Map(
    statements.flatMap((statement): readonly (readonly [string, Statement])[] => {
      const at = statement.findIndex((node) => node.kind === 'word' && /^(?:const|let|var)$/.test(node.text));
      const name = at >= 0 ? statement[at + 1] : undefined;
      const equals = statement.findIndex((node) => node.kind === 'mark' && node.text === '=');
      return name?.kind === 'word' && equals > at ? [[name.text, statement.slice(equals + 1)]] : [];
    }),
  );
}

function objectOf(group: Group, reader: Reader, depth: number): Data {
  const members = new Map<string, Member>();
  for (const entry of group.statements.flatMap(splitAtCommas)) {
    const [key, colon, ...value] = entry;
    if ((key?.kind !== 'word' && key?.kind !== 'string') || colon?.kind !== 'mark' || colon.text !== ':') continue;
    members.set(key.text, { at: place(reader, key), value: valueOf(value, reader, depth + 1) });
  }
  return { kind: 'object', members, at: place(reader, group) };
}

function valueOf(nodes: Statement, reader: Reader, depth: number): Data {
  const [first, second, third] = nodes;
  const at = first ? place(reader, first) : { file: reader.file, start: 0, end: 0 };
  const plain = !second || (second.kind === 'word' && /^(?:as|satisfies)$/.test(second.text));
  if (!first || depth > DEEPEST) return { kind: 'other', at };
  // `process.env.NAME ?? 'name'`: what holds when nothing else is said.
  const fallback = nodes.findLastIndex((node, index) => isFallback(node, nodes[index - 1]));
  if (fallback > 0) return valueOf(nodes.slice(fallback + 1), reader, depth + 1);
  if (!plain)
    return first.kind === 'group' && second === third ? objectOrList(first, reader, depth) : { kind: 'other', at };
  if (first.kind === 'string' && !first.interpolated) return { kind: 'text', text: first.text, at };
  if (first.kind === 'number') return { kind: 'number', value: Number(first.text), at };
  if (first.kind === 'group') return objectOrList(first, reader, depth);
  if (first.kind === 'word' && /^(?:true|false)$/.test(first.text)) {
    return { kind: 'boolean', value: first.text === 'true', at };
  }
  const constant = first.kind === 'word' ? reader.constants.get(first.text) : undefined;
  return constant ? valueOf(constant, { ...reader, constants: new Map() }, depth + 1) : { kind: 'other', at };
}

function objectOrList(group: Group, reader: Reader, depth: number): Data {
  if (group.open === '{') return objectOf(group, reader, depth);
  if (group.open === '(') return valueOf(group.statements[0] ?? [], reader, depth + 1);
  const items = group.statements.map((item) => valueOf(item, reader, depth + 1));
  return { kind: 'array', items, at: place(reader, group) };
}

function isFallback(node: Node, before: Node | undefined): boolean {
  return node.kind === 'mark' && before?.kind === 'mark' && node.text === before.text && '?|'.includes(node.text);
}

function splitAtCommas(nodes: Statement): readonly Statement[] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (node.kind === 'mark' && node.text === ',') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

function place({ file }: Reader, { start, end }: Node): Location {
  return { file, start, end };
}
