import type { Unread } from '@mingshi/model';
import type { SourceUnit } from '../../code/source-unit.ts';
import type { Outline } from './code.ts';
import { loadParsers, type JvmLanguage, type Parsers } from './grammar.ts';
import { javaImports, javaMembers, javaPackage } from './java.ts';
import { kotlinImports, kotlinMembers, kotlinPackage } from './kotlin.ts';
import { inner, type Source } from './nodes.ts';
import { parse, type Syntax } from './syntax.ts';
import { unitOf } from './unit.ts';

/** Reads a Kotlin or Java file, or says why it cannot; never throws for what the file holds. */
export type KotlinJavaReader = (path: string, text: string) => SourceUnit | Unread;

/** What a reader may be told. */
export interface KotlinJavaOptions {
  /** Whether a class or constant of this full name is worth knowing: says what a star import brings. */
  readonly knows?: (qualified: string) => boolean;
}

/** Longer than any file that people write; what is generated and longer is left out. */
const LONGEST = 2 * 1024 * 1024;

/** A reader; loads tree-sitter and the grammars the first time. */
export async function kotlinJavaReader({ knows = () => false }: KotlinJavaOptions = {}): Promise<KotlinJavaReader> {
  const parsers = await loadParsers();
  return (path, text) => read(parsers, path, text, knows);
}

function read(parsers: Parsers, path: string, text: string, knows: (qualified: string) => boolean): SourceUnit | Unread {
  if (text.length > LONGEST) return { file: path, what: 'too-large', detail: `${text.length} characters` };
  const language = path.endsWith('.java') ? 'java' : 'kotlin';
  const root = parse(parsers[language], text);
  if (typeof root === 'string') return { file: path, what: root };
  const source: Source = { text, nesting: { depth: 0, exceeded: false } };
  const unit = unitOf(path, text, language, outlineOf(source, language, root), knows);
  return source.nesting.exceeded ? { file: path, what: 'too-deep' } : unit;
}

function outlineOf(source: Source, language: JvmLanguage, root: Syntax): Outline {
  const java = language === 'java';
  return {
    package: java ? javaPackage(source, root) : kotlinPackage(source, root),
    imports: java ? javaImports(source, root) : kotlinImports(source, root),
    members: java ? javaMembers(source, inner(root)) : kotlinMembers(source, inner(root)),
    ...namesIn(source, root),
  };
}

const OUTSIDE = new Set(['import', 'import_declaration', 'package_header', 'package_declaration']);

/** Every name in the code, by whether it stands behind a dot. */
function namesIn({ text }: Source, root: Syntax): Pick<Outline, 'heads' | 'tails'> {
  const [heads, tails] = [new Set<string>(), new Set<string>()];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    let before = '';
    for (const each of node.children) {
      if (each.type === 'identifier' || each.type === 'type_identifier') {
        const behind = before === '.' || before === '?.' || before === '::';
        (behind ? tails : heads).add(text.slice(each.start, each.end));
      } else if (each.type === 'string_content') {
        if (text[each.start - 1] === '$') heads.add(/^\w*/.exec(text.slice(each.start, each.start + 80))?.[0] ?? '');
      } else if (each.children.length > 0 && !OUTSIDE.has(each.type)) open.push(each);
      before = each.type;
    }
  }
  return { heads, tails };
}
