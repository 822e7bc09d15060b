import type { Unread } from '@mingshi/model';
import type { Parser } from 'web-tree-sitter';
import type { SourceUnit } from '../../code/source-unit.ts';
import { codeMask } from './code-mask.ts';
import type { Outline } from './code.ts';
import { loadParsers, type JvmLanguage, type Parsers } from './grammar.ts';
import { javaImports, javaMembers, javaPackage } from './java.ts';
import { kotlinImports, kotlinMembers, kotlinPackage } from './kotlin.ts';
import { inner, type Source } from './nodes.ts';
import { broken, parsePieces } from './pieces.ts';
import { repaired } from './repair.ts';
import { parse, type Refusal, type Syntax } from './syntax.ts';
import { unitOf } from './unit.ts';

/** Reads a Kotlin or Java file, or says why it cannot; never throws for what the file holds. */
export type KotlinJavaReader = (path: string, text: string) => SourceUnit | Unread;

/** What a reader may be told. */
export interface KotlinJavaOptions {
  /** Whether a class or constant of this full name is worth knowing: says what a star import brings. */
  readonly knows?: (qualified: string) => boolean;
}

/** Some 15,000 lines; a file as long as this takes about a second. */
const LONGEST = 600_000;

/** A reader; loads tree-sitter and the grammars the first time. */
export async function kotlinJavaReader({ knows = () => false }: KotlinJavaOptions = {}): Promise<KotlinJavaReader> {
  const parsers = await loadParsers();
  return (path, text) => read(parsers, path, text, knows);
}

function read(parsers: Parsers, path: string, text: string, knows: (qualified: string) => boolean): SourceUnit | Unread {
  if (text.length > LONGEST) return { file: path, what: 'too-large', detail: `${text.length} characters` };
  try {
    return readBounded(parsers, path, text, knows);
  } catch (error) {
    // Nesting that the bound on depth let pass on a small stack.
    if (error instanceof RangeError) return { file: path, what: 'too-deep' };
    throw error;
  }
}

function readBounded(parsers: Parsers, path: string, text: string, knows: (qualified: string) => boolean): SourceUnit | Unread {
  const language = path.endsWith('.java') ? 'java' : 'kotlin';
  const root = parseWhole(parsers[language], language, text);
  if (typeof root === 'string') return { file: path, what: root };
  const source: Source = { text, nesting: { depth: 0, exceeded: false } };
  const unit = unitOf(path, text, language, outlineOf(source, language, root), knows);
  return source.nesting.exceeded ? { file: path, what: 'too-deep' } : unit;
}

/** Longer files are not parsed again for a mistake in them. */
const LONGEST_AGAIN = 200_000;

/** The file's tree; where the grammar stumbles, that of the text written otherwise, or of its declarations one by one. */
function parseWhole(parser: Parser, language: JvmLanguage, text: string): Syntax | Refusal {
  const root = parse(parser, text);
  if ((typeof root !== 'string' && broken(root) === 0) || text.length > LONGEST_AGAIN) return root;
  const mask = codeMask(text, language);
  const other = language === 'kotlin' ? repaired(text, mask) : text;
  const again = other === text ? root : parse(parser, other);
  const better = sounder(again, root);
  if (typeof better !== 'string' && broken(better) === 0) return better;
  const pieces = parsePieces(other, mask, (within) => {
    const tree = parse(parser, other, within);
    return typeof tree === 'string' ? undefined : tree;
  });
  return pieces ? sounder(pieces, better) : better;
}

function sounder(a: Syntax | Refusal, b: Syntax | Refusal): Syntax | Refusal {
  if (typeof a === 'string' || typeof b === 'string') return typeof a === 'string' ? b : a;
  return broken(a) < broken(b) ? a : b;
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
