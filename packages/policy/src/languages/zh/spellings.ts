const SPELLINGS: readonly (readonly [string, string])[] = [
  ['存储', '储存'],
  ['通讯录', '通信录'],
  ['剪贴板', '剪切板'],
];

/** A word and the other ways of writing it: 储存空间 is 存储空间. */
export function spellingsOf(word: string): string[] {
  return [word, ...SPELLINGS.flatMap(([usual, other]) => (word.includes(usual) ? [word.replace(usual, other)] : []))];
}
