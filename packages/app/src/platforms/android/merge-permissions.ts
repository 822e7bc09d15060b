import type { Location, PermissionUse } from '@mingshi/model';
import { groupBy } from '../../group-by.ts';
import type { Layer } from './layers.ts';
import type { PermissionTag } from './manifest.ts';
import { allBut, coverAll, RANK, type Variants } from './variants.ts';

interface Request {
  readonly layer: Layer;
  readonly kind: PermissionUse['kind'];
  readonly name: string;
  readonly at: Location;
  readonly element: Location;
  readonly maxSdk?: number;
}

interface Removal {
  readonly layer: Layer;
  readonly tag: PermissionTag;
}

/** What is said of a permission that is asked for in several ways: the strongest way. */
const KINDS = ['component', 'uses-permission', 'uses-permission-sdk-23'] as const;

/** The permissions that an app requests once its manifests are merged, in the order of the files. */
export function mergePermissions(layers: readonly Layer[], variants: Variants): readonly PermissionUse[] {
  const requests = layers.flatMap(requestsOf);
  const removals = layers.flatMap((layer) =>
    layer.manifest.permissions
      .filter(({ node }) => node === 'remove' || node === 'removeAll')
      .map((tag) => ({ layer, tag })),
  );
  const byName = groupBy(oncePerLayer(removals), ({ tag }) => (tag.node === 'removeAll' ? '' : tag.name));
  return [...groupBy(requests, ({ name }) => name)]
    .flatMap(([name, same]) => {
      return mergeRequests(name, same, [...(byName.get(name) ?? []), ...(byName.get('') ?? [])], variants) ?? [];
    })
    .toSorted((a, b) => compareLocations(a.at, b.at) || (a.name < b.name ? -1 : 1));
}

/** A manifest that says the same thing many times says it once. */
function oncePerLayer(removals: readonly Removal[]): readonly Removal[] {
  return [...groupBy(removals, ({ layer }) => layer).values()].flatMap((own) => [
    ...new Map(
      own.map((removal) => [`${removal.tag.node} ${removal.tag.name} ${removal.tag.selector}`, removal]),
    ).values(),
  ]);
}

function requestsOf(layer: Layer): readonly Request[] {
  const tags = layer.manifest.permissions
    .filter(({ node }) => node !== 'remove' && node !== 'removeAll')
    .map((tag): Request => ({ layer, ...tag }));
  // Being bound by the system as a keyboard, a VPN or a notification listener opens what no request does.
  const guards = layer.manifest.components.flatMap(({ permission, element, node }): readonly Request[] =>
    permission?.text.startsWith('android.permission.BIND_') && node !== 'remove'
      ? [{ layer, kind: 'component', name: permission.text, at: permission.at, element }]
      : [],
  );
  return [...tags, ...guards];
}

function mergeRequests(
  name: string,
  requests: readonly Request[],
  removals: readonly Removal[],
  variants: Variants,
): PermissionUse | undefined {
  const surviving = requests
    .map((request) => ({ request, sets: survivingSets(request, removals, variants) }))
    .filter(({ sets }) => sets === 'all' || sets.length > 0)
    .toSorted((a, b) => precedence(a.request) - precedence(b.request) || compareLocations(a.request.at, b.request.at));
  const [first] = surviving.map(({ request }) => request);
  if (!first) return undefined;
  const sets = new Set(surviving.flatMap(({ sets: own }) => (own === 'all' ? [] : own)));
  const everywhere = surviving.some(({ sets: own }) => own === 'all') || coverAll(sets, variants);
  const same = surviving.map(({ request }) => request);
  const maxSdk = highestSdk(same);
  const kind = KINDS.find((candidate) => same.some((one) => one.kind === candidate)) ?? first.kind;
  return {
    name,
    at: first.at,
    element: first.element,
    module: first.layer.module,
    kind,
    ...(!everywhere && { onlyIn: [...sets].toSorted() }),
    ...(maxSdk !== undefined && { maxSdk }),
    alsoAt: same.slice(1).map(({ at }) => at),
  };
}

/** The source sets in which a request outlives the `tools:node` of stronger manifests. */
function survivingSets(
  { layer, kind }: Request,
  removals: readonly Removal[],
  variants: Variants,
): readonly string[] | 'all' {
  if (kind === 'component') return layer.conditions ?? 'all';
  const blocking = removals.filter(({ layer: stronger, tag }) => {
    const aimed = !tag.selector || (layer.rank === RANK.library && layer.manifest.package?.text === tag.selector);
    const above = stronger.rank > layer.rank || (stronger === layer && tag.node === 'remove');
    return aimed && above;
  });
  if (blocking.some(({ layer: stronger }) => !stronger.conditions)) return [];
  const taken = new Set(blocking.flatMap(({ layer: stronger }) => stronger.conditions ?? []));
  if (taken.size === 0) return layer.conditions ?? 'all';
  return layer.conditions ? layer.conditions.filter((name) => !taken.has(name)) : allBut(taken, variants);
}

/** The app's own main manifest is the first place to look, then its source sets, then libraries. */
function precedence({ layer, kind }: Request): number {
  const place = layer.rank === RANK.main ? 0 : layer.rank > RANK.main ? 1 : 2;
  return place * 2 + (kind === 'component' ? 0 : 1);
}

/** The app's own limit counts; a request without one has none. */
function highestSdk(requests: readonly Request[]): number | undefined {
  const own = requests.filter(({ layer }) => layer.rank >= RANK.main);
  const limits = (own.length > 0 ? own : requests).map(({ maxSdk }) => maxSdk);
  return limits.reduce((a, b) => (a === undefined || b === undefined ? undefined : Math.max(a, b)));
}

/** Order of places in a report. */
export function compareLocations(a: Location, b: Location): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start;
}
