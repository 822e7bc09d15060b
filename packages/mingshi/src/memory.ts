import { setFlagsFromString } from 'node:v8';

/** Policies beyond this many bytes are read with an eye on memory; with others the heap's own way is the quicker one. */
const LONG = 4 * 1024 * 1024;

/**
 * Before policies are read, of so many bytes if that is known: lets the heap grow by half until it is swept again, and for
 * a long one by a fifth, and sweeps what was made last while it is little. It may double and more, and a long policy is
 * told in many small things.
 */
export function growSlowly(bytes?: number): void {
  if (bytes === undefined) setFlagsFromString('--heap-growing-percent=50');
  else if (bytes > LONG) {
    setFlagsFromString('--heap-growing-percent=50');
    setFlagsFromString('--semi-space-growth-factor=1');
  }
  // A policy is read by much code that each runs a little: optimizing it at the usual point costs more than it saves.
  setFlagsFromString('--interrupt-budget=405504');
}
