import { attach } from './data.ts';
import { frameOf } from './frames.ts';
import type { Frame } from './frames.ts';
import type { Line } from './line.ts';
import type { Token } from './words.ts';

const EXCEPT = /除了?[^，。；：外除]{1,40}外(?:的|，|,)?|除了[^，。；：外除]{1,40}[，,]/g;
const DENIED_BEFORE = /[不未没][^，。；：]{0,20}$/;
const DENIED_BEHIND = /^[^，。；：]{0,14}(?:不(?!仅|但|断)|未|没有)/;

/** 不会收集除手机号以外的任何信息: the data that are excepted from a denial. */
export function exceptedIn(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!text.includes('除')) return [];
  return [...text.matchAll(EXCEPT)].flatMap(({ 0: all, index }) => {
    const end = index + all.length;
    const isDenied = DENIED_BEFORE.test(text.slice(Math.max(0, index - 24), index)) || DENIED_BEHIND.test(text.slice(end, end + 20));
    return isDenied ? tokens.filter(({ start, end: last, word }) => start > index && last < end && word.data?.generic === false) : [];
  });
}

/** What is denied of all else is told of what is excepted. */
export function tellExcepted(line: Line, excepted: readonly Token[], told: readonly Frame[]): readonly Frame[] {
  const denied = excepted.length > 0 ? told.find(({ negated }) => negated) : undefined;
  if (!denied) return [];
  const frame = frameOf('collect', denied.actor, denied.verb, denied.at);
  frame.actions.splice(0, 1, ...denied.actions);
  for (const token of excepted) attach(frame, line, token);
  return [frame];
}
