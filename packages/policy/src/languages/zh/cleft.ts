import type { Clause } from './clauses.ts';
import { attach, isData } from './data.ts';
import { frameOf } from './frames.ts';
import { spanOf } from './line.ts';
import { pattern } from './pattern.ts';
import type { Read, State } from './reading.ts';

/** 照片、手机号这类信息是完成认证必须收集的: the deed stands behind 是, and nobody else does it. */
const CLEFT = pattern(
  '',
  String.raw`(?:这类|此类|这些|上述|以上|等|信息|数据|均|都){0,4}(?<![不非])是[^，。；、不非]{0,20}?(?:必须|必需|必要|需要|需|所需)要?`,
  String.raw`(?:(?:收集|获取|使用|提供)的|的?(?:个人)?(?:信息|数据|资料|内容)?$)`,
);
const DEED = /(?:收集|获取|使用|提供)的$/;

/** 手机号是注册的必填项: what is told of a field asks for it. */
const FIELD = /(?<![不非若如])(?:是|为|属于)[^，。；、：不非]{0,12}?必填的?(?:项目?|字段|信息|资料|内容)?$/;

/** Reads a cleft clause: its data stands before 是; whether it was one. */
export function readCleft({ line, tokens }: Read, clause: Clause, state: State): boolean {
  const own = line.text.slice(clause.start, clause.end);
  const cleft = (own.includes('是') && /[必需]/.test(own) ? CLEFT.exec(own) : null) ?? (own.includes('必填') ? FIELD.exec(own) : null);
  if (!cleft) return false;
  const from = clause.start + cleft.index;
  const at = from + (DEED.test(cleft[0]) ? cleft[0].length - 3 : Math.max(0, cleft[0].search(/必[需须要填]/)));
  const frame = frameOf('collect', state.nobody, spanOf(line, at, at + 2), at);
  frame.modality = 'must';
  for (let i = clause.first; i < clause.last; i++) {
    const token = tokens[i];
    if (!token || token.end > from) break;
    if (token.word.verb && !token.word.data) return false;
    if (token.word.data && isData(line, tokens, i, true)) attach(frame, line, token);
  }
  if (frame.data.every(({ generic }) => generic)) return false;
  state.frames.push(frame);
  state.frame = frame;
  state.topic = [];
  return true;
}
