import { kindOfName } from '../../text/classify.ts';
import { markerOf } from '../marker.ts';
import { copy, put, startWriting } from '../rendered.ts';
import { writeJsx } from './jsx.ts';
import { columnsOf, constantsOf, nameOf, plainName } from './lookups.ts';
import { writeTable } from './objects.ts';
import { sayText } from './say.ts';
import type { Standing } from './say.ts';
import { say, startSheet, tag } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { isMeta, isProse, roleOf, roleOfType } from './shown.ts';
import { isText, rendered, textOf } from './texts.ts';
import type { Program } from './texts.ts';
import type { Node } from './tree.ts';

/** Writes out the texts of a program that its users read, in their order. */
export function writeProgram(source: string, root: Node): Sheet {
  const sheet = startSheet();
  const program: Program = { source, sheet, constants: constantsOf(source, root), columns: columnsOf(source, root) };
  for (const statement of root.children) {
    sheet.group = nameOf(source, statement);
    visit(program, statement, { depth: 0 });
  }
  return sheet;
}

const SKIPPED = new Set([
  'ThrowStatement',
  'Decorator',
  'ExportDeclaration',
  'InterfaceDeclaration',
  'RegularExpressionLiteral',
]);
const COMPARISON = /^(?:Equals|Exclamation)Equals|^InKeyword|^InstanceOf|^(?:Less|Greater)Than/;
/** Calls whose texts are for the program, for the developer, or for a moment. */
const UNSHOWN = new RegExp(
  String.raw`(?:^|\.)(?:log|warn|error|info|debug|trace|require|import|fetch|request|test|match|split|replace` +
    String.raw`|replaceAll|includes|indexOf|startsWith|endsWith|querySelector(?:All)?|getElementById|getItem|setItem` +
    String.raw`|addEventListener|emit|dispatch|navigate(?:To)?|redirect|pushState|showToast|showModal|alert|confirm` +
    String.raw`|describe|it|expect|StyleSheet\.create|\w*(?:Toast|Error|Button|Alert))$`,
);
const METHOD = /\.(?:join|trim|trimStart|trimEnd|trimIndent|concat|flat|filter|replace|replaceAll|split)$/;

/** Writes out what a node shows. */
export function visit(program: Program, node: Node, standing: Standing): void {
  const { kind, children } = node;
  if (SKIPPED.has(kind)) return;
  if (isText(node)) {
    sayString(program, node, standing);
  } else if (kind.startsWith('Jsx')) {
    writeJsx(program, node, standing);
  } else if (kind === 'PropertyAssignment' || kind === 'VariableDeclaration' || kind === 'PropertyDeclaration') {
    visitNamed(program, node, standing);
  } else if (kind === 'ObjectLiteralExpression') {
    visitObject(program, node, standing);
  } else if (kind === 'ArrayLiteralExpression') {
    visitArray(program, node, standing);
  } else if (kind === 'CallExpression') {
    visitCall(program, node, standing);
  } else if (kind === 'TaggedTemplateExpression') {
    const [name, template] = children;
    if (template && name && /^(?:html|md|markdown|dedent|outdent|t|raw|String\.raw)$/.test(textOf(program, name))) {
      visit(program, template, standing);
    }
  } else if (kind === 'PropertyAccessExpression') {
    if (children[0]) visit(program, children[0], standing);
  } else if (
    kind === 'ElementAccessExpression' ||
    (kind === 'BinaryExpression' && COMPARISON.test(children[1]?.kind ?? ''))
  ) {
    return;
  } else {
    for (const child of children) visit(program, child, standing);
  }
}

