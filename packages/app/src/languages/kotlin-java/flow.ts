import type { Placed } from './code.ts';
import type { Env } from './env.ts';

/** Under which condition what follows is not reached: `true` in any case, `undefined` as far as can be seen in none. */
type Unless = string | true | undefined;

/** How a piece of code ends: `jumps` past the rest of its block, `leaves` the whole function. */
export interface Flow {
  readonly jumps: Unless;
  readonly leaves: Unless;
}

/** The flow of code that is left by nothing but its end. */
export const goesOn: Flow = { jumps: undefined, leaves: undefined };

const LONGEST = 200;
/** A use keeps the outermost conditions and the nearest ones. */
const MOST = 24;
const OUTERMOST = 8;

/** Code as written, without comments and line breaks, cut short. */
export function written({ text }: Pick<Env, 'text'>, { start, end }: Placed): string {
  const piece = text.slice(start, Math.min(end, start + 4 * LONGEST));
  const plain = piece.replace(/\/\*[^]*?\*\/|\/\/[^\n]*(?:\n|$)/g, (found, at: number) => (piece[at - 1] === ':' ? found : ' '));
  const tidy = plain.replace(/\s+/g, ' ').trim();
  return tidy.length > LONGEST ? `${tidy.slice(0, LONGEST)}…` : tidy;
}

/** The opposite of a condition. */
export function not(condition: string): string {
  return `!(${condition})`;
}

/** A place that is reached under one more condition. */
export function under(env: Env, condition: string): Env {
  const all = [...env.conditions, condition];
  return { ...env, conditions: all.length > MOST ? [...all.slice(0, OUTERMOST), ...all.slice(OUTERMOST + 1)] : all };
}

/** What follows a piece that ends so. */
export function after(env: Env, { jumps }: Flow): Env {
  return typeof jumps === 'string' ? under(env, negated(jumps)) : env;
}

/** `!(a)` of a, and a of `!(a)` as it was made here. */
function negated(condition: string): string {
  return /^!\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(condition) ? condition.slice(2, -1) : not(condition);
}

/** Either way out. */
function either(a: Unless, b: Unless): Unless {
  if (a === true || b === true) return true;
  return a === undefined ? b : b === undefined || a === b ? a : cut(`${a} || ${b}`);
}

/** A way out that is only met under a condition. */
export function when(condition: string, way: Unless): Unless {
  if (way === true) return condition;
  return way === undefined ? undefined : cut(`${condition} && ${way}`);
}

/** Two pieces of which one runs. */
export function fork(condition: string, met: Flow, unmet: Flow): Flow {
  const join = (a: Unless, b: Unless): Unless =>
    a === true && b === true ? true : either(when(condition, a), when(negated(condition), b));
  return { jumps: join(met.jumps, unmet.jumps), leaves: join(met.leaves, unmet.leaves) };
}

/** Two pieces that both run: a way out of either counts. */
export function both(a: Flow, b: Flow): Flow {
  return { jumps: either(a.jumps, b.jumps), leaves: either(a.leaves, b.leaves) };
}

/** Code that may run or not: its sure ways out are no longer sure. */
export function maybe({ leaves }: Flow): Flow {
  const way = leaves === true ? undefined : leaves;
  return { jumps: way, leaves: way };
}

function cut(condition: string): string {
  return condition.length > 2 * LONGEST ? `${condition.slice(0, 2 * LONGEST)}…` : condition;
}
