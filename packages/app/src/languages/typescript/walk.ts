import type { ts } from 'ts-morph';
import type { SourceFunction, SourceType, Use } from '../../code/source-unit.ts';
import { bind, declare, declareVariable } from './declarations.ts';
import { bare, texts, valueOf } from './resolve.ts';
import { inner, UNKNOWN, type Scope } from './scope.ts';

type Typescript = typeof ts;

/** What walking a file brings together. */
interface Walked {
  readonly functions: SourceFunction[];
  readonly types: SourceType[];
}

/** A walk through one file, and what it has found so far. */
interface Walk extends Walked {
  readonly ts: Typescript;
  readonly file: ts.SourceFile;
  readonly path: string;
}

/** Where the walk stands: names, the uses of the body it is in, and what must hold to come here. */
interface Standing {
  readonly scope: Scope;
  readonly uses: Use[];
  readonly conditions: readonly string[];
  readonly callbacks: readonly string[];
}

type FunctionValue = ts.ArrowFunction | ts.FunctionExpression;

/** Walks a file's code in order. */
export function walkFile(typescript: Typescript, file: ts.SourceFile, path: string, global: Scope): Walked {
  const walk: Walk = { ts: typescript, file, path, functions: [], types: [] };
  block(walk, file.statements, begin(walk, '<module>', '', file, global));
  return { functions: walk.functions, types: walk.types };
}

function visit(walk: Walk, node: ts.Node, standing: Standing): void {
  const { ts: t } = walk;
  if (t.isImportDeclaration(node) || t.isTypeNode(node) || t.isInterfaceDeclaration(node) || t.isTypeAliasDeclaration(node)) return;
  if (t.isBlock(node) || t.isModuleBlock(node) || t.isCaseOrDefaultClause(node)) {
    block(walk, node.statements, { ...standing, scope: inner(standing.scope) });
  } else if (t.isFunctionDeclaration(node)) named(walk, node.name?.text ?? 'default', '', node, standing.scope);
  else if (t.isClassLike(node)) classBody(walk, node, standing);
  else if (t.isVariableDeclaration(node)) variable(walk, node, standing);
  else if (t.isIfStatement(node)) branches(walk, node.expression, node.thenStatement, node.elseStatement, standing);
  else if (t.isConditionalExpression(node)) branches(walk, node.condition, node.whenTrue, node.whenFalse, standing);
  else if (t.isBinaryExpression(node)) binary(walk, node, standing);
  else if (t.isObjectLiteralExpression(node)) object(walk, node, standing);
  else if (t.isJsxAttribute(node)) handed(walk, node.initializer, t.isIdentifier(node.name) ? node.name.text : '', standing);
  else if (isFunction(walk, node)) functionBody(walk, node, standing);
  else if (t.isCallExpression(node) || t.isNewExpression(node)) call(walk, node, standing);
  else if (t.isPropertyAccessExpression(node) || t.isElementAccessExpression(node) || t.isIdentifier(node)) read(walk, node, standing);
  else if (t.isStringLiteralLike(node)) string(walk, node, standing);
  else children(walk, node, standing);
}

function children(walk: Walk, node: ts.Node, standing: Standing): void {
  walk.ts.forEachChild(node, (child) => visit(walk, child, standing));
}

/** Statements in order; what stands behind an early return runs only when its condition did not hold. */
function block(walk: Walk, statements: readonly ts.Statement[], standing: Standing): void {
  declare(walk.ts, statements, standing.scope);
  let { conditions } = standing;
  for (const statement of statements) {
    visit(walk, statement, { ...standing, conditions });
    if (walk.ts.isIfStatement(statement) && !statement.elseStatement && leaves(walk, statement.thenStatement)) {
      conditions = further(conditions, unless(walk, statement.expression));
    }
  }
}

function leaves({ ts: t }: Walk, node: ts.Statement): boolean {
  const last = t.isBlock(node) ? node.statements.at(-1) : node;
  return last !== undefined && (t.isReturnStatement(last) || t.isThrowStatement(last));
}

function branches(walk: Walk, condition: ts.Expression, then: ts.Node, otherwise: ts.Node | undefined, standing: Standing): void {
  visit(walk, condition, standing);
  visit(walk, then, under(standing, written(walk, condition)));
  if (otherwise) visit(walk, otherwise, under(standing, unless(walk, condition)));
}

function binary(walk: Walk, node: ts.BinaryExpression, standing: Standing): void {
  const { SyntaxKind } = walk.ts;
  const operator = node.operatorToken.kind;
  const isAnd = operator === SyntaxKind.AmpersandAmpersandToken;
  if (!isAnd && operator !== SyntaxKind.BarBarToken) return children(walk, node, standing);
  visit(walk, node.left, standing);
  visit(walk, node.right, under(standing, isAnd ? written(walk, node.left) : unless(walk, node.left)));
}

