import { describe, expect, it } from 'vitest';
import { HEAD, NAMED_IN_TEXT, scanCode, TAIL, TEXT, WIDTH } from './scan-code.ts';

/** The tokens in words: `.x` behind a dot, `'x` in a string, `$x` in a template. */
function tokensOf(text: string, language: 'kotlin' | 'java' = 'kotlin'): string[] {
  const { data, length } = scanCode(text, language);
  const found: string[] = [];
  for (let token = 0; token < length; token += WIDTH) {
    const [kind = 0, start, end] = data.subarray(token, token + WIDTH);
    const sign = ({ [HEAD]: '', [TAIL]: '.', [TEXT]: "'", [NAMED_IN_TEXT]: '$' } as Record<number, string>)[kind];
    found.push(sign === undefined ? String.fromCharCode(kind) : sign + text.slice(start, end));
  }
  return found;
}

describe('code', () => {
  it.each([
    ['names and signs', 'a.b(c) { d?.e; f::g }', ['a', '.b', '(', 'c', ')', '{', 'd', '.e', ';', 'f', '.g', '}']],
    ['ranges', '1..n', ['1', 'n']],
    ['comments', 'a // b {\n/* c } */ d', ['a', 'd']],
    ['strings', '"a b" + \'c\'', ["'a", "'b", "'c"]],
    ['escapes', '"a\\"b" c', ["'a", "'b", 'c']],
    ['raw strings', '"""a "b" """" c', ["'a", "'b", 'c']],
    ['templates', '"a $b ${c { d }} e" f', ["'a", '$b', 'c', '{', 'd', '}', "'e", 'f']],
    ['strings that are not closed', '"a\nb', ["'a", 'b']],
    ['other letters', 'val 名 = 1', ['val', '名', '=', '1']],
    ['the very end', 'a"$', ['a']],
  ])('is told by its tokens: %s', (_, text, expected) => {
    expect(tokensOf(text)).toEqual(expected);
  });

  it('of Java knows no templates', () => {
    expect(tokensOf('"$a ${b}"', 'java')).toEqual(["'$a", "'$", "'b"]);
  });
});
