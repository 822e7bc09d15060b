import { columnOf as englishColumn } from './languages/en/rows.ts';
import { columnOf as chineseColumn } from './languages/zh/rows.ts';
import type { Unit } from './unit.ts';

/** A unit in the language that it is to be read in. */
export interface Worded {
  readonly unit: Unit;
  readonly language: 'zh' | 'en';
}

/** What the columns are called in the language of the cells: tables are half translated, their headers or their rows. */
const HEADERS = {
  zh: { permission: '权限', purpose: '使用目的', data: '收集的信息', party: 'SDK', other: '' },
  en: { permission: 'Permission', purpose: 'Purpose', data: 'Data', party: 'SDK', other: '' },
} as const;

/** The language of a row is that of the data it tells, whatever that of its headers and of the document. */
export function inOwnLanguage(unit: Unit, language: 'zh' | 'en'): Worded {
  if (unit.kind !== 'row' || unit.headers.every((header) => header === '')) return { unit, language };
  const columns = unit.headers.map((header) => (HAN.test(header) ? chineseColumn(header) : englishColumn(header)));
  const data = unit.sentences.find((_, i) => columns[i] === 'data')?.text;
  if (data === undefined) return { unit, language };
  const own = HAN.test(data) ? 'zh' : (data.match(WORDS)?.length ?? 0) > 1 ? 'en' : language;
  const isForeign = (header: string): boolean => header !== '' && HAN.test(header) !== (own === 'zh');
  if (!unit.headers.some(isForeign)) return { unit, language: own };
  const headers = unit.headers.map((header, i) => (isForeign(header) && HEADERS[own][columns[i] ?? 'other']) || header);
  return { unit: { ...unit, headers }, language: own };
}

const HAN = /[\u3400-\u9fff]/;
/** English words; IMEI and MAC are said in Chinese as well. */
const WORDS = /\b[A-Za-z]?[a-z]{2,}\b/g;
