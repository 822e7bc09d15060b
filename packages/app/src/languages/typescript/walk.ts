import type { ts } from 'ts-morph';
import type { SourceFunction, SourceType, Use } from '../../code/source-unit.ts';
import { bind, declare, declareVariable } from './declarations.ts';
import { bare, texts, valueOf } from './resolve.ts';
import { inner, UNKNOWN, type Scope } from './scope.ts';

type Typescript = typeof ts;

/** What walking a file brings together. */
export interface Walked {
  readonly functions: SourceFunction[];
  readonly types: SourceType[];
}

interface Body {
  readonly name: string;
  readonly owner: string;
  readonly uses: Use[];
}

/** Where the walk stands: names, the body that uses belong to, and what must hold to come here. */
interface Standing {
  readonly scope: Scope;
  readonly body: Body;
  readonly conditions: readonly string[];
  readonly callbacks: readonly string[];
}

/** Walks a file's code in order. */
export function walkFile(ts: Typescript, file: ts.SourceFile, path: string, global: Scope): Walked {
  const functions: SourceFunction[] = [];
  const types: SourceType[] = [];
  const place = (node: ts.Node) => ({ file: path, start: node.getStart(file), end: node.end });
  const written = (node: ts.Node): string => node.getText(file).replaceAll(/\s+/g, ' ').slice(0, 200);

  const open = (name: string, owner: string, node: ts.Node): Body => {
    const uses: Use[] = [];
    functions.push({ name, owner, at: place(node), uses });
    return { name, owner, uses };
  };

  const block = (statements: readonly ts.Statement[], standing: Standing): void => {
    declare(ts, statements, standing.scope);
    let { conditions } = standing;
    for (const statement of statements) {
      visit(statement, { ...standing, conditions });
      if (ts.isIfStatement(statement) && !statement.elseStatement && leaves(statement.thenStatement)) {
        conditions = [...conditions, `!(${written(statement.expression)})`];
      }
    }
  };

  const leaves = (node: ts.Statement): boolean => {
    const last = ts.isBlock(node) ? node.statements.at(-1) : node;
    return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
  };

  const functionBody = (node: ts.FunctionLikeDeclaration, standing: Standing): void => {
    const scope = inner(standing.scope);
    for (const { name } of node.parameters) bind(ts, name, UNKNOWN, scope);
    const { body } = node;
    if (!body) return;
    if (ts.isBlock(body)) block(body.statements, { ...standing, scope });
    else visit(body, { ...standing, scope });
  };

  /** A function with a name of its own is a body of its own: it runs when it is called. */
  const named = (name: string, owner: string, node: ts.FunctionLikeDeclaration, standing: Standing): void =>
    functionBody(node, { scope: standing.scope, body: open(name, owner, node), conditions: [], callbacks: [] });

  const classBody = (node: ts.ClassLikeDeclaration, standing: Standing): void => {
    const name = node.name?.text ?? '';
    const supertypes = (node.heritageClauses ?? []).flatMap((clause) =>
      clause.types.map(({ expression }) => texts(valueOf(ts, expression, standing.scope))[0] ?? written(expression)));
    types.push({ name, supertypes, at: place(node.name ?? node) });
    for (const member of node.members) {
      if (ts.isPropertyDeclaration(member) && member.initializer) {
        const isStatic = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
        const value = bare(ts, member.initializer);
        if (isFunction(value)) named(nameOf(member.name), name, value, standing);
        else visit(member.initializer, { ...standing, body: open(isStatic ? '<static>' : '<init>', name, member), conditions: [], callbacks: [] });
      } else if (ts.isConstructorDeclaration(member)) named('<init>', name, member, standing);
      else if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) named(nameOf(member.name), name, member, standing);
      else if (ts.isClassStaticBlockDeclaration(member)) {
        block(member.body.statements, { scope: inner(standing.scope), body: open('<static>', name, member), conditions: [], callbacks: [] });
      }
    }
  };

  const isFunction = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression => ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  const nameOf = (node: ts.PropertyName): string => (ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : written(node));

  const visit = (node: ts.Node, standing: Standing): void => {
    const { scope, conditions } = standing;
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBlock(node) || ts.isModuleBlock(node) || ts.isCaseOrDefaultClause(node)) return block(node.statements, { ...standing, scope: inner(scope) });
    if (ts.isFunctionDeclaration(node)) return named(node.name?.text ?? 'default', '', node, standing);
    if (ts.isClassLike(node)) return classBody(node, standing);
    if (ts.isVariableDeclaration(node)) {
      declareVariable(ts, node, scope);
      const value = node.initializer && bare(ts, node.initializer);
      if (value && ts.isIdentifier(node.name) && isFunction(value)) return named(node.name.text, '', value, standing);
    } else if (ts.isIfStatement(node)) {
      visit(node.expression, standing);
      visit(node.thenStatement, { ...standing, conditions: [...conditions, written(node.expression)] });
      if (node.elseStatement) visit(node.elseStatement, { ...standing, conditions: [...conditions, `!(${written(node.expression)})`] });
      return;
    } else if (ts.isConditionalExpression(node)) {
      visit(node.condition, standing);
      visit(node.whenTrue, { ...standing, conditions: [...conditions, written(node.condition)] });
      visit(node.whenFalse, { ...standing, conditions: [...conditions, `!(${written(node.condition)})`] });
      return;
    } else if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      const isAnd = operator === ts.SyntaxKind.AmpersandAmpersandToken;
      if (isAnd || operator === ts.SyntaxKind.BarBarToken) {
        visit(node.left, standing);
        return visit(node.right, { ...standing, conditions: [...conditions, isAnd ? written(node.left) : `!(${written(node.left)})`] });
      }
    } else if (ts.isObjectLiteralExpression(node)) return object(node, standing);
    else if (ts.isJsxAttribute(node)) return visitHanded(node.initializer, ts.isIdentifier(node.name) ? node.name.text : '', standing);
    else if (isFunction(node)) return functionBody(node, standing);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) return call(node, standing);
    else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isIdentifier(node)) return read(node, standing);
    else if (ts.isStringLiteralLike(node)) {
      if (/^[\w.+-]*:\/\/|^\/\w/.test(node.text) && node.text.length < 200) add(standing, 'string', '', 'resolved', node.text, node, []);
      return;
    }
    ts.forEachChild(node, (child) => visit(child, standing));
  };

  /** Methods of an object run when somebody calls them; those of an exported one by their name (`onLaunch`). */
  const object = (node: ts.ObjectLiteralExpression, standing: Standing): void => {
    const isExported = ts.isExportAssignment(node.parent) || (ts.isCallExpression(node.parent) && ts.isExportAssignment(node.parent.parent));
    for (const property of node.properties) {
      if (ts.isMethodDeclaration(property)) {
        if (isExported) named(nameOf(property.name), '', property, standing);
        else functionBody(property, { ...standing, callbacks: [...standing.callbacks, nameOf(property.name)] });
      } else if (ts.isPropertyAssignment(property)) {
        const name = nameOf(property.name);
        const value = bare(ts, property.initializer);
        if (isExported && isFunction(value)) named(name, '', value, standing);
        else if (isExported && ts.isObjectLiteralExpression(value)) {
          for (const method of value.properties) if (ts.isMethodDeclaration(method)) named(nameOf(method.name), '', method, standing);
        } else visitHanded(property.initializer, name, standing);
      } else ts.forEachChild(property, (child) => visit(child, standing));
    }
  };

  const visitHanded = (node: ts.Node | undefined, name: string, standing: Standing): void => {
    if (!node) return;
    const value = ts.isJsxExpression(node) ? (node.expression ?? node) : node;
    if (isFunction(value)) functionBody(value, { ...standing, callbacks: [...standing.callbacks, name] });
    else visit(value, standing);
  };

  const call = (node: ts.CallExpression | ts.NewExpression, standing: Standing): void => {
    const callee = bare(ts, node.expression);
    const given = node.arguments ?? [];
    if (isFunction(callee)) functionBody(callee, standing);
    else if (callee.kind !== ts.SyntaxKind.ImportKeyword) {
      const { receiver, name, certainty } = target(callee, standing.scope);
      const args = given.map((argument) => {
        const known = texts(valueOf(ts, argument, standing.scope));
        return known.length > 0 ? known.join(', ') : written(argument);
      });
      add(standing, ts.isNewExpression(node) ? 'new' : 'call', receiver, certainty, name, ts.isPropertyAccessExpression(callee) ? callee.name : callee, args);
      if (ts.isPropertyAccessExpression(callee) && !ts.isIdentifier(callee.expression)) visit(callee.expression, standing);
      for (const argument of given) visitHanded(argument, name, standing);
      return;
    }
    for (const argument of given) visit(argument, standing);
  };

  const target = (callee: ts.Expression, scope: Scope): Pick<Use, 'receiver' | 'name' | 'certainty'> => {
    const value = valueOf(ts, callee, scope);
    if (value.kind === 'path') {
      // The last dot parts a member from its object; a module's own name is never cut.
      const dot = ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee) || value.path !== callee.text ? value.path.lastIndexOf('.') : -1;
      const isModule = dot < 0 || value.path.lastIndexOf('/') > dot;
      return isModule ? { receiver: '', name: value.path, certainty: 'resolved' } : { receiver: value.path.slice(0, dot), name: value.path.slice(dot + 1), certainty: 'resolved' };
    }
    if (ts.isPropertyAccessExpression(callee)) return { receiver: written(callee.expression), name: callee.name.text, certainty: 'text' };
    return { receiver: '', name: ts.isIdentifier(callee) ? callee.text : written(callee), certainty: 'text' };
  };

  const read = (node: ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.Identifier, standing: Standing): void => {
    const value = valueOf(ts, node, standing.scope);
    if (value.kind === 'path' && value.path.includes('.')) {
      const dot = value.path.lastIndexOf('.');
      if (value.path.lastIndexOf('/') < dot) add(standing, 'read', value.path.slice(0, dot), 'resolved', value.path.slice(dot + 1), node, []);
    } else if (!ts.isIdentifier(node)) ts.forEachChild(node, (child) => visit(child, standing));
  };

  const add = ({ body, conditions, callbacks }: Standing, kind: Use['kind'], receiver: string, certainty: Use['certainty'], name: string, node: ts.Node, args: readonly string[]): void => {
    body.uses.push({ kind, receiver, certainty, name, at: place(node), args: args.map((arg) => arg.slice(0, 2000)), conditions, callbacks });
  };

  block(file.statements, { scope: global, body: open('<module>', '', file), conditions: [], callbacks: [] });
  return { functions, types };
}
