import { put } from '../rendered.ts';
import { pageOf, say, tag } from './sheet.ts';
import { isMeta, isShown, roleOf } from './shown.ts';
import { rendered, textOf } from './texts.ts';
import type { Program } from './texts.ts';
import type { Node } from './tree.ts';

/** Columns of a table of objects: `name`, `purpose`, `data`; what `title` and `content` hold is no table. */
const FEWEST = 3;

/** Writes objects that all have the same texts as a table, its columns called as the program calls them. */
export function writeTable(program: Program, elements: readonly Node[]): boolean {
  if (elements.length < 2 || elements.some(({ kind }) => kind !== 'ObjectLiteralExpression')) return false;
  const rows = elements.map((element) => textsOf(program, element));
  const keys = [...(rows[0]?.keys() ?? [])].filter((key) => rows.every((row) => row.has(key)));
  if (keys.length < FEWEST || keys.some((key) => roleOf(key) === 'heading' && program.columns.get(key) === undefined))
    return false;
  const { sheet } = program;
  tag(sheet, 'table', elements[0]?.start ?? 0);
  const names = keys.map((key) => program.columns.get(key));
  if (names.every((name) => name !== undefined)) {
    const start = elements[0]?.start ?? 0;
    put(
      pageOf(sheet),
      `<tr>${names.map((name) => `<th>${name.replaceAll(/[<&]/g, ' ')}</th>`).join('')}</tr>`,
      start,
      start,
    );
  }
  elements.forEach((element, index) => {
    tag(sheet, 'tr', element.start);
    // The order of the source, so that places never go back.
    for (const [key, value] of rows[index] ?? []) {
      if (!keys.includes(key)) continue;
      tag(sheet, 'td', value.start);
      say(sheet, rendered(program, value));
      tag(sheet, '/td', value.end);
    }
    tag(sheet, '/tr', element.end);
  });
  tag(sheet, '/table', elements.at(-1)?.end ?? 0);
  return true;
}

/** The properties of an object that are texts; `name` is one here, as `type` is where it is called a column. */
function textsOf(program: Program, object: Node): Map<string, Node> {
  const texts = new Map<string, Node>();
  for (const { kind, children } of object.children) {
    const [name, value] = [children[0], children.at(-1)];
    if (kind !== 'PropertyAssignment' || !name || !value) continue;
    const key = textOf(program, name).replaceAll(/^['"]|['"]$/g, '');
    if (isMeta(key) && key !== 'name' && !program.columns.has(key)) continue;
    const isText = value.kind === 'StringLiteral' || value.kind === 'NoSubstitutionTemplateLiteral';
    if (isText && isShown(textOf(program, value).slice(1, -1), true)) texts.set(key, value);
  }
  return texts;
}
