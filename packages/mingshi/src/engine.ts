import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import type { Stage } from './comparison.ts';

const FLAGS = [
  // The grammars of Kotlin and Java run for a moment only: to optimise their machine code takes longer than it saves.
  '--no-wasm-tier-up',
  '--no-wasm-dynamic-tiering',
  // The heap grows by half until it is swept again. It may double and more, and a long policy is told in many small things.
  '--heap-growing-percent=50',
];

/**
 * How long code runs before it is optimised; usually 135168. Little code goes over all the files of an app: it has to be fast soon.
 * A policy is read by much code of which most runs a little. Node 22 knows no such flag.
 */
const BUDGETS: Partial<Record<Stage, number>> = { app: 67_584, policy: 405_504 };

/** Readies the engine for a short run. A flag that it does not know would be told on standard error. */
export function readyEngine(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}

/** Readies it for what comes next. */
export function readyFor(stage: Stage): void {
  const budget = BUDGETS[stage];
  if (budget && Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString(`--interrupt-budget=${budget}`);
}

/** Policies beyond this many bytes are read with an eye on memory. */
const LONG = 4 * 1024 * 1024;

/** Room for what was made last, in bytes, both halves of it: enough for what a stretch of a policy is taken apart into. */
const YOUNG = 16 * 1024 * 1024;

/** Before a policy of so many bytes is read: a long one is swept sooner, and little room is kept for what was made last. */
export function sweepSoon(bytes: number): void {
  if (bytes <= LONG) return;
  setFlagsFromString('--heap-growing-percent=10');
  // No flag bounds that room in a running engine. It grows by a factor when enough has outlasted a sweep: once, and then no more.
  const size = youngSize();
  if (size < YOUNG) setFlagsFromString(`--semi-space-growth-factor=${Math.round(YOUNG / size)}`);
  for (const kept: number[][] = []; youngSize() < YOUNG && kept.length < MOST_KEPT; ) {
    kept.push(Array.from<number>({ length: 4096 }).fill(0));
  }
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Arrays of 32 KB: by then every engine has seen that it needs more room. */
const MOST_KEPT = 256;

function youngSize(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? YOUNG;
}
