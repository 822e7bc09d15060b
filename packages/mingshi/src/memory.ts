import { setFlagsFromString } from 'node:v8';

/** Policies beyond this many bytes are read with an eye on memory; with others the heap's own way is the quicker one. */
const LONG = 4 * 1024 * 1024;

/**
 * Before policies are read, of so many bytes if that is known: lets the heap grow by half until it is swept again, and for
 * a long one sweeps what was made last while it is little. It may double and more, and a long policy is told in many small things.
 */
export function growSlowly(bytes?: number): void {
  if (bytes === undefined || bytes > LONG) setFlagsFromString('--heap-growing-percent=50');
  if (bytes !== undefined && bytes > LONG) setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Before policies are read: lets code run three times as long as usual before it is optimized. A policy is read by much
 * code of which most runs a little, and optimizing that took up to half of the time of the processor.
 */
export function optimizeLater(): void {
  setFlagsFromString('--interrupt-budget=405504');
}
