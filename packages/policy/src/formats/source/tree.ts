import { apart } from '../apart.ts';

/** A node of a parsed program: its kind by TypeScript's name, its place, and what it is made of. */
export interface Node {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
}

/** The tree as it comes out of the thread: flat, each node after its parent. */
interface Flat {
  readonly names: readonly string[];
  readonly kinds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly parents: readonly number[];
}

/** Parses a program as TypeScript does; `name` says in which dialect. Undefined when it cannot be parsed. */
export async function parseProgram(source: string, name: string): Promise<Node | undefined> {
  const said = await apart<Flat>({ kind: 'program', input: { source, name } });
  if ('failure' in said) return undefined;
  const { names, kinds, starts, ends, parents } = said.answer;
  const nodes: { kind: string; start: number; end: number; parent: Node | undefined; children: Node[] }[] = [];
  kinds.forEach((kind, index) => {
    const parent = nodes[parents[index] ?? -1];
    const node = { kind: names[kind] ?? '', start: starts[index] ?? 0, end: ends[index] ?? 0, parent, children: [] };
    parent?.children.push(node);
    nodes.push(node);
  });
  return nodes[0];
}
