import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of some parts. For tests. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encode = new TextEncoder();
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, body] of Object.entries(parts)) {
    const data = typeof body === 'string' ? encode.encode(body) : body;
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, tail, label]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A paragraph of a Word file: its text and its properties as XML. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table of a Word file. */
export function wordTable(...rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join(''));
  return `<w:tbl>${cells.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
}

const RELATIONS =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const STYLES = [1, 2, 3].map(
  (level) => `<w:style w:type="paragraph" w:styleId="h${level}"><w:name w:val="heading ${level}"/></w:style>`,
);
const NUMBERING =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';

/** A Word file of paragraphs and tables, with headings 1 to 3 and bullets as its styles. */
export function docxOf(...body: readonly string[]): Uint8Array {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': RELATIONS,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}">${STYLES.join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${WORD}">${NUMBERING}</w:numbering>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body.join('')}</w:body></w:document>`,
  });
}

/** Properties of a heading of the file that `docxOf` makes, and of a bullet. */
export const asHeading = (level: number): string => `<w:pStyle w:val="h${level}"/>`;
export const asBullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

/** A line of text on a page: where it stands from the left and the bottom, in points, and how large it is. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** With Latin letters only. */
  readonly bold?: boolean;
}

/** How the fonts of a hand-made PDF are written; none is embedded. */
export type PdfEncoding = 'UniGB-UCS2-H' | 'GBK-EUC-H' | 'UniCNS-UCS2-H' | 'Latin';

/** A PDF of some pages, with what a test wants to add to its trailer. */
export function pdfOf(
  pages: readonly (readonly PageLine[])[],
  encoding: PdfEncoding = 'UniGB-UCS2-H',
  trailer = '',
): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}] >>`,
    fontOf(encoding),
    descendantOf(encoding),
    fontOf(encoding, 'Helvetica-Bold'),
  ];
  for (const lines of pages) {
    const content = lines
      .map(({ text, x, y, size = 12, bold }) => {
        const font = `${bold ? '/F2' : '/F1'} ${size} Tf`;
        return `BT ${font} ${x} ${y} Td ${shown(text, encoding)} Tj ET`;
      })
      .join('\n');
    const page = `/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 5 0 R >> >>`;
    objects.push(`<< ${page} /Contents ${objects.length + 2} 0 R >>`);
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  return assembled(objects, trailer);
}

/** A PDF of some objects, the first of which is its catalog. */
export function assembled(objects: readonly string[], trailer = ''): Uint8Array {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>`;
  return new Uint8Array(Buffer.from(`${body}${tail}\nstartxref\n${body.length}\n%%EOF\n`, 'latin1'));
}

function fontOf(encoding: PdfEncoding, name = 'Helvetica'): string {
  if (encoding === 'Latin') return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  return `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`;
}

function descendantOf(encoding: PdfEncoding): string {
  const ordering = encoding === 'UniCNS-UCS2-H' ? 'CNS1' : 'GB1';
  const info = `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >>`;
  const descriptor =
    '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900]' +
    ' /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>';
  const widths = '/DW 1000 /W [1 95 500 814 939 500]';
  return `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ${info} ${descriptor} ${widths} >>`;
}

/** A text as a PDF writes it. */
function shown(text: string, encoding: PdfEncoding): string {
  if (encoding === 'Latin') return `(${text.replaceAll(/[\\()]/g, String.raw`\$&`)})`;
  const units = encoding === 'GBK-EUC-H' ? Array.from(text, (char) => gbk().get(char) ?? '') : hexOf(text);
  return `<${units.join('')}>`;
}

function hexOf(text: string): string[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
}

let table: ReadonlyMap<string, string> | undefined;

/** Characters by their two bytes in GBK, from Node's own decoder. */
function gbk(): ReadonlyMap<string, string> {
  if (table) return table;
  const made = new Map<string, string>();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if (char.length === 1 && char !== '\ufffd') made.set(char, high.toString(16) + low.toString(16));
    }
  }
  table = made;
  return made;
}
