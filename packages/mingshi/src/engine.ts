import { setFlagsFromString } from 'node:v8';

const FLAGS = [
  // The grammars of Kotlin and Java run for a moment only: to optimise their machine code takes longer than it saves.
  '--no-wasm-tier-up',
  '--no-wasm-dynamic-tiering',
  // The heap grows by half until it is swept again. It may double and more, and a long policy is told in many small things.
  '--heap-growing-percent=50',
];

/** Much of the code runs a little: it runs three times as long as usual before it is optimised. Node 22 knows no such flag. */
const FLAG_BEFORE_22 = '--interrupt-budget=405504';

/** Readies the engine for a short run. A flag that it does not know would be told on standard error. */
export function readyEngine(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
  if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString(FLAG_BEFORE_22);
}

/** Policies beyond this many bytes are read with an eye on memory. */
const LONG = 4 * 1024 * 1024;

/** Before a policy of so many bytes is read: for a long one, sweeps what was made last while it is little. */
export function sweepSoon(bytes: number): void {
  if (bytes > LONG) setFlagsFromString('--semi-space-growth-factor=1');
}
