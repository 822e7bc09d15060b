/** Classes that every Java and Kotlin file knows without an import, of those that code reads data through. */
const WITHOUT_IMPORT: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['java.lang', 'Boolean Byte Character Class ClassLoader Double Enum Exception Float Integer Iterable Long Math Object'],
    ['java.lang', 'Process ProcessBuilder Runnable Runtime RuntimeException Short String StringBuilder System Thread'],
    ['java.lang', 'ThreadLocal Throwable Void'],
    ['kotlin', 'Any Array Int IntArray Lazy LazyThreadSafetyMode Nothing Pair Result Triple Unit'],
    ['kotlin.collections', 'Collection List Map MutableList MutableMap MutableSet Set'],
  ].flatMap(([from, names]) => (names ?? '').split(' ').map((name) => [name, `${from}.${name}`])),
);

/** The full name of a class that needs no import. */
export function withoutImport(name: string): string | undefined {
  return Object.hasOwn(WITHOUT_IMPORT, name) ? WITHOUT_IMPORT[name] : undefined;
}

/** Words by which full names begin when they are written out in code. */
const ROOTS = /^(?:android|androidx|java|javax|kotlin|kotlinx|com|org|net|io|cn|me|dev|de|top|pub|edu|gov|jp|ru|xyz)$/;

/** Whether names joined by dots are a class written out with its package: `android.os.Build`. */
export function isWrittenOut(words: readonly string[]): boolean {
  const upper = words.findIndex(isUpper);
  return upper > 1 || (upper === 1 && ROOTS.test(words[0] ?? ''));
}

/** Whether a name begins as classes and constants do. */
export function isUpper(name: string): boolean {
  const first = name.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(name);
}

/** Functions that run what they are handed at once and once it is there: not later, like a callback. */
const AT_ONCE = new Set(
  ('let run with apply also takeIf takeUnless use useLines repeat synchronized runCatching runBlocking forEach forEachIndexed ' +
    'forEachLine map mapNotNull mapIndexed mapTo flatMap flatten filter filterNot filterNotNull filterIsInstance any all ' +
    'none first firstOrNull last lastOrNull single singleOrNull find findLast indexOfFirst count sumOf maxOf minOf maxBy ' +
    'maxByOrNull minBy minByOrNull maxWith minWith fold reduce associate associateBy associateWith groupBy partition ' +
    'sortedBy sortedByDescending sortedWith sortBy distinctBy zip onEach getOrPut getOrElse getOrDefault ifEmpty ifBlank ' +
    'buildString buildList buildMap buildSet buildSpannedString measureTimeMillis trace withLock removeAll removeIf ' +
    'joinToString require check requireNotNull checkNotNull computeIfAbsent edit').split(' '),
);

/** Whether a lambda handed to a function of this name runs at once. */
export function runsAtOnce(name: string): boolean {
  return AT_ONCE.has(name);
}
