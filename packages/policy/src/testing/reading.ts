import { loadKnowledge } from '@mingshi/knowledge';
import type { Block, PolicyDocument } from '@mingshi/model';
import { readDocument } from '../document/document.ts';
import { problemsOf, sourceAt } from './soundness.ts';

const knowledge = loadKnowledge();

/** A document read from a test's source, with what tests ask of it. */
export interface Reading {
  readonly document: PolicyDocument;
  readonly blocks: readonly Block[];
  /** `kind level text` of each block: what the reader saw, at a glance. */
  readonly shape: readonly string[];
  /** The source at the place of some rendered words. */
  readonly quote: (words: string) => string | undefined;
}

/** Reads a source as the file of that name; throws when its places are not sound. For tests. */
export async function reading(path: string, source: string): Promise<Reading> {
  const { documents } = await readDocument(path, new TextEncoder().encode(source), knowledge);
  const document = documents[0];
  if (!document) throw new Error(`nothing was read from ${path}`);
  const problems = problemsOf(source, document);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return {
    document,
    blocks: document.blocks,
    shape: document.blocks.map((block) => `${block.kind} ${block.level} ${block.text}`),
    quote: (words) => sourceAt(source, document, words),
  };
}

/** The cells of a document's tables, row by row, header rows marked by `#`. */
export function tablesOf(document: PolicyDocument): string[] {
  const rows = new Map<string, string[]>();
  for (const { table, text } of document.blocks) {
    if (!table) continue;
    const key = `${table.index}.${table.row}`;
    const row = rows.get(key) ?? [table.header ? '#' : ''];
    row[table.column + 1] = text;
    rows.set(key, row);
  }
  return [...rows.values()].map(([mark, ...cells]) => mark + Array.from(cells, (cell) => cell ?? '').join('|'));
}
