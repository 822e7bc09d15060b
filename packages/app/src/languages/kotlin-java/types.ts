import type { Call, Code, Lambda, Member } from './code.ts';
import { typeNamed, typesAround, variableOf, withAbove, type Env } from './env.ts';
import { typeAt } from './file-names.ts';
import { isUpper, isWrittenOut } from './known-names.ts';
import { returnedBy } from './platform-types.ts';

/** Farther than code reasonably leads from an expression to its class. */
const FARTHEST = 40;

/** Names joined by dots (`android.os.Build`); `undefined` for any other expression. */
export function words(code: Code): string[] | undefined {
  const found: string[] = [];
  for (let at = code; ; at = at.target) {
    if (at.kind === 'name') return [at.name, ...found.toReversed()];
    if (at.kind !== 'member' || found.length > FARTHEST) return undefined;
    found.push(at.name.name);
  }
}

/** Whether a plain name is a variable, parameter or field here. */
function isVariable(env: Env, name: string): boolean {
  if (variableOf(env, name)) return true;
  for (const type of typesAround(env)) if (type.fields.has(name)) return true;
  return false;
}

/** Whether an expression is a plain name as classes have them. */
export function isClassName(code: Code): boolean {
  return code.kind === 'name' && isUpper(code.name);
}

/** The full name of the class that an expression names (`Settings.Secure`), '' when it names none. */
export function classOf(code: Code, env: Env): string {
  if (code.kind !== 'name' && code.kind !== 'member') return '';
  const names = words(code);
  const [head] = names ?? [];
  if (!names || head === undefined || isVariable(env, head)) return '';
  const own = typeNamed(env, head) || (env.file.imports.get(head) ?? '');
  if (!own) return isWrittenOut(names) && names.some(isUpper) ? names.join('.') : '';
  let at = own;
  for (const name of names.slice(1)) {
    if (name === 'INSTANCE' || name === 'Companion') continue;
    // Lower case goes on to a class only in the two places where the platform spells classes so.
    if (!isUpper(name) && !at.endsWith('.R') && !(at === 'android.Manifest' && name.startsWith('permission'))) return '';
    at += `.${name}`;
  }
  return at;
}

/** The full name of the class of what an expression yields, '' when that cannot be told from the file. */
export function typeOf(code: Code, env: Env, left = FARTHEST): string {
  env.work.left -= 1;
  if (left <= 0 || env.work.left < 0) return '';
  switch (code.kind) {
    case 'name':
      return typeOfName(code.name, env, left - 1);
    case 'member':
      return typeOfMember(code, env, left - 1);
    case 'call':
      return typeOfCall(code, env, left - 1);
    case 'this':
      return code.label ? typeNamed(env, code.label) || env.self : env.self;
    case 'super':
      return env.within.supertypes.length > 0 ? typeNamed(env, env.within.supertypes[0] ?? '') : '';
    case 'new':
      return typeNamed(env, code.type.name);
    case 'cast':
      return typeNamed(env, code.type);
    case 'string':
      return 'java.lang.String';
    case 'elvis':
      return first(code.items, (each) => typeOf(each, env, left - 1));
    case 'if':
      return first([code.met, code.unmet], (each) => (each ? typeOf(each, env, left - 1) : ''));
    case 'block':
      return code.items.length > 0 ? typeOf(code.items.at(-1) as Code, env, left - 1) : '';
    case 'try':
      return typeOf(code.body, env, left - 1);
    default:
      return '';
  }
}

function first<T>(items: readonly T[], of: (item: T) => string): string {
  for (const item of items.slice(0, 4)) {
    const found = of(item);
    if (found) return found;
  }
  return '';
}

function typeOfName(name: string, env: Env, left: number): string {
  const local = variableOf(env, name);
  if (local) return local.type || (local.value ? typeOf(local.value, env, Math.min(left, 4)) : '');
  for (const type of typesAround(env)) {
    const field = fieldType(type, name, env, left);
    if (field !== undefined) return field;
  }
  if (isUpper(name)) return '';
  return first(env.implicit, (each) => returnedBy(each, name, true)) || returnedBy('', name, true);
}

/** Class of a field of a type of the file; `undefined` when it has no such field. */
function fieldType(type: ReturnType<typeof typeAt>, name: string, env: Env, left: number): string | undefined {
  const field = type?.fields.get(name);
  if (!field || !type) return undefined;
  const inside: Env = { ...env, within: type, scope: { variables: new Map(), outer: undefined } };
  if (field.type) return typeNamed(inside, field.type);
  return field.value ? typeOf(field.value, inside, left) : '';
}

function typeOfMember(code: Member, env: Env, left: number): string {
  const name = code.name.name;
  const of = classOf(code.target, env) || typeOf(code.target, env, left);
  if (name === 'INSTANCE' || name === 'Companion') return of;
  const declared = typeAt(env.file, of);
  for (const type of declared ? withAbove(env.file, declared) : []) {
    const found = fieldType(type, name, env, left);
    if (found !== undefined) return found;
  }
  return returnedBy(of, name, true);
}

function typeOfCall(code: Call, env: Env, left: number): string {
  const name = code.name?.name;
  if (name === undefined) return '';
  if (name === 'getSystemService' || name === 'getSystemServiceOrNull') return serviceOf(code, env);
  if (code.target) {
    if (name === 'apply' || name === 'also' || name === 'takeIf' || name === 'takeUnless') return typeOf(code.target, env, left);
    const of = classOf(code.target, env) || typeOf(code.target, env, left);
    const declared = typeAt(env.file, of);
    for (const type of declared ? withAbove(env.file, declared) : []) {
      const made = type.functions.get(name);
      if (made) return typeNamed({ ...env, within: type }, made.type);
    }
    return returnedBy(of, name, false);
  }
  if (name === 'lazy') return yielded(code.args.findLast((each) => each.kind === 'lambda'), env, left);
  if ((name === 'requireNotNull' || name === 'checkNotNull') && code.args[0]) return typeOf(code.args[0], env, left);
  for (const type of typesAround(env)) {
    const made = type.functions.get(name);
    if (made) return typeNamed({ ...env, within: type }, made.type);
  }
  if (isUpper(name)) return typeNamed(env, name);
  return first(env.implicit, (each) => returnedBy(each, name, false)) || returnedBy('', name, false);
}

/** The class of a lambda's last expression. */
function yielded(lambda: Lambda | undefined, env: Env, left: number): string {
  const last = lambda?.body.at(-1);
  return last ? typeOf(last, env, left) : '';
}

/** `getSystemService(X::class.java)` and `getSystemService<X>()` are an X. */
function serviceOf(code: Call, env: Env): string {
  const named = code.args.find((each) => each.kind === 'class');
  return typeNamed(env, named?.kind === 'class' ? named.type : (code.typeArgs[0] ?? ''));
}
