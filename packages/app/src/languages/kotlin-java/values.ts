import type { Call, Code } from './code.ts';
import { typesAround, variableOf, withAbove, type Env } from './env.ts';
import { typeAt, type TypeNames } from './file-names.ts';
import { classOf } from './types.ts';

/** More than any real array of permissions holds. */
const MOST_VALUES = 64;
const LONGEST_VALUE = 200;
const FARTHEST = 12;

const LISTS = /^(?:arrayOf|listOf|setOf|mutableListOf|mutableSetOf|arrayListOf|hashSetOf|linkedSetOf|arrayOfNotNull|listOfNotNull|asList|of|toTypedArray|toList|toSet|toMutableList|toArray|plus)$/;
const CONVERTS = /^(?:to(?:TypedArray|List|Set|MutableList|Array)|plus)$/;

/** The strings that an expression stands for, through constants and arrays of the file; `undefined` when it stands for none. */
export function valuesOf(code: Code, env: Env, left = FARTHEST): readonly string[] | undefined {
  env.work.left -= 1;
  if (left <= 0 || env.work.left < 0) return undefined;
  switch (code.kind) {
    case 'string':
      return [code.value.slice(0, LONGEST_VALUE)];
    case 'name':
      return valuesOfName(code.name, env, left - 1) ?? imported(code.name, env);
    case 'member':
      return valuesOfMember(code, env, left - 1);
    case 'array':
      return all(code.items, env, left - 1);
    case 'cast':
      return valuesOf(code.value, env, left - 1);
    case 'class': {
      const named = classOf({ kind: 'name', name: code.type.split('.')[0] ?? '', start: code.start, end: code.end }, env);
      return named ? [named + code.type.slice(`${code.type}.`.indexOf('.'))] : undefined;
    }
    case 'plus':
      return sum(code.items, env, left - 1);
    case 'call':
      return valuesOfCall(code, env, left - 1);
    default:
      return undefined;
  }
}

function all(items: readonly Code[], env: Env, left: number): readonly string[] | undefined {
  const found: string[] = [];
  for (const item of items.slice(0, MOST_VALUES)) {
    const values = valuesOf(item, env, left);
    if (values) found.push(...values);
    if (found.length > MOST_VALUES) break;
  }
  return found.length > 0 ? found.slice(0, MOST_VALUES) : undefined;
}

/** Strings joined, or arrays: `"content://" + AUTHORITY`, `BASE + EXTRA`. */
function sum(items: readonly Code[], env: Env, left: number): readonly string[] | undefined {
  const parts = items.slice(0, MOST_VALUES).map((each) => valuesOf(each, env, left));
  if (items.some((each) => each.kind === 'string')) {
    const [first] = parts;
    if (first?.length !== 1) return undefined;
    const joined: string[] = [];
    for (const part of parts) {
      // What is not known ends what is: a prefix of an address is enough to know it.
      if (part?.length !== 1) break;
      joined.push(part[0] ?? '');
    }
    return [joined.join('').slice(0, LONGEST_VALUE)];
  }
  return all(items, env, left);
}

function valuesOfName(name: string, env: Env, left: number): readonly string[] | undefined {
  const local = variableOf(env, name);
  if (local) return local.value ? valuesOf(local.value, env, Math.min(left, 3)) : undefined;
  for (const type of typesAround(env)) if (type.fields.has(name)) return fieldValues(type, name, env, left);
  return undefined;
}

function fieldValues(type: TypeNames, name: string, env: Env, left: number): readonly string[] | undefined {
  const field = type.fields.get(name);
  if (!field?.value || !(field.isFinal || (isList(field.value) && isSetOnce(env, name)))) return undefined;
  return valuesOf(field.value, { ...env, within: type, scope: { variables: new Map(), outer: undefined } }, left);
}

function isList(code: Code): boolean {
  return code.kind === 'array' || (code.kind === 'call' && code.name !== undefined && LISTS.test(code.name.name));
}

/** A list that could be replaced but never is in its file: `private String[] needed = { … }`. */
function isSetOnce({ text }: Env, name: string): boolean {
  const set = new RegExp(String.raw`(?<![\w$])${name.replaceAll('$', String.raw`\$`)}\s{0,9}(?::[^=\n]{0,80})?[-+]?=(?!=)`, 'g');
  return [...text.matchAll(set)].length === 1;
}

/** A constant imported by its own name: `import static android.Manifest.permission.CAMERA`. */
function imported(name: string, env: Env): readonly string[] | undefined {
  const from = env.file.imports.get(name) ?? starred(name, env);
  return from === undefined ? undefined : [permission(from)];
}

/** The full name of a constant that a star import of a class brings. */
export function starred(name: string, env: Env): string | undefined {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) return undefined;
  const star = env.file.stars.find((each) => each === 'android.Manifest.permission' || env.file.knows(`${each}.${name}`));
  return star === undefined ? undefined : `${star}.${name}`;
}

function valuesOfMember(code: Code & { kind: 'member' }, env: Env, left: number): readonly string[] | undefined {
  const of = code.target.kind === 'this' ? env.self : classOf(code.target, env);
  if (!of) return undefined;
  const declared = typeAt(env.file, of);
  for (const type of declared ? withAbove(env.file, declared) : []) {
    if (type.fields.has(code.name.name)) return fieldValues(type, code.name.name, env, left);
  }
  return code.target.kind === 'this' ? undefined : [permission(`${of}.${code.name.name}`)];
}

/** The platform's constants for permissions are their names; other constants stay what they are called. */
function permission(full: string): string {
  return full.startsWith('android.Manifest.permission.') ? full.replace('.Manifest.', '.') : full;
}

function valuesOfCall(code: Call, env: Env, left: number): readonly string[] | undefined {
  if (!code.name || !LISTS.test(code.name.name)) return undefined;
  // What a list is made of stands before the dot; of `Arrays.asList` that is only a class.
  const on = code.target && (CONVERTS.test(code.name.name) || !classOf(code.target, env)) ? [code.target] : [];
  return all([...on, ...code.args], env, left);
}
