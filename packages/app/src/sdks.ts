import type { App, AppProject, CodeUse, Confidence, Location, SdkSign, SdkUse } from '@mingshi/model';
import type { Knowledge, Sdk } from '@mingshi/knowledge';
import { isNeverShipped } from './never-shipped.ts';
import { signsOf, type Told } from './sdk-signs.ts';

/** A sign in the app, and how strongly it speaks: 0 is strongest. */
interface Seen extends SdkSign {
  readonly rank: number;
  readonly confidence: Confidence;
}

interface Hit {
  readonly seen: Seen;
  readonly strong: boolean;
}

const LEVELS: readonly Confidence[] = ['low', 'medium', 'high'];

/** The known SDKs that the apps embed, each once, with every sign of it. */
export function sdksOf(project: AppProject, knowledge: Knowledge): readonly SdkUse[] {
  return project.apps.flatMap((app) => embeddedIn(app, knowledge));
}

function embeddedIn(app: App, knowledge: Knowledge): readonly SdkUse[] {
  const hits = new Map<string, Hit[]>();
  const note = (told: Told, seen: Seen): void => {
    const known = hits.get(told.sdk);
    if (known) known.push({ seen, strong: told.strong });
    else hits.set(told.sdk, [{ seen, strong: told.strong }]);
  };
  for (const [told, seen] of signsIn(app, knowledge)) note(told, seen);
  const byOthers = new Set([...hits].flatMap(([id, own]) => (own.some(({ strong }) => strong) ? [id] : [])));
  for (const { of, name, at, confidence } of app.code.uses) {
    if (of.kind !== 'sdk' || !of.orOf) continue;
    // A call that several SDKs of one maker share tells none of them where another sign tells one.
    const told = [of.id, ...of.orOf].filter((id) => byOthers.has(id));
    for (const sdk of told) note({ sdk, strong: true }, { kind: 'call', name, at, rank: 4, confidence });
    if (told.length === 0) note({ sdk: of.id, strong: true }, { kind: 'call', name, at, rank: 4, confidence: 'low' });
  }
  return [...hits]
    .filter(([, own]) => own.some(({ strong }) => strong))
    .flatMap(([id, own]) => useOf(app, knowledge.sdks.find((sdk) => sdk.id === id) as Sdk, own))
    .toSorted((a, b) => (a.sdk < b.sdk ? -1 : 1));
}

/** Strong signs before weak ones, then by kind; the same word at the same place counts once. */
function useOf(app: App, { id, certainty }: Sdk, hits: readonly Hit[]): SdkUse {
  const ordered = hits.toSorted(
    (a, b) => Number(b.strong) - Number(a.strong) || a.seen.rank - b.seen.rank || comparePlaces(a.seen.at, b.seen.at),
  );
  const signs = new Map<string, SdkSign>();
  for (const { seen } of ordered) {
    const { kind, name, at } = seen;
    const key = `${kind} ${name} ${at.file} ${at.start}`;
    if (!signs.has(key)) signs.set(key, { kind, name, at });
  }
  const strong = ordered.filter((hit) => hit.strong);
  const best = Math.max(...strong.map(({ seen }) => LEVELS.indexOf(seen.confidence)));
  // What the manifest says and what the code says bear each other out.
  const kinds = new Set(strong.map(({ seen }) => seen.kind));
  const level = Math.min(kinds.size > 1 ? LEVELS.indexOf('high') : best, LEVELS.indexOf(certainty));
  return { app: app.id, sdk: id, signs: [...signs.values()], confidence: LEVELS[level] ?? 'low' };
}

function signsIn(app: App, knowledge: Knowledge): readonly (readonly [Told, Seen])[] {
  const { dependency, marker, component, imported } = signsOf(knowledge);
  const pairs = (told: readonly Told[], seen: Seen): readonly (readonly [Told, Seen])[] =>
    told.map((one) => [one, seen] as const);
  const ours = app.applicationId?.text;
  return [
    ...app.dependencies.flatMap((one) => {
      // What only a debug build has reaches no user.
      if (isNeverShipped(one.onlyIn)) return [];
      const kind = one.ecosystem === 'file' ? 'file' : 'dependency';
      const rank = one.via === 'lock' ? 2 : kind === 'file' ? 1 : 0;
      return pairs(dependency(one), { kind, name: one.name, at: one.at, rank, confidence: 'high' });
    }),
    ...app.components.flatMap(({ name, at, onlyIn }) =>
      isNeverShipped(onlyIn) ? [] : pairs(component(name, ours), { ...medium, kind: 'marker', name, at, rank: 3 }),
    ),
    ...app.metaData.flatMap(({ text, at }) =>
      pairs(marker(text), { ...medium, kind: 'marker', name: text, at, rank: 3 }),
    ),
    ...app.code.uses.flatMap((use) => callSigns(use)),
    ...app.code.imports.flatMap(({ text, at }) =>
      pairs(imported(text, ours), { ...medium, kind: 'import', name: text, at, rank: 5 }),
    ),
  ];
}

const medium = { confidence: 'medium' } as const;

function callSigns({ of, name, at, confidence }: CodeUse): readonly (readonly [Told, Seen])[] {
  return of.kind === 'sdk' && !of.orOf
    ? [
        [
          { sdk: of.id, strong: true },
          { kind: 'call', name, at, rank: 4, confidence },
        ],
      ]
    : [];
}

function comparePlaces(a: Location, b: Location): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start;
}
