import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli } from './cli-run.ts';
import { git, repository } from './git-run.ts';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** A fenced block of a Markdown text. */
export interface Fence {
  readonly kind: string;
  /** The file that it names after its kind. */
  readonly path: string;
  readonly body: string;
  /** The command in a comment before it, whose output it is. */
  readonly output?: string;
}

const FENCE = /(?:<!-- output: (.+?) -->\n)?^(`{3,})(\S*)(?: (.+))?\n([^]*?)^\2$/gm;

/** The blocks of a text, in order. */
export const fencesOf = (text: string): readonly Fence[] =>
  [...text.matchAll(FENCE)].map(([, output, , kind = '', path = '', body = '']) => ({
    kind,
    path,
    body,
    ...(output !== undefined && { output }),
  }));

/** The text with other output in its blocks, in order. */
export function withOutputs(text: string, outputs: readonly string[]): string {
  let at = 0;
  return text.replaceAll(FENCE, (whole, output: string | undefined, mark: string, kind: string) =>
    output === undefined ? whole : `<!-- output: ${output} -->\n${mark}${kind}\n${outputs[at++] ?? ''}${mark}`,
  );
}

/** The commands of a shell block, each with the exit codes that it may have. */
export function commandsIn(block: string): readonly { readonly command: string; readonly codes: readonly number[] }[] {
  return block
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [command = '', comment = ''] = line.split(/\s+#\s*(.*)$/);
      const stated = /(?:exit code|退出码)\D{0,3}(\d)/.exec(comment)?.[1];
      const may = /^(?:\S*\/)?mingshi check\b/.test(command) ? [0, 1] : [0];
      return { command, codes: stated === undefined ? may : [Number(stated)] };
    });
}

/** What a workflow or a hook's configuration would run. */
export function runsIn(yaml: string): readonly string[] {
  const runs = [...yaml.matchAll(/^\s*(?:- )?run: *(.*)$/gm)].map(([, command = '']) => command);
  if (runs.some((command) => /^[|>]/.test(command))) throw new Error('a run of several lines is not understood here');
  return runs;
}

/** Beginnings of commands that fetch something or want a program that is not here; they are looked at in other ways. */
const ELSEWHERE = [
  'git clone ',
  'npx -y pnpm@10.34.9 ',
  'npm install ',
  'cd packages/mingshi && npm pack ',
  'npx husky init',
  'npx lefthook install',
  'pre-commit install',
  // Waits for changes until it is stopped: cli-watch.test.ts.
  'mingshi check --watch',
];

export const isElsewhere = (command: string): boolean => ELSEWHERE.some((start) => command.startsWith(start));

/** A project to try commands in: an example in a git repository, with the command installed as npm would. */
export interface Stage {
  readonly folder: string;
  readonly put: (path: string, body: string) => void;
  /** Runs a line of shell in it. */
  readonly run: (command: string) => Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
  readonly remove: () => void;
}

/** Sets the stage with a copy of an example. */
export function stageOf(example: string, language: string): Stage {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mingshi-shown-')));
  cpSync(join(root, example), folder, { recursive: true });
  const put = (path: string, body: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  };
  put('.gitignore', 'node_modules/\n');
  repository(folder);
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  const bin = join(folder, 'node_modules/.bin');
  put('node_modules/.bin/mingshi', `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(join(bin, 'mingshi'), 0o755);
  const env = {
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    HOME: folder,
    LANG: language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8',
    COLUMNS: '84',
    MINGSHI_CACHE: 'off',
    npm_config_update_notifier: 'false',
  };
  const run: Stage['run'] = (command) =>
    new Promise((done, fail) => {
      const child = spawn('sh', ['-c', command.replace('/path/to/mingshi/bin/', '')], { cwd: folder, env });
      const said = { stdout: '', stderr: '' };
      for (const stream of ['stdout', 'stderr'] as const)
        child[stream].setEncoding('utf8').on('data', (chunk: string) => (said[stream] += chunk));
      child.on('error', fail);
      child.on('close', (code) => done({ code, ...said }));
    });
  return { folder, put, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The example that a text says it speaks of. */
export const exampleOf = (text: string): string => /<!-- project: (.+?) -->/.exec(text)?.[1] ?? 'examples/live-streaming';

/** The part of an output that a text shows: `check --lang zh (first 16 lines)`. */
export function shownPart(output: string, wanted: string): string {
  const [, which, count] = /\((first|last) (\d+) lines\)$/.exec(wanted) ?? [];
  if (which === undefined) return output;
  const lines = output.trimEnd().split('\n');
  const some = which === 'first' ? [...lines.slice(0, Number(count)), '…'] : ['…', ...lines.slice(-Number(count))];
  return `${some.join('\n')}\n`;
}

/** The command of a shown output. */
export const commandOf = (wanted: string): string => `mingshi ${wanted.replace(/ \((?:first|last) \d+ lines\)$/, '')}`;

/** Reads a file of the repository. */
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
