import type { PolicyLanguage } from '@mingshi/model';
import { isTraditional } from './simplified.ts';

/** The language of a text given in pieces (blocks, lines); `mixed` when both languages have prose of their own. */
export function languageOf(pieces: Iterable<string>): PolicyLanguage {
  let chinese = 0;
  let english = 0;
  let traditional = 0;
  let names = 0;
  for (const piece of pieces) {
    const { han, hant, latin } = weigh(piece);
    if (han === 0 && latin < 4) {
      names += latin;
      continue;
    }
    // An English word weighs about as much as two characters; names within Chinese prose do not make it English.
    if (han * 2 >= latin) chinese += han;
    else english += latin * 2;
    traditional += hant;
  }
  const all = chinese + english;
  if (all === 0) return names > 2 ? 'en' : 'unknown';
  if (chinese > all * 0.15 && english > all * 0.15 && english > 60) return 'mixed';
  if (english > chinese) return 'en';
  return traditional > chinese * 0.05 ? 'zh-Hant' : 'zh';
}

/** How much of a text is in each script: Han characters, those only Traditional writing has, and Latin words. */
export function weigh(text: string): { han: number; hant: number; latin: number } {
  let han = 0;
  let hant = 0;
  let latin = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isHanUnit(unit)) {
      han++;
      if (isTraditional(unit)) hant++;
      inWord = false;
    } else {
      const letter = (unit | 32) >= 97 && (unit | 32) <= 122;
      if (letter && !inWord) latin++;
      // android.permission.CAMERA, an address or a mailbox is one word.
      inWord = letter || (inWord && ((unit >= 45 && unit <= 58) || unit === 95 || unit === 64));
    }
  }
  return { han, hant, latin };
}

/** Whether a UTF-16 unit is a Chinese character. */
export function isHanUnit(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xf900 && unit <= 0xfaff);
}
