/** Lines around a change. */
const CONTEXT = 3;

interface Line {
  readonly mark: ' ' | '+' | '-';
  readonly text: string;
}

/** A unified diff of a text into which something was put, and from which nothing was taken. */
export function additionsDiff(path: string, before: string, after: string): string {
  const lines = marked(linesOf(before), linesOf(after));
  const changed = lines.flatMap(({ mark }, index) => (mark === ' ' ? [] : [index]));
  if (changed.length === 0) return '';
  const hunks: [number, number][] = [];
  for (const index of changed) {
    const last = hunks.at(-1);
    const [from, to] = [Math.max(0, index - CONTEXT), Math.min(lines.length, index + CONTEXT + 1)];
    if (last && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  }
  const body = hunks.map(([from, to]) => hunk(lines, from, to));
  return [`--- a/${path}`, `+++ b/${path}`, ...body].join('\n') + '\n';
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** A last line without its end takes one when something follows it. */
function marked(before: readonly string[], after: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const text of after) {
    const old = before[at];
    if (text === old) {
      lines.push({ mark: ' ', text });
      at++;
    } else if (old !== undefined && !old.endsWith('\n') && text.replace(/\r?\n$/, '') === old) {
      lines.push({ mark: '-', text: old }, { mark: '+', text });
      at++;
    } else lines.push({ mark: '+', text });
  }
  return [...lines, ...before.slice(at).map((text): Line => ({ mark: '-', text }))];
}

const start = (before: number, count: number): number => (count === 0 ? before : before + 1);

function hunk(lines: readonly Line[], from: number, to: number): string {
  const counted = (some: readonly Line[], not: Line['mark']): number => some.filter(({ mark }) => mark !== not).length;
  const ahead = lines.slice(0, from);
  const own = lines.slice(from, to);
  const [oldStart, newStart] = [counted(ahead, '+'), counted(ahead, '-')];
  const [oldCount, newCount] = [counted(own, '+'), counted(own, '-')];
  const head = `@@ -${start(oldStart, oldCount)},${oldCount} +${start(newStart, newCount)},${newCount} @@`;
  const body = own.map(({ mark, text }) =>
    text.endsWith('\n') ? mark + text.slice(0, -1) : `${mark}${text}\n\\ No newline at end of file`,
  );
  return [head, ...body].join('\n');
}
