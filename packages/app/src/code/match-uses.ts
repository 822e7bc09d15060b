import type { Api } from '@mingshi/knowledge';
import { CONFIDENCE_RANK } from '@mingshi/model';
import type { CodeUse, Confidence, Phrase } from '@mingshi/model';
import { lastOf, sdksOfName, type KnownApi, type KnownCall, type KnownCode } from './known-apis.ts';
import type { SourceFunction, SourceUnit, Use } from './source-unit.ts';

/** A known use, with the function it stands in. */
interface MatchedUse {
  readonly use: CodeUse;
  readonly in: SourceFunction;
  readonly raw: Use;
}

/** The uses of known APIs and SDKs in a file. */
export function matchUses(unit: SourceUnit, known: KnownCode): readonly MatchedUse[] {
  const matches: MatchedUse[] = [];
  for (const owner of unit.functions) {
    for (const raw of owner.uses) {
      const found = raw.kind === 'string' ? stringUse(raw, known) : (apiUse(raw, unit, known) ?? sdkUse(raw, unit, known));
      if (found) matches.push({ use: { ...found, at: raw.at }, in: owner, raw });
    }
  }
  return matches;
}

/** Classes of the file that extend a known service. */
export function matchTypes(unit: SourceUnit, known: KnownCode): readonly CodeUse[] {
  return unit.types.flatMap(({ supertypes, at }) => {
    const api = supertypes.map((name) => known.bySupertype.get(name)).find((each) => each !== undefined);
    return api ? [{ of: { kind: 'api', id: api.id }, name: lastOf(api.module), at, confidence: 'high' } as const] : [];
  });
}

/** Imports that are used and come from a known SDK. */
export function matchImports(unit: SourceUnit, known: KnownCode): readonly Phrase[] {
  return unit.imports
    .filter(({ from, used }) => used && (sdksOfName(known, from).length > 0 || known.modules.has(moduleOf(from))))
    .map(({ from, at }) => ({ text: from, at }));
}

type Found = Omit<CodeUse, 'at'>;

function stringUse({ name }: Use, { strings }: KnownCode): Found | undefined {
  const hit = strings.find(([text]) => name === text || (name.startsWith(text) && /^[/?]/.test(name.slice(text.length))));
  return hit && { of: { kind: 'api', id: hit[1].id }, name: hit[0], confidence: 'medium' };
}

function apiUse(use: Use, unit: SourceUnit, known: KnownCode): Found | undefined {
  const jvm = unit.language === 'kotlin' || unit.language === 'java';
  let best: { readonly of: KnownApi; readonly confidence: Confidence } | undefined;
  for (const name of jvm ? jvmNames(use, unit) : [use.name]) {
    for (const of of known.byName.get(name) ?? []) {
      if (!LANGUAGES[unit.language].has(of.api.language)) continue;
      const confidence = jvm ? jvmConfidence(use, of, unit) : scriptConfidence(use, of, unit);
      if (confidence && (!best || CONFIDENCE_RANK[confidence] > CONFIDENCE_RANK[best.confidence])) best = { of, confidence };
    }
  }
  if (!best || best.of.api.kind === 'permission-request') return undefined;
  const { api, member } = best.of;
  return { of: { kind: 'api', id: api.id }, name: nameOf(api, member), confidence: best.confidence };
}

const LANGUAGES: Readonly<Record<SourceUnit['language'], ReadonlySet<Api['language']>>> = {
  kotlin: new Set(['jvm']),
  java: new Set(['jvm']),
  typescript: new Set(['typescript']),
  arkts: new Set(['arkts', 'typescript']),
  dart: new Set(['dart']),
};

/** `TelephonyManager.getDeviceId`, `expo-location.getCurrentPositionAsync`. */
function nameOf({ module, language }: Api, member: string): string {
  return `${language === 'jvm' ? lastOf(module) : module}.${member}`;
}

/** Kotlin reads `tm.deviceId` for `getDeviceId()`. */
function jvmNames({ kind, name }: Use, { language }: SourceUnit): readonly string[] {
  return language === 'kotlin' && kind === 'read' && /^[a-z]/.test(name)
    ? [name, `get${name[0]?.toUpperCase()}${name.slice(1)}`, ...(name.startsWith('is') ? [name] : [])]
    : [name];
}

function jvmConfidence(use: Use, { api, member }: KnownApi, unit: SourceUnit): Confidence | undefined {
  const wanted = `${api.module}.${member}`;
  const owner = wanted.slice(0, wanted.lastIndexOf('.'));
  if (use.certainty === 'resolved') {
    // What is created is named whole: `new FaceDetector.Builder(…)`.
    const isSame = use.receiver === owner || `${use.receiver}.${use.name}` === wanted || (use.kind === 'new' && use.receiver === wanted);
    return isSame ? 'high' : undefined;
  }
  // A field of a class is always written with the class; a receiver that only looks like it is another.
  if (api.kind !== 'call' || use.receiver === '') return undefined;
  const receiver = lastOf(use.receiver.replace(/\(.*\)$/s, '')).replace(/^get(?=[A-Z])/, '').replace(/^_/, '');
  if (receiver.toLowerCase() === lastOf(owner).toLowerCase()) return 'medium';
  const imports = unit.imports.some(({ from, used }) => used && from === owner);
  return imports && isTelling(member) ? 'medium' : undefined;
}

