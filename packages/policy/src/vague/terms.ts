import { onceFor } from '@mingshi/knowledge';
import type { Knowledge, Language, VagueTerm } from '@mingshi/knowledge';
import { byLanguage } from '../text/by-language.ts';

/** A term of the knowledge with its compiled pattern. */
interface CompiledTerm {
  readonly id: string;
  readonly kind: VagueTerm['kind'];
  readonly pattern: RegExp;
}

/** The terms of one language. */
interface Terms {
  readonly terms: readonly CompiledTerm[];
  /** Whether a text has any of them: most have none. */
  readonly hasAny: (text: string) => boolean;
}

/** The vague terms of a knowledge by language, compiled once. */
export const termsOf = onceFor((knowledge) => byLanguage((language) => compiled(knowledge, language)));

function compiled(knowledge: Knowledge, language: Language): Terms {
  const together = new Map<string, string[]>();
  const terms = knowledge.vagueTerms
    .filter((term) => term.language === language)
    .map(({ id, kind, pattern, flags }): CompiledTerm => {
      const all = `${flags.replaceAll(/[gu]/g, '')}u`;
      together.set(all, [...(together.get(all) ?? []), `(?:${pattern})`]);
      return { id, kind, pattern: new RegExp(pattern, `${all}g`) };
    });
  const any = [...together].map(([flags, patterns]) => new RegExp(patterns.join('|'), flags));
  return { terms, hasAny: (text) => any.some((each) => each.test(text)) };
}
