import type { FindUnit } from './start-up.ts';
import type { SourceUnit, Use } from './source-unit.ts';

/** Chains of re-exports longer than this lead nowhere that people write. */
const DEEPEST = 5;

/** The unit with names that it takes from the project's own files followed to where those take them from. */
export async function followed(unit: SourceUnit, find: FindUnit): Promise<SourceUnit> {
  const own = unit.imports.filter(({ from, used }) => used && isOwn(from));
  if (own.length === 0) return unit;
  const origins = new Map<string, readonly string[]>();
  for (const { from, member } of own) {
    if (member === undefined) continue;
    for (const [path, values] of await originsOf(from, member, unit, find, 0)) origins.set(path, values);
  }
  if (origins.size === 0) return unit;
  const functions = unit.functions.map((each) => ({ ...each, uses: each.uses.map((use) => rewritten(use, origins)) }));
  return { ...unit, functions };
}

/** Whether a module path means a file of the project. */
function isOwn(module: string): boolean {
  return /^(?:\.{1,2}(?:\/|$)|[@~]\/)/.test(module);
}

/** What `from.member` and its members stand for, by their paths as the importing file writes them. */
async function originsOf(
  from: string,
  member: string,
  unit: SourceUnit,
  find: FindUnit,
  depth: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const target = depth < DEEPEST ? await find(from, unit) : undefined;
  for (const { name, values } of target?.exports ?? []) {
    const path = member === '*' ? `${from}.${name}` : name === member || name.startsWith(`${member}.`) ? spelt(from, name) : undefined;
    if (path !== undefined && name !== '*') found.set(path, await deeper(values, target, find, depth));
    if (name === '*' && values[0] !== undefined && target && isOwn(values[0])) {
      for (const [inner, more] of await originsOf(values[0], member, target, find, depth + 1)) {
        found.set(`${from}${inner.slice(values[0].length)}`, more);
      }
    }
  }
  return found;
}

/** The default export is known by the module's own path. */
function spelt(from: string, name: string): string {
  return name === 'default' ? from : name.startsWith('default.') ? `${from}.${name.slice(8)}` : `${from}.${name}`;
}

/** Values, each followed further where it is itself taken from a file of the project. */
async function deeper(values: readonly string[], unit: SourceUnit | undefined, find: FindUnit, depth: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const value of values) {
    const [module, member] = isOwn(value) && unit ? partedOwn(value) : [value];
    const origins = member !== undefined && unit ? await originsOf(module, member, unit, find, depth + 1) : undefined;
    found.push((origins && originOf(value, origins)) ?? value);
  }
  return found;
}

/** A path into a file of the project as its module and the first name behind it: `./a.B.c` is `./a` and `B`. */
function partedOwn(path: string): readonly [module: string, member?: string] {
  const slash = path.lastIndexOf('/');
  const dot = slash < 0 ? path.search(/\.[^.]/) : path.indexOf('.', slash);
  if (dot <= 0) return [path, 'default'];
  const rest = path.slice(dot + 1);
  return [path.slice(0, dot), rest.split('.', 1)[0] ?? rest];
}

function rewritten(use: Use, origins: ReadonlyMap<string, readonly string[]>): Use {
  const path = use.receiver === '' ? use.name : `${use.receiver}.${use.name}`;
  const origin = use.certainty === 'resolved' ? originOf(path, origins) : undefined;
  const args = use.args.some((arg) => /^[@~.]/.test(arg)) ? use.args.map((arg) => arg.split(', ').map((part) => originOf(part, origins) ?? part).join(', ')) : use.args;
  if (origin === undefined) return args === use.args ? use : { ...use, args };
  const dot = origin.lastIndexOf('.');
  const isMember = dot > origin.lastIndexOf('/');
  return { ...use, args, receiver: isMember ? origin.slice(0, dot) : '', name: isMember ? origin.slice(dot + 1) : origin };
}

/** A path with its longest known beginning replaced; several values are written as a list. */
function originOf(path: string, origins: ReadonlyMap<string, readonly string[]>): string | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const values = origins.get(path.slice(0, end));
    if (values) return end === path.length ? values.join(', ') : `${values[0] ?? ''}${path.slice(end)}`;
  }
  return undefined;
}
