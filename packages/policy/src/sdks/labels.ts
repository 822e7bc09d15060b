/** What a column, or a line such as `使用目的：…`, holds. */
export type Role = 'name' | 'company' | 'data' | 'purpose' | 'link' | 'permission' | 'other';

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['link', /链接|网址|官网|地址|隐私(?:权)?(?:政策|协议|声明|条款|说明|规则)|保护(?:政策|声明)|规则|\blinks?\b|\burl\b|privacy|website|\brules\b/i],
  ['purpose', /目的|用途|用于|场景|作用|原因|功能|使用说明|purpose|\buse\b|\bused for\b|function|\bwhy\b|reason/i],
  ['company', /公司|主体|机构|运营方|开发者|提供(?:方|商|者)|接收方|服务商|厂商|处理者|company|vendor|provider|developer|owner|operator|recipient/i],
  ['data', /信息(?!保护|链接|处理者)|数据(?!接收|安全)|字段|收集(?:的)?内容|共享(?:的)?内容|\bdata\b|information|collect/i],
  ['permission', /权限|permission/i],
  ['name', /名称|名字|SDK|第三方|产品|插件|合作方|合作伙伴|\bname\b|third[- ]part|partner|service|library/i],
];

/** The role that the words of a header or label give. */
export function roleOf(label: string): Role {
  // 第三方SDK收集的个人信息 holds data, SDK名称 names.
  if (/名称|名字|\bnames?\b/i.test(label) && !/公司|主体|机构|信息|数据|company|vendor/i.test(label)) return 'name';
  if (/收集|采集|collect/i.test(label) && /信息|数据|字段|内容|data|information/i.test(label)) {
    return /目的|用途|purpose/i.test(label) && !/信息|数据/.test(label) ? 'purpose' : 'data';
  }
  return ROLES.find(([, words]) => words.test(label))?.[0] ?? 'other';
}

/** The role of a cell that is a label and no more than that. */
export function labelOf(text: string): Role {
  return text.length <= 20 && !/[。；;，,]|[：:]./.test(text) ? roleOf(text) : 'other';
}

const FIELD = /^[-*•·\d.、)）(（\s]*([^：:，。；,;\n]{2,20})[：:]\s*/;

/** A line that begins with a label: its role, and where the text behind it begins. */
export function fieldOf(text: string): { readonly role: Role; readonly start: number } | undefined {
  const match = FIELD.exec(text.slice(0, 60));
  if (!match || text.startsWith('//', match[0].length)) return undefined;
  const role = roleOf(match[1] ?? '');
  return role === 'other' ? undefined : { role, start: match[0].length };
}

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
