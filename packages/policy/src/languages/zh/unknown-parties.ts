import type { Frame } from './frames.ts';
import { spanOf } from './line.ts';
import type { Line } from './line.ts';
import { pattern } from './pattern.ts';
import type { Token } from './words.ts';

/** 向某某中心, 与某某学校 right before the verb. */
const BEFORE = /(?:[向给与]|同(?!意)|和(?=[^，。；：、]{0,12}(?:公司|机构|平台|单位|组织|中心|方)$))(?:我们的|相应的?|有关的?|必要的?)?([^，。；：、（）()“”"您我其向给与]{2,24})$/;
/** 提供给某某公司, 上报至某某平台. */
const BEHIND = /^(?:我们的|相应的?|有关的?|必要的?)?([^，。；：、（）()“”"您我其向给与的]{2,24}?)(?=$|[以用](?:便|于)|[，。；：、（）()]|[或和及]|以便|用于|进行|以)/;
/** Places and people of the service itself, users, and words that are no names. */
const OWN = pattern(
  '',
  String.raw`服务器|后台|云端|服务端|客服|员工|工作人员|总部|系统$|数据库|境外|境内|国外|地区|国家|用户|会员|客户|朋友|好友|本人|公众|公开|手机|设备|终端|本地|相册|页面|界面`,
  String.raw`|信息|数据|资料|内容|账[号户]|情况下|前提下|何|这些|此类|以下|下列|上述|以上|方式|形式|目的|范围|其中|期限|如下|实现|提供|外部$|^主体|版本|产品|为|会|将|可|不`,
);

/** 公司 and 平台 may close a name; users and kinds of data are none. */
function isOther({ start, word }: Token, from: number): boolean {
  return (word.data !== undefined && !word.data.weak) || word.actor === 'user' || (word.actor !== undefined && start === from);
}

/** Whether somebody unknown stands where the receiver of what is given stands: 向某某馆提供您的姓名. */
export function isGivenToUnknown(text: string, from: number, verb: Token): boolean {
  const name = BEFORE.exec(text.slice(Math.max(from, verb.start - 30), verb.start))?.[1];
  return name !== undefined && !OWN.test(name) && /^(?:您的|用户的)/.test(text.slice(verb.end, verb.end + 3));
}

/** Names that no list knows, at the place where receivers stand: they receive what a verb passes on. */
export function addUnknownParty(frame: Frame, line: Line, tokens: readonly Token[], from: number, verb: Token): void {
  const before = BEFORE.exec(line.text.slice(Math.max(from, verb.start - 30), verb.start));
  // 转移给某某馆: 给 may stand apart from the verb.
  const gift = verb.end + (/[给至到往予]/.test(line.text.charAt(verb.end)) ? 1 : 0);
  const gives = /[给至到往予]/.test(line.text.charAt(gift - 1));
  const behind = gives && !before ? BEHIND.exec(line.text.slice(gift, gift + 40)) : null;
  const name = before?.[1] ?? behind?.[1];
  if (!name || OWN.test(name)) return;
  const start = before ? verb.start - name.length : gift + (behind as RegExpExecArray)[0].lastIndexOf(name);
  const end = start + name.length;
  if (tokens.some((token) => token.start < end && token.end > start && (isOther(token, start) || token.word.party !== undefined))) return;
  frame.parties.push({ name, kind: 'unnamed', span: spanOf(line, start, end) });
}
