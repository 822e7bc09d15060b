import { onceFor } from '@mingshi/knowledge';
import { partitionPoint } from '@mingshi/model';
import type { Block, Location, PolicyDocument, PolicyReading, PolicyStatement, SectionKind } from '@mingshi/model';

/** The document that is the policy proper; lists and children's rules are parts of it. */
export function mainDocument(policy: PolicyReading): PolicyDocument | undefined {
  return policy.documents.find(({ part }) => part === 'main') ?? policy.documents[0];
}

/**
 * The place where a missing text belongs: the heading of the first section of such a kind, else the policy's title.
 */
export function placeFor(policy: PolicyReading, kinds: readonly SectionKind[]): Location {
  return sectionFor(policy, kinds) ?? titleOf(policy);
}

/** The heading of the first section of such a kind. */
export function sectionFor(policy: PolicyReading, kinds: readonly SectionKind[]): Location | undefined {
  for (const kind of kinds) {
    const at = sectionOf(policy, kind);
    if (at) return at;
  }
  return undefined;
}

/** How far from its top the title of a document stands. */
const NEAR_TOP = 4;

/** The title of the policy, or what stands first in its main document. */
export function titleOf(policy: PolicyReading): Location {
  const document = mainDocument(policy);
  const title = document?.blocks.find(({ text }) => text.trim() !== '' && text.trim() === document.title?.trim());
  const first = document?.blocks.slice(0, NEAR_TOP).find(({ kind }) => kind === 'heading') ?? document?.blocks.find(({ text }) => /\p{L}/u.test(text));
  return (title ?? first ?? document?.blocks[0])?.at ?? { file: document?.path ?? '', start: 0, end: 0 };
}

function sectionOf(policy: PolicyReading, kind: SectionKind): Location | undefined {
  const main = mainDocument(policy);
  const order = [...policy.documents.keys()].toSorted(
    (a, b) => Number(policy.documents[b] === main) - Number(policy.documents[a] === main) || a - b,
  );
  for (const document of order) {
    const section = policy.sectionKinds[document]?.findIndex((each) => each === kind) ?? -1;
    const at = section < 0 ? undefined : headingOf(policy.documents[document], section);
    if (at) return at;
  }
  return undefined;
}

/** Where a section begins: its heading, or the first thing in one that has none. */
function headingOf(document: PolicyDocument | undefined, section: number): Location | undefined {
  const blocks = document?.blocks.filter((block) => block.section === section) ?? [];
  return (blocks.find(({ kind }) => kind === 'heading') ?? blocks[0])?.at ?? document?.sections[section]?.at;
}

/** Whether two places share some of their text. */
export function isSamePlace(a: Location, b: Location): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}

/** The paragraph, item or cell of a statement that holds the words: a statement may go on over a long list. */
export function partWith(policy: PolicyReading, { document, at }: PolicyStatement, words: Location): Location {
  const part = blockAt(policy.documents[document], words.start)?.at;
  return part && part.start >= at.start && part.end <= at.end ? part : at;
}

/** The cells, other than empty ones, of the table row that a statement stands in. */
export function rowOf(policy: PolicyReading, { document, at }: PolicyStatement): readonly Block[] {
  const blocks = policy.documents[document]?.blocks ?? [];
  const own = blockAt(policy.documents[document], at.start)?.table;
  return own
    ? blocks.filter(({ table, text }) => table?.index === own.index && table.row === own.row && text.trim() !== '')
    : [];
}

/** The block that holds a place. */
function blockAt(document: PolicyDocument | undefined, place: number): Block | undefined {
  if (!document) return undefined;
  const blocks = inSourceOrder(document);
  const block = blocks[partitionPoint(blocks, ({ at }) => at.start <= place) - 1];
  return block && place < block.at.end ? block : undefined;
}

/** The blocks of a document as they stand in its file: tables are read upright, and so in another order. */
const inSourceOrder = onceFor(({ blocks }: PolicyDocument): readonly Block[] =>
  blocks.toSorted((a, b) => a.at.start - b.at.start),
);
