import type { Stretch, Syntax } from './syntax.ts';

/** Parses stretches of the text as if nothing lay between them. */
type ParseStretches = (within: readonly Stretch[]) => Syntax | undefined;

/** How much is parsed again at most, in texts of this length. */
const MOST_AGAIN = 3;
/** What parsing costs at least, be it ever so little. */
const LEAST = 400;
const DEEPEST = 3;
const TYPE_HEADER = /\b(?:class|interface|object|enum|record)\b/;
const STARTS =
  /^[ \t]*(?:@\w|(?:public|private|protected|internal|override|abstract|open|final|static|suspend|inline|operator|sealed|data|companion|lateinit|const|fun|val|var|class|interface|object|enum|init|constructor|typealias|import|package)\b)/;

/** Parses a text declaration by declaration, so that one that cannot be parsed takes no other with it. */
export function parsePieces(text: string, mask: Uint8Array, parse: ParseStretches): Syntax | undefined {
  let left = text.length * MOST_AGAIN + 10_000;
  const trees: Syntax[] = [];
  const read = (piece: Stretch, before: readonly Stretch[], behind: readonly Stretch[], depth: number): void => {
    const within = [...before, piece, ...behind];
    left -= within.reduce((sum, { start, end }) => sum + end - start, LEAST);
    if (left < 0) return;
    const tree = parse(within);
    if (!tree) return;
    const body = depth < DEEPEST && broken(tree) > 0 ? bodyOf(text, mask, piece) : undefined;
    if (!body) {
      trees.push(tree);
      return;
    }
    const header = { start: piece.start, end: body.start + 1 };
    const close = { start: body.end, end: body.end + 1 };
    for (const member of split(text, mask, { start: body.start + 1, end: body.end }))
      read(member, [...before, header], [close, ...behind], depth + 1);
  };
  for (const piece of split(text, mask, { start: 0, end: text.length })) read(piece, [], [], 0);
  // Half of it would look like all of it.
  if (left < 0) return undefined;
  const [first, ...others] = trees;
  return first && { ...first, end: text.length, children: others.reduce((all, each) => merged(all, each.children), first.children) };
}

/** How much of a tree the parser could not make sense of. */
export function broken(tree: Syntax): number {
  let sum = 0;
  const open = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'ERROR') sum += 1 + node.end - node.start;
    else for (const each of node.children) open.push(each);
  }
  return sum;
}

/** Begins a function or a type, and nothing else: no bracket that is open there can be meant to be. */
const SURELY_STARTS =
  /^[ \t]*(?:(?:public|private|protected|internal|override|abstract|open|final|static|suspend|inline|sealed|data)[ \t]+)*(?:fun[ \t]+[\w<`]|class[ \t]+\w|interface[ \t]+\w|(?:public|private|protected)[ \t]+[\w<])/;
const GOES_ON = /^\s*(?:else|catch|finally|while|as|is|in)\b/;

/** Stretches that each hold a declaration or a few: a new one begins behind a closing brace and where a line begins as one does. */
function split(text: string, mask: Uint8Array, { start, end }: Stretch): Stretch[] {
  const pieces: Stretch[] = [];
  const open: string[] = [];
  let [from, braces] = [start, 0];
  const cut = (at: number): void => {
    if (text.slice(from, at).trim()) pieces.push({ start: from, end: at });
    from = at;
  };
  for (let i = start; i < end; i += 1) {
    if (mask[i] !== 1) continue;
    const char = text[i] as string;
    if (char === '{' || char === '(' || char === '[') {
      open.push(char);
      if (char === '{') braces += 1;
    } else if (char === ')' || char === ']') {
      if (open.at(-1) !== '{') open.pop();
    } else if (char === '}') {
      while (open.length > 0 && open.pop() !== '{');
      braces = Math.max(0, braces - 1);
    }
    if (braces > 0 || (char !== '}' && char !== '\n')) continue;
    const next = text.slice(i + 1, i + 200);
    if (char === '\n' && open.length > 0 && SURELY_STARTS.test(next)) open.length = 0;
    if (open.length > 0) continue;
    if (char === '}') {
      if (/^\s*(?:[@}\p{L}]|$)/u.test(next) && !GOES_ON.test(next)) cut(i + 1);
    } else if (STARTS.test(next) && !text.slice(from, i).trimEnd().endsWith('=') && !/^\s*@/.test(text.slice(from, i))) cut(i + 1);
  }
  cut(end);
  return pieces;
}

/** The braces of the type that a piece declares. */
function bodyOf(text: string, mask: Uint8Array, { start, end }: Stretch): Stretch | undefined {
  let [open, depth, parens] = [-1, 0, 0];
  for (let i = start; i < end; i += 1) {
    if (mask[i] !== 1) continue;
    const char = text[i];
    if (open < 0 && char === '(') parens += 1;
    else if (open < 0 && char === ')') parens -= 1;
    else if (char === '{' && parens === 0) {
      if (open < 0 && !TYPE_HEADER.test(text.slice(start, i))) return undefined;
      if (open < 0) open = i;
      depth += 1;
    } else if (char === '}' && open >= 0 && parens === 0) {
      depth -= 1;
      if (depth === 0) return { start: open, end: i };
    }
  }
  return undefined;
}

/** The children of two trees of which each lacks what the other has; types that both have are joined. */
function merged(a: readonly Syntax[], b: readonly Syntax[]): readonly Syntax[] {
  const at = new Map(a.map((each, index) => [`${each.type} ${each.start}`, index]));
  const all = [...a];
  for (const each of b) {
    const index = at.get(`${each.type} ${each.start}`);
    const same = index === undefined ? undefined : all[index];
    if (!same || index === undefined) all.push(each);
    else if (each.children.length > 0) {
      all[index] = { ...same, end: Math.max(same.end, each.end), children: merged(same.children, each.children) };
    }
  }
  return all;
}
