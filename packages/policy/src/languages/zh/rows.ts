import type { Action } from '@mingshi/model';
import type { Sentence, Unit } from '../../unit.ts';
import type { Frame } from './frames.ts';
import { frameOf } from './frames.ts';
import { kindOfPurpose } from './purposes.ts';

/** What a column holds, by its header. */
type Column = 'data' | 'purpose' | 'party' | 'permission' | 'other';

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['permission', /权限/],
  ['purpose', /目的|用途|用于|场景|作用|原因|使用说明|业务功能|功能(?!名称)/],
  ['data', /信息(?!保护|链接|处理方)|数据(?!接收|处理方|安全)|字段|收集(?:的)?内容|共享(?:的)?内容/],
  ['party', /SDK|第三方|公司|接收方|合作方|合作伙伴|机构|提供方|提供商|服务商|主体|开发者|运营方/i],
];

/** What a column of a table holds, by its header. */
export function columnOf(header: string): Column {
  return COLUMNS.find(([, words]) => words.test(header))?.[0] ?? 'other';
}

const NOTHING = /^(?:无|不涉及|否|\/|-|—|N\/A|\d+[.、]?)?$/i;

/** 读取外置存储卡, 查看WLAN连接: a cell that is the name of a permission and nothing else. */
const ACCESS = /^\s*(?:读取|写入|访问|查看|使用|调用|拍摄|录制)[^，。；：,;:]{2,14}$/;

/** Reads a cell into `frames`: nouns go to `base`, `listed` says that they are permissions. */
export type CellReader = (cell: Sentence, base: Frame | undefined, listed: boolean, frames: Frame[]) => void;

/** A row of a table: its header row gives the verb, its cells the data, who takes it and what for. */
export function readRow(unit: Unit, around: Frame | undefined, readCell: CellReader): Frame[] {
  const cells = unit.sentences.map((sentence, i) => {
    const header = unit.headers[i] ?? '';
    return { sentence, header, column: columnOf(header) };
  });
  const told = cells.filter(({ sentence }) => !NOTHING.test(sentence.plain.trim()));
  const inPermissions = unit.sectionKinds.includes('permissions');
  const hasHeader = cells.some(({ header }) => header !== '');
  const party = told.find(({ column }) => column === 'party')?.sentence;
  const data = cells.find(({ column }) => column === 'data');
  const isPermissionTable = cells.some(({ column }) => column === 'permission');
  const frames: Frame[] = [];
  const base = hasHeader ? rowFrame(data?.header ?? '', party, around) : around;
  if (base) frames.push(base);
  for (const { sentence, column } of told) {
    if (column === 'permission') readCell(sentence, undefined, true, frames);
    else if (column === 'data' || !hasHeader) {
      readCell(sentence, base, (!hasHeader && inPermissions) || ACCESS.test(sentence.plain), frames);
    } else if (column === 'other' && !isPermissionTable) {
      readCell(sentence, undefined, ACCESS.test(sentence.plain), frames);
    }
  }
  // In a table of permissions a remark or description tells what they are for.
  const remarks = isPermissionTable ? told.filter(({ header }) => /备注|说明|描述|介绍|解释/.test(header)).slice(-1) : [];
  const aims = told.filter(({ column }) => column === 'purpose');
  const purposes = (aims.length > 0 ? aims : remarks).map(({ sentence }) => sentence);
  for (const frame of frames) {
    if (frame.data.length === 0 && frame.permissions.size === 0) continue;
    for (const sentence of purposes) {
      const span = { sentence, start: 0, end: sentence.text.length };
      frame.purposes.push({ ...kindOfPurpose(sentence.plain), span });
    }
  }
  return frames;
}

function rowFrame(header: string, party: Sentence | undefined, around: Frame | undefined): Frame {
  const action = actionOf(header) ?? around?.actions[0] ?? 'collect';
  const actor = around?.actor ?? { role: 'first-party', name: '' };
  if (!party) return frameOf(action, actor);
  const span = { sentence: party, start: 0, end: party.text.length };
  if (action !== 'share') return frameOf(action, { role: 'third-party', name: party.text, span });
  const frame = frameOf(action, actor);
  frame.parties.push({ name: party.text, kind: /SDK/i.test(party.text) ? 'sdk' : 'partner', span });
  return frame;
}

function actionOf(header: string): Action | undefined {
  if (/共享|提供|分享|传输|披露/.test(header)) return 'share';
  return /收集|采集|获取|读取/.test(header) ? 'collect' : undefined;
}
