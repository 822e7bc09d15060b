import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
  readonly additional_dependencies?: readonly string[];
}

const hooks = parse(readFileSync(`${root}.pre-commit-hooks.yaml`, 'utf8')) as readonly Hook[];
const files = new RegExp((hooks[0]?.files ?? '').replace('(?i)', ''), 'i');

describe('.pre-commit-hooks.yaml', () => {
  it('has a hook that runs from the repository and one for the package', () => {
    expect(hooks.map(({ id, language, pass_filenames }) => [id, language, pass_filenames])).toEqual([
      ['mingshi', 'script', false],
      ['mingshi-npm', 'node', false],
    ]);
    const [script = ''] = (hooks[0]?.entry ?? '').split(' ');
    expect(existsSync(root + script) && (statSync(root + script).mode & 0o111) !== 0).toBe(true);
  });

  it('names the version of the package', () => {
    const { version } = JSON.parse(readFileSync(`${root}packages/mingshi/package.json`, 'utf8')) as { version: string };
    expect(hooks[1]?.additional_dependencies).toEqual([`mingshi@${version}`]);
  });

  it('runs for what a check looks at', () => {
    const looked =
      'AndroidManifest.xml build.gradle app/build.gradle.kts src/Main.kt a/B.java App.vue lib/main.dart pages.json privacy.MD 隐私政策.html privacy.docx a.pdf libs.versions.toml mingshi.yaml entry/src/Index.ets app.config.ts';
    expect(looked.split(' ').filter((path) => !files.test(path))).toEqual([]);
    expect(['logo.png', 'a.ttf', 'LICENSE', '.gitignore', 'x.mp4'].filter((path) => files.test(path))).toEqual([]);
  });

  it('has nothing at the root that an installation of the hook would run', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?(?:install|prepare|pack)$/.test(name))).toEqual([]);
  });
});
