import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderFiles } from './files.ts';

const made: string[] = [];

function folder(contents: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'mingshi-files-'));
  made.push(root);
  for (const [path, body] of Object.entries(contents)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), body);
  }
  return root;
}

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

describe('the files of a folder', () => {
  it('are sorted, without build output, dependencies and what git ignores', () => {
    const root = folder({
      '.gitignore': 'secret.txt\n/gen/\n*.log\n',
      'app/.gitignore': '!kept.log\n',
      'app/kept.log': '',
      'app/lost.log': '',
      'gen/x.md': '',
      'app/gen/y.md': '',
      'secret.txt': '',
      'b.md': '',
      'a.md': '',
      'app/build/outputs/x.txt': '',
      'node_modules/p/PRIVACY.md': '',
      '.git/config': '',
      'app/src/main/assets/dist/privacy.html': '',
    });
    expect(folderFiles(root).list()).toEqual([
      '.gitignore',
      'a.md',
      'app/.gitignore',
      'app/gen/y.md',
      'app/kept.log',
      'app/src/main/assets/dist/privacy.html',
      'b.md',
    ]);
  });

  it('honour the ignores above the checked folder up to the git root, never those further up', () => {
    const root = folder({
      '.gitignore': '*.md\n',
      'repo/.gitignore': 'android/drafts/\n',
      'repo/android/drafts/a.txt': '',
      'repo/android/b.md': '',
    });
    expect(folderFiles(join(root, 'repo/android'), { gitRoot: join(root, 'repo') }).list()).toEqual(['b.md']);
  });

  it('can be asked for build output by name', () => {
    const root = folder({ 'app/build/outputs/logs/merger.txt': 'x', 'app/build/other/y': '' });
    const files = folderFiles(root);
    expect(files.list('app/build/outputs/logs')).toEqual(['app/build/outputs/logs/merger.txt']);
    expect(files.list('nowhere')).toEqual([]);
    expect(files.exists('app/build/outputs/logs/merger.txt')).toBe(true);
    expect(files.size('app/build/outputs/logs/merger.txt')).toBe(1);
  });

  it('never leave the folder: not by a link, not by dots', () => {
    const outside = folder({ 'secret.md': 'a secret', 'deep/more.md': '' });
    const root = folder({ 'real.md': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'PRIVACY.md'));
    symlinkSync(join(outside, 'deep'), join(root, 'deep'));
    symlinkSync(root, join(root, 'loop'));
    symlinkSync(join(root, 'real.md'), join(root, 'alias.md'));
    symlinkSync(join(root, 'nowhere'), join(root, 'dangling'));
    const files = folderFiles(root);
    expect(files.list()).toEqual(['alias.md', 'real.md']);
    for (const path of ['PRIVACY.md', 'deep/more.md', '../secret.md', join(outside, 'secret.md'), 'dangling']) {
      expect({ path, exists: files.exists(path) }).toEqual({ path, exists: false });
      expect(() => files.read(path)).toThrow(`no such file: ${path}`);
    }
    expect(files.list('deep')).toEqual([]);
    expect(files.list('..')).toEqual([]);
  });

  it('include what the user named outside, and only that', () => {
    const outside = folder({ 'policy.md': 'text', 'other.md': '' });
    const root = folder({ 'a.md': '' });
    const named = `../${outside.split('/').at(-1)}/policy.md`;
    const files = folderFiles(root, { outside: new Set([named]) });
    expect(new TextDecoder().decode(files.read(named))).toBe('text');
    expect(files.exists(named.replace('policy', 'other'))).toBe(false);
  });

  it('may have odd names, and may vanish', () => {
    const root = folder({ 'a\nb.md': '', '$(rm).md': '', '-rf': '', '政策 ①.md': '', '#x?%.md': '' });
    const files = folderFiles(root);
    expect(files.list()).toHaveLength(5);
    rmSync(join(root, '-rf'));
    expect(files.exists('-rf')).toBe(false);
    expect(() => folderFiles(root).read('-rf')).toThrow('no such file');
    writeFileSync(Buffer.concat([Buffer.from(`${root}/bad`), Buffer.from([0xff])]), 'x');
    const again = folderFiles(root);
    expect(again.list()).toHaveLength(4);
    expect(again.unread()).toEqual([{ what: 'odd-name', file: 'bad\ufffd' }]);
  });
});
