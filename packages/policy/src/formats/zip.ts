/** A part of a zip archive, as its directory announces it. */
interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

/** Why a part could not be taken out. */
export class ZipError extends Error {
  readonly what: 'broken' | 'too-large' | 'encrypted';
  constructor(what: ZipError['what'], message: string) {
    super(message);
    this.what = what;
  }
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 20_000;
const MOST_PARTS = 200;

/**
 * Takes the wanted parts out of a zip archive. What the archive says about sizes is not believed: unpacking stops when
 * all parts together are larger than `room`.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, room: number): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let left = room;
  for (const [name, entry] of directoryOf(bytes)) {
    if (!wanted(name)) continue;
    if (parts.size === MOST_PARTS) throw new ZipError('too-large', `more than ${MOST_PARTS} parts`);
    const part = partOf(bytes, name, entry, left);
    left -= part.length;
    parts.set(name, part);
  }
  return parts;
}

function directoryOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) throw new ZipError('broken', 'zip directory');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    // The first of two parts of one name counts, as it does for most readers.
    if (!entries.has(name)) {
      entries.set(name, {
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      });
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record at the end of the archive, behind which a comment may stand. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--) if (view.getUint32(at, true) === END) return at;
  throw new ZipError('broken', 'no zip directory');
}

function partOf(
  bytes: Uint8Array,
  name: string,
  { method, packed, offset, encrypted }: Entry,
  room: number,
): Uint8Array {
  if (encrypted) throw new ZipError('encrypted', name);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw new ZipError('broken', name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) {
    if (data.length > room) throw new ZipError('too-large', name);
    return data;
  }
  if (method !== 8) throw new ZipError('broken', `${name}: method ${method}`);
  try {
    return process.getBuiltinModule('node:zlib').inflateRawSync(data, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    const tooLarge = error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(tooLarge ? 'too-large' : 'broken', name);
  }
}