function variable(walk: Walk, node: ts.VariableDeclaration, standing: Standing): void {
  declareVariable(walk.ts, node, standing.scope);
  const value = node.initializer && bare(walk.ts, node.initializer);
  if (value && walk.ts.isIdentifier(node.name) && isFunction(walk, value)) named(walk, node.name.text, '', value, standing.scope);
  else children(walk, node, standing);
}

function classBody(walk: Walk, node: ts.ClassLikeDeclaration, standing: Standing): void {
  const { ts: t } = walk;
  const name = node.name?.text ?? '';
  const supertypes = (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.map(({ expression }) => texts(valueOf(t, expression, standing.scope))[0] ?? written(walk, expression)));
  walk.types.push({ name, supertypes, at: place(walk, node.name ?? node) });
  for (const member of node.members) {
    if (t.isPropertyDeclaration(member)) property(walk, member, name, standing.scope);
    else if (t.isConstructorDeclaration(member)) named(walk, '<init>', name, member, standing.scope);
    else if (t.isMethodDeclaration(member) || t.isAccessor(member)) named(walk, keyOf(walk, member.name), name, member, standing.scope);
    else if (t.isClassStaticBlockDeclaration(member)) {
      block(walk, member.body.statements, begin(walk, '<static>', name, member, inner(standing.scope)));
    }
  }
}

/** A field runs with the creation of its object, or when its class is loaded; one that holds a function is a method. */
function property(walk: Walk, member: ts.PropertyDeclaration, owner: string, scope: Scope): void {
  if (!member.initializer) return;
  const isStatic = member.modifiers?.some(({ kind }) => kind === walk.ts.SyntaxKind.StaticKeyword);
  const value = bare(walk.ts, member.initializer);
  if (isFunction(walk, value)) named(walk, keyOf(walk, member.name), owner, value, scope);
  else visit(walk, member.initializer, begin(walk, isStatic ? '<static>' : '<init>', owner, member, scope));
}

/** A function with a name of its own is a body of its own: it runs when it is called. */
function named(walk: Walk, name: string, owner: string, node: ts.FunctionLikeDeclaration, scope: Scope): void {
  functionBody(walk, node, begin(walk, name, owner, node, scope));
}

function functionBody(walk: Walk, node: ts.FunctionLikeDeclaration, standing: Standing): void {
  const scope = inner(standing.scope);
  for (const { name } of node.parameters) bind(walk.ts, name, UNKNOWN, scope);
  if (!node.body) return;
  if (walk.ts.isBlock(node.body)) block(walk, node.body.statements, { ...standing, scope });
  else visit(walk, node.body, { ...standing, scope });
}

/** Methods of an object run when somebody calls them; those of an exported one by their name (`onLaunch`). */
function object(walk: Walk, node: ts.ObjectLiteralExpression, standing: Standing): void {
  const { ts: t } = walk;
  const isExported = t.isExportAssignment(node.parent) || (t.isCallExpression(node.parent) && t.isExportAssignment(node.parent.parent));
  for (const each of node.properties) {
    if (t.isMethodDeclaration(each)) {
      if (isExported) named(walk, keyOf(walk, each.name), '', each, standing.scope);
      else functionBody(walk, each, inCallback(standing, keyOf(walk, each.name)));
    } else if (!t.isPropertyAssignment(each)) children(walk, each, standing);
    else if (isExported) exportedProperty(walk, each, standing);
    else handed(walk, each.initializer, keyOf(walk, each.name), standing);
  }
}

/** `methods: { … }` of a component holds functions by their names. */
function exportedProperty(walk: Walk, each: ts.PropertyAssignment, standing: Standing): void {
  const { ts: t } = walk;
  const name = keyOf(walk, each.name);
  const value = bare(t, each.initializer);
  if (isFunction(walk, value)) named(walk, name, '', value, standing.scope);
  else if (!t.isObjectLiteralExpression(value)) handed(walk, each.initializer, name, standing);
  else for (const method of value.properties) if (t.isMethodDeclaration(method)) named(walk, keyOf(walk, method.name), '', method, standing.scope);
}

/** What is handed over under a name; a function runs when whoever got it pleases. */
function handed(walk: Walk, node: ts.Node | undefined, name: string, standing: Standing): void {
  if (!node) return;
  const value = walk.ts.isJsxExpression(node) ? (node.expression ?? node) : node;
  if (isFunction(walk, value)) functionBody(walk, value, inCallback(standing, name));
  else visit(walk, value, standing);
}

