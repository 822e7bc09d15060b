import { entriesEnding, isWord, plainStrings, valueNodes, type Entry } from './entries.ts';
import type { Group, Node } from './statements.ts';

/** A value that a build script states plainly. */
export type Value = string | number | boolean;
/** Variables by their dotted name, without `ext`, `rootProject` and the like. */
export type Variables = ReadonlyMap<string, Value>;
type Lookup = Pick<Variables, 'get'>;

/** Where variables live; nothing of it belongs to their names. */
const SCOPES = new Set(
  'ext extra project rootProject gradle properties this buildscript allprojects subprojects extensions'.split(' '),
);
const GETTERS = new Set('property findProperty getProperty gradleProperty get systemProperty'.split(' '));
const CONVERSIONS = new Set('toInt toInteger toString get trim orNull getOrNull orElse asInt'.split(' '));
/** Variables that are made of each other could double without end. */
const LONGEST = 1000;
const REFERENCE = /\$\{([\w.[\]"' ()!]{1,200})\}|\$(\w+(?:\.\w+){0,5})/g;
/** Stands for what only the build knows; no value that is used holds it. */
export const UNKNOWN = '\0';
/** No build states more. */
const MOST = 20_000;
const MOST_MAPS = 500;

/** A dotted name without the words that only say where the variable lives. */
export function scopeless(names: readonly string[]): readonly string[] {
  return names.filter((name) => !SCOPES.has(name));
}

/** Variables of scripts, in order of precedence from the weakest; earlier ones may be used by later ones. */
export function collectVariables(entries: readonly Entry[], known: Variables = new Map()): Variables {
  const variables = new Map(known);
  const maps = new Set<string>();
  const put = (name: string, nodes: readonly Node[]): void => {
    const pairs = mapPairs(nodes);
    for (const [key, value] of pairs) put(`${name}.${key}`, value);
    const value = pairs.length > 0 ? undefined : evaluate(nodes, variables);
    if (value !== undefined) variables.set(name, value);
    const [first] = nodes;
    if (first?.kind === 'group' && first.open === '[') maps.add(name);
    else if (
      isWord(first) &&
      nodes.length === 1 &&
      maps.size < MOST_MAPS &&
      maps.has((first as { text: string }).text)
    ) {
      copyMap((first as { text: string }).text, name, variables);
      maps.add(name);
    }
  };
  for (const entry of entries) {
    // `dependencies { def v = "1" …`
    const path = entry.path.length === 2 && entry.path[0] === 'dependencies' ? entry.path.slice(1) : entry.path;
    const names = scopeless(path);
    // `ext.a.b = 1`, or `versions.push = "1"` after `def versions = [:]`.
    const scoped = names.length < path.length || maps.has(names[0] ?? '');
    if (entry.assigned && (names.length === 1 || (scoped && names.length > 0))) put(names.join('.'), valueNodes(entry));
  }
  for (const { path, args } of entries) {
    // `val minSdk by extra(23)`
    const [by, extra, call] = args;
    const delegated = isWord(by, 'by') && isWord(extra, 'extra') && call?.kind === 'group' && path.length === 1;
    if (delegated) put(path[0] ?? '', call.statements[0] ?? []);
  }
  for (const entry of entriesEnding(entries, 'set')) {
    const call = entry.args[0];
    const [name, value] = call?.kind === 'group' ? call.statements : [];
    const [plain] = name ? plainStrings(name) : [];
    if (plain && value) put(plain, value);
  }
  return variables;
}

/** `deps.support = support`: the members of a map under another name; maps of maps could double without end. */
function copyMap(from: string, to: string, variables: Map<string, Value>): void {
  if (from === to || variables.size > MOST) return;
  const members = Array.from(variables).filter(([name]) => name.startsWith(`${from}.`));
  for (const [name, value] of members) variables.set(to + name.slice(from.length), value);
}

/** The lines of a gradle.properties file. */
export function readProperties(text: string): Variables {
  const pairs = text.split('\n').flatMap((line): [string, Value][] => {
    const equals = line.indexOf('=');
    return equals > 0 && !/^\s*[#!]/.test(line) ? [[line.slice(0, equals).trim(), line.slice(equals + 1).trim()]] : [];
  });
  return new Map(pairs);
}

/** The value that nodes come to, when they say it plainly. */
export function evaluate(nodes: readonly Node[], variables: Lookup): Value | undefined {
  const [first, second] = nodes;
  if (!first) return undefined;
  if (first.kind === 'string') {
    if (!first.interpolated) return first.text;
    return interpolate(first.text, variables) ?? coordinateOf(interpolate(first.text, variables, UNKNOWN));
  }
  if (first.kind === 'number') return Number.parseInt(first.text.replaceAll('_', ''), 10);
  if (first.kind === 'group') return first.open === '(' ? evaluate(first.statements[0] ?? [], variables) : undefined;
  if (isWord(first, 'true') || isWord(first, 'false')) return first.text === 'true';
  if (isWord(first, 'Integer') && second?.kind === 'mark') {
    const call = nodes[3];
    return call?.kind === 'group' ? evaluate(call.statements[0] ?? [], variables) : undefined;
  }
  const name = reference(nodes);
  return name === undefined ? undefined : variables.get(name);
}

/** A coordinate keeps its name when only the build knows its version. */
function coordinateOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w.-]+:[\w.-]+:/.test(text) ? text : undefined;
}

/** A whole number, be it written as one or as a string. */
export function evaluateNumber(nodes: readonly Node[], variables: Variables): number | undefined {
  const value = evaluate(nodes, variables);
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/**
 * Replaces `$name` and `${…}`; nothing when one of them is not known and nothing is given to stand for it,
 * or when the text grows beyond all reason.
 */
export function interpolate(text: string, variables: Lookup, unknown?: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  let complete = true;
  const result = text.replace(REFERENCE, (_, expression?: string, simple?: string) => {
    // Groovy reads `$a.b` as a member, Kotlin as `$a` and a dot.
    const dot = simple?.indexOf('.') ?? -1;
    const isMember =
      simple === undefined || dot < 0 || variables.get(scopeless(simple.split('.')).join('.')) !== undefined;
    if (simple !== undefined && !isMember) {
      const own = variables.get(simple.slice(0, dot));
      if (own === undefined && unknown === undefined) complete = false;
      return String(own ?? unknown) + simple.slice(dot);
    }
    const written = (simple ?? expression ?? '').replace(/\[["']?(\w+)["']?\]/g, '.$1').replace(/\(\)|[!\s]/g, '');
    const names = written.split('.').filter((name) => !SCOPES.has(name) && !CONVERSIONS.has(name));
    const value = variables.get(names.join('.'));
    if (value === undefined && unknown === undefined) complete = false;
    return String(value ?? unknown);
  });
  return complete && result.length <= LONGEST ? result : undefined;
}

/** Keys and values of `[a: 1, 'b': 2]` or `mapOf("a" to 1)`. */
export function mapPairs(nodes: readonly Node[]): readonly (readonly [string, readonly Node[]])[] {
  const group = nodes.find((node): node is Group => node.kind === 'group');
  if (!group || group.open === '{') return [];
  return group.statements.flatMap((statement) => {
    const [key, sign, ...value] = statement;
    if (!key || (key.kind !== 'word' && key.kind !== 'string') || value.length === 0) return [];
    const pairs = (sign?.kind === 'mark' && sign.text === ':') || isWord(sign, 'to');
    return pairs ? [[key.text, value] as const] : [];
  });
}

/** The dotted name that a chain like `rootProject.ext.android["minSdk"] as int` refers to. */
function reference(nodes: readonly Node[]): string | undefined {
  const names: string[] = [];
  for (const node of nodes) {
    if (isWord(node, 'as')) break;
    if (node.kind === 'word') names.push(node.text);
    else if (node.kind === 'group' && node.open !== '{') {
      const [argument] = plainStrings([node]);
      if (argument === undefined) continue;
      if (node.open === '(' && !GETTERS.has(names.at(-1) ?? '')) return undefined;
      if (node.open === '(') names.splice(-1);
      names.push(argument);
    } else if (node.kind !== 'mark' || !'.!'.includes(node.text)) break;
  }
  while (CONVERSIONS.has(names.at(-1) ?? '')) names.pop();
  const own = names.filter((name) => !SCOPES.has(name) && name !== 'providers');
  return own.length > 0 ? own.join('.') : undefined;
}
