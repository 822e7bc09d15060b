import { onceFor } from '@mingshi/knowledge';
import type { Knowledge, Language } from '@mingshi/knowledge';
import type { PolicyDocument, PolicyReading, PolicyStatement } from '@mingshi/model';
import { byLanguage } from '../text/by-language.ts';
import { columnsOf, type Columns } from '../document/columns.ts';
import { elementCollector } from '../elements/collector.ts';
import { passageMaker, type Passage } from '../elements/passages.ts';
import { english } from '../languages/en.ts';
import { chinese } from '../languages/zh.ts';
import { decidingTitles } from '../languages/zh/headings.ts';
import { languageOfRow } from '../statements/row-language.ts';
import { sdkMentionsOf } from '../sdks/mentions.ts';
import { withRepeats } from '../statements/repeats.ts';
import { sectionKindsOf } from '../document/sections.ts';
import { signCollector } from '../signs/collector.ts';
import type { Understood } from '../signs/reader.ts';
import { statementsOf, type Told } from '../statements/statements.ts';
import { contactsOf, withPassages } from '../elements/stretches.ts';
import { wholeOf, type Telling } from './telling.ts';
import type { Grammar, RawStatement, Unit } from '../units/unit.ts';
import { stretchesOf } from '../units/units.ts';
import { vagueCollector } from '../vague/collector.ts';

/** What was understood of a policy: the part of a reading that needs no files. */
type Understanding = Pick<PolicyReading, 'sectionKinds' | 'statements' | 'elements' | 'vague' | 'signs' | 'sdks'>;

/** Reads meaning out of the documents' text, and what the text shows about itself; pure and deterministic. */
export function understand(documents: readonly PolicyDocument[], knowledge: Knowledge): Understanding {
  const sectionKinds = sectionKindsOf(documents);
  const signs = signCollector(documents, knowledge);
  const whole = wholeOf(tellingOf(documents, sectionKinds, knowledge, signs.meet));
  const sdks = sdkMentionsOf(documents, sectionKinds, knowledge);
  return { sectionKinds, ...whole, signs: signs.found(), sdks };
}

/** Reads meaning out of the documents' text. Only what is told outlasts its stretch, which is shown to `meet`. */
export function* tellingOf(
  documents: readonly PolicyDocument[],
  sectionKinds: PolicyReading['sectionKinds'],
  knowledge: Knowledge,
  meet?: (stretch: Understood) => void,
): Telling {
  const grammars = grammarsOf(knowledge);
  const columns = columnsOf(knowledge);
  const elements = elementCollector(contactsOf(documents, sectionKinds, knowledge));
  const vague = vagueCollector(documents, sectionKinds, knowledge);
  let count = 0;
  let before: Begun = { own: [], told: [] };
  const stretches = documents.map((document, index) => stretchesOf(document, index, sectionKinds[index] ?? []));
  for (const stretch of withPassages(stretches, passageMaker(documents, sectionKinds, knowledge))) {
    const { units, sentences, own, passages } = stretch;
    const raw: RawStatement[] = [];
    for (const unit of units) raw.push(...grammars[languageOf(unit, columns)](unit));
    const told = statementsOf(raw, documents, count);
    const statements = told.map(({ statement }) => statement);
    count += statements.length;
    elements.meet(own, passages);
    elements.meetStatements(statements);
    vague.meet(sentences, raw);
    if (meet) {
      const last = lastOf(before);
      const passageOf = passageFinder([...last.own, ...own], [...last.told, ...told]);
      const statementsBefore = last.told.map(({ statement }) => statement);
      meet({ documents, own, passages, sectionKinds, statements, statementsBefore, passageOf, knowledge });
      before = { own, told };
    }
    yield statements;
  }
  return { elements: elements.found(), vague: vague.found() };
}

/** Passages with the statements that begin in them. */
interface Begun {
  readonly own: readonly Passage[];
  readonly told: readonly Told[];
}

/** The last passage and what it says. */
function lastOf({ own, told }: Begun): Begun {
  const last = own.at(-1);
  return last ? { own: [last], told: told.filter(({ sentence }) => sentence === last.sentence) } : { own, told };
}

/** The passage of each statement's first sentence; a row of labels and values has none. */
function passageFinder(
  own: readonly Passage[],
  told: readonly Told[],
): (statement: PolicyStatement) => Passage | undefined {
  const bySentence = new Map(own.map((passage) => [passage.sentence, passage]));
  const byStatement = new Map(told.map(({ statement, sentence }) => [statement, bySentence.get(sentence)]));
  return (statement) => byStatement.get(statement);
}

/** The grammars of a knowledge; their word matchers are built once. */
const grammarsOf = onceFor((knowledge) => byLanguage((language) => grammarOf(language, knowledge)));

function grammarOf(language: Language, knowledge: Knowledge): Grammar {
  return language === 'zh'
    ? withRepeats(chinese(knowledge), decidingTitles)
    : withRepeats(english(knowledge), ({ headings }) => headings.join('\u0001'));
}

/** A unit is read in the language of most of its text, a row in that of its data. */
function languageOf(unit: Unit, columns: Columns): Language {
  let zh = 0;
  for (const sentence of unit.lead ? [unit.lead, ...unit.sentences] : unit.sentences) {
    zh += sentence.language === 'zh' ? sentence.text.length * 3 : -sentence.text.length;
  }
  const most = zh >= 0 ? 'zh' : 'en';
  return unit.kind === 'row' ? languageOfRow(unit, most, columns) : most;
}
