import type { Knowledge } from './types.ts';

/** What is worked out of a knowledge, a document or another object, once for each and kept as long as that is. */
export function onceFor<T, K extends object = Knowledge>(build: (from: K) => T): (from: K) => T {
  const built = new WeakMap<K, { readonly value: T }>();
  return (from) => {
    let known = built.get(from);
    if (!known) built.set(from, (known = { value: build(from) }));
    return known.value;
  };
}
