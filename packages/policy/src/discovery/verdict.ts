import type { PolicyDocument, PolicyFile } from '@mingshi/model';
import { kindOf, kindOfName, weigh } from '../text/classify.ts';
import { isCopy, printsOf } from './copies.ts';
import { isOffice, isProgram } from './names.ts';

/** Found files in the order in which they are read: where a text stands in a text file too, that one is preferred. */
export function inReadingOrder(files: readonly PolicyFile[]): readonly PolicyFile[] {
  return files.toSorted((a, b) => Number(isLater(a)) - Number(isLater(b)));
}

function isLater({ path, why }: PolicyFile): boolean {
  return why !== 'named' && isOffice(path);
}

/** A policy or a part of one, something else, or the text of a document that is read already. */
type Verdict = 'policy' | 'other' | { readonly copyOf: string };

/** What a found file turned out to be when that could only be told by reading it: office files and programs. */
export function verdictOn(
  file: PolicyFile,
  found: readonly PolicyDocument[],
  read: readonly PolicyDocument[],
): Verdict {
  const [document] = found;
  if (!document) return isProgram(file.path) ? 'other' : 'policy';
  if (!/^(?:docx|pdf|source)$/.test(document.format)) return 'policy';
  const text = textOf(document);
  if (!readsLikePolicy(document, text)) return 'other';
  const prints = printsOf(text);
  const copy = read.find((other) => isCopy(prints, printsOf(textOf(other))));
  return copy ? { copyOf: copy.path } : 'policy';
}

/** Whether a text is a policy or a list that belongs to one, and not a few words with the name of it. */
function readsLikePolicy({ format, title, part, blocks }: PolicyDocument, text: string): boolean {
  if (format === 'source' && (blocks.length < 3 || text.length < (isNumbered(blocks) ? SHORTEST_NUMBERED : SHORTEST))) return false;
  const { privacy } = weigh(text.slice(0, 20_000));
  if (kindOfName(title ?? '') === 'privacy-policy' || part !== 'main') return privacy >= 2;
  return privacy >= 5 && kindOf(title ?? '', text.slice(0, 20_000)) === 'privacy-policy';
}

/** The words of a dialog that asks for consent are shorter. */
const SHORTEST = 300;
const SHORTEST_NUMBERED = 100;

/** Whether a text has numbered chapters, as a dialog has not. */
function isNumbered(blocks: PolicyDocument['blocks']): boolean {
  return blocks.filter(({ text }) => /^\s*(?:[一二三四五六七八九]、|第[一二三四五六七八九]条|[1-9][.、．]\s*\S)/.test(text) && text.trim().length <= 24).length >= 3;
}

const textOf = ({ blocks }: PolicyDocument): string => blocks.map(({ text }) => text).join('\n');
