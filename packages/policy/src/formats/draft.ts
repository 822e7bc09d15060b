import type { Block } from '@mingshi/model';
import type { Range, Rendered } from './rendered.ts';
import { markerOf } from './marker.ts';
import type { Marker } from './marker.ts';

/** A block as its format shows it, before headings are told from paragraphs and sections are known. */
export interface Draft {
  readonly kind: Block['kind'];
  readonly text: Rendered;
  /** Heading level or list depth that the format itself gives; 0 when it gives none. */
  readonly level: number;
  /** The number or bullet in front, which is not part of `text` unless the draft is a paragraph. */
  readonly marker?: Marker;
  readonly table?: Block['table'];
  /** The whole of it in the source, markup and marker included. */
  readonly at: Range;
}

/** What a format's reader makes of a file. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  /** Title given apart from the text: front matter, `<title>`. */
  readonly title?: string;
  /** Name of the string resource it was read from. */
  readonly name?: string;
  /** A stable key of what kept the reader from the format's own grammar, e.g. `markdown-as-text`. */
  readonly note?: string;
}

/** The stretch of the source from the first to the last rendered character. */
export function extentOf(text: Rendered): Range {
  return { start: text.runs[0]?.sourceStart ?? 0, end: text.runs.at(-1)?.sourceEnd ?? 0 };
}

/** Where a line of text stands in a page: the heading or the list around it, and the marker that the list gives it. */
interface Standing {
  /** Level of the heading, 0 outside. */
  readonly heading: number;
  /** How many lists are around it. */
  readonly depth: number;
  readonly marker?: Marker | undefined;
}

/** A draft of one line of text. Numbers that the author wrote count more than those that a list gives. */
export function lineDraft(text: Rendered, { heading, depth, marker }: Standing): Draft {
  const at = extentOf(text);
  const own = markerOf(text.text);
  if (heading > 0) return draftOf('heading', text, heading, at, own);
  if (own && (depth === 0 || own.style !== 'bullet')) return draftOf('paragraph', text, depth, at, own);
  return depth === 0 ? draftOf('paragraph', text, depth, at, undefined) : draftOf('item', text, depth, at, marker);
}

/** Written out: objects put together by spreading take twice the room, and a long policy has 100,000 of them. */
export function draftOf(kind: Draft['kind'], text: Rendered, level: number, at: Range, marker: Marker | undefined): Draft {
  return marker ? { kind, text, level, at, marker } : { kind, text, level, at };
}
