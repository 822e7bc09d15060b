/** Whether a name fits one segment of a pattern. */
type NameTest = (name: string) => boolean;

/** `**`: any number of folders. */
const ANY = '**';

/** One line of a .gitignore; `parts` are matched one path segment each. */
interface Pattern {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  readonly parts: readonly (NameTest | typeof ANY)[];
}

/** The patterns of one .gitignore. */
export type Ignore = readonly Pattern[];

/** Reads a .gitignore. The matching is our own, without regular expressions: the file may be hostile. */
export function parseIgnore(source: string): Ignore {
  return source
    .slice(0, 262_144)
    .split(/\r?\n/)
    .flatMap((line) => parseLine(line) ?? []);
}

function parseLine(line: string): Pattern | undefined {
  if (line.startsWith('#')) return undefined;
  let body = withoutTrailingSpaces(line);
  const negated = body.startsWith('!');
  if (negated) body = body.slice(1);
  const foldersOnly = body.endsWith('/');
  if (foldersOnly) body = body.slice(0, -1);
  if (body === '' || body.length > 1000) return undefined;
  // A slash before the end ties the pattern to this folder; without one it holds in every folder below.
  const anchored = body.includes('/');
  const segments = body.replace(/^\//, '').split('/');
  // `a/**` is what lies below a, not a itself.
  if (segments.at(-1) === ANY) segments.push('*');
  const parts = segments.map((segment) => (segment === ANY ? ANY : testFor(segment)));
  return { negated, foldersOnly, parts: anchored ? parts : [ANY, ...parts] };
}

function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end -= 1;
  return line.slice(0, end);
}

/** What this .gitignore says of a path relative to its folder, undefined for nothing. The last match decides. */
export function isIgnored(ignore: Ignore, path: string, isFolder: boolean): boolean | undefined {
  const segments = path.split('/');
  const match = ignore.findLast((pattern) => (isFolder || !pattern.foldersOnly) && matchesPath(pattern, segments));
  return match && !match.negated;
}

function matchesPath({ parts }: Pattern, path: readonly string[]): boolean {
  const [first, second] = parts;
  // Most patterns are a bare name: only the end of the path can fit.
  if (parts.length === 2 && first === ANY && second !== ANY) return second?.(path.at(-1) ?? '') ?? false;
  return matches(
    parts,
    path,
    (part) => part === ANY,
    (part, name) => part !== ANY && part(name),
  );
}

/** The test for a segment: most are plain words or endings. */
function testFor(segment: string): NameTest {
  if (!/[*?[\\]/.test(segment)) return (name) => name === segment;
  const ending = segment.slice(1);
  if (segment.startsWith('*') && !/[*?[\\]/.test(ending)) return (name) => name.endsWith(ending);
  const tokens = tokensOf(segment);
  return (name) => matches(tokens, [...name], (token) => token === '*', matchesCharacter);
}

/** Wildcard matching that goes back to the last star only: at worst the product of both lengths. */
function matches<P, T>(
  pattern: readonly P[],
  text: readonly T[],
  isStar: (part: P) => boolean,
  fits: (part: P, piece: T) => boolean,
): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const part = pattern[p];
    const piece = text[t] as T;
    if (part !== undefined && isStar(part)) {
      star = p;
      resume = t;
      p += 1;
    } else if (part !== undefined && fits(part, piece)) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      resume += 1;
      t = resume;
      p = star + 1;
    } else return false;
  }
  while (p < pattern.length && isStar(pattern[p] as P)) p += 1;
  return p === pattern.length;
}

/** A segment's characters, `[…]` sets and escapes as one token each. */
const tokensOf = (segment: string): readonly string[] => segment.match(/\\.|\[!?\]?[^\]]{1,200}\]|[^]/gsu) ?? [];

function matchesCharacter(token: string, character: string): boolean {
  if (token === '?') return true;
  if (token.length > 1 && token.startsWith('\\')) return token.slice(1) === character;
  if (token.length > 2 && token.startsWith('[')) return isInSet(token, character);
  return token === character;
}

function isInSet(set: string, character: string): boolean {
  const negated = set[1] === '!' || set[1] === '^';
  const members = Array.from(set.slice(negated ? 2 : 1, -1));
  let found = false;
  for (let i = 0; i < members.length; i += 1) {
    const low = members[i] as string;
    const high = members[i + 1] === '-' ? members[i + 2] : undefined;
    if (high === undefined) found ||= low === character;
    else {
      found ||= low <= character && character <= high;
      i += 2;
    }
  }
  return found !== negated;
}
