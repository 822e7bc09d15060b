import type { Token } from './words.ts';

/** Whose: 您的身份, 监护人的身份. */
const WHOSE = '(?:[您其的]|用户|他人|本人|个人|自然人|特定|真实|儿童|监护人)*';

const BEFORE = new RegExp(
  `(?:识别|辨[识别认]|确[定认]|核[实对验]|[验查]证|校验|认证|判断|证明|表明|冒用)[出到了]?${WHOSE}$`,
);
const BEHIND = /^(?:核[验实]|[验认]证|识别|凭证|是否)/;

/** 核实您的身份, 身份认证: of the word 身份, whether it says who somebody is and names no kind of data. */
export function isWhoOneIs(text: string, { start, end }: Pick<Token, 'start' | 'end'>): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - 14), start)) || BEHIND.test(text.slice(end, end + 2));
}

const NAMED = new RegExp(`^[出到]?${WHOSE}身份(?!信息|证|资料|数据|识别信息|的)`);

/** 核实您的身份: of a verb, whether who somebody is gets looked at, and nothing is taken by that. */
export function looksWhoOneIs(text: string, { end }: Token): boolean {
  return NAMED.test(text.slice(end, end + 14));
}
