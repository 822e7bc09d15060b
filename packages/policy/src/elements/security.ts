import type { Reader } from './found.ts';
import { cuesIn, has, isDenied, isHeading, underHeading } from './passages.ts';

/** How data are protected; mere words of care tell it in part. */
export const readSecurity: Reader = function* (passage) {
  if (isHeading(passage)) return;
  const { text, kind } = passage;
  const home = kind === 'security' || underHeading(passage, 'security-measures');
  const measure = cuesIn(passage, 'security-measures').find((cue) => !isDenied(passage, cue.start));
  if (measure && has(passage, 'security-measures.keep') && !OTHER_USE.test(text) && (home || PROTECTS.test(text))) {
    yield { id: 'security-measures', told: 'yes', score: (home ? 1 : 0) + (PROTECTS.test(text) ? 1 : 0) };
    return;
  }
  if (!has(passage, 'security-measures.touch') || has(passage, 'security-measures.not')) return;
  if (!DATA.test(text) || !(home || ACTS.test(text))) return;
  yield { id: 'security-measures', told: 'partial', score: home ? 1 : 0 };
};

/** Anonymous statistics, hashed advertising ids, links given as https: no protection is told. */
const OTHER_USE = /统计|画像|广告|https?:\/\/|第三方|\bstatistic|\badvertis|\baggregate/i;
const PROTECTS =
  /保护|安全|防止|保障|措施|保密|加密|\b(?:protect|secur|safeguard|measures?|encrypt|prevent|confidential|restrict)/i;
const DATA = /信息|数据|隐私|资料|\b(?:information|data|privacy)\b/i;
const ACTS = /采取|采用|使用|措施|确保|保障|防止|尽力|努力|\b(?:take|use|using|implement|maintain|adopt|ensure|employ|strive|striving|follow|store|measures?|safeguards?|secur\w*)\b/i;
