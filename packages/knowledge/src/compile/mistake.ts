/** A mistake of the author of a YAML file, at its place. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The one line that an author reads: `sdks/jpush.yaml:7:9: unknown data type "devid"; did you mean "device-id"?` */
export const formatMistake = ({ file, line, column, message }: Mistake): string =>
  `${file}:${line}:${column}: ${message}`;

/** ` "devid"; did you mean "device-id"?`, or only the word when nothing known comes near. */
export function withNearest(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? `"${word}"` : `"${word}"; did you mean "${near}"?`;
}

/** The known word that takes the fewest changes to reach; undefined when that is about half of it or more. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const allowed = Math.max(2, Math.floor(Math.max(word.length, candidate.length) * 0.45));
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = changes(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= allowed && distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance, with a swap of neighbours as one change. */
function changes(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
