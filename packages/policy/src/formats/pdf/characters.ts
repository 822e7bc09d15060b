/** Signs for radicals that some programs write in place of the characters they look like. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺟': '母',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

/** The text of a piece as it is meant: radicals as characters, ligatures as letters, nothing that takes no room. */
export function readable(text: string): string {
  return text
    .replaceAll(/[\u2e80-\u2fdf\ufb00-\ufb06]/g, (char) => RADICALS[char] ?? char.normalize('NFKC'))
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(/[\p{Cc}\u200b\ufeff]/gu, '');
}

/** How much of a text is signs that mean nothing, as the font does not say which characters they are; from 0 to 1. */
export function garbled(text: string): number {
  const seen = text.replaceAll(/\s/g, '');
  const odd = seen.match(/\ufffd|\p{Cc}|\p{Co}|\p{Cn}/gu)?.length ?? 0;
  return seen === '' ? 0 : odd / seen.length;
}
