import type { Code } from './code.ts';
import { resolveType, typeAt, type FileNames, type TypeNames } from './file-names.ts';
import type { Use } from '../../code/source-unit.ts';

/** A local variable or parameter. */
interface Variable {
  /** Full name of its class, '' when unknown. */
  readonly type: string;
  readonly value?: Code;
}

/** Where in the code we are, and what names mean there. */
export interface Env {
  readonly file: FileNames;
  readonly text: string;
  readonly path: string;
  readonly language: 'kotlin' | 'java';
  /** The type around. */
  readonly within: TypeNames;
  /** Full name of the class of `this`. */
  readonly self: string;
  /** Classes whose members need no receiver here, innermost first: what `apply`, `with` and extension functions bring. */
  readonly implicit: readonly string[];
  readonly scope: Scope;
  readonly conditions: readonly string[];
  readonly callbacks: readonly string[];
  readonly sink: Sink;
  /** Steps left for finding out what names stand for; written so that they lead to each other for ever, they must not. */
  readonly work: { left: number };
}

interface Scope {
  readonly variables: Map<string, Variable>;
  readonly outer: Scope | undefined;
}

/** Takes what is found. */
interface Sink {
  readonly add: (use: Use) => void;
  /** Takes a function declared inside another. */
  readonly declare: (declared: Code & { kind: 'function' | 'type' }, env: Env) => void;
}

/** A scope within another: its names hide the outer ones. */
export function inner(env: Env): Env {
  return { ...env, scope: { variables: new Map(), outer: env.scope } };
}

/** The variable that a name means here, the innermost first. */
export function variableOf({ scope }: Env, name: string): Variable | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const found = at.variables.get(name);
    if (found) return found;
  }
  return undefined;
}

/** The full name of a type as it is written here; empty when that is not known. */
export function typeNamed(env: Env, written: string): string {
  return resolveType(env.file, env.within, written) ?? '';
}

/** The types of the file in which a plain name is looked for: those around, from the inside, each with those above it. */
export function* typesAround(env: Env): Generator<TypeNames> {
  for (let at: TypeNames | undefined = env.within; at; at = at.parent) yield* withAbove(env.file, at);
}

/** A type of the file and those of its supertypes that the file declares too. */
export function withAbove(file: FileNames, type: TypeNames): Iterable<TypeNames> {
  const found = new Set([type]);
  for (const each of found) {
    if (found.size > MOST_ABOVE) break;
    for (const written of each.supertypes) {
      const above = typeAt(file, resolveType(file, each, written) ?? '');
      if (above?.path) found.add(above);
    }
  }
  return found;
}

const MOST_ABOVE = 16;
