import type { ImportDeclaration } from './code.ts';
import type { JvmLanguage } from './grammar.ts';

/** The package and the imports of a file that need no parser. */
export interface Header {
  readonly package: string;
  readonly imports: readonly ImportDeclaration[];
  /** Behind their last line. */
  readonly end: number;
}

/** A line that holds one of them and nothing else, or nothing at all. */
const LINE: Readonly<Record<JvmLanguage, RegExp>> = {
  kotlin: /(?:(package|import) ([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(\.\*)?)?[ \t]*\r?\n/y,
  java: /(?:(package|import)(?: static)? ([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(\.\*)?;)?[ \t]*\r?\n/y,
};
/** The line before may have been the beginning of a longer statement. */
const GOES_ON = /\s*(?:[.;]|as\b)/y;

/** Reads the lines from a place on, where the first word of the file stands; `undefined` when they are written in another way. */
export function headerAt(text: string, start: number, language: JvmLanguage): Header | undefined {
  if (start > 0 && text[start - 1] !== '\n') return undefined;
  const imports: ImportDeclaration[] = [];
  let name = '';
  let [at, end] = [start, start];
  const line = LINE[language];
  for (line.lastIndex = at; ; line.lastIndex = at) {
    const match = line.exec(text);
    if (!match) break;
    const [whole, word, from = '', star] = match;
    if (word === 'package' && at > start) break;
    if (word === 'package') name = from;
    else if (word === 'import') {
      const local = star ? '*' : from.slice(from.lastIndexOf('.') + 1);
      imports.push({ from: star ? `${from}.*` : from, local, start: at, end: at + whole.trimEnd().length });
    }
    at += whole.length;
    if (word !== undefined) end = at;
  }
  GOES_ON.lastIndex = end;
  return end === start || GOES_ON.test(text) ? undefined : { package: name, imports, end };
}
