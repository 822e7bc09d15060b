const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 1 to 9999 as Chinese legal texts write it: 十, 二十一, 一百零五, 一千零三十二. */
export function chineseNumber(value: number): string {
  let written = '';
  let zero = false;
  for (const [unit, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      zero = written !== '';
      continue;
    }
    written += (zero ? '零' : '') + DIGITS[digit] + name;
    zero = false;
  }
  return value < 20 ? written.replace(/^一十/, '十') : written;
}

/** A whole number as texts write it: 12, 十二, 二〇二一, 两百; undefined for what is none. */
export function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  let sum = 0;
  let digits = 0;
  for (const char of text) {
    const value = char === '两' ? 2 : DIGITS.indexOf('〇○'.includes(char) ? '零' : char);
    const unit = UNITS[char];
    if (value >= 0) digits = digits * 10 + value;
    else if (unit !== undefined) {
      sum += (digits || 1) * unit;
      digits = 0;
    } else return undefined;
  }
  return text === '' ? undefined : sum + digits;
}
