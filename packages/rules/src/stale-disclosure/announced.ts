import type { PolicyReading, PolicyStatement } from '@mingshi/model';
import { rowOf } from '../places.ts';

/** Whether the statement says that this app, on Android, asks for the permissions it names. */
export function announces(statement: PolicyStatement, policy: PolicyReading): boolean {
  const { negated, action, actor, text, document, section } = statement;
  if (negated || action !== 'request-permission' || actor.role === 'third-party') return false;
  const kind = policy.sectionKinds[document]?.[section] ?? 'other';
  if (/^(?:sdk-list|definitions|minors|security)$/.test(kind)) return false;
  if (policy.documents[document]?.part === 'sdk-list') return false;
  if (DENIES.test(text) || GUARDS.test(text) || isTitleOfMany(statement, policy)) return false;
  if (SWITCH_ON.test(text) && !ASKED.test(text)) return false;
  const context = contextOf(statement, policy);
  if (OF_OTHERS.test(context) && !/android|安卓/i.test(context)) return false;
  // "You can switch off the camera permission" is advice; in a list of permissions it stands beside each.
  return !SWITCHES.test(text) || kind === 'permissions';
}

const either = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'i');

const DENIES = either(
  '(?:无需|无须|不需|不需要|不会|不再|不申请|未申请|没有|并未|取消|移除|删除)[^，。；]{0,16}权限',
  '权限[^，。；]{0,8}(?:已移除|已取消|不再)',
  String.raw`\b(?:absence|no longer|not|never|without|don['’]t|doesn['’]t)\b[^.;]{0,60}\bpermission`,
  String.raw`\bno\b[^.;]{0,24}\bpermission`,
);
/** Permissions that guard what is stored, and those of the operator's staff. */
const GUARDS = either(
  '权限[^，。；]{0,6}(?:保护|控制|管控|管理|隔离|校验|验证|分级)',
  '(?:最小|访问|内部|员工|人员)[^，。；]{0,8}权限原则',
  String.raw`\b(?:protected|guarded|secured|restricted) by\b`,
);
/** 您开启设备定位功能时: what users switch on for the whole device, which no app asks for. */
const SWITCH_ON = /(?:开启|打开|启用)[^，。；]{0,8}(?:定位|蓝牙|GPS|WLAN|WiFi)(?:功能|服务|开关)/i;
const ASKED = /权限|授权|申请|允许/;
const OF_OTHERS = /iOS|iPhone|iPad|苹果|Apple|HarmonyOS|鸿蒙|Windows|macOS|小程序|SDK/i;
const SWITCHES = /关闭|撤回|撤销|revoke|turn off|switch off|disable|withdraw/i;

/** 设备数据与权限 names a chapter; 通讯录权限 may name what is asked for. */
function isTitleOfMany({ document, at }: PolicyStatement, { documents }: PolicyReading): boolean {
  const block = documents[document]?.blocks.find((each) => each.at.start <= at.start && at.start < each.at.end);
  return block?.kind === 'heading' && /[与和及、]|\band\b/i.test(block.text);
}

/** What a reader has in mind at a statement: its words, its row of a table, the titles above, the line before its list. */
function contextOf(statement: PolicyStatement, policy: PolicyReading): string {
  const document = policy.documents[statement.document];
  const titles: string[] = [];
  let section = document?.sections[statement.section];
  for (; section; section = document?.sections[section.parent ?? -1]) titles.push(section.title);
  const blocks = document?.blocks ?? [];
  const own = blocks.findIndex(({ at }) => at.start <= statement.at.start && statement.at.start < at.end);
  const kind = blocks[own]?.kind;
  let lead = own - 1;
  while (lead >= 0 && blocks[lead]?.kind === kind && own - lead < FAR) lead--;
  const row = rowOf(policy, statement).map(({ text }) => text);
  return [statement.text, ...row, ...titles, kind === 'paragraph' ? '' : (blocks[lead]?.text ?? '')].join('\n');
}

/** Longer lists have their line too far off to be read with each entry. */
const FAR = 200;

/** Whether the policy is that of a house for all its apps and sites: it announces what each of them needs. */
export function isForMany({ documents }: PolicyReading): boolean {
  return documents.some(({ part, blocks }) => part === 'main' && blocks.some(({ text }) => MANY.test(text)));
}

const MANY = either(
  '旗下(?:的)?(?:各|多|所有|全部|产品|应用|软件|APP)',
  '系列(?:产品|应用|软件|APP)',
  '(?:各|多)(?:款|个)(?:产品|应用|软件|APP|游戏)',
  String.raw`\bour (?:mobile )?(?:apps|applications|games|websites)\b`,
  String.raw`\b(?:family|suite) of (?:apps|products|services)\b`,
);
