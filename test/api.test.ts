import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanUp, cli, folder, weather } from './cli-run.ts';
import { exampleOf, fencesOf, read, root, withOutputs } from './shown-commands.ts';

const declared = readFileSync(join(dirname(cli), 'index.d.ts'), 'utf8');

/** A project of somebody else, with the package in it as `npm pack` makes it. */
let consumer = '';

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: consumer, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

beforeAll(() => {
  consumer = folder({
    'package.json': '{ "name": "consumer", "private": true, "type": "module" }\n',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        module: 'nodenext',
        lib: ['es2023', 'dom'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      },
    }),
  });
  const quiet = ['--silent', '--no-audit', '--no-fund', '--offline', '--ignore-scripts'];
  const tarball = run('npm', 'pack', ...quiet, join(root, 'packages/mingshi')).trim().split('\n').at(-1) ?? '';
  run('npm', 'install', ...quiet, join(consumer, tarball));
}, 120_000);

afterAll(cleanUp);

const typecheck = (): string => run(join(root, 'node_modules/.bin/tsc'), '-p', '.');

describe('the package, installed elsewhere without a network', () => {
  it('needs no other package', () => {
    expect(existsSync(join(consumer, 'node_modules/mingshi/dist/index.d.ts'))).toBe(true);
    expect(run('npm', 'ls', '--all', '--parseable').trim().split('\n')).toHaveLength(2);
    expect(declared).not.toMatch(/@mingshi|from '|import\(/);
  });

  it('is typed for a program that checks, shows and lists, and works in it', () => {
    const app = weather();
    writeFileSync(
      join(consumer, 'use.ts'),
      `import { check, format, formats, inventory, rules, UserError, version } from 'mingshi';
import type { Finding, Format, Report, SharedRow } from 'mingshi';

const report: Report = await check({ directory: process.argv[2] ?? '.', today: '2026-11-22' });
const worst: readonly Finding[] = report.findings.filter(({ severity }) => severity === 'error');
const text: Format = await formats.text();
const shared: readonly SharedRow[] = (await inventory({ directory: process.argv[2] ?? '.' })).inventory.shared;
const known = new Set(rules.map(({ id }) => id));
const mistake = await check({ directory: '/no/such/folder' }).catch((error: unknown) => error);
// @ts-expect-error a report is not changed
report.findings = [];
// @ts-expect-error no such format
await format(report, 'pdf').catch((error: unknown) => console.log(error instanceof UserError));
console.log(JSON.stringify({
  errors: worst.map(({ rule, about, at }) => [rule, about, at.path, at.start.line]),
  known: worst.every(({ rule }) => known.has(rule)),
  sarif: JSON.parse(await format(report, 'sarif')).version,
  zh: (await format(report, 'markdown', { language: 'zh' })).includes('短信'),
  shared: shared.length,
  text: text(report, { language: 'en', width: 60, colour: false, drawing: false, prefix: '' }).includes('SEND_SMS'),
  mistake: mistake instanceof UserError && mistake.texts[0]?.zh,
  version,
}));
declare const process: { readonly argv: readonly string[] };
`,
    );
    typecheck();
    const source = readFileSync(join(consumer, 'use.ts'), 'utf8');
    writeFileSync(join(consumer, 'use.mjs'), plainJavaScript(source));
    const [unknownFormat, told = ''] = run(process.execPath, 'use.mjs', app).trim().split('\n');
    expect(unknownFormat).toBe('true');
    expect(JSON.parse(told)).toEqual({
      errors: [['undisclosed-permission', 'android.permission.SEND_SMS', 'app/src/main/AndroidManifest.xml', 3]],
      known: true,
      sarif: '2.1.0',
      zh: true,
      shared: 0,
      text: true,
      mistake: '找不到文件夹 /no/such/folder',
      version: (JSON.parse(readFileSync(join(root, 'packages/mingshi/package.json'), 'utf8')) as { version: string }).version,
    });
  });

  it('has examples in its docstrings that are right', () => {
    const examples = [...declared.matchAll(/ \* @example\n((?: \* .*\n)+?) \*\//g)].map(([, lines = '']) =>
      lines.replaceAll(/^ \* /gm, '  '),
    );
    expect(examples.length).toBeGreaterThan(4);
    const body = examples.map((example) => `export async function _(error: unknown) {\n${example}}\n`);
    writeFileSync(
      join(consumer, 'examples.ts'),
      `import { check, format, inventory, rules, UserError } from 'mingshi';\n${body.map((each, index) => each.replace('_', `_${index}`)).join('')}`,
    );
    typecheck();
  });
});

describe.each(['packages/mingshi/docs/zh/api.md', 'packages/mingshi/docs/en/api.md', 'packages/mingshi/README.md'])('%s', (path) => {
  it('shows programs that are typed and print what is said', () => {
    const text = read(path);
    const fences = fencesOf(text);
    const programs = fences.flatMap(({ kind, body }, index) => (kind === 'js' ? [{ body, index }] : []));
    expect(programs.length).toBeGreaterThan(0);
    const printed = new Map(programs.map(({ body, index }) => [index, runIn(exampleOf(text), body)]));
    for (const [index, { body }] of programs.entries()) writeFileSync(join(consumer, `shown-${index}.mts`), body);
    typecheck();
    const outputs = fences.flatMap(({ output }, index) => (output === 'above' ? [printed.get(index - 1) ?? ''] : []));
    const today = withOutputs(text, outputs);
    if (process.env['UPDATE_README'] !== undefined) writeFileSync(join(root, path), today);
    expect(read(path)).toBe(today);
  });
});

/** Runs a program in a copy of an example that has the package. */
function runIn(example: string, program: string): string {
  const project = folder({ 'program.mjs': program });
  cpSync(join(root, example), project, { recursive: true });
  symlinkSync(join(consumer, 'node_modules'), join(project, 'node_modules'));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: project, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).not.toBe('');
  return stdout;
}

describe('the declarations', () => {
  it('declare what the package exports, and a docstring for each', () => {
    const exported = [...readFileSync(join(root, 'packages/mingshi/src/index.ts'), 'utf8').matchAll(/\{([^}]*)\}/g)]
      .flatMap(([, names = '']) => names.split(','))
      .map((name) => name.trim().replace(/^.* as /, ''))
      .filter((name) => name !== '');
    const named = /^export (?:declare )?(?:interface|type|class|const|function) (\w+)/gm;
    const names = [...declared.matchAll(named)].map(([, name]) => name);
    expect(exported.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect([...declared.matchAll(/(?<!\*\/\n)^export /gm)]).toEqual([]);
  });
});

/** The program without its types. */
function plainJavaScript(source: string): string {
  return source
    .replaceAll(/^import type .*\n|^declare .*\n/gm, '')
    .replaceAll(/^(const \w+): [^=]+ =/gm, '$1 =')
    .replaceAll('(error: unknown)', '(error)')
    .replace('report.findings = [];\n', '');
}
