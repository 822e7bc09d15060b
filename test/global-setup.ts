import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Compiles the knowledge and builds the command before any test runs. */
export default function setup(): void {
  for (const script of ['knowledge/scripts/compile.mjs', 'mingshi/scripts/build.mjs']) {
    const path = fileURLToPath(new URL(`../packages/${script}`, import.meta.url));
    if (existsSync(path)) execFileSync(process.execPath, [path], { stdio: 'inherit' });
  }
}
