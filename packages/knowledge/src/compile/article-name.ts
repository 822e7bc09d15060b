import { chineseNumber } from '../numbers.ts';
import type { Text } from '../types.ts';

type Numbering = 'articles' | 'list' | 'clauses';

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
