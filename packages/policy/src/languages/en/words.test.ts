import { describe, expect, it } from 'vitest';
import { inflect } from './inflection.ts';
import { longestAt, phrasesOf, resumeAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { stemOf, tokensOf } from './tokens.ts';

const words = (text: string): string[] => tokensOf(text).map((token) => token.text);

describe('tokens', () => {
  it('join e-mail and Wi-Fi and part other hyphens', () => {
    expect(words('E-mail, Wi-Fi and third-party data')).toEqual([
      'email',
      ',',
      'wifi',
      'and',
      'third',
      'party',
      'data',
    ]);
  });
  it('keep permission names whole and part contractions', () => {
    expect(words("We'll ask for android.permission.CAMERA.")).toEqual([
      'we',
      'll',
      'ask',
      'for',
      'android.permission.camera',
      '.',
    ]);
  });
  it('stand where they stood', () => {
    const text = 'Your e-mail (optional)';
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Your',
      'e-mail',
      '(',
      'optional',
      ')',
    ]);
  });
});

describe('stems', () => {
  it.each([
    ['addresses', 'address'],
    ['categories', 'category'],
    ['user’s', 'user'],
    ['licence', 'license'],
    ['behaviour', 'behavior'],
    ['status', 'status'],
    ['SMS', 'sms'],
    ['IDs', 'id'],
    ['emails', 'email'],
  ])('%s is %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});

describe('verb forms', () => {
  it.each([
    ['store', ['store', 'stores', 'storing', 'stored']],
    ['keep', ['keep', 'keeps', 'keeping', 'kept']],
    ['submit', ['submit', 'submits', 'submitting', 'submitted']],
    ['modify', ['modify', 'modifies', 'modifying', 'modified']],
    ['access', ['access', 'accesses', 'accessing', 'accessed']],
    ['get', ['get', 'gets', 'getting', 'got', 'gotten']],
    ['gather', ['gather', 'gathers', 'gathering', 'gathered']],
    ['log', ['log', 'logs', 'logging', 'logged']],
    ['upload', ['upload', 'uploads', 'uploading', 'uploaded']],
  ])('of %s', (base, forms) => {
    expect([...inflect(base).keys()]).toEqual(forms);
  });
});

describe('phrases', () => {
  const phrases = phrasesOf([
    ['version of operating system', 1],
    ['contacts', 2],
    ['internet protocol address', 3],
    ['home address', 4],
  ]);
  const at = (text: string): number | undefined => longestAt(phrases, tokensOf(text), 0)?.value;

  it('pass over articles and abbreviations in brackets', () => {
    expect(at('versions of your operating system')).toBe(1);
    expect(at('Internet Protocol (“IP”) address')).toBe(3);
  });
  it('mean a word given in the plural in the plural only', () => {
    expect(at('contacts')).toBe(2);
    expect(at('contact')).toBeUndefined();
  });
  it('go on behind words that stand between', () => {
    const tokens = tokensOf('home and work address');
    expect(resumeAt(phrases, tokens[0] as Token, tokens, 3)?.value).toBe(4);
  });
});
