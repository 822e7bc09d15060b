import type { Arguments } from '../arguments.ts';
import type { ReadOptions } from '../comparison.ts';

/** Where app and policy are, as every command that looks at a project is told. */
export function readOptionsOf({ operands, options }: Arguments): ReadOptions {
  return {
    directory: operands[0] ?? '.',
    policy: options['policy'],
    manifest: options['manifest'],
    config: options['config']?.[0],
    category: options['category']?.[0],
  };
}
