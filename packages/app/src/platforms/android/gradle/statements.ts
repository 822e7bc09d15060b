import type { Token } from './tokens.ts';

/** A run of a script between brackets: statements in `{}`, arguments in `()` and `[]`. */
export interface Group {
  readonly kind: 'group';
  readonly open: '(' | '[' | '{';
  readonly statements: readonly Statement[];
  /** Name of a closure's parameter: `name` in `{ name -> … }`. */
  readonly parameter?: string;
  readonly start: number;
  readonly end: number;
}

/** A word, or what stands in brackets. */
export type Node = Token | Group;
/** A statement of a build script, brackets taken together. */
export type Statement = readonly Node[];

interface Frame {
  readonly open: Group['open'] | '';
  readonly start: number;
  readonly statements: Node[][];
  current: Node[];
  parameter?: string;
}

const CLOSER: Readonly<Record<string, Group['open']>> = { ')': '(', ']': '[', '}': '{' };
/** No script that people write nests deeper; brackets beyond are read as if they were not there. */
const DEEPEST = 100;
/** Marks that leave a statement unfinished at the end of its line. */
const UNFINISHED = new Set([',', '=', '+', '.', ':', '?', '&', '|', '-', '<']);

/** Builds the tree of brackets and statements; unbalanced brackets are closed where they stand. */
export function parseStatements(tokens: readonly Token[]): readonly Statement[] {
  const frames: Frame[] = [{ open: '', start: 0, statements: [], current: [] }];
  const top = (): Frame => frames.at(-1) as Frame;
  const finish = (frame: Frame): void => {
    if (frame.current.length > 0) frame.statements.push(frame.current);
    frame.current = [];
  };
  const close = (end: number): void => {
    const frame = frames.pop() as Frame;
    finish(frame);
    const { open, start, statements, parameter } = frame;
    if (open) top().current.push({ kind: 'group', open, statements, start, end, ...(parameter && { parameter }) });
  };
  const script = top();
  for (const [index, token] of tokens.entries()) {
    const frame = top();
    if (token.kind === 'line') {
      if ((frame.open === '{' || frame.open === '') && !continues(frame, tokens, index)) finish(frame);
    } else if (token.kind !== 'mark') frame.current.push(token);
    else if (token.text === '(' || token.text === '[' || token.text === '{') {
      if (frames.length < DEEPEST) frames.push({ open: token.text, start: token.start, statements: [], current: [] });
    } else if (token.text in CLOSER) {
      const open = CLOSER[token.text];
      if (frames.some((candidate) => candidate.open === open)) {
        while (top().open !== open) close(token.start);
        close(token.end);
      }
    } else if (token.text === ';' || (token.text === ',' && (frame.open === '(' || frame.open === '['))) finish(frame);
    else if (token.text === '>' && isArrow(frame)) {
      const name = frame.current.find((node): node is Token => node.kind === 'word');
      if (name) frame.parameter = name.text;
      frame.current = [];
    } else frame.current.push(token);
  }
  while (frames.length > 1) close(tokens.at(-1)?.end ?? 0);
  finish(script);
  return script.statements;
}

/** Whether a closure has just named its parameters: `{ name ->`. */
function isArrow(frame: Frame): boolean {
  const last = frame.current.at(-1);
  return frame.open === '{' && frame.statements.length === 0 && last?.kind === 'mark' && last.text === '-';
}

function continues(frame: Frame, tokens: readonly Token[], index: number): boolean {
  const last = frame.current.at(-1);
  if (!last || (last.kind === 'mark' && UNFINISHED.has(last.text))) return true;
  let next = index + 1;
  while (tokens[next]?.kind === 'line') next += 1;
  const text = tokens[next]?.kind === 'mark' ? tokens[next]?.text : '';
  return text === '.' || text === '?' || text === '{';
}
