import { copy, startWriting } from '../rendered.ts';
import type { Range, Writing } from '../rendered.ts';
import { sayText } from './say.ts';
import { say, startSheet, tag } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { isMeta, isName, isProse, isShown, roleOf } from './shown.ts';
import { putInstead, writeString } from './strings.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A bracket that is open, and the name in front of it: `items: [`, `Text(`. */
interface Bracket {
  readonly name: string;
  readonly sign: string;
}

/** Writes out the texts of a Dart, Kotlin or Java program, or of one that could not be parsed, by its strings and their names. */
export function writeStrings(source: string): Sheet {
  const sheet = startSheet();
  const tokens = tokensOf(source);
  const open: Bracket[] = [];
  let depth = 0;
  const constants = constantsOf(source, tokens);
  for (let i = 0; i < tokens.length; i++) {
    const { kind, start } = tokens[i] as Token;
    const sign = kind === 'sign' ? source.charAt(start) : '';
    if (sign !== '' && '([{'.includes(sign)) {
      open.push({ name: nameBefore(source, tokens, i), sign });
      if (sign !== '[') depth++;
    } else if (sign !== '' && ')]}'.includes(sign)) {
      const closed = open.pop();
      if (closed && closed.sign !== '[') depth--;
    }
    if (sign === ';' && open.length === 0) sheet.group = '';
    if (open.length === 0 && kind === 'word' && source.charAt(tokens[i + 1]?.start ?? -1) === '=')
      sheet.group = words(source, tokens[i]);
    if (kind !== 'string') continue;
    const end = lastOfText(source, tokens, i);
    const text = startWriting();
    for (const token of tokens.slice(i, end + 1)) writeToken(text, source, token, constants);
    const range = { start, end: (tokens[end] as Token).end };
    const isKey =
      source.charAt(tokens[end + 1]?.start ?? -1) === ':' && source.charAt(tokens[i - 1]?.start ?? -1) !== '?';
    const bracket = open.at(-1);
    const name = nameBefore(source, tokens, i) || bracket?.name || '';
    i = end;
    if (isKey) {
      if (/[\u4e00-\u9fff]{2}/.test(text.text)) sayText(sheet, text, range, { role: 'heading', named: true, depth });
    } else if (bracket?.name.endsWith('TextSpan')) {
      if (!/[A-Za-z]/.test(text.text) || isShown(text.text, true)) say(sheet, text);
    } else if (!isMeta(name) && !constants.has(name) && !open.slice(-3).some((each) => UNSHOWN.test(each.name))) {
      const role = roleOf(name) ?? (isTitle(source, tokens, i, text.text) ? 'heading' : undefined);
      const bold =
        bracket?.sign === '(' && BOLD.test(source.slice(range.end, range.end + 160).split(/\)\s*,?\s*\n/, 1)[0] ?? '');
      const isList = role === 'item' && bracket?.sign === '[';
      if (isList) tag(sheet, 'ul', start);
      sayText(sheet, text, range, { role, named: role !== undefined || name === 'Text', bold, depth });
      if (isList) tag(sheet, '/ul', range.end);
    }
  }
  return sheet;
}

/** `section('Your rights', 'You have the right to …')`: a few words in front of a text. */
function isTitle(source: string, tokens: readonly Token[], last: number, text: string): boolean {
  const [comma, next] = [tokens[last + 1], tokens[last + 2]];
  if (next?.kind !== 'string' || comma?.kind !== 'sign' || source.charAt(comma.start) !== ',') return false;
  if (source.charAt(tokens[last + 3]?.start ?? -1) === ':' || !/^[\p{Lu}\p{Script=Han}\d]/u.test(text)) return false;
  if (!isName(text) || text.length > LONGEST_TITLE) return false;
  const told = source.slice(next.start, Math.min(next.end, next.start + 400));
  return told.length >= text.length + FURTHER && (/[\u4e00-\u9fff]{4}/.test(told) || isProse(told.slice(next.open).split(/\\n|\n/, 1)[0] ?? ''));
}

const LONGEST_TITLE = 60;
/** A text says more than its title. */
const FURTHER = 12;

const UNSHOWN = new RegExp(
  String.raw`(?:^|\.)(?:print|debugPrint|log|assert|import|export|part|Uri|parse|launch\w*|asset|push\w*` +
    String.raw`|\w*(?:Exception|Error|Button|Toast)|(?:Log|Timber|[Ll]ogger)\.\w+|Toast\.makeText)$`,
);
const BOLD = /FontWeight\.(?:bold|w[6-9]00)|\b(?:title(?:Large|Medium)?|headline\w*|heading\w*)\b/;

/** The name of an argument, a key or a call that stands before a token. */
function nameBefore(source: string, tokens: readonly Token[], index: number): string {
  const [before, second] = [tokens[index - 1], tokens[index - 2]];
  if (!before) return '';
  if (before.kind === 'word') return words(source, before);
  const sign = source.charAt(before.start);
  if ((sign !== ':' && sign !== '=' && sign !== '>') || !second) return '';
  if (second.kind === 'string') return words(source, second).replaceAll(/^['"]+|['"]+$/g, '');
  return second.kind === 'word' ? words(source, second) : '';
}

/** Index of the last token of a text: strings that stand side by side or are added up, with what is between them. */
function lastOfText(source: string, tokens: readonly Token[], index: number): number {
  let end = index;
  for (;;) {
    const [next, after] = [tokens[end + 1], tokens[end + 2]];
    if (next?.kind === 'string') end++;
    else if (next && source.charAt(next.start) === '+' && after && after.kind !== 'sign') end += 2;
    else return end;
  }
}

function writeToken(writing: Writing, source: string, token: Token, constants: ReadonlyMap<string, string>): void {
  if (token.kind !== 'string') {
    if (token.kind === 'word') writeValue(writing, source, token, constants);
    return;
  }
  const { start, end, open, quote, values } = token;
  let from = start + open;
  const last = Math.max(from, end - quote);
  for (const value of values) {
    writeString(writing, source, from, value.start);
    const braces = source.charAt(value.start + 1) === '{' ? 1 : 0;
    writeValue(writing, source, { start: value.start + 1 + braces, end: value.end - braces }, constants);
    from = value.end;
  }
  if (open > quote) copy(writing, source, from, last);
  else writeString(writing, source, from, last);
}

/** What a name stands for, or the expression as it is written. */
function writeValue(
  writing: Writing,
  source: string,
  { start, end }: Range,
  constants: ReadonlyMap<string, string>,
): void {
  const known = end - start < 60 ? constants.get(source.slice(start, end)) : undefined;
  if (known !== undefined) putInstead(writing, known, start, end);
  else if (end - start <= 40 && !source.slice(start, end).includes('\n')) copy(writing, source, start, end);
}

/** `const appName = '…'`: short texts by their names. */
function constantsOf(source: string, tokens: readonly Token[]): Map<string, string> {
  const constants = new Map<string, string>();
  tokens.forEach((token, index) => {
    const [name, sign, value, after] = tokens.slice(index, index + 4);
    if (name?.kind !== 'word' || !sign || source.charAt(sign.start) !== '=' || value?.kind !== 'string') return;
    if (after && source.charAt(after.start) !== ';' && after.kind !== 'word') return;
    if (roleOf(words(source, name)) !== undefined) return;
    const text = source.slice(value.start + value.open, value.end - value.quote);
    if (value.values.length === 0 && isName(text)) constants.set(words(source, token), text);
  });
  return constants;
}

function words(source: string, token: Token | undefined): string {
  return token ? source.slice(token.start, Math.min(token.end, token.start + 80)) : '';
}
