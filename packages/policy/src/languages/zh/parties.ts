import type { Token } from './words.ts';

/** Where the name of a party begins: the words before its head that belong to it (物流 in 物流服务提供商). */
export function startOfParty(text: string, tokens: readonly Token[], index: number): number {
  const token = tokens[index] as Token;
  const least = Math.max(0, token.start - 8, tokens[index - 1]?.word.data || tokens[index - 1]?.word.not ? 0 : (tokens[index - 1]?.end ?? 0));
  let start = token.start;
  while (start > least && /[\u4e00-\u9fffA-Za-z0-9+]/.test(text.charAt(start - 1)) && !/[与向给由和及同对将把的会您等或为是让至到之被请在以从于经除]/.test(text.charAt(start - 1))) start--;
  return start;
}
