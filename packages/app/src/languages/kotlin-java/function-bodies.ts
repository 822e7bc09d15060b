import type { JvmLanguage } from './grammar.ts';
import { scanCode, type Sign } from './scan-code.ts';
import { wordSet, type WordSet } from './word-set.ts';

/** Words that make a function worth parsing. */
export interface Wanted {
  /** In its code, by themselves or by their form. */
  readonly names: WordSet;
  readonly pattern?: RegExp;
  /** In its strings. */
  readonly texts: WordSet;
}

/** A word of the code; `isTail` behind a dot. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly isTail: boolean;
}

/** A function whose body stands between braces. */
export interface FunctionBody {
  readonly name: Word;
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
  readonly bodies: readonly FunctionBody[];
  readonly outside: readonly Word[];
  /** Words of the bodies in which nothing is wanted, those behind a dot apart; all that the file imports by name. */
  readonly heads: Set<string>;
  readonly tails: Set<string>;
}

type Head = Pick<FunctionBody, 'name' | 'declared'>;

/** A bracket that is open. */
interface Open {
  readonly sign: '(' | '{';
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

const FARTHEST = 400;
/** What may stand between the parameters of a function and its body. */
const TO_BODY: Readonly<Record<JvmLanguage, RegExp>> = {
  kotlin: /^(?::[^={}\n;]{1,300})?$/,
  java: /^(?:throws\b[\w\s.,$@]{1,300})?$/,
};
/** What may stand between `fun` and the parameters. */
const TO_PARAMETERS = /^[^(){}=;\n]{1,300}$/;
const NO_METHOD = /^(?:if|for|while|switch|catch|synchronized|try|record)$/;
const DECLARES = new Set(['class', 'interface', 'enum', 'record', 'object']);

/** Finds functions by brackets and words alone; `undefined` when the brackets do not match. */
export function functionBodies(text: string, language: JvmLanguage, wanted: Wanted): FunctionBodies | undefined {
  const outside: Word[] = [];
  const bodies: FunctionBody[] = [];
  const open: Open[] = [];
  const lines: number[] = [0];
  const [heads, tails] = [new Set<string>(), new Set<string>()];
  /** The words outside, those of the imports among them: it matters whether they stand in a body as well. */
  const own = wordSet(DECLARES);
  /** Of a package that is imported as a whole every name may matter. */
  const allNames = wanted.pattern !== undefined || /^import[ \t][^\n]{1,300}\*/m.test(text);
  const isWanted = (word: string): boolean => wanted.names.has(word) || (wanted.pattern?.test(word) ?? false);
  let body: FunctionBody | undefined;
  /** Braces that are open in it. */
  let depth = 0;
  /** The parentheses that were closed last, with nothing but words behind them. */
  let closed: { readonly end: number; readonly head: Head | undefined } | undefined;
  let fun: { readonly start: number; readonly line: number } | undefined;
  let begun: Begun = { at: 0, isPlain: true };
  let lastSign = -1;

  const kotlinHead = (at: number): Head | undefined => {
    const name = outside.at(-1);
    if (!fun || !name || !TO_PARAMETERS.test(text.slice(fun.start + 'fun'.length, at))) return undefined;
    return { name, declared: kotlinStart(text, lines, fun.line, fun.start) };
  };
  const javaHead = (): Head | undefined => {
    const name = outside.at(-1);
    const before = outside.at(-2)?.word;
    if (!name || name.start < lastSign || NO_METHOD.test(name.word) || before === 'record') return undefined;
    return { name, declared: begun.isPlain && before !== 'new' ? begun.at : undefined };
  };
  const inBody = (what: Sign, at: number): void => {
    if (what === '{') depth += 1;
    else if (what === '}' && depth > 0) depth -= 1;
    else if (what === '}' && body) {
      body.end = at;
      bodies.push(body);
      body = undefined;
      // A brace in parentheses ends no declaration.
      if (open.at(-1)?.sign !== '(') begun = { at: at + 1, isPlain: true };
      lastSign = at;
    }
  };
  const sign = (what: Sign, at: number): boolean => {
    if (body) {
      inBody(what, at);
      return true;
    }
    const before = closed;
    closed = undefined;
    if (what === ')') {
      const bracket = open.pop();
      if (bracket?.sign !== '(') return false;
      closed = { end: at + 1, head: bracket.head };
    } else if (what === '}') {
      const bracket = open.pop();
      if (bracket?.sign !== '{') return false;
      begun = open.at(-1)?.sign === '(' ? bracket.around : { at: at + 1, isPlain: true };
    } else if (what === '(') {
      open.push({ sign: what, head: language === 'java' ? javaHead() : kotlinHead(at), around: begun });
      fun = undefined;
    } else if (what === '{') {
      const head = before && at - before.end < FARTHEST && TO_BODY[language].test(text.slice(before.end, at).trim()) ? before.head : undefined;
      if (head) body = { ...head, start: at + 1, end: at, isWanted: false };
      else {
        open.push({ sign: what, head: undefined, around: begun });
        begun = { at: at + 1, isPlain: true };
      }
    } else if (what === ';') begun = { at: at + 1, isPlain: true };
    else {
      // The name of a thrown exception may follow a comma.
      if (what === ',') closed = before;
      if (open.at(-1)?.sign !== '(') begun = { ...begun, isPlain: false };
    }
    lastSign = at;
    return true;
  };
  const isDone = scanCode(text, language, {
    sign,
    line: (start) => void (body || lines.push(start)),
    text: (start, end, isName) => {
      if (!body || body.isWanted || !(isName || wanted.texts.may(text, start, end))) return;
      const word = text.slice(start, end);
      body.isWanted = wanted.texts.has(word) || (isName && isWanted(word));
      if (isName) heads.add(word);
    },
    word: (start, end, isTail) => {
      if (!body) {
        const word = text.slice(start, end);
        outside.push({ word, start, isTail });
        if (word === 'fun' && !isTail) fun = { start, line: lines.length - 1 };
        else own.add(word);
      } else if (!body.isWanted && (allNames || wanted.names.may(text, start, end) || own.may(text, start, end))) {
        const word = text.slice(start, end);
        body.isWanted = isWanted(word) || (DECLARES.has(word) && isNamed(text, end));
        (isTail ? tails : heads).add(word);
      }
    },
  });
  return isDone && open.length === 0 && !body ? { bodies, outside, heads, tails } : undefined;
}

/** `class Name`, not `Name::class`. */
function isNamed(text: string, at: number): boolean {
  return /^\s+[\w$]/.test(text.slice(at, at + 20));
}

const MODIFIERS = /^[ \t]*(?:(?:private|protected|public|internal|override|open|final|suspend|inline|operator|infix|tailrec)[ \t]+)*$/;
const ANNOTATION = /^[ \t]*@[\w.]+(?:\([^()\n]*\))?[ \t]*\r?\n$/;

/** Where a function of Kotlin begins that stands on lines of its own: with its modifiers, and annotations above them. */
function kotlinStart(text: string, lines: readonly number[], line: number, fun: number): number | undefined {
  const start = lines[line] ?? 0;
  if (fun - start > FARTHEST || !MODIFIERS.test(text.slice(start, fun))) return undefined;
  let first = line;
  while (first > 0 && start - (lines[first - 1] ?? 0) < FARTHEST && ANNOTATION.test(text.slice(lines[first - 1], lines[first]))) first -= 1;
  return lines[first];
}
