#!/usr/bin/env node
// Builds, then checks an example app in the reader's language: what `pnpm demo` shows.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cli = 'packages/mingshi/dist/cli.js';
const locale =
  process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
const isChinese = /^zh/i.test(locale);
// An example whose policy the reader can read.
const example = isChinese ? 'examples/live-streaming' : 'examples/parcel-buddy';

execFileSync(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url))], { stdio: 'inherit' });
const { status } = spawnSync(process.execPath, [cli, 'check', example], { cwd: root, stdio: 'inherit' });
if (status !== 0 && status !== 1) process.exit(status ?? 2);

console.log(
  isChinese
    ? `\n以上是示例 ${example} 的结果。检查您自己的项目：bin/mingshi check 项目的目录`
    : `\nThat was the example ${example}. To check your own project: bin/mingshi check path/to/project`,
);
