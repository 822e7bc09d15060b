/** The known name that was probably meant; undefined when nothing is close. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.trim().slice(0, 100).toLowerCase();
  if (wanted === '') return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const name of known) {
    const distance = distanceOf(wanted, name.toLowerCase());
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  if (best === undefined) return undefined;
  const longer = Math.max(wanted.length, best.length);
  return least <= Math.max(2, longer * 0.4) && least < longer ? best : undefined;
}

/** "; did you mean …?" in both languages, empty when nothing is close. */
export function didYouMean(word: string, known: Iterable<string>): { readonly zh: string; readonly en: string } {
  const found = nearest(word, known);
  return found === undefined ? { zh: '', en: '' } : { zh: `；是不是 ${found}？`, en: `; did you mean ${found}?` };
}

/** Edits from one word to the other; a name that merely goes on, or starts earlier, costs little. */
function distanceOf(word: string, name: string): number {
  if (word === name) return 0;
  if (word.length >= 3 && name.includes(word)) return 1;
  return edits(word, name.slice(0, 120));
}

/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
