import type { App, CodeUse, Comparison, Confidence, DataPractice, Related, StartPath } from '@mingshi/model';
import { findApi, findDataType, findSdk } from '@mingshi/knowledge';
import type { Api, DataType, Sdk } from '@mingshi/knowledge';

/** A use in code of something that takes data, as one app has it. */
export interface TakingUse {
  readonly app: App;
  readonly use: CodeUse;
  readonly api: Api;
  /** What the call is for. */
  readonly type: DataType;
}

/** The calls that take personal data for which the user must have agreed, of all apps, in order of place. */
export function takingUses({ app, knowledge }: Comparison): readonly TakingUse[] {
  return app.apps.flatMap((one) =>
    one.code.uses.flatMap((use): readonly TakingUse[] => {
      const api = use.of.kind === 'api' ? findApi(knowledge, use.of.id) : undefined;
      const type = api?.needsConsent ? findDataType(knowledge, api.dataTypes[0] ?? '') : undefined;
      return api && type ? [{ app: one, use, api, type }] : [];
    }),
  );
}

/** A start of an SDK that takes data. */
export interface StartingUse {
  readonly app: App;
  readonly use: CodeUse;
  readonly sdk: Sdk;
}

/** Where the apps start SDKs that take personal data. */
export function startingUses({ app, knowledge }: Comparison): readonly StartingUse[] {
  return app.apps.flatMap((one) =>
    one.code.uses.flatMap((use): readonly StartingUse[] => {
      const sdk = use.of.kind === 'sdk' && use.of.call === 'start' ? findSdk(knowledge, use.of.id) : undefined;
      return sdk && sdk.takes.length > 0 ? [{ app: one, use, sdk }] : [];
    }),
  );
}

/** The way from the app's start to a call, as related places. */
export function stepsOf({ steps }: StartPath): readonly Related[] {
  return steps.map(({ at }) => ({ at, note: 'start' }));
}

/** The calls by which an app takes this kind of data itself. */
export function callsFor({ practices }: Comparison, types: readonly string[]): readonly DataPractice[] {
  return practices.filter(({ action, party, dataType }) => action === 'collect' && party.kind === 'app' && types.includes(dataType));
}

/** The surer of two. */
export function surer(a: Confidence, b: Confidence): Confidence {
  return a === 'high' || b === 'high' ? 'high' : a === 'medium' || b === 'medium' ? 'medium' : 'low';
}

/** The less sure of several. */
export function leastSure(...all: readonly Confidence[]): Confidence {
  return all.includes('low') ? 'low' : all.includes('medium') ? 'medium' : 'high';
}
