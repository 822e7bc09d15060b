import type { Token } from './tokens.ts';
import { stemOf, tokensOf } from './tokens.ts';

interface Node<T> {
  /** Absent at the end of a phrase: most nodes are leaves, and maps are dear. */
  next: Map<string, Node<T>> | undefined;
  value: T | undefined;
  /** One word that is meant in one number only: contacts, posts. */
  number: 'any' | 'plural' | 'singular';
  /** What the plural means where the singular means something else. */
  plural?: T;
}

/** Phrases by their words. */
export type Phrases<T> = Node<T>;

/** A phrase found: `end` is the index behind its last token. */
interface Found<T> {
  readonly end: number;
  readonly value: T;
}

/** Puts phrases into a tree of stems; the first of two equal phrases wins. */
export function phrasesOf<T>(phrases: Iterable<readonly [phrase: string, value: T]>): Phrases<T> {
  const root: Node<T> = { next: undefined, value: undefined, number: 'any' };
  for (const [phrase, value] of phrases) {
    const words = wordsIn(phrase);
    let node = root;
    for (const word of words) {
      const stem = stemOf(word);
      const after: Map<string, Node<T>> = (node.next ??= new Map());
      let next = after.get(stem);
      if (!next) after.set(stem, (next = { next: undefined, value: undefined, number: 'any' }));
      node = next;
    }
    if (node === root) continue;
    // A word given in the plural is meant so; a word whose plural comes later with another meaning, in the singular.
    const plural = words.length === 1 && stemOf(words[0] as string) !== (words[0] as string).toLowerCase();
    if (node.value === undefined) node.number = plural ? 'plural' : 'any';
    else if (node.value === value) node.number = plural ? node.number : 'any';
    else if (plural && node.number === 'any') {
      node.number = 'singular';
      node.plural = value;
    }
    node.value ??= value;
  }
  return root;
}

/** The words of a lexicon phrase: as a sentence is cut, only quicker where nothing but letters and spaces stand. */
function wordsIn(phrase: string): string[] {
  if (/^[a-z0-9 ]+$/i.test(phrase)) return phrase.split(' ');
  return tokensOf(phrase)
    .filter((token) => token.kind === 'word')
    .map((token) => (token.text.includes('-') ? token.stem : token.text));
}

/** Words that may stand inside a phrase without being part of it: version of *your* operating system. */
const FILLERS = new Set(['your', 'the', 'a', 'an', 'any', 'their', 'its', 'his', 'her', 'each']);

/**
 * The longest phrase that begins at a token. Articles inside it do not count, nor does an abbreviation in
 * brackets: Internet Protocol (“IP”) address.
 */
export function longestAt<T>(phrases: Phrases<T>, tokens: readonly Token[], from: number): Found<T> | undefined {
  let node: Node<T> | undefined = phrases;
  let found: Found<T> | undefined;
  let i = from;
  while (i < tokens.length) {
    const token = tokens[i] as Token;
    const next: Node<T> | undefined = node.next?.get(token.stem);
    if (next) {
      node = next;
      i++;
      const value = valueFor(node, token);
      if (value !== undefined) found = { end: i, value };
      continue;
    }
    if (i === from || !node.next) break;
    if (token.kind === 'word' && FILLERS.has(token.text)) {
      i++;
      continue;
    }
    const behind = behindBracket(tokens, i, node);
    if (behind === i) break;
    i = behind;
  }
  return found;
}

/** Goes on with a phrase whose first words stand apart: "home" in "home or mobile phone number". */
export function resumeAt<T>(
  phrases: Phrases<T>,
  first: Token,
  tokens: readonly Token[],
  from: number,
): Found<T> | undefined {
  const node = phrases.next?.get(first.stem);
  return node && longestAt(node, tokens, from);
}

function valueFor<T>({ value, plural, number }: Node<T>, token: Token): T | undefined {
  if (number === 'any' || value === undefined) return value;
  return isPlural(token) === (number === 'plural') ? value : plural;
}

const isPlural = (token: Token): boolean => token.stem !== token.text && !token.text.includes("'");

/** Index behind a short bracket that begins here, or behind a mere quotation mark, else the index itself. */
function behindBracket(tokens: readonly Token[], from: number, node: Node<unknown>): number {
  const open = tokens[from]?.text;
  if (open !== '(' && !isQuote(open)) return from;
  // your “location”
  if ((open === '”' || open === '"' || open === '*') && node.next?.has(tokens[from + 1]?.stem ?? '')) return from + 1;
  // the "IP" address
  const last = open === '(' ? from + 5 : (tokens[from + 1]?.text.length ?? 0) > 4 ? from : from + 2;
  for (let i = from + 1; i < tokens.length && i <= last; i++) {
    const text = tokens[i]?.text;
    if (open === '(' ? text === ')' : isQuote(text)) return i + 1;
  }
  return from;
}

/** Quotation marks say nothing about what they enclose. */
export function isQuote(text: string | undefined): boolean {
  return text !== undefined && text.length === 1 && '"“”„‘’\'`*_'.includes(text);
}
