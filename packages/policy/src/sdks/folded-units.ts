import { foldWidth } from '../fold.ts';
import { simplify } from '../simplified.ts';

let built: Uint16Array | undefined;

/** Each unit as names are compared by it: small, of ordinary width, Simplified; 0 for what stands between the words of a name. */
export function foldedUnits(): Uint16Array {
  if (built) return built;
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) units[unit] = unit;
  for (let unit = 0x3400; unit < 0xa000; unit++) units[unit] = simplify(String.fromCharCode(unit)).charCodeAt(0);
  for (let unit = 0xff01; unit < 0xff5f; unit++) units[unit] = foldWidth(String.fromCharCode(unit)).charCodeAt(0);
  for (const [from, to] of [['（', '('], ['）', ')'], ['＋', '+']] as const) units[from.charCodeAt(0)] = to.charCodeAt(0);
  for (let unit = 0; unit < 0x10000; unit++) {
    const folded = units[unit] as number;
    if (folded >= 65 && folded <= 90) units[unit] = folded + 32;
  }
  for (const between of BETWEEN) units[between.charCodeAt(0)] = 0;
  built = units;
  return units;
}

const BETWEEN = ' \t\n\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff-\u2010\u2011\u2013\u2014\uff0d_·•*';