function call(walk: Walk, node: ts.CallExpression | ts.NewExpression, standing: Standing): void {
  const { ts: t } = walk;
  const callee = bare(t, node.expression);
  const given = node.arguments ?? [];
  if (isFunction(walk, callee) || callee.kind === t.SyntaxKind.ImportKeyword) {
    if (isFunction(walk, callee)) functionBody(walk, callee, standing);
    for (const argument of given) visit(walk, argument, standing);
    return;
  }
  const args = given.map((argument) => {
    const known = texts(valueOf(t, argument, standing.scope));
    return known.length > 0 ? known.join(', ') : written(walk, argument);
  });
  const target = targetOf(walk, callee, standing.scope);
  const at = t.isPropertyAccessExpression(callee) ? callee.name : callee;
  add(walk, standing, { ...target, kind: t.isNewExpression(node) ? 'new' : 'call', args }, at);
  if (t.isPropertyAccessExpression(callee) && !t.isIdentifier(callee.expression)) visit(walk, callee.expression, standing);
  for (const argument of given) handed(walk, argument, target.name, standing);
}

type Target = Pick<Use, 'receiver' | 'name' | 'certainty'>;

function targetOf(walk: Walk, callee: ts.Expression, scope: Scope): Target {
  const { ts: t } = walk;
  const value = valueOf(t, callee, scope);
  if (value.kind === 'path') {
    // The last dot parts a member from its object; a module's own name is never cut.
    const dot = t.isPropertyAccessExpression(callee) || !t.isIdentifier(callee) || value.path !== callee.text ? value.path.lastIndexOf('.') : -1;
    const isModule = dot < 0 || value.path.lastIndexOf('/') > dot;
    const [receiver, name] = isModule ? ['', value.path] : [value.path.slice(0, dot), value.path.slice(dot + 1)];
    return { receiver, name, certainty: 'resolved' };
  }
  if (t.isPropertyAccessExpression(callee)) return { receiver: written(walk, callee.expression), name: callee.name.text, certainty: 'text' };
  return { receiver: '', name: t.isIdentifier(callee) ? callee.text : written(walk, callee), certainty: 'text' };
}

function read(walk: Walk, node: ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.Identifier, standing: Standing): void {
  const value = valueOf(walk.ts, node, standing.scope);
  if (value.kind === 'path' && value.path.includes('.')) {
    const dot = value.path.lastIndexOf('.');
    if (value.path.lastIndexOf('/') > dot) return;
    add(walk, standing, { kind: 'read', receiver: value.path.slice(0, dot), name: value.path.slice(dot + 1), certainty: 'resolved', args: [] }, node);
  } else if (!walk.ts.isIdentifier(node)) children(walk, node, standing);
}

/** Addresses may give access by themselves: `content://sms`, `/sys/class/net`. */
function string(walk: Walk, node: ts.StringLiteralLike, standing: Standing): void {
  if (!/^[\w.+-]*:\/\/|^\/\w/.test(node.text) || node.text.length >= 200) return;
  add(walk, standing, { kind: 'string', receiver: '', name: node.text, certainty: 'resolved', args: [] }, node);
}

function add(walk: Walk, { uses, conditions, callbacks }: Standing, use: Omit<Use, 'at' | 'conditions' | 'callbacks'>, node: ts.Node): void {
  uses.push({ ...use, at: place(walk, node), args: use.args.map((arg) => arg.slice(0, 2000)), conditions, callbacks });
}

/** Opens a body of code that begins without conditions. */
function begin(walk: Walk, name: string, owner: string, node: ts.Node, scope: Scope): Standing {
  const uses: Use[] = [];
  walk.functions.push({ name, owner, at: place(walk, node), uses });
  return { scope, uses, conditions: [], callbacks: [] };
}

function under(standing: Standing, condition: string): Standing {
  return { ...standing, conditions: further(standing.conditions, condition) };
}

/** More conditions than these in one place are not followed: each use holds them all. */
const MOST_CONDITIONS = 64;

function further(conditions: readonly string[], condition: string): readonly string[] {
  return conditions.length < MOST_CONDITIONS ? [...conditions, condition] : conditions;
}

function inCallback(standing: Standing, name: string): Standing {
  return { ...standing, callbacks: [...standing.callbacks, name] };
}

function isFunction({ ts: t }: Walk, node: ts.Node): node is FunctionValue {
  return t.isArrowFunction(node) || t.isFunctionExpression(node);
}

function keyOf(walk: Walk, node: ts.PropertyName): string {
  return walk.ts.isIdentifier(node) || walk.ts.isStringLiteral(node) ? node.text : written(walk, node);
}

function unless(walk: Walk, condition: ts.Expression): string {
  return `!(${written(walk, condition)})`;
}

function place({ file, path }: Walk, node: ts.Node): SourceFunction['at'] {
  return { file: path, start: node.getStart(file), end: node.end };
}

/** The code as written, on one line; the source of a large function is not copied to be cut short. */
function written({ file }: Walk, node: ts.Node): string {
  const start = node.getStart(file);
  return file.text.slice(start, Math.min(node.end, start + 1000)).replaceAll(/\s+/g, ' ').slice(0, 200);
}
