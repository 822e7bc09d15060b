import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import type { Stage } from './comparison.ts';

const FLAGS = [
  // The grammars of Kotlin and Java run for a moment only: to optimise their machine code takes longer than it saves.
  '--no-wasm-tier-up',
  '--no-wasm-dynamic-tiering',
  // The heap grows by half until it is swept again. It may double and more, and a long policy is told in many small things.
  '--heap-growing-percent=50',
];

/** How long code runs before it is optimised; usually 135168. Much code that runs a little is better left as it is. */
const BUDGETS: Partial<Record<Stage, number>> = { app: 67_584, policy: 405_504 };

/** Policies beyond this many bytes are long: all the code of a grammar runs over them often. */
const LONG = 256 * 1024;
/** Beyond this they are read with an eye on memory. */
const VERY_LONG = 4 * 1024 * 1024;

/** Readies the engine for a short run. A flag that it does not know would be told on standard error. */
export function readyEngine(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}

/** Readies it for what comes next; for a policy it matters how long that is, in bytes. */
export function readyFor(stage: Stage, bytes = 0): void {
  const budget = stage === 'policy' && bytes > LONG ? BUDGETS.app : BUDGETS[stage];
  if (budget) optimiseAfter(budget);
  if (stage === 'policy' && bytes > VERY_LONG) sweepSoon();
}

/** Node 22 knows no such flag. */
function optimiseAfter(budget: number): void {
  if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString(`--interrupt-budget=${budget}`);
}

/** Room for what was made last, in bytes, both halves of it: enough for what a stretch of a policy is taken apart into. */
const YOUNG = 16 * 1024 * 1024;

/** Has the heap swept sooner, and little room kept for what was made last. */
function sweepSoon(): void {
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
