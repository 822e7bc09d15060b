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

/** The brackets and declarations outside of bodies, as far as they are read. */
interface Brackets {
  readonly text: string;
  readonly language: JvmLanguage;
  readonly data: Int32Array;
  /** The words met so far that stand in no body. */
  readonly outside: readonly number[];
  readonly open: Open[];
  /** The parentheses that were closed last, with nothing but words behind them. */
  closed: { readonly end: number; readonly head: Head | undefined } | undefined;
  /** The keyword `fun` that awaits its parameters. */
  fun: number | undefined;
  begun: Begun;
  lastSign: number;
}

/** Starts at the beginning of a file; `outside` is filled by the caller. */
export function openBrackets(text: string, language: JvmLanguage, { data }: Tokens, outside: readonly number[]): Brackets {
  return { text, language, data, outside, open: [], closed: undefined, fun: undefined, begun: { at: 0, isPlain: true }, lastSign: -1 };
}

/** Takes a sign; the body that it opens. */
export function takeSign(brackets: Brackets, sign: number, at: number): FunctionBody | typeof UNMATCHED | undefined {
  const before = brackets.closed;
  brackets.closed = undefined;
  if (sign === CLOSE_PAREN || sign === CLOSE) {
    if (!closes(brackets, sign, at)) return UNMATCHED;
  } else if (sign === OPEN_PAREN) {
    const head = brackets.language === 'java' ? javaHead(brackets) : kotlinHead(brackets, at);
    brackets.open.push({ sign, head, around: brackets.begun });
    brackets.fun = undefined;
  } else if (sign === OPEN) {
    const head = before?.head && isBodyBehind(brackets, before.end, at) ? before.head : undefined;
    // Written out: to spread one object into another takes several times as long.
    if (head) return { name: head.name, declared: head.declared, start: at + 1, end: at, isWanted: false };
    brackets.open.push({ sign, head: undefined, around: brackets.begun });
    brackets.begun = { at: at + 1, isPlain: true };
  } else if (sign === SEMICOLON) brackets.begun = { at: at + 1, isPlain: true };
  else {
    // The name of a thrown exception may follow a comma.
    if (sign === COMMA) brackets.closed = before;
    if (!isInParentheses(brackets)) brackets.begun = { at: brackets.begun.at, isPlain: false };
  }
  brackets.lastSign = at;
  return undefined;
}

/** Goes on behind a body that was read. */
export function goBehind(brackets: Brackets, { end }: FunctionBody): void {
  brackets.lastSign = end;
  // A brace in parentheses ends no declaration.
  if (!isInParentheses(brackets)) brackets.begun = { at: end + 1, isPlain: true };
}

/** Takes a closing bracket; whether the one that is open is its other half. */
function closes(brackets: Brackets, sign: typeof CLOSE_PAREN | typeof CLOSE, at: number): boolean {
  const bracket = brackets.open.pop();
  if (bracket?.sign !== (sign === CLOSE ? OPEN : OPEN_PAREN)) return false;
  if (sign === CLOSE_PAREN) brackets.closed = { end: at + 1, head: bracket.head };
  else brackets.begun = isInParentheses(brackets) ? bracket.around : { at: at + 1, isPlain: true };
  return true;
}

function kotlinHead({ text, data, outside, fun }: Brackets, at: number): Head | undefined {
  if (fun === undefined) return undefined;
  const name = outside.at(-1) as number;
  // `fun name(`, as it is mostly.
  const isPlain = data[name + 1] === fun + 'fun '.length && data[name + 2] === at && text.charCodeAt(fun + 'fun'.length) === SPACE;
  if (!isPlain && !TO_PARAMETERS.test(text.slice(fun + 'fun'.length, at))) return undefined;
  return { name, declared: kotlinStart(text, fun) };
}

function javaHead({ text, data, outside, begun, lastSign }: Brackets): Head | undefined {
  const wordAt = (token: number): string => text.slice(data[token + 1], data[token + 2]);
  const name = outside.at(-1);
  if (name === undefined || (data[name + 1] as number) < lastSign || NO_METHOD.test(wordAt(name))) return undefined;
  const before = wordAt(outside.at(-2) ?? name);
  return before === 'record' ? undefined : { name, declared: begun.isPlain && before !== 'new' ? begun.at : undefined };
}

function isBodyBehind({ text, language }: Brackets, end: number, at: number): boolean {
  return at - end < FARTHEST && (isBlank(text, end, at) || TO_BODY[language].test(text.slice(end, at).trim()));
}

function isInParentheses({ open }: Brackets): boolean {
  return open.at(-1)?.sign === OPEN_PAREN;
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