/** What a property, a variable or a field holds, in the light of its name. */
function visitNamed(program: Program, { kind, children }: Node, standing: Standing): void {
  const name = children.find((each) => each.kind === 'Identifier' || each.kind === 'StringLiteral');
  const value = children.at(-1);
  if (!name || !value || name === value) return;
  const key = textOf(program, name).replaceAll(/^['"`]|['"`]$/g, '');
  const said = isText(value);
  if (said && isMeta(key)) return;
  const { group } = program.sheet;
  if (standing.depth === 1 && kindOfName(plainName(key)) !== 'unknown') program.sheet.group = `${group} ${key}`;
  // A name that is words is the heading of what it holds.
  if (/[\u4e00-\u9fff]{2}|\w \w/.test(key) && (!said || markerOf(key) || value.end - value.start > 60)) {
    sayString(program, name, { ...standing, role: 'heading', named: true });
  }
  const role = roleOf(key);
  if (said && standing.depth <= 1 && DATED.test(key) && DATE.test(textOf(program, value).slice(1, -1))) {
    return sayDate(program, value, key);
  }
  if (kind === 'VariableDeclaration' && said && DATED.test(key)) return sayString(program, value, { ...standing, named: true });
  if (kind === 'VariableDeclaration' && role === undefined && program.constants.has(key)) return;
  const named = role !== undefined || standing.named === true;
  if (role === 'heading') visit(program, value, said ? { ...standing, role, named } : standing);
  else visit(program, value, { ...standing, role: role === 'item' ? role : standing.role, named });
  program.sheet.group = group;
}

/** Constants that hold the date of the policy: shown where the page is put together, which may be another file. */
const DATED = /^(?:(?:privacy|policy)_?)?(?:(?:last_?)?(?:updated?|effective|revised|modified)(?:_?(?:date|at|on|time))?|(?:effective|update|revision)_?(?:date|time))$/i;

const DATE = /^\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)$/;

/** Writes a bare date with what its name says of it: the page that shows it says so in words. */
function sayDate(program: Program, value: Node, key: string): void {
  const isEffective = /effective/i.test(key);
  const isHan = /[\u4e00-\u9fff]{2}/.test(program.source);
  const label = isHan ? (isEffective ? '生效日期：' : '更新日期：') : isEffective ? 'Effective date: ' : 'Last updated: ';
  const line = startWriting();
  put(line, label, value.start, value.start);
  copy(line, program.source, value.start + 1, value.end - 1);
  tag(program.sheet, 'p', value.start);
  say(program.sheet, line);
  tag(program.sheet, '/p', value.end);
}

function visitObject(program: Program, node: Node, standing: Standing): void {
  const values = node.children.map(({ children }) => [children[0], children.at(-1)] as const);
  const named = (pattern: RegExp): string | undefined => {
    const value = values.find(([name]) => name && pattern.test(textOf(program, name)))?.[1];
    return value?.kind === 'StringLiteral' ? textOf(program, value).slice(1, -1) : undefined;
  };
  // What a column of a table is called has been read with the table.
  if (named(/^(?:dataIndex|prop|field)$/) !== undefined) return;
  const role = roleOfType(named(/^(?:type|tag|kind|el|style|component)$/) ?? '');
  // Texts of an object stand on their own: the list that the object is an item of has its own items.
  const inside = { ...standing, depth: standing.depth + 1, role, named: role !== undefined };
  for (const child of node.children) visit(program, child, inside);
}

function visitArray(program: Program, node: Node, standing: Standing): void {
  const { children } = node;
  if (writeTable(program, children)) return;
  const shown = children.some((child) => isText(child) && isProse(rendered(program, child).text));
  const isList = standing.role === 'item' && children.some(isText);
  if (isList) tag(program.sheet, 'ul', node.start);
  for (const child of children) visit(program, child, { ...standing, named: !!standing.named || shown });
  if (isList) tag(program.sheet, '/ul', node.end);
}

function visitCall(program: Program, node: Node, standing: Standing): void {
  const [callee, ...rest] = node.children;
  if (!callee) return;
  const name = textOf(program, callee).slice(-80).replaceAll(/\s/g, '');
  if (UNSHOWN.test(name)) return;
  if (METHOD.test(name) || callee.kind === 'CallExpression') return visit(program, callee, standing);
  if (name.endsWith('.fontWeight') && /bold|[6-9]00/i.test(textOf(program, node).slice(-60))) {
    return visit(program, callee, { ...standing, bold: true });
  }
  const [first] = rest;
  if (/(?:^|\.)(?:createElement|h|jsxs?|_jsxs?)$/.test(name) && first && rest.length > 1) {
    const element = /^['"](\w{1,12})['"]$/.exec(textOf(program, first))?.[1] ?? 'div';
    tag(program.sheet, element, node.start);
    for (const child of rest.slice(1)) visit(program, child, { ...standing, inline: true, named: true });
    tag(program.sheet, `/${element}`, node.end);
    return;
  }
  // A text of ArkUI, and a part of one.
  const isElement = name === 'Text' || name === 'Span';
  const inside = { ...standing, named: isElement || !!standing.named, inline: name === 'Span' || !!standing.inline };
  for (const child of callee.kind === 'Identifier' ? rest : node.children) visit(program, child, inside);
}

/** Writes a string where it stands. */
function sayString(program: Program, node: Node, standing: Standing): void {
  sayText(program.sheet, rendered(program, node), node, standing);
}
