import type { Location, Phrase, Unread } from '@mingshi/model';
import type { AnyNode, MemberNode } from '@humanwhocodes/momoa';
import type { SourceText } from './source-text.ts';

/** A value of a configuration file, whichever language it is written in; `at` is what stands between quotes or brackets. */
export type Data =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Member>; readonly at: Location }
  | { readonly kind: 'array'; readonly items: readonly Data[]; readonly at: Location }
  | { readonly kind: 'text'; readonly text: string; readonly at: Location }
  | { readonly kind: 'number'; readonly value: number; readonly at: Location }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: Location }
  | { readonly kind: 'other'; readonly at: Location };

/** A member of an object. */
export interface Member {
  /** The key, without quotes. */
  readonly at: Location;
  readonly value: Data;
}

/** Reads JSON, with comments and the freedoms of JSON5, or says why it is none; throws for nothing. */
export async function parseJson({ text, path }: SourceText): Promise<Data | Unread> {
  const { parse } = await import('@humanwhocodes/momoa');
  try {
    // Files made on Windows begin with a mark that is no JSON; a blank in its place keeps all places.
    const { body } = parse(text.replace(/^\ufeff/, ' '), { mode: 'json5', ranges: true, allowTrailingCommas: true });
    return dataOf(body, path);
  } catch (error) {
    const { message, offset } = error as Error & { readonly offset?: number };
    return { file: path, ...(offset !== undefined && { offset }), what: 'broken-json', detail: message };
  }
}

function dataOf(node: AnyNode, file: string): Data {
  const at = { file, start: node.loc.start.offset, end: node.loc.end.offset };
  switch (node.type) {
    case 'Object':
      return { kind: 'object', at, members: new Map(node.members.map((member) => memberOf(member, file))) };
    case 'Array':
      return { kind: 'array', at, items: node.elements.map(({ value }) => dataOf(value, file)) };
    case 'String':
      return { kind: 'text', text: node.value, at: { file, start: at.start + 1, end: at.end - 1 } };
    case 'Number':
    case 'Boolean':
      return node.type === 'Number'
        ? { kind: 'number', value: node.value, at }
        : { kind: 'boolean', value: node.value, at };
    default:
      return { kind: 'other', at };
  }
}

function memberOf({ name, value }: MemberNode, file: string): readonly [string, Member] {
  const quote = name.type === 'String' ? 1 : 0;
  const at = { file, start: name.loc.start.offset + quote, end: name.loc.end.offset - quote };
  return [name.type === 'String' ? name.value : name.name, { at, value: dataOf(value, file) }];
}

/** The value under a chain of keys. */
export function valueAt(data: Data | undefined, ...keys: readonly string[]): Data | undefined {
  let value = data;
  for (const key of keys) value = value?.kind === 'object' ? value.members.get(key)?.value : undefined;
  return value;
}

/** The members of an object under a chain of keys. */
export function membersAt(data: Data | undefined, ...keys: readonly string[]): readonly (readonly [string, Member])[] {
  const value = valueAt(data, ...keys);
  return value?.kind === 'object' ? [...value.members] : [];
}

/** The items of a list under a chain of keys. */
export function itemsAt(data: Data | undefined, ...keys: readonly string[]): readonly Data[] {
  const value = valueAt(data, ...keys);
  return value?.kind === 'array' ? value.items : [];
}

/** A text under a chain of keys. */
export function phraseAt(data: Data | undefined, ...keys: readonly string[]): Phrase | undefined {
  const value = valueAt(data, ...keys);
  return value?.kind === 'text' && value.text.trim() !== '' ? { text: value.text, at: value.at } : undefined;
}

/** A whole number under a chain of keys, be it written as one or as text. */
export function numberAt(data: Data | undefined, ...keys: readonly string[]): number | undefined {
  const value = valueAt(data, ...keys);
  const number =
    value?.kind === 'text' ? Number.parseInt(value.text, 10) : value?.kind === 'number' ? value.value : NaN;
  return Number.isInteger(number) ? number : undefined;
}
