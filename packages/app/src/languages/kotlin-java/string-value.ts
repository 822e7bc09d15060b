const SHORT: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', 0: '\0', s: ' ' };

/** What a string's text between the quotes stands for. */
export function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(/\\(?:u+([0-9a-fA-F]{4})|([^]))/g, (_, unit: string | undefined, sign: string) =>
    unit ? String.fromCharCode(Number.parseInt(unit, 16)) : (SHORT[sign] ?? sign),
  );
}
