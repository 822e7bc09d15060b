import type { Language } from '@mingshi/knowledge';
import type { Columns } from '../document/columns.ts';
import type { Unit } from '../units/unit.ts';

/** The language of a row is that of the data it tells: tables are half translated, their headers or their rows. */
export function languageOfRow({ headers, sentences }: Unit, language: Language, { columnOf }: Columns): Language {
  const data = sentences.find((_, i) => columnOf(headers[i] ?? '') === 'data')?.text;
  if (data === undefined) return language;
  return HAN.test(data) ? 'zh' : (data.match(WORDS)?.length ?? 0) > 1 ? 'en' : language;
}

const HAN = /[\u3400-\u9fff]/;
/** English words; IMEI and MAC are said in Chinese as well. */
const WORDS = /\b[A-Za-z]?[a-z]{2,}\b/g;
