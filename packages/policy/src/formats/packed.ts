import type { Extracted, Refusal } from './extracted.ts';

/** Files of office programs, told by how they begin. */
export type PackedFormat = 'docx' | 'pdf' | 'old-word' | 'rich-text';

const WORD = /\.(?:doc|docx|docm|dotx|dotm)$/i;

/** What kind of office file this is; undefined for text and for everything else. */
export function packedFormat(path: string, bytes: Uint8Array): PackedFormat | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (/^\s*%PDF-/.test(start) || (/\.pdf$/i.test(path) && start.includes('%PDF-'))) return 'pdf';
  if (start.startsWith('PK\u0003\u0004') && WORD.test(path)) return 'docx';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'old-word';
  return start.startsWith('{\\rtf') ? 'rich-text' : undefined;
}

/** Takes the text out of an office file, or says why not; the libraries are loaded when they are needed. */
export async function unpack(format: PackedFormat, bytes: Uint8Array): Promise<Extracted | Refusal> {
  switch (format) {
    case 'docx':
      return (await import('./docx.ts')).readDocx(bytes);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes);
    default:
      return { what: format };
  }
}
