import { setFlagsFromString } from 'node:v8';

/** Lets the heap grow by half until it is swept again: it may double and more, and a long policy is told in many small things. */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
