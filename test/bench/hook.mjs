// How long the pre-commit hook takes for a change of one line in a manifest.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const GROUP = ['CONTACTS', 'CALENDAR', 'SMS', 'CALL_LOG', 'PHONE_NUMBERS', 'PHONE_STATE', 'MEDIA_AUDIO', 'MEDIA_IMAGES', 'MEDIA_VIDEO'];

/** One row an example: the least time beyond bare node, with nothing kept from before and with what other commits have left. */
export function hookRows({ folder, root, cli, runs, bare, row }) {
  for (const example of ['live-streaming', 'hospital', 'push-after-consent', 'compliant']) {
    const project = mkdtempSync(join(folder, 'hook-'));
    cpSync(join(root, 'examples', example), project, { recursive: true });
    const git = (...args) => {
      const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], { cwd: project, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return stdout;
    };
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '--no-verify', '-m', 'begin');
    const manifest = join(project, git('ls-files', '*AndroidManifest.xml').split('\n')[0]);
    const before = readFileSync(manifest, 'utf8');
    const shelf = join(project, '.git', 'shelf');
    const hook = (kept) => {
      const start = process.hrtime.bigint();
      const env = { ...process.env, MINGSHI_CACHE: kept };
      const child = spawnSync(process.execPath, [cli, 'check', '--staged', '--since', 'HEAD'], { cwd: project, env, encoding: 'utf8' });
      if (child.status === 2 || child.status === null) throw new Error(child.stderr || child.error?.message);
      return Number(process.hrtime.bigint() - start) / 1e6 - bare;
    };
    const first = [];
    const later = [];
    for (let run = 0; run <= runs; run += 1) {
      // Never the same change twice.
      const line = `<uses-permission android:name="android.permission.READ_${GROUP[run % GROUP.length]}" android:maxSdkVersion="${30 + run}" />`;
      writeFileSync(manifest, before.replace('<application', `${line}\n    <application`));
      git('add', '-A');
      if (run > 0) first.push(hook('off'));
      const took = hook(shelf);
      if (run > 0) later.push(took);
    }
    row(`hook, examples/${example}, added`, `${least(later)}; with nothing kept ${least(first)}`);
  }
}

const least = (times) => `${Math.min(...times).toFixed(0).padStart(5)} ms`;
