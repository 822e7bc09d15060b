import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, site } from '../packages/mingshi/src/docs/index.ts';
import { itemStates, policyStates } from '../packages/mingshi/src/formats/html/words.ts';
import { git } from './git-run.ts';
import {
  commandOf,
  commandsIn,
  exampleOf,
  fencesOf,
  isElsewhere,
  read,
  root,
  runsIn,
  shownPart,
  stageOf,
  withOutputs,
} from './shown-commands.ts';
import type { Fence, Stage } from './shown-commands.ts';

const docs = 'packages/mingshi/docs';
const names = readdirSync(join(root, docs, 'zh')).map((name) => name.replace('.md', ''));
const guides = ['zh', 'en'].flatMap((language) => names.map((name): readonly [string, string] => [language, `${docs}/${language}/${name}.md`]));
const readmes: readonly (readonly [string, string])[] = [
  ['en', 'README.md'],
  ['zh', 'README.zh-CN.md'],
  ['en', 'packages/mingshi/README.md'],
];

/** UPDATE_README=1 writes what the commands print today. */
const update = process.env['UPDATE_README'] !== undefined;

const source = readSource({
  version: '0.0.0',
  guides: join(root, docs),
  rules: join(root, 'packages/rules/src'),
});

describe('every command that is shown', () => {
  it.concurrent.each([...guides, ...readmes])(
    'in %s, %s does what is said of it',
    async (language, path) => {
      const text = read(path);
      const stage = stageOf(exampleOf(text), language);
      try {
        // What the READMEs show is told from the top of the repository, by readme.test.ts.
        const blocks = fencesOf(text).filter(({ output }) => output === undefined || path.startsWith(docs));
        const { wrong, outputs } = await perform(blocks, stage);
        expect(wrong).toEqual([]);
        if (!path.startsWith(docs)) return;
        const today = withOutputs(text, outputs);
        if (update) writeFileSync(join(root, path), today);
        expect(read(path)).toBe(today);
      } finally {
        stage.remove();
      }
    },
    240_000,
  );

  it('is one of many', () => {
    const shell = guides.flatMap(([, path]) => fencesOf(read(path)).filter(({ kind }) => kind === 'sh'));
    expect(shell.flatMap(({ body }) => commandsIn(body)).length).toBeGreaterThan(40);
  });

  it('that runs elsewhere is a script of the repository or named in a guide for what it does', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const path of [...guides, ...readmes].map(([, each]) => each).concat('CONTRIBUTING.md')) {
      for (const [, script = ''] of read(path).matchAll(/npx -y pnpm@10\.34\.9 (?:run )?([\w:-]+)/g)) expect(scripts, path).toHaveProperty([script]);
    }
  });
});

/** Plays a text's blocks in order: files are put in place, commands run, outputs compared. */
async function perform(
  blocks: readonly Fence[],
  stage: Stage,
): Promise<{ readonly wrong: readonly string[]; readonly outputs: readonly string[] }> {
  const wrong: string[] = [];
  const outputs: string[] = [];
  const attempt = async (command: string, codes: readonly number[]): Promise<string> => {
    if (isElsewhere(command)) return '';
    const { code, stdout, stderr } = await stage.run(command);
    if (code === null || !codes.includes(code)) wrong.push(`${command}: exit code ${code}, not ${codes.join(' or ')}\n${stderr}`);
    return stdout;
  };
  for (const { kind, path, body, output } of blocks) {
    if (output === 'above') outputs.push(body);
    else if (output !== undefined) outputs.push(shownPart(await attempt(commandOf(output), [0, 1]), output));
    if (path !== '') stage.put(path, body);
    if (kind === 'sh') for (const { command, codes } of commandsIn(body)) await attempt(command, codes);
    if (kind === 'yaml') for (const command of runsIn(body)) await attempt(command, [0]);
  }
  return { wrong, outputs };
}

