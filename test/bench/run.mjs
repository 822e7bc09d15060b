// Speed and memory of the built command, beside bare node and a bare keyword search. Prints one table; asserts nothing.
//   pnpm bench            all figures (a few minutes)
//   pnpm bench --quick    fewer runs
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeRows } from './code.mjs';
import { longPolicy, manyModules } from './generate.mjs';
import { hookRows } from './hook.mjs';
import { readingRows } from './reading.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'packages/mingshi/dist/cli.js');
const runs = process.argv.includes('--quick') ? 3 : 9;
const folder = mkdtempSync(join(tmpdir(), 'mingshi-bench-'));
const wrapper = `process.on('exit',()=>process.stderr.write('\\nmaxrss '+process.resourceUsage().maxRSS+'\\n'));
process.argv.splice(1,0,${JSON.stringify(cli)});await import(${JSON.stringify(new URL(`file://${cli}`).href)})`;

/** Least wall time in ms and the peak memory in MB over several runs. */
function measure(argv, times = runs) {
  let best = Infinity;
  let memory = 0;
  for (let run = 0; run < times; run += 1) {
    const start = process.hrtime.bigint();
    const child = spawnSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 1 << 30 });
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
    if (child.status === 2 || child.status === null) throw new Error(child.stderr || child.error?.message);
    memory = Math.max(memory, Number(/maxrss (\d+)/.exec(child.stderr)?.[1] ?? 0) / 1024);
  }
  return { ms: best, mb: memory };
}
const mingshi = (args, times) => measure(['--input-type=module', '-e', wrapper, ...args], times);
const row = (what, figure) => process.stdout.write(`${what.padEnd(54)} ${figure}\n`);
const ms = (value) => `${value.toFixed(0).padStart(7)} ms`;

try {
  const bare = measure(['-e', '0']).ms;
  row('bare node', ms(bare));
  row('mingshi --version, added', ms(measure([cli, '--version']).ms - bare));
  for (const example of ['live-streaming', 'hospital', 'compliant']) {
    const small = measure([cli, 'check', join(root, 'examples', example), '--lang', 'en', '--fail-on', 'never']);
    row(`mingshi check examples/${example}, added`, ms(small.ms - bare));
  }

  hookRows({ folder, root, cli, runs, bare, row });

  await readingRows({ folder, root, measure, mingshi, row });

  await codeRows({ folder, root, measure, mingshi, row });

  for (const count of [500, 2000]) {
    const project = join(folder, `modules-${count}`);
    mkdirSync(project);
    manyModules(project, count, (path, body) => {
      mkdirSync(join(project, path, '..'), { recursive: true });
      writeFileSync(join(project, path), body);
    });
    writeFileSync(join(project, 'privacy-policy.txt'), longPolicy('txt', 1e6));
    const { ms: took, mb } = mingshi(['check', project, '--format', 'json', '--fail-on', 'never'], 2);
    row(`check, ${count} library manifests and a 1 MB policy`, `${ms(took)}, peak ${mb.toFixed(0)} MB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
