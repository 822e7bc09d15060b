import type { ThirdParty } from '@mingshi/model';
import { matchesOf } from '../../text/matches.ts';
import type { Frame } from './frames.ts';
import { spanOf } from './line.ts';
import type { Line } from './line.ts';
import { startOfParty } from './parties.ts';
import { pattern } from './pattern.ts';
import type { Token } from './words.ts';

/** 由, 使用, 与…合作: what stands before who serves the app. */
const BY = /(?:由|使用|采用|接入|集成|嵌入|内嵌|引入|与|和|委托|托管[在于]|放在)了?\s?$/;
const LATIN = /(?:由|使用|采用|接入|集成|嵌入|内嵌|引入)了?\s?([A-Z][A-Za-z0-9+]{1,20}(?: [A-Z][A-Za-z0-9]{1,15}){0,2})/g;
/** 由某某通讯提供: a name that no list knows. */
const HAN = /由([^，。；：、（）的您我其该]{2,14}?)(?:提供|负责|运营|承担)/g;
const OWN = /第三方|用户|本公司|本平台|本应用|平台$|^公司|系统|人工/;
const SERVES = /^\s?的?[^，。；您]{0,8}(?:提供|生成|承担|负责|开具|下发|运营|完成|服务|SDK|技术|接口|合作|识别|翻译)/i;
/** 发给它, 由其返回, 同步给该服务商: a pronoun that stands for it. */
const THEM = pattern('', String.raw`它|其(?![他它中余次实])|该(?:服务商|公司|平台|机构|企业|单位|服务提供商|供应商|第三方|SDK)|对方|为此|因此需`);

/** AI 回答由某模型生成，你的提问会发给它: who serves the app in one clause gets what the next one gives. */
export function addServers(line: Line, tokens: readonly Token[], frames: readonly Frame[]): void {
  const { text } = line;
  if (!THEM.test(text)) return;
  const told = frames.filter(({ negated, parties, data, at }) => !negated && at >= 0 && parties.length === 0 && data.some(({ generic }) => !generic));
  if (told.length === 0) return;
  const servers = serversOf(text, tokens);
  for (const frame of told) {
    const server = servers.findLast(({ end }) => end <= frame.at);
    if (!server || !THEM.test(text.slice(server.end, frame.at + 14))) continue;
    const { start, end, kind } = server;
    frame.parties.push({ name: text.slice(start, end), kind, span: spanOf(line, start, end) });
  }
}

interface Server {
  readonly start: number;
  readonly end: number;
  readonly kind: ThirdParty['kind'];
}

function serversOf(text: string, tokens: readonly Token[]): Server[] {
  const known = tokens.flatMap((token, i): Server[] => {
    const { party } = token.word;
    const sdk = party === 'known' ? (SDK.exec(text.slice(token.end, token.end + 12))?.[0].length ?? 0) : 0;
    const end = token.end + sdk;
    // 第三方, 合作方: names nobody.
    if (!party || party === 'authority' || party === 'unnamed' || /^合作方?$/.test(text.slice(token.start, token.end)) || !SERVES.test(text.slice(token.end, token.end + 20))) return [];
    let start = startOfParty(text, tokens, i);
    if (text.charAt(start) === '了') start++;
    const by = BY.exec(text.slice(Math.max(0, start - 6), start));
    // 您使用微信登录: what users use serves them.
    if (!by || USERS.test(text.slice(Math.max(0, start - 16), start))) return [];
    return [{ start, end, kind: party === 'known' ? (sdk > 0 ? 'sdk' : 'partner') : party }];
  });
  const latin = matchesOf(LATIN, text)
    .map(({ 0: all, 1: name = '', index }): Server => ({ start: index + all.length - name.length, end: index + all.length, kind: 'partner' }))
    .filter(({ end }) => SERVES.test(text.slice(end, end + 20)));
  const han = matchesOf(HAN, text)
    .map(({ 0: all, 1: name = '', index }): Server => ({ start: index + all.lastIndexOf(name), end: index + all.lastIndexOf(name) + name.length, kind: 'partner' }))
    .filter(({ start, end }) => !OWN.test(text.slice(start, end)) && !known.some((one) => one.start < end && one.end > start));
  return [...known, ...latin, ...han].toSorted((a, b) => a.end - b.end);
}

const SDK = /^[^，。；、的]{0,6}SDK/i;
const USERS = /[您户][^，。；]{0,8}(?:使用|采用|与)了?$/;
