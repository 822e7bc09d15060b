/** Ways of writing or saying one thing, and the usual one, as long: a reader of policies meets only the usual. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['你', '您'],
  ['帐', '账'],
  ['搜集', '收集'],
  ['采集', '收集'],
  ['储存', '存储'],
  ['登陆', '登录'],
  ['登入', '登录'],
  ['其它', '其他'],
  ['通信录', '通讯录'],
  ['通迅录', '通讯录'],
  ['剪切板', '剪贴板'],
  ['倘若', '如果'],
  ['假如', '如果'],
];
const USUAL = new Map(SPELLINGS);
const OTHER = new RegExp(SPELLINGS.map(([other]) => other).join('|'));
const OTHERS = new RegExp(OTHER, 'g');

/** A Chinese text in its usual spelling, unit for unit: 储存你的帐号 is 存储您的账号. */
export function usualSpelling(text: string): string {
  return OTHER.test(text) ? text.replaceAll(OTHERS, (other) => USUAL.get(other) ?? other) : text;
}
