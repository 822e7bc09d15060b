import type { Unread } from '@mingshi/model';
import type { Parser } from 'web-tree-sitter';
import type { SourceUnit } from '../../code/source-unit.ts';
import { isUnread } from '../../source-text.ts';
import type { Wanted } from './function-bodies.ts';
import { codeMask } from './code-mask.ts';
import type { Outline } from './code.ts';
import { loadParsers, type JvmLanguage } from './grammar.ts';
import { javaImports, javaMembers, javaPackage } from './java.ts';
import { kotlinImports, kotlinMembers, kotlinPackage } from './kotlin.ts';
import { inner, type Source } from './nodes.ts';
import { broken, parsePieces } from './pieces.ts';
import { repaired } from './repair.ts';
import { skim, type Skimmed } from './skim.ts';
import { parse, type Refusal, type Syntax } from './syntax.ts';
import { unitOf } from './unit.ts';

/**
 * Reads a Kotlin or Java file, or says why it cannot; never throws for what the file holds. Asked to be `brief`, it passes over
 * the bodies of functions in which nothing wanted is named.
 */
export type KotlinJavaReader = (path: string, text: string, brief?: boolean) => SourceUnit | Unread;

/** What a reader may be told. */
export interface KotlinJavaOptions {
  /** Whether a class or constant of this full name is worth knowing: says what a star import brings. */
  readonly knows?: (qualified: string) => boolean;
  /** What is wanted of a file when it is read briefly. */
  readonly wanted?: (text: string) => Wanted;
}

/** Some 15,000 lines; a file as long as this takes about a second. */
const LONGEST = 600_000;

/** A reader; loads tree-sitter and the grammars the first time. */
export async function kotlinJavaReader({ knows = () => false, wanted }: KotlinJavaOptions = {}): Promise<KotlinJavaReader> {
  const parsers = await loadParsers();
  return (path, text, brief = false) => {
    if (text.length > LONGEST) return { file: path, what: 'too-large', detail: `${text.length} characters` };
    const language = path.endsWith('.java') ? 'java' : 'kotlin';
    const file: File = { path, text, language, parser: parsers[language], knows };
    try {
      return (brief && wanted && readBriefly(file, wanted(text))) || readWhole(file);
    } catch (error) {
      // Nesting that the bound on depth let pass on a small stack.
      if (error instanceof RangeError) return { file: path, what: 'too-deep' };
      throw error;
    }
  };
}

interface File {
  readonly path: string;
  readonly text: string;
  readonly language: JvmLanguage;
  readonly parser: Parser;
  readonly knows: (qualified: string) => boolean;
}

function readWhole(file: File): SourceUnit | Unread {
  const root = parseWhole(file.parser, file.language, file.text);
  return typeof root === 'string' ? { file: file.path, what: root } : unitIn(file, root);
}

/** The unit without the bodies that are passed over; `undefined` where that does not parse cleanly or saves nothing. */
function readBriefly(file: File, wanted: Wanted): SourceUnit | Unread | undefined {
  const skimmed = skim(file.text, file.language, wanted);
  const root = skimmed && parse(file.parser, file.text, skimmed.within);
  if (!skimmed || !root || typeof root === 'string' || broken(root) > 0) return undefined;
  const unit = unitIn(file, root, skimmed);
  return isUnread(unit) ? unit : { ...unit, brief: true };
}

function unitIn({ path, text, language, knows }: File, root: Syntax, skimmed?: Skimmed): SourceUnit | Unread {
  const source: Source = { text, nesting: { depth: 0, exceeded: false } };
  const unit = unitOf(path, text, language, outlineOf(source, language, root, skimmed), knows);
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

function outlineOf(source: Source, language: JvmLanguage, root: Syntax, skimmed?: Skimmed): Outline {
  const java = language === 'java';
  const header = skimmed?.header;
  const imports = java ? javaImports(source, root) : kotlinImports(source, root);
  const { heads, tails } = namesIn(source, root, skimmed);
  return {
    package: header?.package || (java ? javaPackage(source, root) : kotlinPackage(source, root)),
    imports: header ? header.imports.concat(imports) : imports,
    members: java ? javaMembers(source, inner(root)) : kotlinMembers(source, inner(root)),
    heads,
    tails,
  };
}

const OUTSIDE = new Set(['import', 'import_declaration', 'package_header', 'package_declaration']);

/** Every name in the code, by whether it stands behind a dot. */
function namesIn({ text }: Source, root: Syntax, skimmed?: Skimmed): Pick<Outline, 'heads' | 'tails'> {
  const [heads, tails] = [new Set(skimmed?.heads), new Set(skimmed?.tails)];
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
