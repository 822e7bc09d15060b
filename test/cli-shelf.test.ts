import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, folder, manifest, mingshi, weather } from './cli-run.ts';
import { git, put, repository } from './git-run.ts';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const shelves: string[] = [];
afterAll(() => {
  cleanUp();
  for (const shelf of shelves.splice(0)) rmSync(shelf, { recursive: true, force: true });
});

function newShelf(): string {
  const shelf = mkdtempSync(join(tmpdir(), 'mingshi-shelf-'));
  shelves.push(shelf);
  return shelf;
}

/** What a check of what is staged says, with a shelf or without. */
const staged = (cwd: string, shelf: string): string => {
  const answer = mingshi(['check', '--staged', '--since', 'HEAD', '--format', 'json'], { cwd, env: { MINGSHI_CACHE: shelf } });
  expect(answer.stderr).toBe('');
  return answer.stdout;
};

describe('readings kept between runs', () => {
  it.each(readdirSync(examples))('change no answer: %s', (name) => {
    const root = folder({});
    cpSync(join(examples, name), root, { recursive: true });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    const shelf = newShelf();
    const plain = staged(root, 'off');
    expect(JSON.parse(plain)).toMatchObject({ since: { older: 0, unchanged: false } });
    expect([staged(root, shelf), staged(root, shelf)]).toEqual([plain, plain]);
    expect(readdirSync(shelf).length).toBeGreaterThan(0);
  });

  it('are made anew for what has changed, whatever is on the shelf', () => {
    const root = repository(weather());
    const shelf = newShelf();
    const path = 'app/src/main/AndroidManifest.xml';
    const answers = ['CAMERA', 'SEND_SMS', 'CAMERA'].map((name) => {
      put(root, path, manifest('ACCESS_FINE_LOCATION', name));
      git(root, 'add', '-A');
      const answer = staged(root, shelf);
      expect(answer).toBe(staged(root, 'off'));
      return answer;
    });
    expect(answers[0]).not.toBe(answers[1]);
    expect(answers[0]).toBe(answers[2]);
    put(root, '隐私政策.md', '# 隐私政策\n\n我们使用相机权限扫描快递单号。\n');
    git(root, 'add', '-A');
    expect(staged(root, shelf)).toBe(staged(root, 'off'));
    expect(staged(root, shelf)).not.toBe(answers[0]);
  });

  it('are nothing that a damaged file could spoil', () => {
    const root = repository(weather());
    put(root, 'app/src/main/AndroidManifest.xml', manifest('CAMERA'));
    git(root, 'add', '-A');
    const shelf = newShelf();
    const plain = staged(root, shelf);
    for (const name of readdirSync(shelf)) {
      const whole = readFileSync(join(shelf, name), 'utf8');
      writeFileSync(join(shelf, name), whole.slice(0, -whole.length / 8));
    }
    expect(staged(root, shelf)).toBe(plain);
  });

  it('are kept by no check of the work tree, and nowhere in the project', () => {
    const root = repository(weather());
    const shelf = newShelf();
    mingshi(['check'], { cwd: root, env: { MINGSHI_CACHE: shelf } });
    expect(readdirSync(shelf)).toEqual([]);
    put(root, 'app/src/main/AndroidManifest.xml', manifest('CAMERA'));
    git(root, 'add', '-A');
    staged(root, shelf);
    expect(git(root, 'status', '--porcelain', '--ignored')).toBe('M  app/src/main/AndroidManifest.xml\n');
  });
});
