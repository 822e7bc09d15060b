#!/usr/bin/env node
import { once } from 'node:events';
import { parseArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import type { Outcome, Run } from './commands/outcome.ts';
import { readyEngine } from './engine.ts';
import { languageOf, wantedLanguage } from './language.ts';
import { printable } from './text/printable.ts';
import { linesOf, UserError } from './user-error.ts';
import { version } from './version.ts';

const argv = process.argv.slice(2);
const language = languageOf(wantedLanguage(argv), process.env);

readyEngine();

// A reader that has seen enough (head, less) closes the pipe: that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    // A full disk: half an answer is none.
    const why = { zh: '写不了输出', en: 'cannot write the output' }[language];
    if (stream === process.stdout) process.stderr.write(`mingshi: ${why}: ${error.message}\n`);
    process.exit(2);
  });
}

try {
  refuseLostFolder();
  const { text, code } = await answer(parseArguments(argv));
  process.exitCode = code;
  await print(text);
} catch (error) {
  process.exitCode = 2;
  if (error instanceof UserError)
    process.stderr.write(
      linesOf(error, language)
        .map((line) => `mingshi: ${line}\n`)
        .join(''),
    );
  else process.stderr.write(`${bugReport(error)}\n`);
}

async function answer(given: Arguments): Promise<Outcome> {
  if (given.version) return { text: `${version}\n`, code: 0 };
  if (given.help || given.command === undefined) {
    const { helpText } = await import('./help.ts');
    return { text: helpText(language, given.command), code: given.help || argv.length === 0 ? 0 : 2 };
  }
  const run = await commandOf(given.command);
  return run(given, { language, env: process.env, stdout: process.stdout, stderr: process.stderr });
}

/** The folder that the command runs in may have been removed. */
function refuseLostFolder(): void {
  try {
    process.cwd();
  } catch {
    throw new UserError({ zh: '当前文件夹已经不在了', en: 'the current folder no longer exists' });
  }
}

/** A long answer goes out piece by piece, each when the reader has taken the one before. */
async function print(text: string | Iterable<Uint8Array>): Promise<void> {
  for (const piece of typeof text === 'string' ? [text] : text) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
}

/** Each command is loaded when it is asked for: `--version` must not wait for the parsers. */
async function commandOf(name: string): Promise<Run> {
  if (name === 'check') return (await import('./commands/check.ts')).run;
  if (name === 'policy') return (await import('./commands/policy.ts')).run;
  if (name === 'init') return (await import('./commands/init.ts')).run;
  if (name === 'inventory') return (await import('./commands/inventory.ts')).run;
  if (name === 'draft') return (await import('./commands/draft.ts')).run;
  if (name === 'explain') return (await import('./commands/explain.ts')).run;
  if (name === 'completion') return (await import('./commands/completion.ts')).run;
  return (await import('./commands/rules.ts')).run;
}

/** Not the user's mistake: everything needed to report it. */
function bugReport(error: unknown): string {
  const ours = {
    zh: '内部出错，请把下面的内容报告给我们',
    en: 'failed by a fault of its own; please report what follows',
  }[language];
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [`mingshi: ${ours}`, ...stack.split('\n').map(printable)].join('\n');
}
