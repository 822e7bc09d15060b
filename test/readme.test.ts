import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSource } from '../packages/mingshi/src/docs/index.ts';
import { rulesIndex, rulesOverview } from '../packages/mingshi/src/docs/rules-index.ts';
import { rules } from '../packages/rules/src/index.ts';
import { mingshi } from './cli-run.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const block = /<!-- output: (.+?) -->\n```text\n([\s\S]*?)```\n<!-- \/output -->/g;

/** UPDATE_README=1 writes what the command prints today, and the index of the rules. */
const update = process.env['UPDATE_README'] !== undefined;

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  const path = `${root}${name}`;

  it('shows what the command prints', () => {
    const text = readFileSync(path, 'utf8');
    const today = text.replace(block, (_, command: string) => {
      const { stdout } = mingshi(command.split(' '), { cwd: root, env: { COLUMNS: '100' } });
      return `<!-- output: ${command} -->\n\`\`\`text\n${stdout}\`\`\`\n<!-- /output -->`;
    });
    if (update) writeFileSync(path, today);
    expect(readFileSync(path, 'utf8')).toBe(today);
  });

  it('names every rule', () => {
    const text = readFileSync(path, 'utf8');
    expect(rules.map(({ id }) => id).filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });

  it('tells the two commands that do everything', () => {
    const scripts = Object.keys((JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: object }).scripts);
    for (const [, script] of readFileSync(path, 'utf8').matchAll(/npx -y pnpm@10\.34\.9 (?:run )?(\w+)/g)) {
      expect(scripts).toContain(script);
    }
  });

  it('shows commands that the tool has', () => {
    const help = mingshi(['--help', '--lang', 'en'], { cwd: root }).stdout;
    const shell = [...readFileSync(path, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines]) => lines).join('');
    const commands = [...shell.matchAll(/^(?:\S*\/)?mingshi (\w+)/gm)].map(([, command]) => command);
    expect(commands).toContain('check');
    for (const command of commands) expect(help).toContain(command);
  });
});

const source = readSource({ version: '', guides: `${root}packages/mingshi/docs`, rules: `${root}packages/rules/src` });

describe('the index of the rules', () => {
  it('is made of the rules and their pages', () => {
    const path = 'packages/rules/README.md';
    if (update) writeFileSync(root + path, rulesIndex(source));
    expect(readFileSync(root + path, 'utf8')).toBe(rulesIndex(source));
  });

  it.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const)('stands in short in %s', (path, language) => {
    const today = readFileSync(root + path, 'utf8').replace(
      /(<!-- rules -->\n)[^]*?(<!-- \/rules -->)/,
      (_, before: string, after: string) => `${before}${rulesOverview(source.groups, language)}\n${after}`,
    );
    expect(today).toContain('<!-- rules -->');
    if (update) writeFileSync(root + path, today);
    expect(readFileSync(root + path, 'utf8')).toBe(today);
  });
});
