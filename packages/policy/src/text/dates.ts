import { numberOf } from '@mingshi/knowledge';

/** A date found in a text: YYYY-MM-DD, YYYY-MM or YYYY, as much as is given. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string;
}

/** Dates as policies write them, in both languages, in order. */
export function datesIn(text: string): FoundDate[] {
  const dates: FoundDate[] = [];
  if (!YEAR.test(text)) return dates;
  for (const match of text.matchAll(DATE)) {
    const { ymdYear, ymdMonth, ymdDay, month, day, year, day2, month2, year2, a, b, year3, y8, m8, d8, roc, rocMonth, rocDay, only } = match.groups ?? {};
    const iso = ymdYear
      ? isoOf(numberOf(ymdYear) ?? 0, numberOf(ymdMonth ?? '') ?? 0, numberOf(ymdDay ?? '') ?? 0)
      : month ? isoOf(Number(year), monthOf(month), Number(day ?? 0))
      : month2 ? isoOf(Number(year2), monthOf(month2), Number(day2))
      : year3 ? ambiguous(Number(a), Number(b), Number(year3))
      : roc ? isoOf(1911 + Number(roc), Number(rocMonth), Number(rocDay ?? 0))
      : y8 ? isoOf(Number(y8), Number(m8), Number(d8))
      : isoOf(Number(only), 0, 0);
    if (iso) dates.push({ start: match.index, end: match.index + match[0].length, iso });
  }
  return dates;
}

/** Every date has a year: a quick look before the patterns. */
const YEAR = /(?:19|20)\d{2}|民[国國]|[〇零○一二三四五六七八九]{4}/;
const MONTHS = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const HAN = '[〇零○一二三四五六七八九十]';
const DATE = new RegExp(
  [
    `(?<ymdYear>(?:19|20)\\d{2}|[〇零○一二三四五六七八九]{4})\\s?(?:年|[-./])\\s?(?<ymdMonth>\\d{1,2}|${HAN}{1,3})(?:\\s?(?:月|[-./])\\s?(?<ymdDay>\\d{1,2}|${HAN}{1,3})(?:\\s?日)?|\\s?月)?`,
    `\\b(?<month>${MONTHS})\\.?\\s(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s)?(?<year>(?:19|20)\\d{2})\\b`,
    `\\b(?<day2>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<month2>${MONTHS})\\.?,?\\s(?<year2>(?:19|20)\\d{2})\\b`,
    `\\b(?<a>\\d{1,2})[/.-](?<b>\\d{1,2})[/.-](?<year3>(?:19|20)\\d{2})\\b`,
    `\\b(?<y8>(?:19|20)\\d{2})(?<m8>0[1-9]|1[0-2])(?<d8>0[1-9]|[12]\\d|3[01])\\b`,
    // The year of the calendar of Taiwan: 民國 115 年.
    `民[国國]\\s?(?<roc>\\d{2,3})\\s?年\\s?(?<rocMonth>\\d{1,2})\\s?月(?:\\s?(?<rocDay>\\d{1,2})\\s?日)?`,
    `\\b(?<only>(?:19|20)\\d{2})(?=\\s*(?:年|$|[。.*_]))`,
  ].join('|'),
  'gi',
);

function monthOf(name: string): number {
  return 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** 12/31/2020 and 31/12/2020; when both readings are possible only the year is certain. */
function ambiguous(a: number, b: number, year: number): string | undefined {
  if (a > 12) return isoOf(year, b, a);
  if (b > 12 || a === b) return isoOf(year, a, b);
  return isoOf(year, 0, 0);
}

function isoOf(year: number, month: number, day: number): string | undefined {
  if (month > 12 || day > 31 || Number.isNaN(year + month + day)) return undefined;
  return `${year}${month > 0 ? `-${two(month)}` : ''}${month > 0 && day > 0 ? `-${two(day)}` : ''}`;
}
