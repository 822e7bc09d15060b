import { foldWidth } from '../text/fold.ts';
import { simplifiedOf } from '../text/simplified.ts';

/** What stands between the words of a name. */
export const SKIPPED = 0xffff;

let built: Uint16Array | undefined;

/** Each unit as names are compared by it: small, of ordinary width, Simplified, or `SKIPPED`; 0 for what is so already. */
export function foldedUnits(): Uint16Array {
  if (built) return built;
  const units = simplifiedOf().slice();
  for (let unit = 0xff01; unit < 0xff5f; unit++) units[unit] = foldWidth(String.fromCharCode(unit)).charCodeAt(0);
  for (const [from, to] of [['（', '('], ['）', ')'], ['＋', '+']] as const) units[from.charCodeAt(0)] = to.charCodeAt(0);
  for (const capital of CAPITALS) {
    const unit = capital.charCodeAt(0);
    units[unit] = (units[unit] || unit) + 32;
    units[unit + WIDE] = unit + 32;
  }
  for (const between of BETWEEN) units[between.charCodeAt(0)] = SKIPPED;
  built = units;
  return units;
}

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** From a letter to the same letter as wide as a Chinese character. */
const WIDE = 0xff21 - 0x41;
const BETWEEN = ' \t\n\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff-\u2010\u2011\u2013\u2014\uff0d_·•*';
