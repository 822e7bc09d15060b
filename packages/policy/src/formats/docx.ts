import { apart } from './apart.ts';
import { layOut } from './extracted.ts';
import type { Extracted, Refusal } from './extracted.ts';
import { readHtml } from './html.ts';
import { unzip, ZipError } from './zip.ts';

/** Bytes of unpacked XML; no policy of words comes near it. */
const LARGEST = 48 * 1024 * 1024;
/** Images, fonts and macros stay packed. */
const PART = /^(?:[^/]+\/)?(?:_rels\/)?[^/]*\.(?:xml|rels)$/i;

/** Reads a Word file: headings, paragraphs, lists and tables; places are its paragraphs, one a line. */
export async function readDocx(bytes: Uint8Array): Promise<Extracted | Refusal> {
  let parts: Map<string, Uint8Array>;
  try {
    parts = unzip(bytes, (name) => PART.test(name), LARGEST);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return { what: error.what === 'broken' ? 'broken-docx' : error.what, detail: error.message };
  }
  if (!parts.has('[Content_Types].xml')) return { what: 'broken-docx', detail: 'no [Content_Types].xml' };
  const said = await apart<{ html: string }>({ kind: 'docx', input: { parts } });
  if ('failure' in said) {
    const known = said.failure === 'too-slow' || said.failure === 'too-large';
    return { what: known ? said.failure : 'broken-docx', detail: firstLine(said.message) };
  }
  return { ...layOut(readHtml(said.answer.html).drafts), positions: 'paragraph', unread: [] };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.slice(0, 200) ?? '';
}
