import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { mingshi } from './cli-run.ts';

const { stdout: script } = mingshi(['completion', 'bash']);

/** What bash offers after these words, the last of them being written. */
function offered(...words: readonly string[]): readonly string[] {
  const line = words.map((word) => `'${word}'`).join(' ');
  const run = `COMP_WORDS=(mingshi ${line}); COMP_CWORD=${words.length}; _mingshi; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${script}\n${run}`], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

describe('completion', () => {
  it('offers commands, their options, the values of these and the ids of rules', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['check', 'explain', 'completion', '--version']));
    expect(offered('in')).toEqual(['init', 'inventory']);
    expect(offered('check', '--wa')).toEqual(['--watch', '--waive-existing']);
    expect(offered('check', '.', '--format', 'ma')).toEqual(['markdown']);
    expect(offered('inventory', '-f', '')).toContain('xlsx');
    expect(offered('check', '--lang', '')).toEqual(['zh', 'en']);
    expect(offered('check', '--fail-on', 'n')).toEqual(['never']);
    expect(offered('explain', 'undisclosed-p')).toEqual(['undisclosed-permission']);
    expect(offered('check', '--rule', 'undisclosed-s')).toEqual(['undisclosed-sdk']);
  });

  it('leaves files to the shell', () => {
    expect(offered('check', '')).toEqual([]);
    expect(offered('check', '--policy', '')).toEqual([]);
  });

  it('speaks of each option to fish, in the language of the user', () => {
    const fish = mingshi(['completion', 'fish', '--lang', 'zh']).stdout;
    expect(fish).toContain("-l format -s f -x -a 'text json sarif github markdown html' -d '输出格式'");
    expect(fish).toContain("-l policy -s p -r -d '");
    expect(mingshi(['completion', 'zsh']).stdout).toContain('bashcompinit');
  });

  it('names the shells that it knows', () => {
    const { status, stderr } = mingshi(['completion', 'fihs']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'mingshi: no completion for fihs, use bash, zsh, fish; did you mean fish?\n' });
  });
});
