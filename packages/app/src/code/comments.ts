/** The text with the comments of Kotlin, Java, JavaScript and Dart made blank, every offset unchanged. */
export function withoutComments(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  const mark = /\/\/|\/\*|"""|'''|["'`]/g;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const { index } = match;
    const open = match[0];
    if (open === '//' || open === '/*') {
      // An address in a string has been skipped already; one outside is none.
      const end = open === '//' ? endOfLine(text, index) : after(text, '*/', index + 2);
      parts.push(text.slice(kept, index), text.slice(index, end).replaceAll(/[^\n]/g, ' '));
      kept = end;
      mark.lastIndex = end;
    } else mark.lastIndex = endOfString(text, index, open);
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(kept);
}

function endOfString(text: string, start: number, quote: string): number {
  if (quote.length === 3) return after(text, quote, start + 3);
  const end = quote === '`' ? text.length : endOfLine(text, start);
  for (let i = start + 1; i < end; i++) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === quote) return i + 1;
  }
  // An apostrophe in markup opens no string.
  return quote === '`' ? end : start + 1;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function after(text: string, close: string, from: number): number {
  const end = text.indexOf(close, from);
  return end < 0 ? text.length : end + close.length;
}

/** The text of markup with its comments made blank, every offset unchanged. */
export function withoutMarkupComments(text: string): string {
  let bare = '';
  for (let from = 0; ; ) {
    const open = text.indexOf('<!--', from);
    if (open < 0) return bare === '' ? text : bare + text.slice(from);
    const close = text.indexOf('-->', open + 4);
    const end = close < 0 ? text.length : close + 3;
    bare += text.slice(from, open) + text.slice(open, end).replaceAll(/[^\n]/g, ' ');
    from = end;
  }
}
