import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyDocument, PolicyReading } from '@mingshi/model';
import { byLanguage, type ByLanguage } from './by-language.ts';
import { elementsOf } from './elements.ts';
import { passagesOf } from './elements/passages.ts';
import { english } from './languages/en.ts';
import { chinese } from './languages/zh.ts';
import { sectionKindsOf } from './sections.ts';
import { sentencesOf } from './sentences.ts';
import { signsOf } from './signs.ts';
import { statementsOf } from './statements.ts';
import type { Grammar, Unit } from './unit.ts';
import { unitsOf } from './units.ts';
import { vagueOf } from './vague.ts';

/** What was understood of a policy: the part of a reading that needs no files. */
export type Understanding = Pick<PolicyReading, 'sectionKinds' | 'statements' | 'elements' | 'vague' | 'signs' | 'sdks'>;

/** Reads meaning out of the documents' text; pure and deterministic. */
export function understand(documents: readonly PolicyDocument[], knowledge: Knowledge): Understanding {
  const sentences = sentencesOf(documents);
  const sectionKinds = sectionKindsOf(documents);
  const units = unitsOf(documents, sentences, sectionKinds);
  const grammars = grammarsOf(knowledge);
  const raw = units.flatMap((unit) => grammars[languageOf(unit)](unit));
  const statements = statementsOf(raw, documents);
  const passages = passagesOf(documents, sentences, sectionKinds, knowledge);
  return {
    sectionKinds,
    statements,
    elements: elementsOf(passages, statements),
    vague: vagueOf(documents, sentences, sectionKinds, statements, knowledge),
    signs: signsOf({ documents, passages, sectionKinds, statements, knowledge }),
    sdks: [],
  };
}

const built = new WeakMap<Knowledge, ByLanguage<Grammar>>();

/** The grammars of a knowledge; their word matchers are built once. */
function grammarsOf(knowledge: Knowledge): ByLanguage<Grammar> {
  let grammars = built.get(knowledge);
  if (!grammars) {
    grammars = byLanguage((language) => (language === 'zh' ? chinese : english)(knowledge));
    built.set(knowledge, grammars);
  }
  return grammars;
}

/** A unit is read in the language of most of its text. */
function languageOf(unit: Unit): 'zh' | 'en' {
  let zh = 0;
  for (const sentence of unit.lead ? [unit.lead, ...unit.sentences] : unit.sentences) {
    zh += sentence.language === 'zh' ? sentence.text.length * 3 : -sentence.text.length;
  }
  return zh >= 0 ? 'zh' : 'en';
}
