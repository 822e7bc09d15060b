import type { Frame } from './frames.ts';
import { spanOf } from './line.ts';
import { pattern } from './pattern.ts';
import type { Reading } from './reading.ts';
import type { Token } from './words.ts';

const DEED = '(?:处理|收集|获取|存储|保存|保管|分析|统计|加工|核验|核实|核对|验证|使用|接收)';

/** Who is entrusted, and with what: 湖南某某公司处理, 合作伙伴对您的信息进行分析. */
const ENTRUSTED = pattern(
  '',
  String.raw`^(?:了|我们的|相应的?|专业的?)*`,
  String.raw`([^，。；：、（）()“”"您我]{1,30}?(?:公司|集团|机构|中心|平台|[商方者]|伙伴|企业|单位|银行|医院|学校))`,
  String.raw`(?:来|代为?|协助|进行|负责|为我们|替我们)*`,
  String.raw`(?:对(?=您|用户|上述|该|这些|相关)|${DEED}(?:[、和及与或]+${DEED})*)`,
);

const DOES = new RegExp(`^(?:来|代为?|协助|进行|负责|为我们|替我们)*${DEED}`);

/** 委托阿里云存储: a name that is known needs no 公司 behind it. */
function knownIn(rest: string, end: number): readonly [string, string] | undefined {
  const deed = DOES.exec(rest.slice(end));
  return deed ? [rest.slice(0, end) + deed[0], rest.slice(0, end)] : undefined;
}

/** 委托某某公司处理您的手机号: who is entrusted with data receives them; the deed is theirs, and opens no statement of its own. */
export function entrust(now: Reading, verb: Token, frame: Frame): void {
  const { text, clause, read } = now;
  if (text.slice(verb.start, verb.end) !== '委托') return;
  const rest = text.slice(verb.end, Math.min(clause.end, verb.end + 60));
  const named = read.tokens.find(({ start, word }) => start >= verb.end && start - verb.end <= 2 && word.party !== undefined);
  const found = ENTRUSTED.exec(rest) ?? (named && knownIn(rest, named.end - verb.end));
  const [all, name] = found ?? [];
  if (!all || !name) return;
  const start = verb.end + all.indexOf(name);
  const end = start + name.length;
  const known = read.tokens.findLast((token) => token.start >= start && token.end <= end && token.word.party !== undefined);
  const party = known?.word.party;
  const kind = party === undefined || party === 'known' ? 'partner' : party;
  frame.parties.push({ name, kind, span: spanOf(read.line, start, end) });
  // What they collect for the app, the app collects.
  if (/收集|获取/.test(all.slice(all.indexOf(name) + name.length))) frame.actions.push('collect');
  now.skipTo = verb.end + all.length;
  now.verbEnd = now.skipTo;
}
