// The report in a format, through the built package; long Markdown cut where a finding ends.
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** A report in one of the formats of `mingshi check`. */
export async function render(report, format, { language, prefix }) {
  const { formats } = await import(new URL('../packages/mingshi/dist/index.js', import.meta.url).href);
  const write = await formats[format]();
  return write(report, { language, prefix, width: 120, colour: false, drawing: false });
}

/** From the root of the repository to the checked folder: annotations and SARIF name files from there. */
export function prefixOf(folder, workspace) {
  let root = folder;
  while (!existsSync(join(root, '.git')) && root !== workspace && dirname(root) !== root) root = dirname(root);
  return dirname(root) === root ? '' : relative(root, folder).split(sep).join('/');
}

/** As many whole paragraphs and table rows of a Markdown text as fit; that something is left out is said. */
export function cutMarkdown(text, most, note, size = (part) => Buffer.byteLength(part)) {
  if (size(text) <= most) return text;
  const tail = `\n\n${note}\n`;
  let kept = '';
  let left = most - size(tail);
  for (const part of text.split(/(?<=\n\n|\n(?=\| ))/)) {
    left -= size(part);
    if (left < 0) break;
    kept += part;
  }
  return kept === '' ? '' : kept.trimEnd() + tail;
}