describe.each(['zh', 'en'])('the hooks of the guide in %s', (language) => {
  const fences = fencesOf(read(`${docs}/${language}/pre-commit.md`));
  const block = (path: string): string => fences.find((each) => each.path === path)?.body ?? '';
  const [, ofLintStaged = ''] = /'([^']*mingshi[^']*)'/.exec(block('lint-staged.config.mjs')) ?? [];
  const hooks = [block('.husky/pre-commit').trim(), runsIn(block('lefthook.yml'))[0] ?? '', ofLintStaged];

  it('tell what is staged, and not what only the working copy has', async () => {
    expect(hooks.every((command) => /mingshi check --staged/.test(command))).toBe(true);
    const stage = stageOf('examples/parcel-buddy', 'en');
    const manifest = 'app/src/main/AndroidManifest.xml';
    const original = read(`examples/parcel-buddy/${manifest}`);
    const asking = (name: string): string =>
      original.replace('<application', `<uses-permission android:name="android.permission.${name}" />\n    <application`);
    try {
      for (const command of hooks) {
        stage.put(manifest, asking('READ_CALENDAR'));
        git(stage.folder, 'add', '-A');
        stage.put(manifest, asking('BODY_SENSORS'));
        const stopped = await stage.run(command);
        expect(stopped, command).toMatchObject({ code: 1, stdout: expect.stringContaining('READ_CALENDAR') });
        expect(stopped.stdout).not.toMatch(/BODY_SENSORS|READ_SMS/);
        stage.put(manifest, original);
        git(stage.folder, 'add', '-A');
        stage.put(manifest, asking('BODY_SENSORS'));
        expect(await stage.run(command), command).toMatchObject({ code: 0 });
      }
    } finally {
      stage.remove();
    }
  });
});

/** Titles, blocks, tables and lists of a text, in order. */
function shapeOf(path: string): readonly string[] {
  const text = read(path).replaceAll(/^```[^]*?^```$/gm, (block) => block.split('\n')[0] ?? '');
  return [...text.matchAll(/^(?:#+(?= )|```\w*|\|---|\d+\.(?= )|- )/gm)].map(([mark]) => mark);
}

describe('the two languages', () => {
  it.each([...names.map((name) => [`${docs}/zh/${name}.md`, `${docs}/en/${name}.md`] as const), ['README.zh-CN.md', 'README.md'] as const])(
    '%s and %s have the same parts',
    (zh, en) => {
      expect(shapeOf(zh)).toEqual(shapeOf(en));
    },
  );

  it.each(['zh', 'en'] as const)('explain in %s every state that the report page shows', (language) => {
    const guide = read(`${docs}/${language}/reader.md`);
    const states = [...Object.values(policyStates), ...Object.values(itemStates)].map(({ name }) => name[language]);
    expect(states.filter((state) => !guide.includes(`| ${state} |`))).toEqual([]);
  });
});

describe('links between files', () => {
  const texts = [...guides, ...readmes].map(([, path]) => path).concat('CONTRIBUTING.md', 'packages/rules/README.md');

  it.each(texts)('of %s lead somewhere', (path) => {
    const words = read(path).replaceAll(/^```[^]*?^```$/gm, '');
    const targets = [...words.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target).filter((target) => !/^(?:https?:|#)/.test(target));
    const lost = targets.filter((target) => !existsSync(join(root, dirname(path), target.replace(/#.*/, ''))));
    expect(lost).toEqual([]);
  });
});

describe('the site', () => {
  const files = site({ ...source, said: () => undefined });
  const pages = [...files].filter(([path]) => path.endsWith('.html'));

  it('has the same pages in both languages, one for each rule and guide', () => {
    const [zh, en] = ['zh/', 'en/'].map((folder) =>
      [...files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(3)),
    );
    expect(zh).toEqual(en);
    const rules = source.groups.flatMap((group) => group.rules.map(({ id }) => `rules/${id}.html`));
    expect(en).toEqual(expect.arrayContaining([...rules, ...names.map((name) => `guides/${name}.html`)]));
  });

  it('has links that lead somewhere, and names where they lead', () => {
    const lost: string[] = [];
    for (const [path, text] of pages) {
      for (const [, href = ''] of text.matchAll(/ href="([^"]*)"/g)) {
        if (/^https?:/.test(href)) continue;
        const [file = '', id] = href.split('#');
        const target = file === '' ? path : normalize(join(dirname(path), decodeURI(file)));
        const found = files.get(target);
        if (found === undefined || (id !== undefined && !found.includes(`id="${decodeURI(id)}"`))) lost.push(`${path}: ${href}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it.each(pages.map(([path, text]) => [path, text] as const))('%s asks for nothing, acts not, and is in order', (path, text) => {
    const tags = [...text.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag);
    expect(tags.filter((tag) => /^<(?:script|img|iframe)|\s(?:src|style|on\w+)=/.test(tag))).toEqual([]);
    expect(tags).toContain(`<html lang="${path.startsWith('zh/') ? 'zh-CN' : 'en'}">`);
    const levels = [...text.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows on a rule’s page its words, law under both numbers, cases and examples', () => {
    const page = files.get('zh/rules/undisclosed-permission.html') ?? '';
    for (const words of ['申请的权限没有告知', '第四十三条第一款（2026 年前为第四十一条第一款）', '北碚', 'SEND_SMS', '什么时候不报'])
      expect(page).toContain(words);
    expect(files.get('en/rules/undisclosed-permission.html')).toContain('Article 43(1) (before 2026: Article 41(1))');
  });
});
