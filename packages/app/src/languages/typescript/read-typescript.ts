import type { Unread } from '@mingshi/model';
import type { ts } from 'ts-morph';
import type { ReadUnit } from '../../code/parser.ts';
import { readExports, readImports } from './imports.ts';
import type { Scope } from './scope.ts';
import { walkFile } from './walk.ts';

/** A reader of TypeScript, JavaScript, JSX, Vue and ArkTS; loads ts-morph, so call it only when a file is worth parsing. */
export async function loadTypescript(): Promise<ReadUnit> {
  const loaded = await import('ts-morph');
  // It is CommonJS: bundled, its names hang on `default`.
  const module = 'default' in loaded ? (loaded.default as typeof loaded) : loaded;
  return (path, text) => read(module.ts, path, text);
}

function read(typescript: typeof ts, path: string, text: string): ReturnType<ReadUnit> {
  try {
    const isArk = path.endsWith('.ets');
    const script = scriptOf(path, text);
    const file = typescript.createSourceFile(path, script, typescript.ScriptTarget.Latest, true, kindOf(typescript, path, script));
    const scope: Scope = { names: new Map() };
    const imports = readImports(typescript, file, path, scope);
    const { functions, types } = walkFile(typescript, file, path, scope);
    const names = usedNames(typescript, file);
    return {
      path,
      language: isArk ? 'arkts' : 'typescript',
      package: '',
      imports: imports.map((each) => ({ ...each, used: each.local === '' || names.has(each.local) })),
      types,
      functions,
      exports: readExports(typescript, file, scope),
    };
  } catch (error) {
    return refusal(path, error);
  }
}

function refusal(path: string, error: unknown): Unread {
  // Nesting deeper than the parser's stack; anything else is a mistake of ours and must be seen.
  if (error instanceof RangeError) return { file: path, what: 'too-deep' };
  throw error;
}

function kindOf({ ScriptKind }: typeof ts, path: string, script: string): ts.ScriptKind {
  if (/\.(?:vue|nvue|uvue)$/.test(path)) return /<\w/.test(script) ? ScriptKind.TSX : ScriptKind.TS;
  if (/\.(?:ets|uts|ts|[cm]ts)$/.test(path)) return ScriptKind.TS;
  return path.endsWith('.tsx') ? ScriptKind.TSX : ScriptKind.JSX;
}

/** The script at its places in the file, everything else blank. */
function scriptOf(path: string, text: string): string {
  // ArkTS is TypeScript but for its structs, which read like classes.
  if (path.endsWith('.ets')) return text.replaceAll(/\bstruct(?=\s+\w)/g, 'class ');
  if (!/\.(?:vue|nvue|uvue)$/.test(path)) return text;
  let script = '';
  for (const match of text.matchAll(/<script\b[^<>]*>/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('</script', start);
    if (end < 0 || start < script.length) break;
    script += text.slice(script.length, start).replaceAll(/[^\n]/g, ' ') + text.slice(start, end);
  }
  return script;
}

/** Identifiers of the file's code, imports apart: an import that is never used is dead. */
function usedNames(typescript: typeof ts, file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (typescript.isImportDeclaration(node) || typescript.isTypeNode(node)) return;
    if (typescript.isIdentifier(node)) names.add(node.text);
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return names;
}
