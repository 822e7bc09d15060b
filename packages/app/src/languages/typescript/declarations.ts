import type { ts } from 'ts-morph';
import { valueOf } from './resolve.ts';
import { UNKNOWN, type Scope, type Value } from './scope.ts';

type Typescript = typeof ts;

/** Enters what a statement list declares, in order, before its code is walked: functions may use what comes later. */
export function declare(ts: Typescript, statements: readonly ts.Node[], scope: Scope): void {
  for (const statement of statements) {
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) {
      if (statement.name) scope.names.set(statement.name.text, UNKNOWN);
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) declareVariable(ts, declaration, scope);
    }
  }
}

/** Enters the names of one variable; a constant that stands for a path or a text keeps standing for it. */
export function declareVariable(ts: Typescript, { name, initializer, parent }: ts.VariableDeclaration, scope: Scope): void {
  const isConstant = (parent.flags & ts.NodeFlags.Const) !== 0;
  const value = initializer && (isConstant || isLoad(ts, initializer)) ? valueOf(ts, initializer, scope) : UNKNOWN;
  bind(ts, name, value, scope);
  // Members of a constant object: `const P = { sms: PermissionsAndroid.PERMISSIONS.READ_SMS }`.
  if (isConstant && initializer && ts.isIdentifier(name)) {
    const object = literalOf(ts, initializer);
    if (object) declareMembers(ts, name.text, object, scope);
  }
}

function isLoad(ts: Typescript, node: ts.Expression): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require';
}

function literalOf(ts: Typescript, node: ts.Expression): ts.ObjectLiteralExpression | undefined {
  const at = ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? node.expression : node;
  return ts.isObjectLiteralExpression(at) ? at : undefined;
}

function declareMembers(ts: Typescript, object: string, { properties }: ts.ObjectLiteralExpression, scope: Scope): void {
  for (const property of properties.slice(0, 500)) {
    if (!ts.isPropertyAssignment(property) || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) continue;
    const value = valueOf(ts, property.initializer, scope);
    if (value.kind !== 'unknown') scope.names.set(`${object}.${property.name.text}`, value);
  }
}

/** Enters a name, or the names of a pattern. */
export function bind(ts: Typescript, name: ts.BindingName, value: Value, scope: Scope): void {
  if (ts.isIdentifier(name)) {
    scope.names.set(name.text, value);
    return;
  }
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) continue;
    const key = element.propertyName ?? element.name;
    const isMember = ts.isObjectBindingPattern(name) && !element.dotDotDotToken && ts.isIdentifier(key) && value.kind === 'path';
    bind(ts, element.name, isMember ? { kind: 'path', path: `${value.path}.${key.text}` } : UNKNOWN, scope);
  }
}
