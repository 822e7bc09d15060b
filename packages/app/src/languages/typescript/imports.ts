import type { ts } from 'ts-morph';
import type { Import, SourceExport } from '../../code/source-unit.ts';
import { texts, valueOf } from './resolve.ts';
import type { Scope } from './scope.ts';

type Typescript = typeof ts;

/** Reads the imports of a file into its scope; whether they are used is not known yet. */
export function readImports(ts: Typescript, file: ts.SourceFile, path: string, scope: Scope): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, from: string, local: string, member?: string): void => {
    const isWhole = member === undefined || member === '*' || member === 'default';
    scope.names.set(local, { kind: 'path', path: isWhole ? from : `${from}.${member}` });
    const at = { file: path, start: node.getStart(file), end: node.end };
    found.push({ from, local, used: false, at, ...(member !== undefined && { member }) });
  };
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const from = statement.moduleSpecifier.text;
      const clause = statement.importClause;
      if (!clause) add(statement, from, '');
      else if (clause.isTypeOnly) continue;
      if (clause?.name) add(statement, from, clause.name.text, 'default');
      const bindings = clause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) add(statement, from, bindings.name.text, '*');
      else if (bindings) {
        for (const element of bindings.elements) {
          if (!element.isTypeOnly) add(statement, from, element.name.text, (element.propertyName ?? element.name).text);
        }
      }
    } else if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference)) {
      const { expression } = statement.moduleReference;
      if (ts.isStringLiteral(expression)) add(statement, expression.text, statement.name.text, '*');
    }
  }
  return found;
}

/** What a file hands on to others under which name: paths into modules, and constants. */
export function readExports(ts: Typescript, file: ts.SourceFile, scope: Scope): readonly SourceExport[] {
  const found: SourceExport[] = [];
  const add = (name: string, values: readonly string[]): void => {
    if (values.length > 0) found.push({ name, values });
  };
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement)) {
      const from = statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : undefined;
      const clause = statement.exportClause;
      if (!clause && from !== undefined) add('*', [from]);
      else if (clause && ts.isNamespaceExport(clause) && from !== undefined) add(clause.name.text, [from]);
      else if (clause && ts.isNamedExports(clause)) {
        for (const { name, propertyName } of clause.elements) {
          const own = (propertyName ?? name).text;
          add(name.text, from === undefined ? texts(scope.names.get(own) ?? { kind: 'unknown' }) : [own === 'default' ? from : `${from}.${own}`]);
        }
      }
    } else if (ts.isExportAssignment(statement)) add('default', texts(valueOf(ts, statement.expression, scope)));
    else if (ts.isVariableStatement(statement) && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      for (const { name } of statement.declarationList.declarations) {
        if (!ts.isIdentifier(name)) continue;
        add(name.text, texts(scope.names.get(name.text) ?? { kind: 'unknown' }));
        for (const [member, value] of scope.names) if (member.startsWith(`${name.text}.`)) add(member, texts(value));
      }
    }
  }
  return found;
}
