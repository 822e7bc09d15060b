import { readText } from './text.ts';
import type { Draft } from './draft.ts';
import { extentOf } from './draft.ts';
import { copy, put, startWriting, through } from './rendered.ts';

const TAG = /<\/?([a-zA-Z][\w:-]{0,40})[^<>]*>|<!--|<[!?][^<>]*>/g;
const CLOSING: Readonly<Record<string, string>> = { '!--': '-->', script: '</script>', style: '</style>' };
const INLINE = /^(?:a|b|i|u|em|strong|span|font|sub|sup|small|big|code|mark|o:p)$/i;
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|#\d{1,7}|#x[0-9a-f]{1,6});/gi;
const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };

/** What is left of a page when its tags are taken out: for pages that are nested too deep to be parsed. */
export function readTags(source: string): Draft[] {
  const writing = startWriting();
  const text = (start: number, end: number): void => {
    let from = start;
    for (const match of source.slice(start, end).matchAll(ENTITY)) {
      const at = start + match.index;
      copy(writing, source, from, at);
      from = at + match[0].length;
      put(writing, decodeEntity(match[0].slice(1, -1)), at, from);
    }
    copy(writing, source, from, end);
  };
  let from = 0;
  let open = true;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(source); match; match = TAG.exec(source)) {
    text(from, match.index);
    from = match.index + match[0].length;
    const end = CLOSING[(match[1] ?? match[0].slice(1)).toLowerCase()];
    if (end && open && !match[0].startsWith('</')) {
      const close = source.indexOf(end, from);
      // Looked for once: a page of openings without an end would be searched again and again.
      if (close < 0) open = false;
      else from = close + end.length;
    }
    if (!INLINE.test(match[1] ?? 'p')) put(writing, '\n', match.index, from);
    TAG.lastIndex = from;
  }
  text(from, source.length);
  return readText(writing.text).drafts.map((draft) => {
    const led = through(draft.text, writing);
    return { ...draft, text: led, at: extentOf(led) };
  });
}

function decodeEntity(name: string): string {
  const code = name.startsWith('#') ? Number(name.replace(/^#x/i, '0x').replace('#', '')) : undefined;
  if (code === undefined) return NAMED[name.toLowerCase()] ?? ' ';
  return code > 0 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '\ufffd';
}
