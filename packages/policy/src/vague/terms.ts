import type { Knowledge, VagueTerm } from '@mingshi/knowledge';
import { byLanguage, type ByLanguage } from '../by-language.ts';

/** A term of the knowledge with its compiled pattern. */
export interface CompiledTerm {
  readonly id: string;
  readonly kind: VagueTerm['kind'];
  readonly pattern: RegExp;
}

type Terms = ByLanguage<readonly CompiledTerm[]>;

const built = new WeakMap<Knowledge, Terms>();

/** The vague terms of a knowledge by language, compiled once. */
export function termsOf(knowledge: Knowledge): Terms {
  let terms = built.get(knowledge);
  if (!terms) built.set(knowledge, (terms = byLanguage((language) => compiled(knowledge, language))));
  return terms;
}

function compiled(knowledge: Knowledge, language: 'zh' | 'en'): CompiledTerm[] {
  return knowledge.vagueTerms
    .filter((term) => term.language === language)
    .map(({ id, kind, pattern, flags }) => {
      const all = `${flags.replaceAll(/[gu]/g, '')}gu`;
      return { id, kind, pattern: new RegExp(pattern, all) };
    });
}
