import type { JvmLanguage } from './grammar.ts';
import {
  CLOSE, CLOSE_PAREN, COMMA, HEAD, NAMED_IN_TEXT, OPEN, OPEN_PAREN, scanCode, SEMICOLON, TAIL, TEXT, WIDTH, type Tokens,
} from './scan-code.ts';
import { slotMarks, wordSet, type WordSet } from './word-set.ts';

/** Words that make a function worth parsing. */
export interface Wanted {
  /** In its code, by themselves or by their form. */
  readonly names: WordSet;
  readonly pattern?: RegExp;
  /** In its strings. */
  readonly texts: WordSet;
}

/** A function whose body stands between braces. */
interface FunctionBody {
  /** Its name among the tokens. */
  readonly name: number;
  /** Where its declaration begins, when that is sure. */
  readonly declared: number | undefined;
  /** Behind the opening brace. */
  readonly start: number;
  /** The closing brace. */
  end: number;
  /** Whether something wanted stands in it, or a type of its own. */
  isWanted: boolean;
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

type Head = Pick<FunctionBody, 'name' | 'declared'>;

/** A bracket that is open. */
interface Open {
  readonly sign: typeof OPEN_PAREN | typeof OPEN;
  /** The function whose parameters it may hold. */
  readonly head: Head | undefined;
  /** What the declaration around it was like. */
  readonly around: Begun;
}

/** Where a declaration of Java began, and whether it has been one of a method so far. */
interface Begun {
  readonly at: number;
  readonly isPlain: boolean;
}

const [SPACE, NEWLINE] = [32, 10] as const;
const FARTHEST = 400;
/** What may stand between the parameters of a function and its body. */
const TO_BODY: Readonly<Record<JvmLanguage, RegExp>> = {
  kotlin: /^(?::[^={}\n;]{1,300})?$/,
  java: /^(?:throws\b[\w\s.,$@]{1,300})?$/,
};
/** What may stand between `fun` and the parameters. */
const TO_PARAMETERS = /^[^(){}=;\n]{1,300}$/;
const NO_METHOD = /^(?:if|for|while|switch|catch|synchronized|try|record)$/;

/** The words of the imports. */
const imported = slotMarks();

/** Finds functions by brackets and words alone; `undefined` when the brackets do not match. */
export function functionBodies(text: string, language: JvmLanguage, wanted: Wanted): FunctionBodies | undefined {
  const tokens = scanCode(text, language);
  const { data, length } = tokens;
  const outside: number[] = [];
  const bodies: FunctionBody[] = [];
  const open: Open[] = [];
  const [heads, tails] = [new Set<string>(), new Set<string>()];
  imported.clear();
  /** Of a package that is imported as a whole every name may matter. */
  const hasStar = /^import[ \t][^\n]{1,300}\*/m.test(text);
  const mayBeImported = (slot: number): boolean => hasStar || imported.has(slot);
  const readBody = bodyReader(text, tokens, wanted, { heads, tails, mayBeImported });
  const wordAt = (token: number): string => text.slice(data[token + 1], data[token + 2]);
  const isWord = (token: number, word: WordSet): boolean => word.slots[data[token + 3] as number] === 1 && word.has(wordAt(token));
  let body: FunctionBody | undefined;
  /** The parentheses that were closed last, with nothing but words behind them. */
  let closed: { readonly end: number; readonly head: Head | undefined } | undefined;
  let fun = -1;
  let begun: Begun = { at: 0, isPlain: true };
  let lastSign = -1;
  let isImport = false;

  const kotlinHead = (at: number): Head | undefined => {
    if (fun < 0) return undefined;
    const name = outside.at(-1) as number;
    // `fun name(`, as it is mostly.
    const isPlain = data[name + 1] === fun + 'fun '.length && data[name + 2] === at && text.charCodeAt(fun + 'fun'.length) === SPACE;
    if (!isPlain && !TO_PARAMETERS.test(text.slice(fun + 'fun'.length, at))) return undefined;
    return { name, declared: kotlinStart(text, fun) };
  };
  const javaHead = (): Head | undefined => {
    const name = outside.at(-1);
    if (name === undefined || (data[name + 1] as number) < lastSign || NO_METHOD.test(wordAt(name))) return undefined;
    const before = wordAt(outside.at(-2) ?? name);
    return before === 'record' ? undefined : { name, declared: begun.isPlain && before !== 'new' ? begun.at : undefined };
  };
  const isBodyBehind = (end: number, at: number): boolean =>
    at - end < FARTHEST && (isBlank(text, end, at) || TO_BODY[language].test(text.slice(end, at).trim()));
  /** False when a bracket closes none. */
  const sign = (what: number, at: number): boolean => {
    const before = closed;
    closed = undefined;
    if (what === CLOSE_PAREN) {
      const bracket = open.pop();
      if (bracket?.sign !== OPEN_PAREN) return false;
      closed = { end: at + 1, head: bracket.head };
    } else if (what === CLOSE) {
      const bracket = open.pop();
      if (bracket?.sign !== OPEN) return false;
      begun = open.at(-1)?.sign === OPEN_PAREN ? bracket.around : { at: at + 1, isPlain: true };
    } else if (what === OPEN_PAREN) {
      open.push({ sign: what, head: language === 'java' ? javaHead() : kotlinHead(at), around: begun });
      fun = -1;
    } else if (what === OPEN) {
      const head = before?.head && isBodyBehind(before.end, at) ? before.head : undefined;
      // Written out: to spread one object into another takes several times as long.
      if (head) body = { name: head.name, declared: head.declared, start: at + 1, end: at, isWanted: false };
      else {
        open.push({ sign: what, head: undefined, around: begun });
        begun = { at: at + 1, isPlain: true };
      }
    } else if (what === SEMICOLON) begun = { at: at + 1, isPlain: true };
    else {
      // The name of a thrown exception may follow a comma.
      if (what === COMMA) closed = before;
      if (open.at(-1)?.sign !== OPEN_PAREN) begun = { at: begun.at, isPlain: false };
    }
    lastSign = at;
    return true;
  };

  for (let token = 0; token < length; token += WIDTH) {
    const kind = data[token] as number;
    if (kind === HEAD || kind === TAIL) {
      outside.push(token);
      if (isImport) imported.add(data[token + 3] as number);
      if (kind === HEAD && isWord(token, FUN)) fun = data[token + 1] as number;
      else if (kind === HEAD && isWord(token, IMPORT)) isImport = true;
    } else if (kind > NAMED_IN_TEXT) {
      isImport = false;
      if (!sign(kind, data[token + 1] as number)) return undefined;
      if (!body) continue;
      token = readBody(body, token + WIDTH);
      if (token >= length) return undefined;
      bodies.push(body);
      lastSign = body.end;
      // A brace in parentheses ends no declaration.
      if (open.at(-1)?.sign !== OPEN_PAREN) begun = { at: lastSign + 1, isPlain: true };
      body = undefined;
    }
  }
  return open.length > 0 ? undefined : { tokens, bodies, outside, heads, tails, mayBeImported };
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

const MODIFIERS = /^[ \t]*(?:(?:private|protected|public|internal|override|open|final|suspend|inline|operator|infix|tailrec)[ \t]+)*$/;
const ANNOTATION = /^[ \t]*@[\w.]+(?:\([^()\n]*\))?[ \t]*\r?\n$/;

/** Where a function of Kotlin begins that stands on lines of its own: with its modifiers, and annotations above them. */
function kotlinStart(text: string, fun: number): number | undefined {
  const line = lineStart(text, fun, fun - FARTHEST);
  if (line === undefined || !(isBlank(text, line, fun) || MODIFIERS.test(text.slice(line, fun)))) return undefined;
  let first = line;
  for (;;) {
    // Above most functions stands an empty line or a brace.
    const above = first > 1 && !/[\n{}]/.test(text[first - 2] as string) ? lineStart(text, first - 1, line - FARTHEST + 1) : undefined;
    if (above === undefined || !ANNOTATION.test(text.slice(above, first))) return first;
    first = above;
  }
}

/** Where the line of a place starts, unless that is farther up than `least`. */
function lineStart(text: string, at: number, least: number): number | undefined {
  for (let i = at; i > 0 && i >= least; i -= 1) if (text.charCodeAt(i - 1) === NEWLINE) return i;
  return least <= 0 ? 0 : undefined;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if (text.charCodeAt(i) !== SPACE) return false;
  return true;
}
