/** The existing path that is most like a mistyped one; undefined when none is. */
export function nearestPath(wanted: string, paths: readonly string[]): string | undefined {
  const name = baseName(wanted);
  let best: string | undefined;
  let least = Infinity;
  for (const path of paths) {
    const limit = Math.max(2, Math.ceil(name.length / 2));
    const byName = distance(name, baseName(path), limit);
    // Among files of one name the one whose whole path is nearest.
    const total = byName > limit ? Infinity : byName * 1000 + Math.abs(path.length - wanted.length);
    if (total < least) {
      least = total;
      best = path;
    }
  }
  return best;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** Edit distance, or more than `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? limit + 1;
}
