import type { Language, Text } from '@mingshi/knowledge';
import { printable } from '../../text/printable.ts';

/** HTML that is safe as it stands; everything else is a string and is escaped where it is put in. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | undefined | readonly Part[];

/** A template in which all that is put in is text, unless it is markup already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = strings.map((piece, index) => piece + (index < parts.length ? written(parts[index]) : ''));
  return { markup: pieces.join('') };
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(written).join('');
}

/** Text for an element or a quoted attribute: nothing in it is markup, and nothing acts on the eye. */
function escaped(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Language tags as browsers and screen readers know them. */
export const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Writes something in both languages, the chosen one first; the page shows one of them. */
export interface Tongue {
  readonly first: Language;
  /** A text, or markup made for each language. */
  readonly say: (text: Text | ((language: Language) => Markup)) => Markup;
}

/** Both languages, this one first. */
export function tongueOf(first: Language): Tongue {
  const order: readonly Language[] = first === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  const say: Tongue['say'] = (text) => {
    const made = order.map((language) => ({
      language,
      inner: typeof text === 'function' ? text(language) : html`${text[language]}`,
    }));
    // Names that are the same in both need no switch.
    if (made[0]?.inner.markup === made[1]?.inner.markup) return made[0]?.inner ?? html``;
    return html`${made.map(({ language, inner }) => html`<span class="${language}" lang="${TAGS[language]}">${inner}</span>`)}`;
  };
  return { first, say };
}

/** Words out of the checked project: their direction is their own affair. */
export const theirs = (text: string): Markup => html`<bdi>${text}</bdi>`;

/** A name or path out of the checked project. */
export const code = (text: string): Markup => html`<code dir="auto">${text}</code>`;
