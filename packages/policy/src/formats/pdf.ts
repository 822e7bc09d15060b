import { existsSync } from 'node:fs';
import { apart } from './apart.ts';
import type { Extracted, Refusal } from './extracted.ts';
import { garbled } from './pdf/characters.ts';
import { compose } from './pdf/compose.ts';
import type { Page } from './pdf/lines.ts';

/** The character maps that Chinese fonts need which are not part of the file: in the bundle, and in the source tree. */
const CMAPS = [new URL('./cmaps/', import.meta.url), new URL('../../vendor/cmaps/', import.meta.url)];

/** Reads a PDF: headings by size, paragraphs of joined lines, tables; places are its paragraphs and pages. */
export async function readPdf(bytes: Uint8Array): Promise<Extracted | Refusal> {
  const cmaps = (CMAPS.find((folder) => existsSync(folder)) ?? CMAPS[0])?.href;
  const said = await apart<{ pages: readonly Page[]; complete: boolean }>({ kind: 'pdf', input: { bytes, cmaps } });
  if ('failure' in said) return refusal(said.failure, said.message);
  const { pages, complete } = said.answer;
  const all = pages.map(({ pieces }) => pieces.map(({ text }) => text).join(''));
  if (garbled(all.join('')) > 0.2) return { what: 'pdf-garbled' };
  const extracted = compose(pages);
  if (extracted.drafts.length === 0) return { what: 'pdf-without-text' };
  const empty = all.flatMap((text, index) => (text.trim() === '' ? [index + 1] : []));
  return {
    ...extracted,
    unread: [
      ...(empty.length > 0 ? [{ what: 'pdf-pages-without-text', detail: empty.slice(0, 20).join(', ') }] : []),
      ...(complete ? [] : [{ what: 'pdf-cut', detail: String(pages.length) }]),
    ],
  };
}

function refusal(failure: string, message: string): Refusal {
  if (failure === 'too-slow' || failure === 'too-large') return { what: failure, detail: message };
  if (failure === 'PasswordException') return { what: 'encrypted' };
  return { what: 'broken-pdf', detail: message.slice(0, 200) };
}
