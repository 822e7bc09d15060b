import { isUtf8 } from 'node:buffer';

/** A file's bytes as text; a byte order mark stays, as one unit. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Decodes a text file by its mark, its declaration or its looks; undefined when it is no text. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const marked = byMark(bytes);
  if (marked) return decodeAs(bytes, marked);
  const wide = wideWithoutMark(bytes);
  if (wide) return decodeAs(bytes, wide);
  if (isBinary(bytes)) return undefined;
  return decodeAs(bytes, isUtf8(bytes) ? 'utf-8' : (declared(bytes) ?? guess(bytes)));
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text: encoding === 'windows-1252' ? western(text) : text, encoding };
}

/** Node 20 decodes Windows-1252 as Latin-1: its quotes and dashes come out as control characters. */
function western(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (unit) => WESTERN.charAt(unit.charCodeAt(0) - 0x80));
}

const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: every second byte of its Latin and white space is zero. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 8 && even === 0) return 'utf-16le';
  if (even > length / 8 && odd === 0) return 'utf-16be';
  return undefined;
}

/** Images, archives and the like: control bytes that no text has, beyond a stray one. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  return control > Math.max(2, length / 200);
}

const DECLARATION = /(?:charset\s*=\s*["']?\s*|<\?xml[^>]{0,100}encoding\s*=\s*["'])([\w-]{2,20})/i;

/** The encoding that the file claims near its beginning; GBK in all its names is read as GB 18030. */
function declared(bytes: Uint8Array): string | undefined {
  const label = DECLARATION.exec(latin(bytes.subarray(0, 2048)))?.[1]?.toLowerCase();
  if (!label || label.startsWith('utf')) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return undefined;
  }
}

/** Bytes above ASCII alone among Latin letters are Western; in pairs they are GBK or Big5, whichever reads better. */
function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 262_144);
  let high = 0;
  let paired = 0;
  for (let i = 0; i < sample.length; i++) {
    if ((sample[i] as number) < 0x80) continue;
    high++;
    if ((sample[i - 1] ?? 0) >= 0x80 || (sample[i + 1] ?? 0) >= 0x80) paired++;
  }
  const gbk = decodeAs(sample, 'gb18030').text;
  const broken = decodeAs(sample, 'utf-8').text;
  // A file in UTF-8 with a few broken bytes is still UTF-8.
  if (count(broken, /\ufffd/g) * 20 < count(broken, /[\u3400-\u9fff]/g)) return 'utf-8';
  if (paired < high * 0.6) return 'windows-1252';
  const big5 = decodeAs(sample, 'big5').text;
  return common(big5) > common(gbk) ? 'big5' : 'gb18030';
}

/** How much of a text is the commonest characters of prose, less what could not be decoded. */
function common(text: string): number {
  return (
    count(text, /[的我们您和是在不有为个信息人服务用，。們為個資訊隱隐私]/g) - 5 * count(text, /[\ufffd\ue000-\uf8ff]/g)
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
