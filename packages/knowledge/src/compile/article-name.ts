import type { Text } from '../types.ts';

type Numbering = 'articles' | 'list' | 'clauses';

const digits = '零一二三四五六七八九';

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
    written += (zero ? '零' : '') + digits[digit] + name;
    zero = false;
  }
  return value < 20 ? written.replace(/^一十/, '十') : written;
}

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/**
 * The name of a number. Articles: `17.1(2)` is 第十七条第一款第二项 / Article 17(1)(2). List: `2.1` is 二（一） / II(1).
 * Clauses: `5.5-a-1` is 5.5 a) 1). Undefined when the number is written in no such way.
 */
export function articleName(number: string, numbering: Numbering): Text | undefined {
  if (numbering === 'clauses') return clauseName(number);
  const parts = /^(\d{1,4})(?:\.(\d{1,3}))?(?:\((\d{1,3})\))?$/.exec(number);
  if (!parts) return undefined;
  const [article, paragraph, item] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (article === undefined) return undefined;
  const inBrackets = [paragraph, item].map((part) => (part === undefined ? '' : `(${part})`)).join('');
  if (numbering === 'list') {
    const inner = paragraph === undefined ? '' : `（${chineseNumber(paragraph)}）`;
    return { zh: `${chineseNumber(article)}${inner}`, en: `${roman[article] ?? article}${inBrackets}` };
  }
  return {
    zh: ordinal(article, '条') + ordinal(paragraph, '款') + ordinal(item, '项'),
    en: `Article ${article}${inBrackets}`,
  };
}

const ordinal = (part: number | undefined, unit: string): string =>
  part === undefined ? '' : `第${chineseNumber(part)}${unit}`;

function clauseName(number: string): Text | undefined {
  if (!/^[\dA-Za-z][\w.]*(?:-[\da-z]+)*$/.test(number)) return undefined;
  const [clause, ...items] = number.split('-');
  const inner = items.map((item) => ` ${item})`).join('');
  return { zh: `第${clause}条${inner}`, en: `clause ${clause}${inner}` };
}
