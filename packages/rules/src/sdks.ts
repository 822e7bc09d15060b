import { findDataType, findPermission, findSdk } from '@mingshi/knowledge';
import type { Sdk, Text } from '@mingshi/knowledge';
import { mentionsOf } from '@mingshi/model';
import type { Comparison, Location, Related, SdkMention, SdkUse } from '@mingshi/model';
import { dataDisclosure } from './disclosure.ts';
import { signsOf } from './signs.ts';

/** An SDK that an app embeds, with what is known of it. */
export interface Embedded {
  readonly use: SdkUse;
  readonly sdk: Sdk;
}

/** How exactly the policy names an SDK: itself, its brand where third parties are told of, its brand in passing. */
export type Naming = 'exact' | 'brand' | 'passing' | 'none';

/** Kinds of SDKs that send something of their users whatever else is known of them. */
const SENDING: ReadonlySet<string> = new Set([
  'ads', 'analytics', 'attribution', 'crash', 'credit', 'customer-service', 'device-id', 'identity', 'login', 'map',
  'messaging', 'one-tap-login', 'payment', 'push', 'risk-control', 'sms',
]);

/** The embedded SDKs of which users have to be told: those that take data, or live on sending some. */
export function embeddedSdks({ sdks, knowledge }: Comparison): readonly Embedded[] {
  return sdks.flatMap((use) => {
    const sdk = findSdk(knowledge, use.sdk);
    return sdk && (sdk.takes.length > 0 || SENDING.has(sdk.category.id)) ? [{ use, sdk }] : [];
  });
}

/** How the policy names an SDK. */
export function namingOf(mentions: readonly SdkMention[]): Naming {
  const [first] = mentions;
  if (!first) return 'none';
  if (first.exact) return 'exact';
  return first.listed ? 'brand' : 'passing';
}

/** The embedded SDKs that the policy does not name, or only in passing. */
export function undisclosedSdks(comparison: Comparison): readonly Embedded[] {
  return embeddedSdks(comparison).filter(({ sdk }) => {
    const naming = namingOf(mentionsOf(comparison.policy, sdk.id));
    if (naming !== 'none' && naming !== 'passing') return false;
    // A plug-in hands data to the app and sends them nowhere: it is enough that the app tells of the data.
    if (sdk.category.id !== 'plugin') return true;
    return dataDisclosure(comparison, sdk.takes).telling.length === 0 && !isAskedFor(comparison, sdk.takes);
  });
}

/** Files that users pick: where the app requests the storage, that permission is what the policy is held against. */
function isAskedFor({ app, knowledge }: Comparison, types: readonly string[]): boolean {
  const isAsked = app.apps.some(({ permissions }) =>
    permissions.some(({ name }) => findPermission(knowledge, name)?.discloses.some((type) => types.includes(type))),
  );
  return isAsked && types.every((type) => type === 'storage-files');
}

/** Whether it was seen what the app embeds: its build or its packages were read, not its manifest alone. */
export function sdksAreRead({ app }: Comparison): boolean {
  return app.apps.some(({ dependencies }) => dependencies.length > 0);
}

/** A list of third parties that the policy refers to and that was not among what was read, or an address. */
export function unreadList({ policy }: Comparison): string | undefined {
  const part = signsOf(policy, 'missing-part').find(({ target }) => /SDK|第三方|third[- ]part|partner/i.test(target));
  return part?.target ?? policy.links.find(({ text }) => /sdk|third-?part|disanfang|list/i.test(text))?.text;
}

/** Source sets that have the SDK when not all variants do. */
export function variantsOf({ app }: Comparison, { app: id, signs }: SdkUse): readonly string[] {
  const one = app.apps.find((each) => each.id === id);
  if (!one) return [];
  const variants = signs.map(({ name, at }) => {
    const has = (each: { readonly name: string; readonly at: Location }): boolean =>
      each.name === name && each.at.file === at.file && each.at.start === at.start;
    return one.dependencies.find(has)?.onlyIn ?? one.components.find(has)?.onlyIn ?? [];
  });
  return variants.some((each) => each.length === 0) ? [] : [...new Set(variants.flat())];
}

/** The signs of an SDK but the first, which is the place of the finding. */
export function otherSigns({ signs }: SdkUse): readonly Related[] {
  return signs.slice(1).map(({ at }) => ({ at, note: 'sign' }));
}

/** Data that users would ask about first; the rest goes by the vocabulary's own order. */
const FIRST: readonly string[] = [
  'face-data', 'fingerprint', 'voiceprint', 'id-card-number', 'id-document-image', 'real-name', 'bank-account', 'phone-number', 'contacts',
  'sms-content', 'call-log', 'precise-location', 'location', 'installed-apps', 'running-apps', 'imei', 'imsi', 'iccid',
  'device-serial', 'mac-address', 'android-id', 'oaid', 'advertising-id', 'device-identifier',
];

/** Names of data types, the gravest first. */
export function namesOfData({ knowledge }: Comparison, types: readonly string[]): readonly Text[] {
  return types.toSorted((a, b) => gravity(a) - gravity(b)).flatMap((id) => findDataType(knowledge, id)?.name ?? []);
}

function gravity(id: string): number {
  return FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length;
}
