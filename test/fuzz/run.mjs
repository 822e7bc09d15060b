// Damaged projects through the whole check: no crash, no hang, no unbounded memory; every input is read or refused with a reason.
//   pnpm fuzz                         one minute from a fixed seed
//   pnpm fuzz --seconds 600 --seed 7  longer, from another seed
//   pnpm fuzz --only 12345            one project again, with the stack
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } },
});
const HANG = 20_000;
const MEMORY = 1500;
const child = fileURLToPath(new URL('child.mjs', import.meta.url));
// A child that is killed leaves the project it was at.
const folder = mkdtempSync(join(tmpdir(), 'mingshi-fuzz-'));
const end = Date.now() + Number(values.seconds) * 1000;
const failures = [];
let done = 0;
let peak = 0;
let seed = Number(values.only ?? values.seed);

/** Runs projects from `seed` on in one process until time is up or one fails; a failing one ends the process. */
function round() {
  return new Promise((resolve) => {
    const worker = fork(child, [folder, String(seed), values.only ? '1' : '0'], { execArgv: ['--max-old-space-size=1024'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let stderr = '';
    let watch;
    const arm = () => {
      clearTimeout(watch);
      watch = setTimeout(() => {
        failures.push(`seed ${seed}: no answer in ${HANG / 1000} s`);
        worker.kill('SIGKILL');
      }, HANG);
    };
    worker.stderr.on('data', (data) => (stderr += data));
    worker.on('message', (message) => {
      arm();
      if (message.failure) failures.push(`seed ${message.seed}: ${message.failure}`);
      if (message.done) {
        done += 1;
        peak = Math.max(peak, message.rss);
        if (message.rss > MEMORY) failures.push(`seed ${message.seed}: ${message.rss.toFixed(0)} MB`);
      }
      seed = message.seed + (message.done ? 1 : 0);
      if (Date.now() > end || failures.length > 4) worker.kill();
    });
    worker.on('exit', (code, signal) => {
      clearTimeout(watch);
      if (code) failures.push(`seed ${seed}: the process died (${code}) ${stderr.slice(-600)}`);
      if (code || signal === 'SIGKILL') seed += 1;
      resolve();
    });
    arm();
  });
}

do await round();
while (!values.only && Date.now() < end && failures.length <= 4);
rmSync(folder, { recursive: true, force: true });

for (const failure of failures) process.stdout.write(`${failure}\n`);
process.stdout.write(`fuzz: ${done} damaged projects, ${failures.length} failures, peak ${peak.toFixed(0)} MB\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
