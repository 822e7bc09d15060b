import type { Unread } from '@mingshi/model';
import type { SourceText } from '../source-text.ts';
import { ANDROID, TOOLS, type XmlAttribute, type XmlDocument, type XmlElement } from './elements.ts';
import { declaredEntities, resolveEntities, type Entities } from './entities.ts';
import { readStartTag } from './spans.ts';

/** Turns a file's text into elements with exact positions, or says why it refuses. */
export type ParseXml = (source: SourceText) => XmlDocument | Unread;

type Library = typeof import('./library.ts');
type Metadata = { readonly startIndex: number; readonly endIndex: number };
type Node = Readonly<Record<string, readonly Node[]>> & Readonly<Record<symbol, Metadata | undefined>>;
type Namespaces = ReadonlyMap<string, string>;

/** Prefixes that everybody means alike, for files that forgot to declare them. */
const CUSTOMARY: Namespaces = new Map([
  ['android', ANDROID],
  ['tools', TOOLS],
]);

/** The parser's own words may name every element that is open. */
const LONGEST_DETAIL = 120;

/** Loads the XML library, which a check without XML should not pay for. */
export async function loadXml(): Promise<ParseXml> {
  const library = await import('./library.ts');
  return (source) => parse(source, library);
}

function parse({ path, text }: SourceText, { XMLParser, XMLValidator }: Library): XmlDocument | Unread {
  const refuse = (what: string, offset?: number, detail?: string): Unread => ({
    file: path,
    ...(offset !== undefined && { offset }),
    what,
    ...(detail && { detail: detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail }),
  });
  const entities = declaredEntities(text);
  if ('refusedAt' in entities) return refuse('xml-entities', entities.refusedAt);
  try {
    // The parser itself is lenient: it would read half of a broken file and keep silent about the rest.
    const valid = XMLValidator.validate(text);
    if (valid !== true) return refuse('broken-xml', offsetOf(text, valid.err.line, valid.err.col), valid.err.msg);
    const nodes = new XMLParser({
      preserveOrder: true,
      captureMetaData: true,
      ignoreAttributes: true,
      processEntities: false,
      parseTagValue: false,
      trimValues: false,
    }).parse(text) as readonly Node[];
    const symbol = XMLParser.getMetaDataSymbol() as symbol;
    const root = elements(nodes, symbol, text, entities, CUSTOMARY)[0];
    return root ? { path, text, root } : refuse('broken-xml', 0, 'Start tag expected.');
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const what = detail.includes('nested tags') ? 'too-deep' : /entit/i.test(detail) ? 'xml-entities' : 'broken-xml';
    return refuse(what, undefined, detail.split('\n')[0]);
  }
}

function elements(
  nodes: readonly Node[],
  symbol: symbol,
  text: string,
  entities: Entities,
  outer: Namespaces,
): readonly XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@');
    const place = node[symbol];
    if (!name || !place || /^[?#]/.test(name)) return [];
    const tag = readStartTag(text, place.startIndex);
    const scope = namespaces(tag.attributes, outer);
    const attributes = tag.attributes.map((span): XmlAttribute => {
      const colon = span.name.indexOf(':');
      return {
        name: span.name,
        local: span.name.slice(colon + 1),
        namespace: colon < 0 ? '' : (scope.get(span.name.slice(0, colon)) ?? ''),
        value: resolveEntities(span.raw, entities),
        start: span.start,
        end: span.end,
      };
    });
    const closing = tag.selfClosing ? tag.end : text.lastIndexOf('<', place.endIndex - 1);
    return {
      name,
      attributes,
      children: elements(node[name] ?? [], symbol, text, entities, scope),
      start: place.startIndex,
      end: place.endIndex,
      contentStart: tag.end,
      contentEnd: Math.max(closing, tag.end),
    };
  });
}

function namespaces(
  attributes: readonly { readonly name: string; readonly raw: string }[],
  outer: Namespaces,
): Namespaces {
  const declared = attributes.filter(({ name }) => name.startsWith('xmlns:'));
  return declared.length === 0
    ? outer
    : new Map([...outer, ...declared.map(({ name, raw }) => [name.slice(6), raw] as const)]);
}

function offsetOf(text: string, line: number, column?: number): number | undefined {
  if (column === undefined) return undefined;
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  // The validator does not count a byte order mark.
  if (line === 1 && text.startsWith('\ufeff')) start += 1;
  return Math.min(start + column - 1, text.length);
}
