/** Full-width letters, digits and a few signs as ASCII, odd spaces as spaces; same length. Sentence marks stay. */
export function foldWidth(text: string): string {
  return text.replaceAll(WIDE, (char) => {
    const unit = char.charCodeAt(0);
    return unit >= 0xff01 ? String.fromCharCode(unit - 0xfee0) : ' ';
  });
}

const WIDE = /[\uff0d-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a\u3000\u00a0\u2002\u2003\u2009]/g;
