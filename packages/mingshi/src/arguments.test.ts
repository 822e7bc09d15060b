import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';
import { languageOf, wantedLanguage } from './language.ts';

const parse = (line: string) => parseArguments(line.split(' ').filter((word) => word !== ''));

describe('the command line', () => {
  it('is understood in any order', () => {
    expect(parse('check app --policy a.md -p b.md --format=json --fail-on warning')).toMatchObject({
      command: 'check',
      operands: ['app'],
      options: { policy: ['a.md', 'b.md'], format: ['json'], 'fail-on': ['warning'] },
    });
    expect(parse('--lang zh check')).toMatchObject({ command: 'check', operands: [], options: { lang: ['zh'] } });
    expect(parse('explain CSL 41')).toMatchObject({ command: 'explain', operands: ['CSL', '41'] });
    expect(parse('check check')).toMatchObject({ command: 'check', operands: ['check'] });
    expect(parse('check --lang zh --lang en').options['lang']).toEqual(['en']);
    expect(parse('check -- -odd')).toMatchObject({ operands: ['-odd'] });
    expect(parse('')).toMatchObject({ operands: [], help: false });
    expect(parse('policy --help')).toMatchObject({ command: 'policy', help: true });
  });

  it.each([
    ['chekc .', 'unknown command chekc; did you mean check?'],
    ['../app', 'unknown command ../app; to check a folder, write mingshi check ../app'],
    ['frobnicate', 'unknown command frobnicate; mingshi --help lists them'],
    ['check --polcy x', 'unknown option --polcy; did you mean --policy?'],
    ['check --frobnicate', 'unknown option --frobnicate; see mingshi check --help'],
    ['check --constructor', 'unknown option --constructor; see mingshi check --help'],
    ['rules --policy x', 'unknown option --policy; see mingshi rules --help'],
    ['check --format jsno', '--format knows no jsno, use text, json, sarif, github, markdown, html; did you mean json?'],
    ['check --policy', '--policy needs a value: FILE'],
    ['check --help=x', '--help takes no value'],
    ['check a b', 'unexpected argument b; usage: mingshi check [DIR] [options]'],
    ['policy', 'usage: mingshi policy FILE'],
    ['--nonsense', 'unknown option --nonsense; see mingshi --help'],
  ])('%j is answered with the nearest known', (line, expected) => {
    expect(() => parse(line)).toThrow(expected);
  });
});

describe('the language', () => {
  it('is the wanted one, else the locale', () => {
    expect(languageOf('zh', { LC_ALL: 'en_US.UTF-8' })).toBe('zh');
    expect(languageOf(undefined, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US' })).toBe('zh');
    expect(languageOf(undefined, { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' })).toBe('zh');
    expect(languageOf(undefined, { LANG: 'C.UTF-8' })).toBe('en');
    expect(languageOf('klingon', { LANG: 'zh_CN' })).toBe('zh');
  });

  it('is known even when the arguments are wrong', () => {
    expect([wantedLanguage(['--nonsense', '--lang', 'zh']), wantedLanguage(['--lang=en']), wantedLanguage([])]).toEqual(
      ['zh', 'en', undefined],
    );
  });
});
