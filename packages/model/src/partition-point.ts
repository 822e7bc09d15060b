/**
 * How many of ordered things lie before a point, which is the index of the first that does not; found by halving.
 * `isBefore` holds for the first ones and for none behind them.
 */
export function partitionPoint<T>(ordered: readonly T[], isBefore: (each: T) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(ordered[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
