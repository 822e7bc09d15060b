import { numberOf } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import type { Values } from './found.ts';
import { matchesOf } from '../text/matches.ts';

/** A length of time told in a text, in its own unit. */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly unit: 'hours' | 'days' | 'weeks' | 'months' | 'years';
  /** Counted in working days. */
  readonly working: boolean;
}

/** Lengths of time in a text; dates and ages are none. */
export function periodsIn(text: string, language: Language): Period[] {
  return language === 'zh' ? chinesePeriods(text) : englishPeriods(text);
}

/** A period as values for rules: days, months or years; hours and weeks as days. */
export function valuesOf({ count, unit }: Period): Values {
  if (unit === 'hours') return { days: Math.max(1, Math.round(count / 24)) };
  if (unit === 'weeks') return { days: count * 7 };
  return { [unit]: count };
}

const ZH =
  /(\d{1,4}|[零一二三四五六七八九十百两半]{1,4})\s*(?:[(（]\s*\d{1,4}\s*[)）]\s*)?(个?工作日|个?(?:小时)|个?(?:自然)?(?:天(?![气使猫然涯翼津堂猫鹅])|日(?![志常语本历程用]))|个?(?:周|星期)(?!岁)|个?半?月|个?自然年|周?年)/g;

const ZH_UNITS: readonly (readonly [string, Period['unit']])[] = [
  ['小时', 'hours'],
  ['天', 'days'],
  ['日', 'days'],
  ['周年', 'years'],
  ['年', 'years'],
  ['周', 'weeks'],
  ['星期', 'weeks'],
  ['月', 'months'],
];

function chinesePeriods(text: string): Period[] {
  const periods: Period[] = [];
  ZH.lastIndex = 0;
  // `matchAll` copies the pattern for every sentence.
  for (let match = ZH.exec(text); match; match = ZH.exec(text)) {
    const [all, number = '', unit = ''] = match;
    const start = match.index;
    const end = start + all.length;
    if (isDateOrAge(text, start, end, number, unit)) continue;
    const count = countOf(number);
    const name = ZH_UNITS.find(([word]) => unit.includes(word))?.[1];
    if (count === undefined || count === 0 || !name) continue;
    periods.push({ start, end, count, unit: name, working: unit.includes('工作') });
  }
  return periods;
}

/** 2020年, 3月15日, 第三日, 15日起施行, 18周岁. */
function isDateOrAge(text: string, start: number, end: number, number: string, unit: string): boolean {
  if (/[第\d./-]$/.test(text.slice(Math.max(0, start - 1), start))) return true;
  if (/^\d{3,4}$/.test(number) && unit === '年') return true;
  const before = text.slice(Math.max(0, start - 3), start);
  if (/[年月]\s*$/.test(before)) return true;
  const after = text.slice(end, end + 4);
  if (unit === '月' && (/^\s*\d/.test(after) || !/^[零一二三四五六七八九十两半]/.test(number))) return true;
  if (unit === '年' && /^\s*\d{1,2}\s*月/.test(after)) return true;
  return unit === '日' && /^\s*(?:起|生效|更新|发布)/.test(after);
}

/** 十五 → 15, 半 → 0.5; of 三五年 the longer counts. */
function countOf(number: string): number | undefined {
  return number === '半' ? 0.5 : numberOf(number.replace(/^[一二三四五六七八九](?=[一二三四五六七八九]$)/, ''));
}

const EN =
  /\b(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|eighteen|twenty|twenty-four|thirty|sixty|ninety|an?)\b\)?[\s-]*(?:\(\d{1,4}\)[\s-]*)?((?:business|working|calendar|full)[\s-]+)?(hour|day|week|month|year)s?\b(?![\s-]*(?:old|of age))/gi;

const EN_NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12,
  fourteen: 14, fifteen: 15, eighteen: 18, twenty: 20, 'twenty-four': 24, thirty: 30, sixty: 60, ninety: 90,
};

function englishPeriods(text: string): Period[] {
  const periods: Period[] = [];
  for (const match of matchesOf(EN, text)) {
    const [all, number = '', kind = '', unit = ''] = match;
    const article = /^an?$/i.test(number);
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    if (article && /(?:once|times?|per|twice)\s*$/i.test(before)) continue;
    const count = EN_NUMBERS[number.toLowerCase()] ?? Number(number);
    if (!count) continue;
    const name = `${unit.toLowerCase()}s` as Period['unit'];
    const working = /business|working/i.test(kind);
    periods.push({ start: match.index, end: match.index + all.length, count, unit: name, working });
  }
  return periods;
}
