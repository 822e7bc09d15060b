import type { Knowledge } from '@mingshi/knowledge';
import type { DriftSign, Phrase, PolicyDocument, PolicyReading, SectionKind } from '@mingshi/model';
import { mentionsIn } from './mentions.ts';
import { rightsTouched } from './rights.ts';
import { tellingsOf } from './telling.ts';
import type { Telling } from './telling.ts';
import { languageOf, versionsOf } from './versions.ts';
import type { Versions } from './versions.ts';
import { comparedOf, type Compared } from './compared.ts';

/** What one version of the policy, in another language or another copy, says and the other does not. */
export function* readDrift(
  documents: readonly PolicyDocument[],
  understood: Pick<PolicyReading, 'sectionKinds' | 'statements'>,
  knowledge: Knowledge,
): Iterable<DriftSign> {
  const policy = comparedOf(documents, understood, knowledge);
  for (const versions of versionsOf(documents, knowledge)) yield* driftBetween(policy, versions);
}

/** What one of two versions says and the other does not. */
export function driftBetween(policy: Compared, versions: Versions): readonly DriftSign[] {
  const dates = dateDrift(policy, versions);
  // An old version differs in whatever was changed since.
  if (dates) return [dates];
  const { one, other } = versions;
  return [...missingIn(policy, one, other, versions), ...missingIn(policy, other, one, versions)];
}

/** What a version tells and the other, with the lists that go with it, does not so much as mention. */
function missingIn(policy: Compared, teller: number, other: number, { between }: Versions): readonly DriftSign[] {
  const { documents } = policy;
  const language = languageOf(documents[other] as PolicyDocument);
  const beside = new Set(
    [...documents.keys()].filter((index) => {
      const document = documents[index] as PolicyDocument;
      const isInReach = document.language === 'mixed' || languageOf(document) === language;
      return index === other || (document.part !== 'main' && isInReach);
    }),
  );
  const mentioned = mentionsIn(policy, beside);
  const touched = rightsTouched(policy, beside);
  const isTold = ({ what, kin }: Telling): boolean =>
    [...kin].some((id) => (what === 'right' ? touched : mentioned).has(id));
  return tellingsOf(policy, teller)
    .filter((telling) => !isTold(telling))
    .map(({ what, id, quote, belongs }) => ({
      kind: 'drift',
      document: teller,
      quote,
      what,
      id,
      other: placeIn(policy, other, belongs),
      between,
    }));
}

/** The heading of the first section of such a kind, else the title of the document. */
function placeIn({ documents, sectionKinds }: Compared, index: number, kinds: readonly SectionKind[]): Phrase {
  const { blocks, title, path } = documents[index] as PolicyDocument;
  for (const kind of kinds) {
    const own = blocks.find(({ section }) => sectionKinds[index]?.[section] === kind);
    if (own) return { text: own.text, at: own.at };
  }
  const head = blocks.find(({ text }) => text.trim() !== '' && text.trim() === title?.trim()) ?? blocks[0];
  return { text: head?.text ?? '', at: head?.at ?? { file: path, start: 0, end: 0 } };
}

interface Dated {
  readonly iso: string;
  readonly quote: Phrase;
}

/** Two versions that bear different dates of the same kind: the older one lacks the newer date. */
function dateDrift(policy: Compared, { one, other, between }: Versions): DriftSign | undefined {
  const [mine, theirs] = [datesIn(policy, one), datesIn(policy, other)];
  for (const kind of ['update-date', 'effective-date']) {
    const [a, b] = [mine.get(kind), theirs.get(kind)];
    if (!a || !b || a.iso.startsWith(b.iso) || b.iso.startsWith(a.iso)) continue;
    const [newer, document, older] = a.iso > b.iso ? [a, one, b] : [b, other, a];
    return { kind: 'drift', document, quote: newer.quote, what: 'date', id: newer.iso, other: older.quote, between };
  }
  return undefined;
}

function datesIn(policy: Compared, document: number): ReadonlyMap<string, Dated> {
  return new Map(
    policy
      .elementsIn(document)
      .flatMap(({ id, quote, values: { date } }) =>
        typeof date === 'string' ? [[id, { iso: date, quote }] as const] : [],
      ),
  );
}
