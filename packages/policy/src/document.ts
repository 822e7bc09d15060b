import type { PolicyDocument, Unread } from '@mingshi/model';
import { kindOf, partOf } from './classify.ts';
import { decode } from './formats/decode.ts';
import type { Drafts } from './formats/draft.ts';
import { readText } from './formats/text.ts';
import { languageOf } from './language.ts';
import { structure } from './structure.ts';

/** What a file was read as; a file of string resources may hold several documents. */
export interface Documents {
  readonly documents: readonly PolicyDocument[];
  readonly unread: readonly Unread[];
}

/** Files beyond this are refused: no policy is that long. */
export const LARGEST = 20 * 1024 * 1024;

/** Reads a policy file into blocks, sections and title. */
export async function readDocument(path: string, bytes: Uint8Array): Promise<Documents> {
  const refuse = (what: string, detail?: string): Documents => ({
    documents: [],
    unread: [{ file: path, what, ...(detail && { detail }) }],
  });
  if (bytes.length > LARGEST) return refuse('too-large', `${bytes.length} > ${LARGEST}`);
  const decoded = decode(bytes);
  if (!decoded) return refuse('binary-policy');
  const { text, encoding } = decoded;
  const format = formatOf(path, text);
  const read = await readAs(format, text);
  const unread: Unread[] = [];
  const documents: PolicyDocument[] = [];
  for (const drafts of read) {
    if (drafts.note) unread.push({ file: path, what: drafts.note });
    const { title, sections, blocks } = structure(path, drafts, text.length);
    if (blocks.length === 0) continue;
    const texts = blocks.map((block) => block.text);
    const name = drafts.name ?? path.slice(path.lastIndexOf('/') + 1);
    documents.push({
      path,
      format,
      encoding,
      language: languageOf(texts),
      ...(title && { title }),
      part: partOf(title ?? '', name),
      kind: kindOf(title ?? name, beginning(texts)),
      length: text.length,
      sections,
      blocks,
    });
  }
  if (documents.length === 0) unread.push({ file: path, what: 'empty-policy' });
  return { documents, unread };
}

type Format = PolicyDocument['format'];

/** The parsers of HTML and Markdown cost their start-up time only where they are needed. */
async function readAs(format: Format, text: string): Promise<readonly Drafts[]> {
  switch (format) {
    case 'html':
      return [(await import('./formats/html.ts')).readHtml(text)];
    case 'markdown':
      return [await (await import('./formats/markdown.ts')).readMarkdown(text)];
    case 'android-strings':
      return (await import('./formats/android-strings.ts')).readStrings(text);
    default:
      return [readText(text)];
  }
}

const HTML = new RegExp(
  String.raw`^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?` +
    String.raw`<(?:!doctype html|html|head|body|div|p|h[1-6]|meta|style|article|section)\b`,
  'i',
);
const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mdx)$/i;

/** The format of a file, by its name and, where names mislead, by how it begins. */
export function formatOf(path: string, text: string): Format {
  const start = text.slice(0, 16_384);
  if (/\.xml$/i.test(path) && /<resources\b/.test(start)) return 'android-strings';
  if (/\.(?:x?html?|htm)$/i.test(path) || HTML.test(start)) return 'html';
  return MARKDOWN.test(path) ? 'markdown' : 'text';
}

/** The first few thousand characters: enough to tell what a text is. */
function beginning(texts: readonly string[]): string {
  let all = '';
  for (const text of texts) {
    if (all.length > 6000) break;
    all += `${text.slice(0, 3000)}\n`;
  }
  return all;
}
