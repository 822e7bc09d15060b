import type { Clause } from './clauses.ts';
import { conditionsOf } from './conditions.ts';
import type { Frame } from './frames.ts';
import { spanOf } from './line.ts';
import type { Line } from './line.ts';
import { purposesOf } from './purposes.ts';
import type { Token } from './words.ts';

/** Adds to the statements of a line what they are for and when they hold; both reach as far as the next semicolon. */
export function addCircumstances(
  line: Line,
  clauses: readonly Clause[],
  tokens: readonly Token[],
  frames: readonly Frame[],
): void {
  const told = frames.filter((frame) => frame.data.length > 0 || frame.permissions.size > 0);
  if (told.length === 0) return;
  const { text } = line;
  const verbAt = (clause: Clause): number => {
    const own = told.find(({ at, verb }) => at >= clause.start && at < clause.end && !isFor(verb));
    return own?.at ?? -1;
  };
  const purposes = purposesOf(text, clauses, tokens, verbAt);
  const conditions = conditionsOf(text, clauses);
  if (purposes.length === 0 && conditions.length === 0) return;
  const breaks = /[；;]/.test(text) ? [...text.matchAll(/[；;]/g)].map((match) => match.index) : [];
  const segmentOf = (at: number): number => breaks.filter((mark) => mark < at).length;
  for (const frame of told) {
    const segment = segmentOf(frame.at);
    for (const { start, end, category, vague } of purposes) {
      if (segmentOf(start) === segment) frame.purposes.push({ category, vague, span: spanOf(line, start, end) });
    }
    const own = conditions.filter(({ start }) => segmentOf(start) === segment);
    const before = own.findLast(({ start }) => start <= frame.at) ?? own[0];
    if (!before) continue;
    frame.condition = spanOf(line, before.start, before.end);
    if (frame.negated) continue;
    if (own.some(({ consent }) => consent)) frame.modality = 'with-consent';
    else if (frame.modality !== 'may') frame.modality = 'conditional';
  }
}

/** 用于: the verb that begins a purpose itself. */
function isFor(verb: Frame['verb']): boolean {
  return verb?.sentence.plain.charAt(verb.end - 1) === '于';
}
