import type { Knowledge, Language } from '@mingshi/knowledge';
import type { DriftSign, Phrase, PolicyStatement, SectionKind } from '@mingshi/model';
import { foldWidth } from '../text/fold.ts';
import { plainOf } from '../text/plain.ts';
import { locate } from '../text/locate.ts';
import type { Compared } from './compared.ts';
import { CONCRETE, kinOf } from './kin.ts';
import { companiesIn } from './mentions.ts';
import { rightsOf } from './rights.ts';

/** One thing that a version tells, and what another version may mention to tell as much. */
export interface Telling {
  readonly what: DriftSign['what'];
  readonly id: string;
  readonly quote: Phrase;
  /** Any of these told is enough. */
  readonly kin: ReadonlySet<string>;
  /** Kinds of the section where it belongs, the best first. */
  readonly belongs: readonly SectionKind[];
}

const TELLING: ReadonlySet<string> = new Set([
  'collect',
  'use',
  'share',
  'store',
  'transfer',
  'disclose',
  'publish',
  'request-permission',
]);

/** What a version tells beyond doubt: concrete data, permissions, companies by name, rights. */
export function tellingsOf(policy: Compared, document: number): readonly Telling[] {
  const statements = policy.statements.filter((statement) => statement.document === document);
  const telling = statements.filter(({ negated, action, section }) => {
    const kind = policy.sectionKinds[document]?.[section];
    return !negated && TELLING.has(action) && kind !== 'definitions' && kind !== 'minors';
  });
  const data = telling.filter(({ permissions }) => permissions.length === 0).flatMap((each) => dataOf(each, policy));
  const permissions = telling.flatMap((each) => permissionsOf(each, policy));
  return firstOfEach([...data, ...permissions, ...recipientsOf(policy, document), ...rightsOf(policy, document)]);
}

/** A thing told in many places is told once; a permission whose data are told is told with them. */
function firstOfEach(tellings: readonly Telling[]): readonly Telling[] {
  const kept: Telling[] = [];
  for (const each of tellings)
    if (!kept.some(({ what, kin }) => (what === each.what || what === 'data') && kin.has(each.id))) kept.push(each);
  return kept;
}

function dataOf({ dataTypes, language }: PolicyStatement, { knowledge }: Compared): Telling[] {
  return dataTypes.flatMap(({ id, generic, text, at }) => {
    if (generic || !CONCRETE.has(id) || isWeak(id, text, language, knowledge)) return [];
    return [{ what: 'data' as const, id, quote: { text, at }, kin: kinOf(id, knowledge), belongs: ['collection'] }];
  });
}

/** Words that name the data only where data is expected: 状态, name. */
function isWeak(id: string, text: string, language: Language, { lexicons }: Knowledge): boolean {
  const word = plainOf(text).trim().toLowerCase();
  return lexicons[language].data.some(
    ({ type, weak }) => type === id && weak.some((each) => each.toLowerCase() === word),
  );
}

function permissionsOf({ permissions, dataTypes, text, at }: PolicyStatement, { knowledge }: Compared): Telling[] {
  return permissions.flatMap((name) => {
    const permission = knowledge.permissions.find((each) => each.name === name);
    if (!permission || permission.protection !== 'dangerous' || permission.discloses.length === 0) return [];
    const group = knowledge.permissions.filter((each) => each.group === permission.group).map((each) => each.name);
    const kin = new Set([name, ...group, ...permission.opens.flatMap((id) => [...kinOf(id, knowledge)])]);
    const quote = dataTypes.find(({ id }) => permission.opens.includes(id)) ?? { text, at };
    return [
      {
        what: 'permission' as const,
        id: name,
        quote: { text: quote.text, at: quote.at },
        kin,
        belongs: ['permissions', 'collection'],
      },
    ];
  });
}

/** Companies named where the policy tells who receives data. */
function recipientsOf({ passagesIn, knowledge }: Compared, document: number): Telling[] {
  const found: Telling[] = [];
  for (const { sentence, kind, block } of passagesIn(document)) {
    if (
      sentence.document !== document ||
      /^(?:definitions|changes|contact|minors|rights)$/.test(kind) ||
      NOT.test(sentence.text)
    )
      continue;
    for (const { start, end, value } of companiesIn(foldWidth(sentence.text), knowledge)) {
      const [from, to] = [sentence.start + start, sentence.start + end];
      const quote = { text: block.text.slice(from, to), at: locate(block, from, to) };
      found.push({ what: 'recipient', id: value, quote, kin: new Set([value]), belongs: ['sdk-list', 'sharing'] });
    }
  }
  return found;
}

const NOT = /不|未|没有|无|\b(?:not|no|never|without)\b|n['’]t\b/i;
