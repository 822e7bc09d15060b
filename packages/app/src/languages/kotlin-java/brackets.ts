import type { JvmLanguage } from './grammar.ts';
import { CLOSE, CLOSE_PAREN, COMMA, OPEN, OPEN_PAREN, SEMICOLON, type Tokens } from './scan-code.ts';

/** A function whose body stands between braces. */
export interface FunctionBody {
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

/** A bracket that closes none. */
export const UNMATCHED = 'unmatched';

/** Follows the brackets and declarations outside of bodies. */
interface BracketReader {
  /** Takes the keyword `fun`. */
  readonly fun: (at: number) => void;
  /** Takes a sign; the body that it opens. */
  readonly sign: (what: number, at: number) => FunctionBody | typeof UNMATCHED | undefined;
  /** Goes on behind a body that was read. */
  readonly behind: (body: FunctionBody) => void;
  readonly areClosed: () => boolean;
}

/** Starts at the beginning of a file; `outside` holds the words met so far that stand in no body. */
export function bracketReader(text: string, language: JvmLanguage, { data }: Tokens, outside: readonly number[]): BracketReader {
  const open: Open[] = [];
  /** The parentheses that were closed last, with nothing but words behind them. */
  let closed: { readonly end: number; readonly head: Head | undefined } | undefined;
  let fun = -1;
  let begun: Begun = { at: 0, isPlain: true };
  let lastSign = -1;

  const kotlinHead = (at: number): Head | undefined => {
    if (fun < 0) return undefined;
    const name = outside.at(-1) as number;
    // `fun name(`, as it is mostly.
    const isPlain = data[name + 1] === fun + 'fun '.length && data[name + 2] === at && text.charCodeAt(fun + 'fun'.length) === SPACE;
    if (!isPlain && !TO_PARAMETERS.test(text.slice(fun + 'fun'.length, at))) return undefined;
    return { name, declared: kotlinStart(text, fun) };
  };
  const wordAt = (token: number): string => text.slice(data[token + 1], data[token + 2]);
  const javaHead = (): Head | undefined => {
    const name = outside.at(-1);
    if (name === undefined || (data[name + 1] as number) < lastSign || NO_METHOD.test(wordAt(name))) return undefined;
    const before = wordAt(outside.at(-2) ?? name);
    return before === 'record' ? undefined : { name, declared: begun.isPlain && before !== 'new' ? begun.at : undefined };
  };
  const isBodyBehind = (end: number, at: number): boolean =>
    at - end < FARTHEST && (isBlank(text, end, at) || TO_BODY[language].test(text.slice(end, at).trim()));
  const isInParentheses = (): boolean => open.at(-1)?.sign === OPEN_PAREN;

  return {
    fun: (at) => {
      fun = at;
    },
    sign: (what, at) => {
      const before = closed;
      closed = undefined;
      if (what === CLOSE_PAREN) {
        const bracket = open.pop();
        if (bracket?.sign !== OPEN_PAREN) return UNMATCHED;
        closed = { end: at + 1, head: bracket.head };
      } else if (what === CLOSE) {
        const bracket = open.pop();
        if (bracket?.sign !== OPEN) return UNMATCHED;
        begun = isInParentheses() ? bracket.around : { at: at + 1, isPlain: true };
      } else if (what === OPEN_PAREN) {
        open.push({ sign: what, head: language === 'java' ? javaHead() : kotlinHead(at), around: begun });
        fun = -1;
      } else if (what === OPEN) {
        const head = before?.head && isBodyBehind(before.end, at) ? before.head : undefined;
        // Written out: to spread one object into another takes several times as long.
        if (head) return { name: head.name, declared: head.declared, start: at + 1, end: at, isWanted: false };
        open.push({ sign: what, head: undefined, around: begun });
        begun = { at: at + 1, isPlain: true };
      } else if (what === SEMICOLON) begun = { at: at + 1, isPlain: true };
      else {
        // The name of a thrown exception may follow a comma.
        if (what === COMMA) closed = before;
        if (!isInParentheses()) begun = { at: begun.at, isPlain: false };
      }
      lastSign = at;
      return undefined;
    },
    behind: ({ end }) => {
      lastSign = end;
      // A brace in parentheses ends no declaration.
      if (!isInParentheses()) begun = { at: end + 1, isPlain: true };
    },
    areClosed: () => open.length === 0,
  };
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
