import type { Action } from '@mingshi/model';
import type { Column, Columns } from '../../document/columns.ts';
import type { Sentence, Unit } from '../../units/unit.ts';
import type { Frame } from './frames.ts';
import { frameOf } from './frames.ts';
import { kindOfPurpose } from './purposes.ts';
import { addPurposes } from './requests.ts';

/** Columns whose cells tell of the row and are no sentences. */
const TOLD: ReadonlySet<Column> = new Set(['party', 'vendor', 'purpose', 'scene', 'manner']);

const NOTHING = /^(?:无|不涉及|否|\/|-|—|N\/A|\d+[.、]?)?$/i;

/** 读取外置存储卡, 查看WLAN连接: a cell that is the name of a permission and nothing else. */
const ACCESS = /^\s*(?:读取|写入|访问|查看|使用|调用|拍摄|录制)[^，。；：,;:]{2,14}$/;

/** Reads a cell into `frames`: nouns go to `base`, `listed` says that they are permissions. */
type CellReader = (cell: Sentence, base: Frame | undefined, listed: boolean, frames: Frame[]) => void;

/** A row of a table: its header row gives the verb, its cells the data, who takes it and what for. */
export function readRow(unit: Unit, around: Frame | undefined, { columnOf }: Columns, readCell: CellReader): Frame[] {
  const cells = unit.sentences.map((sentence, i) => {
    const header = unit.headers[i] ?? '';
    return { sentence, header, column: columnOf(header) ?? 'other' };
  });
  const told = cells.filter(({ sentence }) => !NOTHING.test(sentence.plain.trim()));
  const inPermissions = unit.sectionKinds.includes('permissions');
  const hasHeader = cells.some(({ header }) => header !== '');
  const party = told.find(({ column }) => column === 'party' || column === 'vendor')?.sentence;
  const data = cells.find(({ column }) => column === 'data');
  const isPermissionTable = cells.some(({ column }) => column === 'permission');
  const frames: Frame[] = [];
  const base = hasHeader ? rowFrame(data?.header ?? '', party, around) : around;
  if (base) frames.push(base);
  for (const { sentence, column } of told) {
    if (column === 'permission') readCell(sentence, undefined, true, frames);
    else if (column === 'data' || !hasHeader) {
      readCell(sentence, base, (!hasHeader && inPermissions) || ACCESS.test(sentence.plain), frames);
    } else if (!TOLD.has(column) && !isPermissionTable) {
      readCell(sentence, undefined, ACCESS.test(sentence.plain), frames);
    }
  }
  // In a table of permissions a remark or description tells what they are for.
  const remarks = isPermissionTable ? told.filter(({ header }) => /备注|说明|描述|介绍|解释/.test(header)).slice(-1) : [];
  const aims = told.filter(({ column }) => column === 'purpose' || column === 'scene');
  const beside: Frame[] = [];
  const purposes = (aims.length > 0 ? aims : remarks).flatMap(({ sentence }) => {
    const whole = { ...kindOfPurpose(sentence.plain), span: { sentence, start: 0, end: sentence.text.length } };
    if (!isPermissionTable) {
      if (OPENED.test(sentence.plain)) beside.push(...requestsIn(sentence, readCell));
      const use = FOR.test(sentence.plain) ? readUse(sentence, base, readCell) : undefined;
      if (use) beside.push(use);
      return use?.purposes ?? [whole];
    }
    // 获取您的位置，用于导航: what a permission is for may be a sentence that tells data and purpose itself.
    const inside: Frame[] = [];
    readCell(sentence, undefined, false, inside);
    const telling = inside.filter((frame) => frame.data.length > 0 && frame.purposes.length > 0);
    beside.push(...telling);
    return telling[0]?.purposes ?? [whole];
  });
  for (const frame of frames) if (frame.data.length > 0 || frame.permissions.size > 0) frame.purposes.push(...purposes);
  return [...frames, ...beside];
}

/** 用户开启摄像头权限后，上传照片: the scene tells of a permission. */
const OPENED = /(?:开启|打开|授权|授予|申请|获取|调用)[^，。；：]{1,16}权限/;
/** 设备型号、系统版本，用于适配: which data, and what for. */
const FOR = /[^，,]{2}[，,](?:主要|仅|均)?用[于来]/;

function requestsIn(sentence: Sentence, readCell: CellReader): Frame[] {
  const requests: Frame[] = [];
  readCell(sentence, undefined, true, requests);
  return requests.filter(({ permissions }) => permissions.size > 0);
}

/** What a cell tells that names data before it says what they are for. */
function readUse(sentence: Sentence, base: Frame | undefined, readCell: CellReader): Frame | undefined {
  if (!base || base.negated) return undefined;
  const frame = frameOf(base.actions[0] ?? 'collect', base.actor);
  const inside: Frame[] = [frame];
  readCell(sentence, frame, false, inside);
  addPurposes(frame, sentence);
  return inside.length === 1 && frame.data.length > 0 && frame.purposes.length > 0 ? frame : undefined;
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
  return /收集|获取|读取/.test(header) ? 'collect' : undefined;
}
