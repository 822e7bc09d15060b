import type { PolicyReading } from '@mingshi/model';
import { speaks } from './home.ts';
import type { Proposal } from './proposals.ts';

/** Which proposals stand in the policy already, filled in or not: their fixed words, in order, in one block. */
export function isStanding(policy: PolicyReading): (proposal: Proposal) => boolean {
  const texts = new Map<string, readonly string[]>();
  const blocksIn = (language: Proposal['language']): readonly string[] => {
    const known = texts.get(language);
    if (known) return known;
    const blocks = policy.documents
      .filter((document) => speaks(document, language))
      .flatMap(({ blocks: all }) => rowsAndBlocks(all));
    texts.set(language, blocks);
    return blocks;
  };
  return ({ language, text, row }) => {
    const pieces = row ? namesIn([row.party, row.vendor]) : fixedPieces(text);
    return blocksIn(language).some((block) => inOrder(block, pieces));
  };
}

/** Each block's text; the cells of a row as one. */
function rowsAndBlocks(blocks: PolicyReading['documents'][number]['blocks']): readonly string[] {
  const rows = new Map<string, string>();
  const texts: string[] = [];
  for (const { table, text } of blocks) {
    if (!table) texts.push(plain(text));
    else rows.set(`${table.index} ${table.row}`, `${rows.get(`${table.index} ${table.row}`) ?? ''}${plain(text)}`);
  }
  return [...texts, ...rows.values()];
}

const plain = (text: string): string => text.replaceAll(/\s+/g, '');

/** Who it is; of a row that names nobody yet, its blanks. */
function namesIn(cells: readonly string[]): readonly string[] {
  const named = cells.flatMap(fixedPieces);
  return named.length > 0 ? named : cells.map(plain);
}

function fixedPieces(text: string): readonly string[] {
  return text
    .split(/【[^】\n]*】/)
    .map(plain)
    .filter((piece) => piece.length > 1);
}

function inOrder(text: string, pieces: readonly string[]): boolean {
  if (pieces.length === 0) return false;
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}
