import type { Block, PolicyDocument, SectionKind } from '@mingshi/model';
import type { Columns } from '../document/columns.ts';
import { isShort, type Entry } from './entries.ts';
import { fieldOf, titleOf, type Role } from './labels.ts';
import type { NameHit } from './names.ts';

/** What names are looked for in. */
interface Text {
  readonly document: PolicyDocument;
  /** What each section is. */
  readonly kinds: readonly SectionKind[];
  readonly columns: Columns;
}

/** Whether a name in a block stands in a list of SDKs, or is told as one who gets data; not in passing. */
export function isListed({ start, end }: NameHit, number: number, entry: Entry, { document, kinds, columns }: Text): boolean {
  const block = document.blocks[number] as Block;
  const kind = kinds[block.section] ?? 'other';
  const home = kind === 'sdk-list' || kind === 'sharing' || document.part === 'sdk-list';
  const { text } = block;
  if (block.table) return isListedCell(block, entry.roles.get(number), entry, home);
  const title = titleOf(text, columns)?.role;
  if (title === 'name' || title === 'company') return true;
  const tight = text.slice(Math.max(0, start - 4), end + 5);
  const around = sentenceAround(text, start, end);
  if (/SDK/i.test(tight)) return !DENIES.test(around.slice(0, around.indexOf(text.slice(start, end))));
  const field = fieldOf(text, columns);
  if (field && start >= field.start) return false;
  if (DENIES.test(around)) return false;
  if (block.kind === 'heading') return home || entry.blocks.length > 1;
  if (isShort(text) && (entry.blocks.length > 1 || (home && !PASSING.test(text)))) return true;
  if (isShort(text) && OPENS.test(leadOf(document.blocks, number))) return true;
  return FLOWS.test(around) && (!PASSING.test(around) || EMBEDS.test(around));
}

function isListedCell(block: Block, role: Role | undefined, entry: Entry, home: boolean): boolean {
  if (role === 'name' || role === 'company') return true;
  if (role === undefined) return (home || /SDK/i.test(block.text)) && block.text.length <= 60;
  if (role !== 'other') return /SDK/i.test(block.text) && role !== 'data';
  return home || [...entry.roles.values()].some((each) => each === 'company' || each === 'name');
}

/** The sentence, or as much of it as tells what the name is about. */
function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 160), start);
  const after = text.slice(end, end + 160);
  const from = Math.max(before.lastIndexOf('。'), before.lastIndexOf('. '), before.lastIndexOf('；')) + 1;
  const to = after.search(/。|\.\s|；/);
  return before.slice(from) + text.slice(start, end) + (to < 0 ? after : after.slice(0, to));
}

/** The line that opens the list an item or short line stands in. */
function leadOf(blocks: readonly Block[], number: number): string {
  for (let i = number - 1; i >= 0 && number - i < 16; i--) {
    const { text, kind } = blocks[i] as Block;
    if (kind === 'heading' || /[:：]\s*$/.test(text)) return text;
    if (!isShort(text)) return text.slice(-200);
  }
  return '';
}

const EMBEDS = /SDK|集成|接入|嵌入|插件|third[- ]part|integrat|embed/i;
const FLOWS =
  /SDK|第三方|合作方|合作伙伴|服务商|供应商|插件|集成|接入|嵌入|收集|采集|获取|提供给|共享|(?:发送|上传|上报|传输)(?:到|至|给)|third[- ]part|partner|provider|vendor|processor|integrat|embed|collects?\b|receive|shared? (?:\w+ ){0,4}with|we use\b|uses?\b|powered by|provided by|sent to|transmi|\baccess(?:es)? (?:to )?your\b/i;
const OPENS = /SDK|第三方|合作|服务商|供应商|插件|third[- ]part|partner|provider|vendor|processor|services/i;
/** 您可以使用微信登录, "log in with": the user's own doing. */
const PASSING =
  /(?:登录|登陆|绑定|分享[到至给]|转发|注册|关注|(?:选择|使用|通过)[^，。；]{0,8}(?:支付|付款))|\b(?:log|sign)(?:ging|ing)? ?(?:in|up|on)\b|\bshar(?:e|ing) (?:it )?(?:to|on)\b|\bfollow us\b|\bpay (?:with|by|through)\b/i;
const DENIES = /(?:不|未|没有)(?:会|曾)?(?:集成|接入|嵌入|使用|包含|引入|整合|内置|含)|(?:^|[，,、：:])无(?:任何|第三方)|\b(?:contains?|includes?|integrates?|embeds?|uses?|has|have) no\b|\bfree of\b|\b(?:do(?:es)? not|don['’]t|doesn['’]t|never|without|no longer) (?:\w+ )?(?:use|integrate|embed|include|contain)/i;
