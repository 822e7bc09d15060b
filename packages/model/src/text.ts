/** A file's text; the offsets of `Location` count in it. A byte order mark is its first unit, as it is in the file. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG name, e.g. `utf-8`, `utf-16le`, `gb18030`. */
  readonly encoding: string;
}

const DECLARED =
  /<\?xml[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})|<meta[^>]{0,200}?\bcharset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i;

/** The text of a file in whatever encoding: byte order mark, then what the file declares, then UTF-8, then GB 18030. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked) return { text: new TextDecoder(marked, { ignoreBOM: true }).decode(bytes), encoding: marked };
  const declared = declaredEncoding(bytes);
  for (const encoding of new Set([declared ?? 'utf-8', 'utf-8', 'gb18030'])) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  const encoding = declared ?? 'utf-8';
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding };
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const match = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)));
  const label = match?.[1] ?? match?.[2];
  try {
    // GB 18030 reads everything that GBK and GB 2312 do; UTF-16 cannot be what an ASCII declaration is written in.
    const name = label && new TextDecoder(label).encoding;
    if (!name || name.startsWith('utf-16')) return undefined;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
