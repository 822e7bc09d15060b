import type { Clause } from './clauses.ts';

const LEADING = '(?:[\\d.、)）\\-·•*\\s]|但是?|而|此外|另外|其中|同时|并且?|且)*';
const OPENS = new RegExp(`^${LEADING}(?:当|在|若|一旦|除非|如果)`);
const IF = new RegExp(`^${LEADING}如(?=您(?!的)|用户(?!的)|我们|需|遇|未|不|有(?!关)|涉及|因|拒绝|选择|使用|发生|发现|出现|存在|超出|要|希望|想|无|贵)`);

/**
 * Length of the words that make a clause a circumstance (当您…, 如您…), 0 for none; 如 in brackets or behind a colon
 * gives an example.
 */
export function openingOf(text: string, clause: Clause): number {
  const start = text.slice(clause.start, clause.start + 24);
  const isPlain = clause.depth === 0 && !/[:：]/.test(clause.mark);
  return OPENS.exec(start)?.[0].length ?? (isPlain ? (IF.exec(start)?.[0].length ?? 0) : 0);
}
