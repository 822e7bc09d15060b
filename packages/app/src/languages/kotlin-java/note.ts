import type { Use } from '../../code/source-unit.ts';
import type { Call, Code, Creation, Member, Name, Placed } from './code.ts';
import { typeNamed, typesAround, variableOf, type Env } from './env.ts';
import { qualified } from './file-names.ts';
import { written } from './flow.ts';
import { isUpper } from './known-names.ts';
import { setterOf } from './platform-types.ts';
import { classOf, isClassName, typeOf, words } from './types.ts';
import { starred, valuesOf } from './values.ts';
import { later, walk } from './walk.ts';

type Receiver = Pick<Use, 'receiver' | 'certainty'>;

const MOST_ARGS = 32;
const LONGEST_ARG = 80;
const UNKNOWN: Receiver = { receiver: '', certainty: 'text' };

function note(env: Env, kind: Use['kind'], name: string, at: Placed, receiver: Receiver, args: readonly string[] = []): void {
  const { conditions, callbacks, path } = env;
  const { receiver: of, certainty } = receiver;
  env.sink.add({ kind, receiver: of, certainty, name, at: { file: path, start: at.start, end: at.end }, args, conditions, callbacks });
}

function known(receiver: string): Receiver {
  return { receiver, certainty: 'resolved' };
}

/** Whose member it is: the class named or the class of the value, else the words. */
function receiverOf(target: Code, env: Env): Receiver {
  const found = classOf(target, env) || typeOf(target, env);
  return found ? known(found) : { receiver: shortened(written(env, target)), certainty: 'text' };
}

function shortened(text: string): string {
  return text.length > LONGEST_ARG ? `${text.slice(0, LONGEST_ARG)}…` : text;
}

/** Values of arguments where they are known, else the words. */
function argsOf(args: readonly Code[], env: Env): string[] {
  const found: string[] = [];
  for (const each of args) {
    found.push(...(valuesOf(each, env) ?? [shortened(written(env, each))]));
    if (found.length >= MOST_ARGS) break;
  }
  return found.slice(0, MOST_ARGS);
}

/** A call, after what it is called on and what is handed to it. */
export function noteCall(code: Call, env: Env): void {
  const name = code.name;
  if (!name) return;
  const args = argsOf(code.args, env);
  if (code.target) note(env, 'call', name.name, name, receiverOf(code.target, env), args);
  else notePlain(name, env, args);
}

/** A call without a receiver: of the file's own functions, of an imported one, or of a class. */
function notePlain(name: Name, env: Env, args: readonly string[]): void {
  if (variableOf(env, name.name)) return note(env, 'call', name.name, name, UNKNOWN, args);
  const own = ownerOf(name.name, env);
  if (own !== undefined) return note(env, 'call', name.name, name, known(own), args);
  const imported = env.file.imports.get(name.name);
  const isClass = env.language === 'kotlin' && isUpper((imported ?? name.name).split('.').at(-1) ?? '');
  if (isClass) {
    const full = typeNamed(env, name.name);
    return note(env, 'new', simple(full || name.name), name, full ? known(full) : { receiver: name.name, certainty: 'text' }, args);
  }
  if (imported !== undefined) return note(env, 'call', simple(imported), name, known(outer(imported)), args);
  const [implicit] = env.implicit;
  note(env, 'call', name.name, name, implicit ? { receiver: implicit, certainty: 'text' } : UNKNOWN, args);
}

/** The type of the file, by its full name, whose function a plain name is. */
function ownerOf(name: string, env: Env): string | undefined {
  for (const type of typesAround(env)) if (type.functions.has(name)) return qualified(env.file, type.path);
  return undefined;
}

function simple(full: string): string {
  return full.slice(full.lastIndexOf('.') + 1);
}

function outer(full: string): string {
  return full.slice(0, Math.max(full.lastIndexOf('.'), 0));
}

/** Java's `new`, an object of an interface. */
export function noteCreation(code: Creation, env: Env): void {
  const { name } = code.type;
  if (!name) return;
  const full = typeNamed(env, name);
  const receiver: Receiver = full ? known(full) : { receiver: name, certainty: 'text' };
  note(env, 'new', simple(full || name), code.type, receiver, argsOf(code.args, env));
}

/** A method handed on by its name: `manager::getDeviceId`. */
export function noteReference(code: Code & { kind: 'reference' }, env: Env, handed: string): void {
  const inside = handed ? later(env, handed) : env;
  if (!code.target) return notePlain(code.name, inside, []);
  const receiver = receiverOf(code.target, env);
  if (code.name.name === 'new') note(inside, 'new', simple(receiver.receiver), code.target, receiver);
  else note(inside, 'call', code.name.name, code.name, receiver);
}

/** Text in the code. */
export function noteString(code: Code & { kind: 'string' }, env: Env): void {
  if (code.value) note(env, 'string', code.value.slice(0, 400), code, known(''));
}

/** A property, constant or variable of another class; local variables are of no interest. */
export function noteRead(code: Name | Member, env: Env): void {
  if (code.kind === 'member') {
    const target = code.target;
    const of = classOf(target, env);
    // Packages and outer classes on the way to a class are no reads of their own.
    if (!isClassName(target) && (!of || !words(target))) walk(target, env);
    return note(env, 'read', code.name.name, code.name, of ? known(of) : receiverOf(target, env));
  }
  const { name } = code;
  if (variableOf(env, name) || name === 'true' || name === 'false' || name === 'null') return;
  for (const type of typesAround(env)) {
    const field = type.fields.get(name);
    if (!field) continue;
    // Reading runs code only where there is a getter or a delegate.
    if (field.accessors.length > 0 || field.value?.kind === 'call') note(env, 'read', name, code, known(qualified(env.file, type.path)));
    return;
  }
  const imported = env.file.imports.get(name) ?? starred(name, env);
  if (imported !== undefined) return note(env, 'read', simple(imported), code, known(outer(imported)));
  const [implicit] = env.implicit;
  note(env, 'read', name, code, implicit ? { receiver: implicit, certainty: 'text' } : UNKNOWN);
}

/** Kotlin's `box.isChecked = true` is a call of `setChecked`. */
export function noteWrite(code: Code & { kind: 'assign' }, env: Env): void {
  if (env.language !== 'kotlin') return;
  const { target, value } = code;
  if (target.kind === 'member') {
    return note(env, 'call', setterOf(target.name.name), target.name, receiverOf(target.target, env), argsOf([value], env));
  }
  const [implicit] = env.implicit;
  if (target.kind !== 'name' || !implicit || variableOf(env, target.name)) return;
  for (const type of typesAround(env)) if (type.fields.has(target.name)) return;
  note(env, 'call', setterOf(target.name), target, { receiver: implicit, certainty: 'text' }, argsOf([value], env));
}
