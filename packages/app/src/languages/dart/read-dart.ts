import type { Unread } from '@mingshi/model';
import { withoutComments } from '../../code/comments.ts';
import type { Import, SourceFunction, SourceUnit, Use } from '../../code/source-unit.ts';

const IMPORT = /^[ \t]*import\s+(['"])([^'"\n]+)\1([^;\n]*);/gm;
const CALL = /(?<![\w.])((?:[A-Za-z_$][\w$]*\s*(?:\(\s*\))?\s*(?:\?\.|!?\.)\s*){0,5})([A-Za-z_$][\w$]*)\s*(?:<[\w<>, ?]{1,60}>)?(\()?/g;
const DECLARATION = /(?:^|[\s;}])(?:Future(?:<[^;{}()]{0,60}>)?|void|int|String|bool|Widget|FutureOr<void>|Stream<[^;{}()]{0,60}>)\s+([A-Za-z_]\w*)\s*\([^;{}]{0,400}\)\s*(?:async\*?|sync\*)?\s*(?:\{|=>)/g;
const KEYWORD = /^(?:if|for|while|switch|return|await|catch|assert|new|const|final|var|super|throw|else|case|in|is|as|import|export|part|library|class|extends|with|implements|void|Future|async|true|false|null|this)$/;

/** Files that people write name far less; the conditions before each name have to be looked for. */
const MOST_NAMES = 20_000;

/**
 * Reads a Dart file by its tokens: imports, functions, and the dotted names in them. There is no grammar for it in use here,
 * so receivers are told by the class or prefix they begin with, and conditions by the `if` that stands before.
 */
export function readDart(path: string, text: string): SourceUnit | Unread {
  const code = withoutComments(text);
  const body = withoutStrings(code);
  const imports = readImports(path, code, body);
  const functions = readFunctions(path, body);
  let current = 0;
  let left = MOST_NAMES;
  const packages = imports.filter(({ from, used }) => used && from.startsWith('package:'));
  const prefixes = new Map(packages.filter(({ member }) => member === '*').map(({ local, from }) => [local, from]));
  const file: File = { path, code, prefixes, hasPackages: packages.length > 0 };
  for (const match of body.matchAll(CALL)) {
    const [, chain = '', name = '', paren] = match;
    if (KEYWORD.test(name) || (chain === '' && paren === undefined)) continue;
    if (left-- === 0) return { file: path, what: 'too-slow' };
    const at = match.index + match[0].lastIndexOf(name);
    while ((functions[current + 1]?.at.start ?? Infinity) <= match.index) current += 1;
    const owner = functions[current];
    if (!owner || (owner.name === name && match.index < owner.bodyStart)) continue;
    owner.uses.push(useOf(file, { chain, name, isCall: paren !== undefined, at }, owner));
  }
  return { path, language: 'dart', package: '', imports, types: [], functions };
}

interface File {
  readonly path: string;
  readonly code: string;
  /** What stands before the dot of names of a package, by what it is imported as. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly hasPackages: boolean;
}

/** A name in the code, behind the chain of names that it is asked of. */
interface Named {
  readonly chain: string;
  readonly name: string;
  readonly isCall: boolean;
  readonly at: number;
}

interface Open extends SourceFunction {
  readonly uses: Use[];
  readonly bodyStart: number;
}

function readImports(path: string, code: string, body: string): readonly Import[] {
  return [...code.matchAll(IMPORT)].map((match) => {
    const [whole, , from = '', rest = ''] = match;
    const prefix = /\bas\s+(\w+)/.exec(rest)?.[1];
    const start = match.index + whole.search(/\S/);
    // What a plain import brings cannot be seen; it counts as used, as the analyser of Dart would tell otherwise.
    const used = prefix === undefined || new RegExp(String.raw`\b${prefix}\s*\.`).test(body);
    return { from, ...(prefix !== undefined && { member: '*' }), local: prefix ?? '', used, at: { file: path, start, end: match.index + whole.length } };
  });
}

function readFunctions(path: string, body: string): Open[] {
  const top: Open = { name: '<module>', owner: '', at: { file: path, start: 0, end: body.length }, uses: [], bodyStart: 0 };
  const declared = [...body.matchAll(DECLARATION)].map((match): Open => {
    const name = match[1] ?? '';
    const start = match.index + match[0].indexOf(name);
    return { name, owner: '', at: { file: path, start, end: start + name.length }, uses: [], bodyStart: match.index + match[0].length };
  });
  return [top, ...declared];
}

function useOf({ path, code, prefixes, hasPackages }: File, { chain, name, isCall, at }: Named, { bodyStart }: Open): Use {
  const parts = chain.replaceAll(/[\s!?]|\(\)/g, '').split('.').filter(Boolean);
  const [first = ''] = parts;
  const module = prefixes.get(first);
  // A class with a capital comes from one of the packages, if it comes from any: the member decides which.
  const receiver = module === undefined ? parts.join('.') : [module, ...parts.slice(1)].join('.');
  const isClass = module !== undefined || (/^[A-Z]/.test(first) && hasPackages);
  const kind = isCall ? (/^[A-Z]/.test(name) && parts.length === (module === undefined ? 0 : 1) ? 'new' : 'call') : 'read';
  return {
    kind,
    receiver,
    certainty: isClass ? 'resolved' : 'text',
    name,
    at: { file: path, start: at, end: at + name.length },
    args: isCall ? [code.slice(at + name.length + 1, at + name.length + 121).split(';', 1)[0] ?? ''] : [],
    conditions: conditionsBefore(code, bodyStart, at),
    callbacks: [],
  };
}

/** The conditions of the `if`s that are open here and of the early returns before, as far as brackets tell. */
function conditionsBefore(code: string, from: number, at: number): readonly string[] {
  const before = code.slice(Math.max(from, at - 4000), at);
  const conditions: string[] = [];
  for (const match of before.matchAll(/\bif\s*\(((?:[^()]|\((?:[^()]|\([^()]*\)){0,20}\)){1,300})\)\s*(\{|return\b|throw\b)?/g)) {
    const [whole, condition = '', next] = match;
    const rest = before.slice(match.index + whole.length);
    if (next === 'return' || next === 'throw') conditions.push(`!(${condition})`);
    else if (next === '{') {
      const close = closingBrace(rest);
      if (close < 0) conditions.push(condition);
      else if (/^\s*(?:return|throw)\b/.test(rest)) conditions.push(`!(${condition})`);
    } else if (!rest.includes(';')) conditions.push(condition);
  }
  return conditions.map((condition) => condition.replaceAll(/\s+/g, ' ').trim());
}

function closingBrace(text: string): number {
  let depth = 1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') depth += 1;
    else if (text[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}

/** Strings made blank, quotes and lines kept. */
function withoutStrings(code: string): string {
  return code.replaceAll(/'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, (string) =>
    string.replaceAll(/[^\n'"]/g, ' '),
  );
}
