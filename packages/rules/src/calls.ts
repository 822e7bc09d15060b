import { CONFIDENCE_RANK } from '@mingshi/model';
import type { App, CodeUse, Comparison, Related, StartPath } from '@mingshi/model';
import { findApi, findDataType, findSdk, onceFor, takesData } from '@mingshi/knowledge';
import type { Api, DataType, Sdk } from '@mingshi/knowledge';
import { tellingData } from './disclosure.ts';
import type { SensitiveUse } from './permissions.ts';

/** A use in code of something that takes data, as one app has it. */
export interface TakingUse {
  readonly app: App;
  readonly use: CodeUse;
  readonly api: Api;
  /** What the call is for. */
  readonly type: DataType;
}

/** The calls that take personal data for which the user must have agreed, of all apps, in order of place. */
export const takingUses = onceFor(({ app, knowledge }: Comparison): readonly TakingUse[] =>
  app.apps.flatMap((one) =>
    one.code.uses.flatMap((use): readonly TakingUse[] => {
      const api = use.of.kind === 'api' ? findApi(knowledge, use.of.id) : undefined;
      const type = api && takesData(api) ? findDataType(knowledge, api.dataTypes[0] ?? '') : undefined;
      return api && type ? [{ app: one, use, api, type }] : [];
    }),
  ),
);

/** A start of an SDK that takes data. */
interface StartingUse {
  readonly app: App;
  readonly use: CodeUse;
  readonly sdk: Sdk;
}

/** Where the apps start SDKs that take personal data. */
export function startingUses({ app, knowledge, sdks }: Comparison): readonly StartingUse[] {
  return app.apps.flatMap((one) =>
    one.code.uses.flatMap((use): readonly StartingUse[] => {
      const { of } = use;
      if (of.kind !== 'sdk' || of.call !== 'start') return [];
      const embedded = [of.id, ...(of.orOf ?? [])].find((id) => sdks.some((each) => each.app === one.id && each.sdk === id));
      const sdk = findSdk(knowledge, embedded ?? of.id);
      return sdk && sdk.takes.length > 0 ? [{ app: one, use, sdk }] : [];
    }),
  );
}

/** The way from the app's start to a call, as related places. */
export function stepsOf({ steps }: StartPath): readonly Related[] {
  return steps.map(({ at }) => ({ at, note: 'start' }));
}

/** The calls of one app that use a permission: those that need it, and those that take what it opens. */
export function callsBy(comparison: Comparison, { app, use, permission }: SensitiveUse): readonly TakingUse[] {
  const types = tellingData(permission);
  return takingUses(comparison).filter(
    (each) => each.app === app && (each.api.permissions.includes(use.name) || types.has(each.type.id)),
  );
}

/** Calls as related places, the surest first; more than a few say nothing new. */
export function callPlaces(calls: readonly TakingUse[]): readonly Related[] {
  return calls
    .toSorted((a, b) => CONFIDENCE_RANK[b.use.confidence] - CONFIDENCE_RANK[a.use.confidence])
    .slice(0, MOST_CALLS)
    .map(({ use }) => ({ at: use.at, note: 'call' }));
}

const MOST_CALLS = 5;
