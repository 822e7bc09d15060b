import type { Knowledge } from '@mingshi/knowledge';
import type { DriftSign, PolicyDocument } from '@mingshi/model';
import { driftBetween } from './drift.ts';
import { understand } from '../understanding/understand.ts';
import { comparedOf } from './compared.ts';
import { halvesOf } from './halves.ts';
import { areOfOneProduct } from './versions.ts';

/** What the Chinese and the English text of one file do not both say. */
export function* driftWithin(documents: readonly PolicyDocument[], knowledge: Knowledge): Iterable<DriftSign> {
  const lists = documents.filter(({ part }) => part !== 'main');
  let read = 0;
  for (const [index, document] of documents.entries()) {
    const halves = read < MOST ? halvesOf(document) : undefined;
    if (!halves) continue;
    read++;
    const all = [...halves, ...lists];
    if (!areOfOneProduct(0, 1, all, knowledge)) continue;
    const policy = comparedOf(all, understand(all, knowledge), knowledge);
    for (const sign of driftBetween(policy, { one: 0, other: 1, between: 'languages' }))
      yield { ...sign, document: index, half: sign.document === 0 ? 'zh' : 'en' };
  }
}

/** More texts in two languages are a house's collection. */
const MOST = 4;
