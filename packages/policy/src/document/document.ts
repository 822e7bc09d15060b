import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyDocument, Unread } from '@mingshi/model';
import { kindOf, partOf } from '../text/classify.ts';
import { columnsOf, type Columns } from './columns.ts';
import { decode } from '../formats/decode.ts';
import type { Drafts } from '../formats/draft.ts';
import type { Refusal } from '../formats/extracted.ts';
import { packedFormat, unpack } from '../formats/packed.ts';
import type { PackedFormat } from '../formats/packed.ts';
import { readText } from '../formats/text.ts';
import { languageOf } from '../text/language.ts';
import { structure } from './structure.ts';

/** What a file was read as; a file of string resources may hold several documents. */
export interface Documents {
  readonly documents: readonly PolicyDocument[];
  readonly unread: readonly Unread[];
}

/** Files beyond this are refused: no policy is that long. */
export const LARGEST = 20 * 1024 * 1024;
/** Program files beyond this are refused: bundles and generated code. */
export const LARGEST_SOURCE = 2 * 1024 * 1024;

/** Reads a policy file into blocks, sections and title; the knowledge tells by which words tables name their columns. */
export async function readDocument(path: string, bytes: Uint8Array, knowledge: Knowledge): Promise<Documents> {
  if (bytes.length > LARGEST) return refused(path, { what: 'too-large', detail: `${bytes.length} > ${LARGEST}` });
  const packed = packedFormat(path, bytes);
  const columns = columnsOf(knowledge);
  if (packed) return readPacked(path, packed, bytes, columns);
  const decoded = decode(bytes);
  if (!decoded) return refused(path, { what: 'binary-policy' });
  const { text, encoding } = decoded;
  const format = formatOf(path, text);
  if (format === 'source' && bytes.length > LARGEST_SOURCE) {
    return refused(path, { what: 'too-large', detail: `${bytes.length} > ${LARGEST_SOURCE}` });
  }
  const read = await readAs(format, path, text);
  const unread: Unread[] = [];
  const documents: PolicyDocument[] = [];
  for (const drafts of read) {
    if (drafts.note) unread.push({ file: path, what: drafts.note });
    documents.push(...documentOf(drafts, { path, format, encoding, length: text.length }, columns));
  }
  if (documents.length === 0) unread.push({ file: path, what: 'empty-policy' });
  return { documents, unread };
}

/** Reads a file that is no text by way of the text that can be taken out of it. */
async function readPacked(
  path: string,
  format: PackedFormat,
  bytes: Uint8Array,
  columns: Columns,
): Promise<Documents> {
  const read = await unpack(format, bytes);
  if ('what' in read) return refused(path, read);
  const { text, positions, pages } = read;
  const extracted = { text, ...(pages && { pages }) };
  const file = { path, format: format as Format, encoding: 'utf-8', positions, extracted, length: text.length };
  const documents = documentOf(read, file, columns);
  if (documents.length === 0) return refused(path, { what: 'empty-policy' });
  return { documents, unread: read.unread.map((each) => ({ file: path, ...each })) };
}

function refused(file: string, why: Refusal): Documents {
  return { documents: [], unread: [{ file, ...why }] };
}

type File = Pick<PolicyDocument, 'path' | 'format' | 'encoding' | 'length' | 'positions' | 'extracted'>;

/** The document of some drafts; none when they hold no words. */
function documentOf(drafts: Drafts, file: File, columns: Columns): PolicyDocument[] {
  const { title, sections, blocks } = structure(file.path, drafts, file.length, columns);
  if (blocks.length === 0) return [];
  const texts = blocks.map((block) => block.text);
  const name = drafts.name ?? file.path.slice(file.path.lastIndexOf('/') + 1);
  return [
    {
      ...file,
      language: languageOf(texts),
      ...(title && { title }),
      part: partOf(title ?? '', name),
      kind: kindOf(title ?? name, beginning(texts)),
      sections,
      blocks,
    },
  ];
}

type Format = PolicyDocument['format'];

/** The parsers of HTML and Markdown cost their start-up time only where they are needed. */
async function readAs(format: Format, path: string, text: string): Promise<readonly Drafts[]> {
  switch (format) {
    case 'html':
      return [(await import('../formats/html.ts')).readHtml(text)];
    case 'markdown':
      return [await (await import('../formats/markdown.ts')).readMarkdown(text)];
    case 'android-strings':
      return (await import('../formats/android-strings.ts')).readStrings(text);
    case 'source':
      return (await import('../formats/source-text.ts')).readSource(path, text);
    default:
      return [readText(text)];
  }
}

const HTML = new RegExp(
  String.raw`^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?` +
    String.raw`<(?:!doctype html|html|head|body|div|p|h[1-6]|meta|style|article|section)\b`,
  'i',
);
const SOURCE = /\.(?:vue|[cm]?[jt]sx?|dart|ets|json|arb|kt|java)$/i;
const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mdx)$/i;

/** The format of a file, by its name and, where names mislead, by how it begins. */
function formatOf(path: string, text: string): Format {
  const start = text.slice(0, 16_384);
  if (SOURCE.test(path)) return 'source';
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