/** Says by itself what it does: `getSubscriberId`, not `open`, `start` or `getName`. */
export function isTelling(member: string): boolean {
  return (member.match(/[A-Z]/g)?.length ?? 0) >= 2 && member.length >= 11;
}

function scriptConfidence(use: Use, { api, member }: KnownApi, unit: SourceUnit): Confidence | undefined {
  const path = use.receiver === '' ? use.name : `${use.receiver}.${use.name}`;
  if (use.certainty === 'resolved') {
    if (path === `${api.module}.${member}` || path === `${api.module}.default.${member}`) return 'high';
    const isGlobal = api.module === 'web' || api.framework === 'cordova';
    if (isGlobal && (path === member || path === `window.${member}`)) return 'medium';
    // `Geolocator.getCurrentPosition`, with package:geolocator among the imports; the prefix of `as` stands before it.
    const isDart = api.language === 'dart' && (path === member || path.endsWith(`.dart.${member}`));
    return isDart && importsModule(unit, api.module) ? 'high' : undefined;
  }
  const imports = importsModule(unit, api.module);
  return imports && api.kind === 'call' && isTelling(lastOf(member)) ? 'medium' : undefined;
}

function importsModule({ imports }: SourceUnit, module: string): boolean {
  const wanted = module.replace('package:', '');
  return imports.some(({ from, used }) => used && moduleOf(from) === wanted);
}

function sdkUse(use: Use, unit: SourceUnit, known: KnownCode): Found | undefined {
  const found = (known.calls.get(use.name) ?? []).flatMap((call) => {
    const confidence = (use.kind === 'new') === (call.method === '') ? sdkConfidence(use, call, unit, known) : undefined;
    return confidence ? [{ call, confidence }] : [];
  });
  const [first] = found;
  if (first) {
    const { call, confidence } = first;
    const same = found.filter((each) => each.call.call === call.call && each.call.written === call.written);
    const orOf = [...new Set(same.map((each) => each.call.sdk.id))].slice(1);
    return { of: { kind: 'sdk', id: call.sdk.id, call: call.call, ...(orOf.length > 0 && { orOf }) }, name: call.written, confidence };
  }
  return unit.language === 'dart' ? dartStart(use, unit, known) : scriptStart(use, known);
}

function sdkConfidence(use: Use, { sdk, owner, method }: KnownCall, unit: SourceUnit, known: KnownCode): Confidence | undefined {
  const ofSdk = (qualified: string): boolean => sdksOfName(known, qualified).includes(sdk);
  const simple = lastOf(owner);
  if (use.certainty === 'resolved') {
    const qualified = method === '' && use.receiver === '' ? use.name : use.receiver;
    const named = method === '' ? lastOf(use.name) === simple : lastOf(qualified) === simple;
    return named && (ofSdk(qualified) || ofSdk(`${qualified}.${use.name}`)) ? 'high' : undefined;
  }
  // `PushManager.getInstance().initialize`, or a class that a star import brings.
  const first = use.receiver.split(/[.(]/, 1)[0] ?? '';
  const named = first === simple || first.toLowerCase() === simple.toLowerCase();
  const imported = unit.imports.some(({ from, used }) => (used || from.endsWith('*')) && ofSdk(from.replace(/\.\*$/, '')));
  return named && imported ? 'medium' : undefined;
}

const STARTS = /^(?:init|initialize|initialise|initSDK|initSdk|initCommon|setup|start|register|configure|startWith\w*|initWith\w*)$/;

/** In React Native and Flutter the plugin's own method starts the SDK. */
function scriptStart(use: Use, known: KnownCode): Found | undefined {
  if (use.kind !== 'call' || use.certainty !== 'resolved' || !STARTS.test(use.name)) return undefined;
  const module = moduleOf(use.receiver);
  const sdk = known.modules.get(module);
  return sdk && { of: { kind: 'sdk', id: sdk.id, call: 'start' }, name: `${module}.${use.name}`, confidence: 'medium' };
}

/** Dart names the class and not the package, but plugins name their class after themselves: `UmengCommonSdk`, umeng_common_sdk. */
function dartStart(use: Use, unit: SourceUnit, known: KnownCode): Found | undefined {
  if (use.kind !== 'call' || !STARTS.test(use.name)) return undefined;
  const owner = lastOf(use.receiver.replace(/\(.*$/s, '')).toLowerCase();
  for (const { from } of unit.imports) {
    const module = moduleOf(from);
    const sdk = known.modules.get(module);
    const plain = module.replaceAll('_', '');
    if (sdk && owner.length >= 4 && (plain.startsWith(owner) || owner.startsWith(plain))) {
      return { of: { kind: 'sdk', id: sdk.id, call: 'start' }, name: `${module}.${use.name}`, confidence: 'medium' };
    }
  }
  return undefined;
}

/** The package of a module path or of a name in it: `@scope/name`, `expo-location`, `geolocator`. */
function moduleOf(from: string): string {
  const plain = from.replace(/^package:/, '');
  const parts = plain.split('/');
  const name = plain.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  // A name in the module hangs on it by a dot; a module's own name may hold one: `socket.io`.
  return plain.startsWith('@') || parts.length === 1 ? name.replace(/\.[A-Za-z_$][\w$.]*$/, '') : name;
}
