/** One pattern of several, each a way of saying the same; the first that fits a place counts. */
export function oneOf(flags: string, ...ways: readonly RegExp[]): RegExp {
  return new RegExp(ways.map(({ source }) => source).join('|'), flags);
}
