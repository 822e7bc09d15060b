import type { Range } from './asides.ts';
import type { Clause } from './clauses.ts';
import type { Reading } from './reading.ts';
import type { Token } from './words.ts';

/** 将无法使用扫码功能: what goes without a permission tells what it is for. */
const LOST = /(?:无法|不能(?!不)|收不到|用不了|不可用|影响|受限|[需要能][^，。；]{0,4}(?:手动|自行))[^，。；]{0,40}/;
/** 无法继续收集, 与该权限对应的功能: nothing is told of what it would be for. */
const NOTHING =
  /继续(?:收集|获取|处理|使用您)|再(?:收集|获取)|对应|相应|(?:该|此|上述|相关|部分|某些|这些)(?:类|项|等)?(?:权限|功能|服务|信息|业务)|撤[回销]|不(?:会)?影响|正常使用(?:本|我们)|完整|体验/;
const IF = /^[^，。；]{0,12}(?:如果?|若|一旦|当|拒绝|[未不](?:授权|授予|开启|同意|允许|获得))/;

/** What users lose who refuse in this clause, for they are told that it is asked for, and what for. */
export function lostBy(text: string, clause: Clause): Range | undefined {
  if (!IF.test(text.slice(clause.start, clause.end))) return undefined;
  const rest = text.slice(clause.end, clause.end + 80);
  const lost = LOST.exec(rest);
  if (!lost || NOTHING.test(rest.slice(0, lost.index + lost[0].length))) return undefined;
  const start = clause.end + lost.index;
  return { start, end: start + lost[0].length };
}

const REFUSES = /不(?:同意|允许|授权|希望|愿)|拒绝/;

/** 如您不同意我们访问通话记录，我们将无法标记号码: it is read of those who do agree. */
export function isMissed({ text, clause }: Reading, token: Token): boolean {
  return REFUSES.test(text.slice(clause.start, token.start)) && lostBy(text, clause) !== undefined;
}

const LEFT = /(?:您|用户)(?:可以?|有权|能够?|随时|也|还|亦|自行|直接){1,4}(?:拒绝|阻止|禁止|反对|限制)(?:我[们方司行]|本|平台|公司|应用|软件)[^，。；]{0,10}$/;

/** 您可以拒绝我们收集位置: what users may forbid is told where it is done. */
export function isForbidden({ text, clause }: Reading, { start }: Token): boolean {
  return LEFT.test(text.slice(Math.max(clause.start, start - 32), start));
}
