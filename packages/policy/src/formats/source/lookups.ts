import { isName } from './shown.ts';
import type { Node } from './tree.ts';

/** privacyPolicyText → privacy policy text. */
export function plainName(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])|[_-]+/g, ' ').toLowerCase();
}

/** The name that a statement declares; an export without one has none. */
export function nameOf(source: string, statement: Node): string {
  const declared = findFirst(
    statement,
    ({ kind, parent }) => kind === 'Identifier' && parent?.kind.endsWith('Declaration') === true,
    4,
  );
  return declared ? source.slice(declared.start, declared.end) : '';
}

function findFirst(node: Node, wanted: (node: Node) => boolean, depth: number): Node | undefined {
  if (wanted(node)) return node;
  if (depth === 0) return undefined;
  for (const child of node.children) {
    const found = findFirst(child, wanted, depth - 1);
    if (found) return found;
  }
  return undefined;
}

function* everyNode(root: Node): Iterable<Node> {
  const open = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (const child of next.children) open.push(child);
  }
}

/** Constants, and properties where those are meant, that hold a name or another short text; no name of two texts. */
export function constantsOf(source: string, root: Node, properties = false): Map<string, string> {
  const constants = new Map<string, string | undefined>();
  for (const { kind, children } of everyNode(root)) {
    if (kind !== 'VariableDeclaration' && !(properties && kind === 'PropertyAssignment')) continue;
    const [name, value] = [children[0], children.at(-1)];
    if (!name || value?.kind !== 'StringLiteral') continue;
    const key = source.slice(name.start, name.end);
    const text = source.slice(value.start + 1, Math.min(value.end - 1, value.start + 100));
    if (!isName(text)) continue;
    constants.set(key, constants.has(key) && constants.get(key) !== text ? undefined : text);
  }
  return new Map([...constants].flatMap(([key, text]) => (text === undefined ? [] : [[key, text] as const])));
}

/** `{ title: 'SDK 名称', dataIndex: 'name' }`: what a table shows above a property. */
export function columnsOf(source: string, root: Node): Map<string, string> {
  const columns = new Map<string, string>();
  for (const { kind, children } of everyNode(root)) {
    if (kind !== 'ObjectLiteralExpression' || children.length > 12) continue;
    const values = new Map(
      children.map((each) => [source.slice(each.children[0]?.start, each.children[0]?.end), each.children.at(-1)]),
    );
    const [key, title] = [
      ['dataIndex', 'prop', 'field', 'key']
        .map((name) => values.get(name))
        .find((each) => each?.kind === 'StringLiteral'),
      ['title', 'label', 'header', 'name']
        .map((name) => values.get(name))
        .find((each) => each?.kind === 'StringLiteral'),
    ];
    if (key && title)
      columns.set(source.slice(key.start + 1, key.end - 1), source.slice(title.start + 1, title.end - 1));
  }
  return columns;
}
