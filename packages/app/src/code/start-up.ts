import type { Location, Phrase, StartPath } from '@mingshi/model';
import { callbackTest, consentTest } from './conditions.ts';
import { lastOf } from './known-apis.ts';
import type { SourceFunction, SourceUnit, Use } from './source-unit.ts';

/** Code that runs when the app starts, before the user has done anything. */
export interface Entry {
  readonly kind: StartPath['entry'];
  readonly unit: SourceUnit;
  readonly function: SourceFunction;
}

/** Finds the file in which a class or module stands, parsing it where that has not been done; `undefined` when it is not the app's. */
export type FindUnit = (name: string, from: SourceUnit) => Promise<SourceUnit | undefined>;

/** How each use that runs at the start comes to run, the least guarded way of several. */
export async function startPaths(entries: readonly Entry[], find: FindUnit): Promise<ReadonlyMap<Use, StartPath>> {
  const paths = new Map<Use, StartPath>();
  for (const entry of entries) {
    const name = entry.function.owner ? `${entry.function.owner}.${entry.function.name}` : entry.function.name;
    const walk: Walk = { entry: entry.kind, find, paths, seen: new Set(), left: { steps: MOST_STEPS } };
    await follow(walk, entry.unit, entry.function, [phrase(name, entry.function.at)], 'none');
  }
  return paths;
}

/** Deeper chains and wider trees than these belong to no start that people write. */
const DEEPEST = 8;
const MOST_STEPS = 2000;

type Consent = StartPath['consent'];

interface Walk {
  readonly entry: Entry['kind'];
  readonly find: FindUnit;
  readonly paths: Map<Use, StartPath>;
  readonly seen: Set<string>;
  readonly left: { steps: number };
}

async function follow(walk: Walk, unit: SourceUnit, body: SourceFunction, steps: readonly Phrase[], consent: Consent): Promise<void> {
  const key = `${unit.path}:${body.at.start}:${consent}`;
  if (walk.seen.has(key) || steps.length > DEEPEST) return;
  walk.seen.add(key);
  for (const use of body.uses) {
    const here = consentAt(use, consent);
    if (here === undefined || walk.left.steps-- <= 0) continue;
    record(walk, use, steps, here);
    if (use.kind === 'call' || use.kind === 'new') {
      const target = await targetOf(walk, unit, body, use);
      if (target) await follow(walk, target.unit, target.function, [...steps, phrase(calledName(use), use.at)], here);
    }
  }
}

function record({ entry, paths }: Walk, use: Use, steps: readonly Phrase[], consent: Consent): void {
  const known = paths.get(use);
  if (!known || RANK[consent] < RANK[known.consent]) paths.set(use, { entry, steps, consent });
}

const RANK: Readonly<Record<Consent, number>> = { none: 0, unclear: 1, tested: 2 };

/** What is tested up to this use; `undefined` when it waits for the user to do something. */
function consentAt({ conditions, callbacks }: Use, before: Consent): Consent | undefined {
  let consent = before;
  for (const name of callbacks) {
    const test = callbackTest(name);
    if (test === 'later') return undefined;
    if (test === 'unclear' && consent === 'none') consent = 'unclear';
  }
  for (const condition of conditions) {
    const test = consentTest(condition);
    if (test === 'tested') consent = 'tested';
    else if (test === 'unclear' && consent === 'none') consent = 'unclear';
  }
  return consent;
}

/** The app's own function that is called, by the names in the file and the files it imports. */
async function targetOf(
  { find }: Walk,
  unit: SourceUnit,
  body: SourceFunction,
  use: Use,
): Promise<{ readonly unit: SourceUnit; readonly function: SourceFunction } | undefined> {
  const receiver = use.receiver.replace(/^this\.?/, '').replace(/\.(?:INSTANCE|Companion|default|instance|getInstance\(.*\)|shared)$/s, '');
  // Kotlin's functions outside classes belong to the package.
  if (use.kind === 'call' && (receiver === '' || receiver === unit.package)) {
    const own = functionOf(unit, use.name, body.owner) ?? functionOf(unit, use.name, '');
    if (own) return { unit, function: own };
  }
  const owner = use.kind === 'new' ? (receiver === '' ? use.name : `${receiver}.${use.name}`) : receiver;
  if (owner === '' || owner === 'super') return undefined;
  const target = await find(owner, unit);
  const wanted = use.kind === 'new' ? '<init>' : use.name;
  const found = target && (functionOf(target, wanted, lastOf(owner)) ?? functionOf(target, wanted, ''));
  return target && found ? { unit: target, function: found } : undefined;
}

function functionOf({ functions }: SourceUnit, name: string, owner: string): SourceFunction | undefined {
  const named = functions.filter((each) => each.name === name);
  return named.find((each) => each.owner === owner) ?? named.find((each) => owner !== '' && each.owner.endsWith(`.${owner}`));
}

function calledName({ kind, receiver, name }: Use): string {
  if (kind === 'new') return `new ${name}`;
  return receiver === '' ? name : `${lastOf(receiver)}.${name}`;
}

function phrase(text: string, at: Location): Phrase {
  return { text, at };
}
