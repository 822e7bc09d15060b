import { decodeText, type Files, type Unread } from '@mingshi/model';

/** A file's decoded text, with its path for locations. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Larger files are refused: no manifest, build file or resource that people write comes near. */
export const LARGEST = 20 * 1024 * 1024;

/** The text of a file, or why it cannot be had; never throws. */
export function readSource(files: Files, path: string, largest = LARGEST): SourceText | Unread {
  try {
    const size = files.size(path);
    if (size > largest) return { file: path, what: 'too-large', detail: `${size} bytes` };
    const bytes = files.read(path);
    // Binary XML of a built app: a ResXMLTree header (type 3, header size 8).
    if (bytes[0] === 3 && bytes[1] === 0 && bytes[2] === 8 && bytes[3] === 0)
      return { file: path, offset: 0, what: 'binary-xml' };
    return { path, text: decodeText(bytes).text };
  } catch (error) {
    return { file: path, what: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Tells a refusal from what was read. */
export function isUnread(result: object): result is Unread {
  return 'what' in result;
}
