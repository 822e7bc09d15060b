// How fast source code is checked, beside reading the same bytes and running the prefilter over them; and what odd files cost.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from './bundled.mjs';
import { manySources, oddSources } from './generate-code.mjs';

const FILES = 4000;
const BYTES = 12e6;
/** Of few runs the least still depends on luck. */
const ROUNDS = 15;

/** One row for the tree, with the ratio that the project holds itself to (3 or less), and one for files that nobody wrote. */
export async function codeRows({ folder, root, measure, mingshi, row }) {
  const check = (project) => mingshi(['check', project, '--format', 'json', '--fail-on', 'never'], 1);
  const single = write(join(folder, 'no-code'), manySources(1, 3000));
  const project = write(join(folder, 'code'), manySources(FILES, BYTES));
  const scan = await bundledScan(folder, root);
  const [bare, read, empty, full] = leastOf(ROUNDS, [
    () => measure([scan, single], 1),
    () => measure([scan, project], 1),
    () => check(single),
    () => check(project),
  ]);
  const [reading, checking] = [read.ms - bare.ms, full.ms - empty.ms];
  const ratio = (checking / reading).toFixed(2);
  row(`${FILES} source files of 12 MB, read and prefiltered`, `${reading.toFixed(0)} ms beyond one file`);
  row('  checked', `${checking.toFixed(0)} ms beyond one file: x${ratio} (at most 3), peak ${full.mb.toFixed(0)} MB`);
  for (const [what, files] of oddSources()) {
    const name = `odd-${what.replaceAll(/\W+/g, '-')}`;
    const { ms, mb } = check(write(join(folder, name), [...manySources(1, 3000), ...files]));
    row(`  with ${what}`, `+${(ms - empty.ms).toFixed(0)} ms, peak ${mb.toFixed(0)} MB`);
  }
}

/** The least time and the most memory of each, measured in turns: a machine is faster at one minute than at another. */
function leastOf(rounds, runs) {
  const results = runs.map(() => ({ ms: Infinity, mb: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    runs.forEach((run, index) => {
      const { ms, mb } = run();
      results[index] = { ms: Math.min(results[index].ms, ms), mb: Math.max(results[index].mb, mb) };
    });
  }
  return results;
}

function write(project, files) {
  for (const [path, body] of files) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), body);
  }
  return project;
}

/** Reads every source file below a folder and asks the prefilter, with nothing behind it. */
async function bundledScan(folder, root) {
  const source = (path) => JSON.stringify(pathToFileURL(join(root, path)).pathname);
  const contents = `import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from ${source('packages/knowledge/src/index.ts')};
import { prefilter } from ${source('packages/app/src/code/prefilter.ts')};
import { sourceTerms } from ${source('packages/app/src/code/terms.ts')};
const hits = prefilter(sourceTerms(loadKnowledge(${JSON.stringify(join(root, 'packages/mingshi/dist/knowledge/'))}), 'jvm'));
let found = 0;
for (const entry of readdirSync(process.argv[2], { recursive: true })) {
  if (/\\.(?:kt|java)$/.test(entry)) found += hits(readFileSync(join(process.argv[2], entry))).length;
}
console.log(found);`;
  return bundled({ contents, resolveDir: join(root, 'packages/mingshi'), outfile: join(folder, 'scan.mjs'), root });
}
