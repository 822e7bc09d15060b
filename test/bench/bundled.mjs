// A small program with parts of the project in it, as one file that node runs.
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Writes the program to `outfile` and returns that; its relative imports begin at `resolveDir`. */
export async function bundled({ contents, resolveDir, outfile, root }) {
  const { build } = createRequire(join(root, 'packages/mingshi/package.json'))('esbuild');
  await build({
    stdin: { contents, resolveDir },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}
