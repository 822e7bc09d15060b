import { goBehind, openBrackets, takeSign, UNMATCHED, type FunctionBody } from './brackets.ts';
import type { JvmLanguage } from './grammar.ts';
import { CLOSE, HEAD, NAMED_IN_TEXT, OPEN, scanCode, TAIL, TEXT, WIDTH, type Tokens } from './scan-code.ts';
import { slotMarks, wordSet, type WordSet } from './word-set.ts';

/** Words that make a function worth parsing. */
export interface Wanted {
  /** In its code, by themselves or by their form. */
  readonly names: WordSet;
  readonly pattern?: RegExp;
  /** In its strings. */
  readonly texts: WordSet;
}

/** The functions of a file that lie in no other, and the words outside of their bodies. */
export interface FunctionBodies {
  readonly tokens: Tokens;
  readonly bodies: readonly FunctionBody[];
  /** The words outside among the tokens. */
  readonly outside: readonly number[];
  /** Words of the bodies in which nothing is wanted that the file may import, those behind a dot apart. */
  readonly heads: Set<string>;
  readonly tails: Set<string>;
  /** Whether a word of this slot may be imported. */
  readonly mayBeImported: (slot: number) => boolean;
}

/** The words of the imports. */
const imported = slotMarks();

/** Finds functions by brackets and words alone; `undefined` when the brackets do not match. */
export function functionBodies(text: string, language: JvmLanguage, wanted: Wanted): FunctionBodies | undefined {
  const tokens = scanCode(text, language);
  const { data, length } = tokens;
  const outside: number[] = [];
  const bodies: FunctionBody[] = [];
  const [heads, tails] = [new Set<string>(), new Set<string>()];
  imported.clear();
  /** Of a package that is imported as a whole every name may matter. */
  const hasStar = /^import[ \t][^\n]{1,300}\*/m.test(text);
  const mayBeImported = (slot: number): boolean => hasStar || imported.has(slot);
  const readBody = bodyReader(text, tokens, wanted, { heads, tails, mayBeImported });
  const brackets = openBrackets(text, language, tokens, outside);
  const isWord = (token: number, word: WordSet): boolean =>
    word.slots[data[token + 3] as number] === 1 && word.has(text.slice(data[token + 1], data[token + 2]));
  let isImport = false;
  for (let token = 0; token < length; token += WIDTH) {
    const kind = data[token] as number;
    if (kind === HEAD || kind === TAIL) {
      outside.push(token);
      if (isImport) imported.add(data[token + 3] as number);
      if (kind === HEAD && isWord(token, FUN)) brackets.fun = data[token + 1] as number;
      else if (kind === HEAD && isWord(token, IMPORT)) isImport = true;
    } else if (kind > NAMED_IN_TEXT) {
      isImport = false;
      const body = takeSign(brackets, kind, data[token + 1] as number);
      if (body === UNMATCHED) return undefined;
      if (!body) continue;
      token = readBody(body, token + WIDTH);
      if (token >= length) return undefined;
      bodies.push(body);
      goBehind(brackets, body);
    }
  }
  return brackets.open.length === 0 ? { tokens, bodies, outside, heads, tails, mayBeImported } : undefined;
}

const DECLARES = wordSet(['class', 'interface', 'enum', 'record', 'object']);
const FUN = wordSet(['fun']);
const IMPORT = wordSet(['import']);

/**
 * Reads what stands in a body, from a token on, and returns the token of its closing brace. Most tokens of a file stand in
 * bodies: this is apart so that the engine makes it fast first.
 */
function bodyReader(
  text: string,
  { data, length }: Tokens,
  { names, texts, pattern }: Wanted,
  { heads, tails, mayBeImported }: Pick<FunctionBodies, 'heads' | 'tails' | 'mayBeImported'>,
): (body: FunctionBody, from: number) => number {
  const isNameWanted = (word: string): boolean => names.has(word) || (pattern?.test(word) ?? false);
  /** Whether the word makes its body worth parsing; notes it when it may be imported. */
  const look = (token: number, kind: number): boolean => {
    const end = data[token + 2] as number;
    const word = text.slice(data[token + 1], end);
    if (kind === TEXT) return texts.has(word);
    if (mayBeImported(data[token + 3] as number)) (kind === TAIL ? tails : heads).add(word);
    if (kind === NAMED_IN_TEXT) return isNameWanted(word) || texts.has(word);
    return isNameWanted(word) || (DECLARES.has(word) && isNamed(text, end));
  };
  return (body, from) => {
    let depth = 0;
    let token = from;
    for (; token < length; token += WIDTH) {
      const kind = data[token] as number;
      if (kind > NAMED_IN_TEXT) {
        if (kind === OPEN) depth += 1;
        else if (kind === CLOSE && --depth < 0) break;
      } else if (!body.isWanted) {
        const slot = data[token + 3] as number;
        const mayBe = kind === TEXT ? texts.slots[slot] === 1 : pattern !== undefined || mayMatter(slot);
        if (mayBe) body.isWanted = look(token, kind);
      }
    }
    if (token < length) body.end = data[token + 1] as number;
    return token;
  };

  function mayMatter(slot: number): boolean {
    return names.slots[slot] === 1 || texts.slots[slot] === 1 || DECLARES.slots[slot] === 1 || mayBeImported(slot);
  }
}

/** `class Name`, not `Name::class`. */
function isNamed(text: string, at: number): boolean {
  return /^\s+[\w$]/.test(text.slice(at, at + 20));
}
