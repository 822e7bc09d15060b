import type { Knowledge } from '@mingshi/knowledge';
import type { DataMention, PolicyDocument, SdkMention } from '@mingshi/model';
import { dataIn } from './data.ts';
import type { Entry } from './entries.ts';
import type { Columns } from '../document/columns.ts';
import { fieldOf, isEmpty, LINK, type Role } from './labels.ts';
import type { NameFinder } from './names.ts';

/** What an entry tells of its SDK. */
export interface Told {
  readonly tells: SdkMention['tells'];
  readonly data: readonly DataMention[];
}

/** Reads an entry: by the header or label of each part, and where there is none by what it says. */
export function toldIn(
  entry: Entry,
  document: PolicyDocument,
  index: number,
  knowledge: Knowledge,
  { namesIn, columns }: { readonly namesIn: NameFinder; readonly columns: Columns },
): Told {
  const asked: number[] = [];
  const told = { data: false, purpose: false, link: false };
  for (const number of entry.blocks) {
    const { text, table } = document.blocks[number] ?? { text: '' };
    const field = table ? undefined : fieldOf(text, columns);
    const value = field ? text.slice(field.start) : text;
    const role: Role = (table ? entry.roles.get(number) : field?.role) ?? 'other';
    if (isEmpty(value)) continue;
    if (role === 'data' || role === 'purpose' || role === 'link') told[role] = true;
    if (role === 'link') continue;
    if (role !== 'company' && role !== 'purpose') asked.push(number);
    const rest = withoutNames(value, namesIn);
    told.link ||= LINK.test(value);
    told.purpose ||= (role === 'other' || role === 'name' || role === 'data') && PURPOSE.test(rest);
    told.data ||= TAKES_NONE.test(rest);
  }
  const data = dataIn(document, index, asked, knowledge);
  told.data ||= data.some(({ generic }) => !generic);
  return { tells: told, data };
}

const PURPOSE =
  /用于|用来|用以|目的|用途|为了|以便|旨在|实现|帮助|完成|支持|功能|场景|提供[^，。；]{0,16}(?:服务|能力|体验)|进行|以[^，。；]{2,20}|统计|推送|(?:发送|接收|下发|播放)(?!(?:您|用户|个人|设备))|扫码|导航|排查|监测|分析|登录|支付|分享|展示|\bto (?!third)[a-z]+|\bfor\b|purpose|\bwhich (?:help|let|show)|analytics|crash|advertis|notification/i;
const TAKES_NONE = /(?:不|未|无|没有)(?:会|需)?(?:收集|采集|获取|涉及)|\b(?:does|do|will) not collect\b|\bcollects? no\b/i;

/** 极光推送 alone tells no purpose. */
function withoutNames(text: string, namesIn: NameFinder): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of namesIn(text)) {
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from);
}
