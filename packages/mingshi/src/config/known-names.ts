import type { Knowledge } from '@mingshi/knowledge';
import { rules } from '@mingshi/rules';
import type { Known } from './config.ts';
import { waiverRules } from '../waivers/waivers.ts';

/** What a config may name. */
export function knownNames(knowledge: Knowledge): Known {
  return {
    rules: [...rules, ...waiverRules].map(({ id }) => id),
    // 问诊挂号 and 问诊挂号类 are both said.
    categories: [
      ...new Set(knowledge.categories.flatMap(({ id, name }) => [name.zh.replace(/类$/, ''), name.zh, name.en, id])),
    ],
  };
}
