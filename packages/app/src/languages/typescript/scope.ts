/** What a name stands for: a path into a module or a global, a constant, or something that only the run can tell. */
export type Value =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'constant'; readonly values: readonly string[] }
  | { readonly kind: 'unknown' };

/** A value of which nothing is known. */
export const UNKNOWN: Value = { kind: 'unknown' };

/** Names that are declared in a stretch of code, and what is around it. */
export interface Scope {
  readonly names: Map<string, Value>;
  readonly outer?: Scope;
}

/** A scope within another. */
export function inner(outer: Scope): Scope {
  return { names: new Map(), outer };
}

/** What a name stands for here; a name that nobody declares is a global. */
export function lookUp(scope: Scope, name: string): Value {
  return declared(scope, name) ?? { kind: 'path', path: name };
}

/** What a name was declared as, if it was. */
export function declared(scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const value = at.names.get(name);
    if (value) return value;
  }
  return undefined;
}
