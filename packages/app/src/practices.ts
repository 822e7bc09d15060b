import { leastSure, surest } from '@mingshi/model';
import type { App, AppProject, Confidence, DataPractice, Evidence, PermissionUse, SdkUse } from '@mingshi/model';
import { findApi, findPermission, findSdk, takesData } from '@mingshi/knowledge';
import type { Knowledge, Permission } from '@mingshi/knowledge';
import { groupBy } from './group-by.ts';
import { isNeverShipped } from './never-shipped.ts';

/**
 * What the apps and the SDKs in them do, and what they ask to be able to do: one practice for each kind of data, party and
 * action, with all evidence.
 */
export function practicesOf(project: AppProject, sdks: readonly SdkUse[], knowledge: Knowledge): readonly DataPractice[] {
  return project.apps.flatMap((app) =>
    [
      ...gather(app, 'request-permission', APP, requested(app, knowledge)),
      ...gather(app, 'collect', APP, called(app, knowledge)),
      ...sdks.filter((use) => use.app === app.id).flatMap((use) => taken(app, use, knowledge)),
    ].toSorted((a, b) => order(a.dataType, b.dataType)),
  );
}

const APP: DataPractice['party'] = { kind: 'app' };

/** One sign of one kind of data. */
interface Sign {
  readonly dataType: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: Confidence;
}

function gather(app: App, action: DataPractice['action'], party: DataPractice['party'], signs: Iterable<Sign>): readonly DataPractice[] {
  return [...groupBy(signs, ({ dataType }) => dataType)].map(([dataType, same]) => ({
    app: app.id,
    action,
    dataType,
    party,
    evidence: same.flatMap(({ evidence }) => evidence).toSorted(compareEvidence),
    confidence: same.reduce((best, { confidence }) => surest(best, confidence), 'low' as Confidence),
  }));
}

function* requested(app: App, knowledge: Knowledge): Iterable<Sign> {
  for (const use of app.permissions) {
    const permission = findPermission(knowledge, use.name);
    if (!permission || isNeverShipped(use.onlyIn)) continue;
    const [evidence, confidence] = [evidenceOf(use), confidenceOf(permission)];
    for (const dataType of permission.discloses) yield { dataType, evidence, confidence };
  }
}

/** Calls that take data without which the user's agreement is not needed are none of anybody's business. */
function* called({ code }: App, knowledge: Knowledge): Iterable<Sign> {
  for (const { of, name, at, confidence } of code.uses) {
    const api = of.kind === 'api' ? findApi(knowledge, of.id) : undefined;
    // The first is what the call is for; the others are what may be told from it.
    const dataType = api && takesData(api) ? api.dataTypes[0] : undefined;
    if (api && dataType) yield { dataType, evidence: [{ kind: 'call', name, at }], confidence: leastSure(confidence, api.certainty) };
  }
}

/** What an embedded SDK is known to take. */
function taken(app: App, use: SdkUse, knowledge: Knowledge): readonly DataPractice[] {
  const sdk = findSdk(knowledge, use.sdk);
  const [sign] = use.signs;
  if (!sdk || !sign) return [];
  const evidence: Evidence = { kind: 'sdk', name: sdk.id, at: sign.at };
  const confidence = leastSure(use.confidence, sdk.takesCertainty);
  return gather(app, 'collect', { kind: 'sdk', id: sdk.id }, sdk.takes.map((dataType) => ({ dataType, evidence: [evidence], confidence })));
}

function evidenceOf({ name, kind, at, alsoAt }: PermissionUse): readonly Evidence[] {
  const evidence = kind === 'component' ? 'component' : 'permission';
  return [at, ...alsoAt].map((place) => ({ kind: evidence, name, at: place }));
}

/** A permission alone shows what the app could do, not that it does. */
function confidenceOf({ protection, risk }: Permission): Confidence {
  return protection === 'dangerous' && risk === 'high' ? 'medium' : 'low';
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareEvidence(a: Evidence, b: Evidence): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.start - b.at.start || order(a.name, b.name);
}
