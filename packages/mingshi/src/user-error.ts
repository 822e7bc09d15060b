import type { Language, Text } from '@mingshi/knowledge';
import { printable } from './text/printable.ts';

/**
 * The user's mistake: told in one line (or one line each), exit code 2, never a stack. `message` is in English,
 * `texts` holds each line in both languages.
 *
 * @example
 * if (error instanceof UserError) console.error(error.texts.map(({ zh }) => zh).join('\n'));
 */
export class UserError extends Error {
  readonly texts: readonly Text[];

  constructor(...texts: readonly Text[]) {
    super(texts.map(({ en }) => en).join('\n'));
    this.name = 'UserError';
    this.texts = texts;
  }
}

/** The lines to print for a mistake; what they quote of a file cannot act on the terminal. */
export const linesOf = (error: UserError, language: Language): readonly string[] =>
  error.texts.map((text) => printable(text[language]));

/** A text that reads the same in both languages: a path, an id, another program's words. */
export const same = (text: string): Text => ({ zh: text, en: text });
