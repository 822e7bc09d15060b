import type { Column, Columns } from '../document/columns.ts';
import { labelIn } from '../document/labels.ts';

/** What a column, or a line such as `使用目的：…`, holds. */
export type Role = 'name' | 'company' | 'data' | 'purpose' | 'link' | 'permission' | 'other';

const ROLES: Readonly<Partial<Record<Column, Role>>> = {
  party: 'name', name: 'name', vendor: 'company', data: 'data', purpose: 'purpose', scene: 'purpose', link: 'link', permission: 'permission',
};

/** The role that the words of a header or label give. */
export function roleOf(label: string, { columnOf }: Columns): Role {
  return ROLES[columnOf(label) ?? 'other'] ?? 'other';
}

/** The label that a line begins with. */
interface Label {
  readonly role: Role;
  /** Where the text behind it begins. */
  readonly start: number;
}

/** What a line begins with, be it a label or the title of a sentence: 推送服务供应商：由…提供推送服务，收集…. */
export function titleOf(text: string, columns: Columns): Label | undefined {
  const label = labelIn(text.slice(0, 60));
  if (!label || text.startsWith('//', label.end)) return undefined;
  const role = roleOf(label.words, columns);
  return role === 'other' ? undefined : { role, start: label.end };
}

/** The label of a line that holds what it says: a name is no sentence. */
export function fieldOf(text: string, columns: Columns): Label | undefined {
  const title = titleOf(text, columns);
  const names = title?.role === 'name' || title?.role === 'company';
  return names && isSentence(text.slice(title.start)) ? undefined : title;
}

const isSentence = (text: string): boolean => text.length > 40 && /[，。；,;]/.test(text);

const EMPTY = /^(?:无|暂无|不涉及|否|\/+|[-—–]+|N\/?A|none|\d+[.、]?)?[。.]?$/i;

/** Whether a cell says nothing. */
export function isEmpty(text: string): boolean {
  return text.length < 12 && EMPTY.test(text.trim());
}

/** A line that is an address. */
export const ADDRESS = /^(?:https?:\/\/|www\.)/i;

/** What says where a policy is: an address, or the words of a link to it. */
export const LINK =
  /https?:\/\/|www\.|隐私(?:权)?(?:政策|协议|声明|条款|说明|指引|规则|保护)|个人信息(?:保护|处理)(?:政策|声明|规则)|privacy (?:policy|notice|statement)/i;

const REFERS = /^\W*(?:请?(?:点击|点此|查看|参见|参阅|详见|了解|阅读|前往|访问)|see\b|view\b|read\b)|链接|^《[^》]+》$|^privacy policy$/i;

/** A short line that links to a policy: 查看其隐私政策. */
export function isLinkLine(text: string): boolean {
  return text.length <= 40 && REFERS.test(text) && LINK.test(text) && !/[。；;!！]|\.$/.test(text);
}
