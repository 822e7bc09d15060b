/** Fingerprints of a text: its word sequences, by which copies are told whatever the markup around them. */
export type Prints = ReadonlySet<number>;

const LENGTH = 12;
const LONGEST = 100_000;

/** Fingerprints of a text without its markup. */
export function printsOf(text: string): Prints {
  const letters = text
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const prints = new Set<number>();
  for (let i = 0; i + LENGTH <= letters.length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + LENGTH; j++) hash = Math.imul(hash ^ letters.charCodeAt(j), 0x01000193);
    prints.add(hash);
  }
  return prints;
}

/** How much two texts share: of both together, and of the smaller one; from 0 to 1. */
export function likenessOf(a: Prints, b: Prints): { readonly both: number; readonly smaller: number } {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return { both: 0, smaller: 0 };
  let shared = 0;
  for (const print of small) if (large.has(print)) shared++;
  return { both: shared / (small.size + large.size - shared), smaller: shared / small.size };
}

/** Whether two texts are one, or one is but a part of the other. */
export function isCopy(a: Prints, b: Prints): boolean {
  const { both, smaller } = likenessOf(a, b);
  return both >= 0.7 || smaller >= 0.9;
}
