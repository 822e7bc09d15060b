import type { XmlDocument, XmlElement } from '../../xml/elements.ts';

/** Whether backup rules say of nothing that it is taken along or left behind, as in the files that new projects begin with. */
export function leavesNothingOut({ root }: XmlDocument): boolean {
  return !speaks(root, 0);
}

/** `include` and `exclude` stand in `full-backup-content`, or one deeper in `data-extraction-rules`. */
function speaks(element: XmlElement, depth: number): boolean {
  return element.children.some((child) => /^(?:include|exclude)$/.test(child.name) || (depth < 2 && speaks(child, depth + 1)));
}
