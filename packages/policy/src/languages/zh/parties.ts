import type { ThirdParty } from '@mingshi/model';
import { spanOf } from './line.ts';
import type { Line } from './line.ts';
import type { Frame } from './frames.ts';
import type { Token } from './words.ts';

const WORD = /[\u4e00-\u9fffA-Za-z0-9+]/;
const BOUNDARY = /[与向和给由及同对将把的会您等或为是让至到之被请在以从于经除用]/;

/** Where the name of a party begins: the words before its head that belong to it (物流 in 物流服务提供商). */
export function startOfParty(text: string, tokens: readonly Token[], index: number): number {
  const token = tokens[index] as Token;
  const before = tokens[index - 1];
  const isPart = !before || before.word.data || before.word.not || before.word.party || before.word.verb === 'other' || before.word.verb === 'use';
  const least = Math.max(0, token.start - 10, isPart ? 0 : before.end);
  let start = token.start;
  const isSdk = token.word.party === 'sdk';
  while (start > least) {
    const char = text.charAt(start - 1);
    const joined = isSdk && /[\s·.【】-]/.test(char) && start - 1 > least;
    if (!joined && (!WORD.test(char) || BOUNDARY.test(char))) break;
    start--;
  }
  while (start < token.start && /[\s·.】-]/.test(text.charAt(start))) start++;
  return start + (/^(?:包括|例如|比如|诸如|如|述|要求|督促|部署|授权(?=第三方))/.exec(text.slice(start, token.start))?.[0].length ?? 0);
}

const ADDRESS = /(?:^|[^参])(?:[向给]|与|和|同|提供给|至)(?:我们的?)?/g;

/** Adds the parties that a statement names; what stands between 向 and the last of them belongs to them. */
export function addParties(
  frame: Frame,
  line: Line,
  tokens: readonly Token[],
  parties: readonly Token[],
  from: number,
): void {
  const named = parties.filter((token) => token.word.party);
  let owner: Token | undefined;
  named.forEach((token, i) => {
    // 小橘的关联公司: the name before 的 belongs to whom it describes.
    const next = named[i + 1];
    if (token.word.party === 'known' && next && next.start - token.end === 1 && line.text.charAt(token.end) === '的') {
      owner = token;
      return;
    }
    let start = owner?.start ?? startOfParty(line.text, tokens, tokens.indexOf(token));
    owner = undefined;
    if (i === 0) start = Math.min(start, startOfAddress(line.text, from, token.start));
    const { party } = token.word;
    const kind: ThirdParty['kind'] = party === 'known' || party === undefined ? 'partner' : party;
    frame.parties.push({ name: line.text.slice(start, token.end), kind, span: spanOf(line, start, token.end) });
  });
}

/** 支持我们功能的供应商, 为我们提供技术支持的机构: what they do for the service. */
const FOR_US = /^(?:支持|代表|协助|帮助|委托|为)我们(?=[^，。；]{0,14}的$)/;

/** 提供广告、分析服务的合作伙伴: all that follows 与 up to the party describes it. */
function startOfAddress(text: string, from: number, party: number): number {
  const before = text.slice(Math.max(from, party - 24), party);
  let best = party;
  for (const match of before.matchAll(ADDRESS)) best = party - before.length + match.index + match[0].length;
  const between = text.slice(best, party);
  return /[，。；：（）()]|您|我们|信息|数据|资料|将|会|共享|披露|转让/.test(between.replace(FOR_US, '')) ? party : best;
}
