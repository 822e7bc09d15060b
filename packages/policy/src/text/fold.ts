/** Full-width letters, digits and a few signs as ASCII, odd spaces and hyphens as usual ones; same length. Sentence marks stay. */
export function foldWidth(text: string): string {
  return isNarrow(text)
    ? text
    : text.replaceAll(WIDE, (char) => {
        const unit = char.charCodeAt(0);
        if (unit === 0x2010 || unit === 0x2011) return '-';
        return unit >= 0xff01 ? String.fromCharCode(unit - 0xfee0) : ' ';
      });
}

/** Nothing but what stays as it is: ASCII, Chinese characters, and their commonest marks; most sentences are. */
function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80 || (unit > 0x3000 && unit < 0xff0d)) continue;
    if (!(unit > 0xff19 && unit < 0xff20) && !(unit > 0x2011 && unit < 0x2027)) return false;
  }
  return true;
}

const WIDE = /[\uff0d-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a\u3000\u00a0\u2002\u2003\u2009\u2010\u2011]/g;
