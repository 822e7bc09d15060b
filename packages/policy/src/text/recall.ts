/** Gives back what was made of a text before, or makes it. */
type Recall<T> = (text: string, make: () => T) => T;

/** More texts than these are not kept. */
const MOST = 8192;

/**
 * Keeps what is made of a text from the second time on that it comes: a long policy says much again and again, and most
 * of a short one is said once, of which nothing needs to be kept.
 */
export function recall<T>(): Recall<T> {
  const met = new Int32Array(0x10000);
  const kept = new Map<string, T>();
  return (text, make) => {
    const hash = hashOf(text);
    const slot = (hash ^ (hash >>> 16)) & 0xffff;
    const isNew = met[slot] !== hash;
    met[slot] = hash;
    if (isNew) return make();
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (kept.size < MOST) kept.set(text, made);
    return made;
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
