import type { Language, Text } from '@mingshi/knowledge';
import { fold, padEnd } from '../text/width.ts';
import type { FormatOptions } from './index.ts';
import type { Paint } from './paint.ts';

/** What lines are written on: how, how far from the margin, in which colours. */
export interface Sheet extends Pick<FormatOptions, 'language' | 'width'> {
  readonly paint: Paint;
  readonly indent: number;
}

const AT_MARGIN: Readonly<Record<Language, number>> = { zh: 8, en: 13 };
const INSIDE: Readonly<Record<Language, number>> = { zh: 6, en: 8 };

/** A label and what belongs to it, folded to the right of the label. */
export function labelled(label: Text, words: string, { language, width, indent, paint }: Sheet): readonly string[] {
  // Inside a finding the labels are short; at the margin "not checked" needs more room.
  const room = (indent === 0 ? AT_MARGIN : INSIDE)[language];
  const margin = ' '.repeat(indent);
  const name = padEnd(label[language], room);
  return fold(words, width - indent - room).map(
    (line, index) => margin + (index === 0 ? paint.label(name) : ' '.repeat(room)) + line,
  );
}

/** Words on their own, folded. */
export function indented(words: string, { width, indent }: Sheet): readonly string[] {
  return fold(words, width - indent).map((line) => ' '.repeat(indent) + line);
}
