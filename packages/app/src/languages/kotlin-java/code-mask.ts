import type { JvmLanguage } from './grammar.ts';

/** For every unit of a text 1 where it is code, 0 in comments and strings; a template's expression is code. */
export function codeMask(text: string, language: JvmLanguage): Uint8Array {
  const mask = new Uint8Array(text.length);
  /** The string around each open template, with the braces that were open before it. */
  const open: { readonly quote: string; readonly braces: number }[] = [];
  let braces = 0;
  const marks = /\/\/|\/\*|"""|["'{}]/g;
  let at = 0;
  const skip = (to: number): void => {
    at = to;
    marks.lastIndex = to;
  };
  /** Skips a string's text; stops behind it or inside a template. */
  const string = (from: number, quote: string): void => {
    for (let i = from; i < text.length; i += 1) {
      const char = text[i];
      if (char === '\\' && quote !== '"""') i += 1;
      else if (char === '\n' && quote !== '"""') return skip(i);
      else if (char === '$' && text[i + 1] === '{' && language === 'kotlin' && quote !== "'") {
        open.push({ quote, braces });
        return skip(i + 2);
      } else if (text.startsWith(quote, i)) {
        const end = i + quote.length;
        return skip(quote === '"""' && text[end] === '"' ? end + 1 : end);
      }
    }
    skip(text.length);
  };
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const { index } = mark;
    const sign = mark[0];
    mask.fill(1, at, index);
    at = index;
    if (sign === '//') skip(ending(text, '\n', index));
    else if (sign === '/*') skip(ending(text, '*/', index + 2) + 2);
    else if (sign === '{' || sign === '}') {
      const template = open.at(-1);
      if (sign === '}' && template && braces === template.braces) {
        open.pop();
        string(index + 1, template.quote);
      } else {
        braces += sign === '{' ? 1 : -1;
        mask[index] = 1;
        skip(index + 1);
      }
    } else string(index + sign.length, sign);
  }
  mask.fill(1, Math.min(at, text.length));
  return mask;
}

function ending(text: string, sign: string, from: number): number {
  const end = text.indexOf(sign, from);
  return end < 0 ? text.length : end;
}
