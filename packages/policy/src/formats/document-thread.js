// Runs in a thread of its own, so that a hostile file can be stopped: takes the text out of a Word file or a PDF, and
// parses programs.
// Plain JavaScript, because threads of the source tree are started by Node itself.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';

const MOST_PAGES = 1000;
const MOST_CHARACTERS = 4_000_000;

const STYLES = [
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Title'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  // A table of contents repeats the headings.
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='toc ${level}'] => !`),
];

/** Turns the parts of a Word file into HTML; images and macros are never opened. */
async function docx({ parts }) {
  const { default: mammoth } = await import('mammoth');
  const files = new Map(parts);
  const file = {
    exists: (name) => files.has(name),
    read: async (name, encoding) => {
      const bytes = files.get(name) ?? new Uint8Array();
      return encoding ? new TextDecoder(encoding).decode(bytes) : bytes;
    },
  };
  const options = {
    styleMap: STYLES,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  };
  return { html: (await mammoth.convertToHtml({ file }, options)).value };
}

/** Takes out the pieces of text of a PDF with their places on the page, y counted from the top. */
async function pdf({ bytes, cmaps }) {
  const { getDocument } = await import('unpdf/pdfjs');
  /** Character maps from the folder of them, and nothing else from anywhere. */
  class CharacterMaps {
    async fetch({ kind, filename }) {
      if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`not opened: ${filename}`);
      return new Uint8Array(await readFile(new URL(filename, cmaps)));
    }
  }
  const document = await getDocument({
    data: bytes,
    BinaryDataFactory: CharacterMaps,
    cMapUrl: cmaps,
    cMapPacked: true,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: true,
    disableFontFace: true,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: 0,
  }).promise;
  const pages = [];
  const fonts = new Map();
  let room = MOST_CHARACTERS;
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && room > 0; number++) {
    const page = await document.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    await addFonts(fonts, page, items);
    const pieces = items.flatMap((item) => pieceOf(item, transform, fonts) ?? []);
    room -= pieces.reduce((sum, { text }) => sum + text.length, 0);
    pages.push({ width, height, pieces });
    page.cleanup();
  }
  return { pages, complete: room > 0 && document.numPages <= MOST_PAGES };
}

// Newer than Node 20; PDF.js needs it to hand over what it draws. The thread is all its own.
// oxlint-disable-next-line no-extend-native
ArrayBuffer.prototype.transferToFixedLength ??= function transferToFixedLength(length = this.byteLength) {
  return this.slice(0, length);
};

/** Adds the names of a page's fonts; PDF.js tells them with what it would draw, images left out. */
async function addFonts(fonts, page, items) {
  const names = new Set(items.map(({ fontName }) => fontName).filter((name) => name && !fonts.has(name)));
  if (names.size === 0) return;
  for (const name of names) fonts.set(name, '');
  try {
    await page.getOperatorList();
    await new Promise((resolve) => setImmediate(resolve));
    for (const name of names) if (page.commonObjs.has(name)) fonts.set(name, page.commonObjs.get(name)?.name ?? '');
  } catch {
    // Bold letters help to tell headings; without them the text is read all the same.
  }
}

const BOLD = /bold|black|heavy|demi|cmbx|(?:^|\+)cmb\d|simhei|heiti|[-,]B$/i;

/** A piece of text where it stands on the page; undefined for a slanted one, which is a watermark. */
function pieceOf({ str: text, transform: own, width, fontName }, [a, b, c, d, e, f], fonts) {
  const [xx, xy, yx, yy, x, y] = own;
  const along = [a * xx + c * xy, b * xx + d * xy];
  if (along[0] <= 0 || Math.abs(along[1]) > along[0] * 0.1) return undefined;
  const size = Math.hypot(a * yx + c * yy, b * yx + d * yy);
  return {
    text,
    x: a * x + c * y + e,
    y: b * x + d * y + f,
    width: width * Math.hypot(a, b),
    size,
    bold: BOLD.test(fonts.get(fontName) ?? ''),
  };
}

/** Parses a program and answers with its syntax tree, each node after its parent; types and imports are left out. */
async function program({ source, name }) {
  const module = await import('ts-morph');
  const { ts } = module.default ?? module;
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, false);
  const names = [];
  // Several names have one number: those of ranges (FirstToken) come last in the enumeration and are not meant.
  for (const [word, number] of Object.entries(ts.SyntaxKind)) {
    if (typeof number === 'number' && !/^(?:First|Last)[A-Z]/.test(word)) names[number] ??= word;
  }
  const tree = { names, kinds: [], starts: [], ends: [], parents: [] };
  const open = [[file, -1]];
  while (open.length > 0) {
    const [node, parent] = open.pop();
    const index = tree.kinds.push(node.kind) - 1;
    tree.starts.push(ts.isJsxText(node) ? node.pos : node.getStart(file));
    tree.ends.push(node.end);
    tree.parents.push(parent);
    const children = [];
    ts.forEachChild(node, (child) => {
      if (!ts.isTypeNode(child) && !ts.isImportDeclaration(child)) children.push([child, index]);
    });
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i]);
  }
  return tree;
}

const readers = { docx, pdf, program };
const { kind, ...input } = workerData;
try {
  parentPort.postMessage(await readers[kind](input));
} catch (error) {
  parentPort.postMessage({ failure: String(error?.name ?? ''), message: String(error?.message ?? error) });
}
