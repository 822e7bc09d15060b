import type { Knowledge } from '@mingshi/knowledge';
import type { Block, Location, PolicyDocument, SdkMention, SectionKind } from '@mingshi/model';
import { columnsOf } from '../document/columns.ts';
import { locate } from '../text/locate.ts';
import { entryFinder, type Entry } from './entries.ts';
import { isListed } from './listed.ts';
import { nameFinderOf, type NameFinder, type NameHit } from './names.ts';
import { toldIn, type Told } from './tells.ts';

/** Where the policy names known SDKs, and what it tells of each there. */
export function sdkMentionsOf(
  documents: readonly PolicyDocument[],
  sectionKinds: readonly (readonly SectionKind[])[],
  knowledge: Knowledge,
): readonly SdkMention[] {
  const namesIn = nameFinderOf(knowledge);
  return documents.flatMap((document, index) =>
    mentionsIn(document, index, sectionKinds[index] ?? [], knowledge, namesIn),
  );
}

/** A name met in a block, before it is known what else its entry names. */
interface Met {
  readonly hit: NameHit;
  readonly number: number;
  readonly listed: boolean;
}

function mentionsIn(
  document: PolicyDocument,
  index: number,
  kinds: readonly SectionKind[],
  knowledge: Knowledge,
  namesIn: NameFinder,
): readonly SdkMention[] {
  const { blocks } = document;
  const columns = columnsOf(knowledge);
  const entries = new Map<number, { readonly entry: Entry; readonly met: Map<string, Met> }>();
  let entryAt: ((number: number) => Entry | undefined) | undefined;
  for (let number = 0; number < blocks.length; number++) {
    const block = blocks[number] as Block;
    const hits = namesIn(block.text);
    if (hits.length === 0) continue;
    entryAt ??= entryFinder(document, columns);
    const entry = entryAt(number);
    if (!entry) continue;
    const from = entry.blocks[0] ?? number;
    let known = entries.get(from);
    if (!known || entry.blocks.length > known.entry.blocks.length) {
      entries.set(from, (known = { entry, met: known?.met ?? new Map<string, Met>() }));
    }
    for (const hit of hits) {
      const listed = isListed(hit, number, entry, { document, kinds, columns });
      const before = known.met.get(hit.name.text);
      // In one entry a name counts once, where it says most.
      if (!before || (listed && !before.listed)) known.met.set(hit.name.text, { hit, number, listed });
    }
  }
  return [...entries.values()].flatMap(({ entry, met }) => {
    const told = toldIn(entry, document, index, knowledge, { namesIn, columns });
    const at = placeOf(entry, blocks);
    return withoutMakers([...met.values()]).map((each) => mentionOf(each, blocks, index, at, told));
  });
}

/** Who names an SDK beside its maker or brand means that SDK. */
function withoutMakers(met: readonly Met[]): readonly Met[] {
  const own = new Set(met.filter(({ hit, listed }) => hit.name.exact && listed).flatMap(({ hit }) => hit.name.sdks));
  return own.size === 0 ? met : met.filter(({ hit: { name } }) => name.exact || !name.sdks.some((id) => own.has(id)));
}

function mentionOf(
  { hit: { start, end, name }, number, listed }: Met,
  blocks: readonly Block[],
  document: number,
  entry: Location,
  told: Told,
): SdkMention {
  const block = blocks[number] as Block;
  return {
    text: block.text.slice(start, end),
    at: locate(block, start, end),
    sdks: name.sdks,
    exact: name.exact,
    document,
    listed,
    entry,
    ...told,
  };
}

function placeOf(entry: Entry, blocks: readonly Block[]): Location {
  const first = (blocks[entry.blocks[0] ?? 0] as Block).at;
  const last = (blocks[entry.blocks.at(-1) ?? 0] as Block).at;
  return { file: first.file, start: first.start, end: Math.max(first.end, last.end) };
}
