/** Entities that the document type declares, by name; only harmless ones come here. */
export type Entities = ReadonlyMap<string, string>;

const BUILT_IN: Entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([\w.:-]{1,100}));/g;
const PROLOG = /\s+|<\?[^]*?\?>|<!--[^]*?-->/y;
/** What entities may come to in all. */
const MOST_TEXT = 10_000_000;
const DECLARATION = /<!ENTITY\s+(%\s+)?([\w.:-]{1,100})\s+(?:"([^"]*)"|'([^']*)'|\w+)/g;

/** Resolves character references, the five built-in entities and the declared ones; unknown ones stay as written. */
export function resolveEntities(raw: string, declared: Entities): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(REFERENCE, (written, decimal?: string, hex?: string, name?: string) => {
    if (name) return BUILT_IN.get(name) ?? declared.get(name) ?? written;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}

/** The entities a document type declares, or the offset of a declaration that grows, nests or reaches outside the file. */
export function declaredEntities(text: string): Entities | { readonly refusedAt: number } {
  const start = prologEnd(text);
  if (!text.startsWith('<!DOCTYPE', start)) return new Map();
  const subset = text.indexOf('[', start);
  const close = text.indexOf('>', start);
  if (subset < 0 || close < subset) return new Map();
  const end = text.indexOf(']', subset);
  const entities = new Map<string, string>();
  let count = 0;
  for (const match of text.slice(start, end < 0 ? text.length : end).matchAll(DECLARATION)) {
    count += 1;
    const [, parameter, name = '', double, single] = match;
    const value = double ?? single;
    const plain = value !== undefined && value.length <= 1000 && resolveEntities(value, new Map()).search(/[&<]/) < 0;
    if (parameter || !plain || count > 100) return { refusedAt: start + match.index };
    entities.set(name, resolveEntities(value, new Map()));
  }
  // Even plain entities multiply when they are referred to a million times.
  const longest = [...entities.values()].reduce((length, value) => Math.max(length, value.length), 0);
  const references = longest > 0 ? text.split('&').length : 0;
  return references * longest > MOST_TEXT ? { refusedAt: start } : entities;
}

function prologEnd(text: string): number {
  PROLOG.lastIndex = 0;
  let end = 0;
  while (PROLOG.test(text)) end = PROLOG.lastIndex;
  return end;
}
