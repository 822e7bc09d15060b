import type { PermissionRequest } from '@mingshi/model';
import { permissionsIn } from './permission-names.ts';
import type { SourceFunction, SourceUnit, Use } from './source-unit.ts';

/** A request at run time, with the call that makes it. */
interface MatchedRequest {
  readonly request: PermissionRequest;
  readonly raw: Use;
}

/** Names of methods that may ask for permissions. */
export const ASKS = new RegExp(
  [
    String.raw`^(?:requests?|launch|permissions?|permissionGroup|withPermissions?|requestPermissions?\w*|requestMultiple|requestEach\w*|with|init`,
    String.raw`|ask\w*Permissions?|request\w*Async|rememberPermissionState|rememberMultiplePermissionsState`,
    // A helper of the app's own: `checkAndRequestPermissions`; what the system calls with the answer is none.
    String.raw`|(?!on[A-Z]|should)\w{0,40}[rR]equest\w{0,40}Permissions?\w{0,40})$`,
  ].join(''),
);
/** Words in an explanation that the user sees before, and helpers that show one. */
const EXPLAINS = /rationale|explain|reason|AlertDialog|showDialog|DialogBuilder|MaterialAlertDialog|Alert\.alert|showModal|onExplainRequestReason|说明|用途|用于/i;
/** What a user taps in before the request that its listener makes: a dialog of the app's own or of a library. */
const ASKS_BEFORE = /Dialog|Popup|BottomSheet|Snackbar/;
/** A class that is handed to the request and may show them. */
const MAY_EXPLAIN = /^(?:interceptor|description)$/;

/** Lists of permissions that files of the app keep for others, by the full names of the constants. */
export type KeptLists = ReadonlyMap<string, readonly string[]>;

/** The lists that files keep. */
export function keptLists(units: readonly SourceUnit[]): KeptLists {
  return new Map(units.flatMap(({ exports }) => (exports ?? []).map(({ name, values }) => [name, values] as const)));
}

/** The calls of a file that ask the user for permissions. */
export function matchRequests(unit: SourceUnit, kept: KeptLists = new Map()): readonly MatchedRequest[] {
  const named = (arg: string): readonly string[] => {
    const found = permissionsIn(arg);
    return found.length > 0 ? found : (kept.get(arg) ?? kept.get(`${unit.package}.${arg}`) ?? []).flatMap(permissionsIn);
  };
  const gatherers = unit.functions.filter(({ uses }) => uses.some((use) => GATHERS.test(use.name) && use.args.some((arg) => named(arg).length > 0)));
  return unit.functions.flatMap((body) =>
    askedIn(body, named, gatheredFor(body, gatherers, named)).map(({ raw, names, end }) => {
      const permissions = [...new Set(names)];
      return { request: { permissions, at: raw.at, rationale: rationale(raw, body, end) }, raw };
    }),
  );
}

type NamedIn = (arg: string) => readonly string[];

/** A request as it stands in a body: where it begins, what it names, and where the call that makes it ends. */
interface Asked {
  readonly raw: Use;
  readonly names: string[];
  end: number;
}

/** `XXPermissions.with(this).permission(A).permission(B).request(…)` is one request. */
const PART = /^permissions?$/;
const MAKES = /^(?:request|start|check|build)$/;
const BEGINS = /^(?:with|init)$/;
/** `needed.add(A)`, for a request of the list. */
const GATHERS = /^(?:add|addAll|plusAssign)$/;

/** What the one function of the class that fills a list puts into it, for a request of that list in another. */
function gatheredFor({ owner, uses }: SourceFunction, gatherers: readonly SourceFunction[], namedIn: NamedIn): readonly string[] {
  const [only, ...more] = gatherers.filter((each) => each.owner === owner);
  // That the list is filled is seen by the call of the function that fills it.
  if (!only || more.length > 0 || owner === '' || !uses.some(({ kind, name }) => kind === 'call' && name === only.name)) return [];
  return only.uses.flatMap((use) => (GATHERS.test(use.name) ? use.args.flatMap(namedIn) : []));
}

function askedIn({ uses }: SourceFunction, namedIn: NamedIn, before: readonly string[]): readonly Asked[] {
  const found: Asked[] = [];
  let open: Asked | undefined;
  let gathered = before;
  for (const use of uses) {
    const isBuilt = use.name === 'Builder' && use.receiver.includes('PermissionRequest');
    if (use.kind !== 'call' && !isBuilt) continue;
    const named = use.args.flatMap(namedIn);
    if (GATHERS.test(use.name)) gathered = [...gathered, ...named];
    else if (open && named.length > 0 && PART.test(use.name)) open.names.push(...named);
    else if (open && MAKES.test(use.name) && named.length === 0) {
      open.end = use.at.end;
      open = undefined;
    } else if (isBuilt || ASKS.test(use.name)) {
      const names = named.length > 0 || BEGINS.test(use.name) ? named : gathered;
      open = undefined;
      if (names.length === 0) continue;
      const asked: Asked = { raw: use, names: [...names], end: use.at.end };
      found.push(asked);
      if (named.length === 0) gathered = [];
      if (isBuilt || PART.test(use.name)) open = asked;
    }
  }
  return found;
}

/** So much happens in such a function that an explanation may hide in a helper. */
const LONG = 60;

/** In the way to the request something explains it: a test of shouldShowRequestPermissionRationale, a dialog, a text argument. */
function rationale(use: Use, body: SourceFunction, end: number): PermissionRequest['rationale'] {
  const around = [...use.conditions, ...use.callbacks, ...use.args.filter((arg) => permissionsIn(arg).length === 0)];
  if (around.some((text) => EXPLAINS.test(text))) return 'shown';
  const before = body.uses.filter((other) => other.at.start < end);
  if (before.some((other) => EXPLAINS.test(`${other.receiver}.${other.name}`))) return 'shown';
  const isTapped = use.callbacks.length > 0 && before.some((other) => other.at.start < use.at.start && ASKS_BEFORE.test(`${other.receiver}.${other.name}`));
  if (isTapped) return 'shown';
  return body.uses.length > LONG || before.some(({ name }) => MAY_EXPLAIN.test(name)) ? 'unclear' : 'none';
}
