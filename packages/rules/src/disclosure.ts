import type { Comparison, DataMention, Location, MentionSign, PolicyReading, PolicyStatement } from '@mingshi/model';
import { onceFor } from '@mingshi/knowledge';
import type { Permission } from '@mingshi/knowledge';
import { told } from './elements.ts';
import { partWith } from './places.ts';
import { signsOf } from './signs.ts';
import { isOfService, isToldInWords } from './told-in-words.ts';

/**
 * Data that tell of other data: where a policy names the one on the right, the reader knows of the one on the left.
 * Kinship in the vocabulary alone does not do: "device information" says nothing of the IMEI, 好友列表 nothing of 通讯录.
 */
export const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  'precise-location': ['location', 'location-track'],
  'coarse-location': ['location', 'precise-location', 'location-track'],
  location: ['precise-location', 'coarse-location', 'location-track'],
  imei: ['device-identifier'],
  imsi: ['device-identifier'],
  'advertising-id': ['oaid', 'device-identifier'],
  oaid: ['advertising-id', 'device-identifier'],
  'android-id': ['device-identifier'],
  'device-serial': ['device-identifier'],
  iccid: ['device-identifier'],
  'face-data': ['biometric-info'],
  'audio-recording': ['voiceprint'],
  'vital-signs': ['health-info'],
  'fitness-activity': ['health-info'],
  'installed-apps': ['app-usage-other-apps'],
};

/** Where what the knowledge says a permission discloses is too wide or too narrow for telling. */
const TOLD_FOR: Readonly<Record<string, readonly string[]>> = {
  // Telling of the place does not tell that it is read while the app is closed.
  'android.permission.ACCESS_BACKGROUND_LOCATION': ['background-location'],
  // Reading is not sending.
  'android.permission.SEND_SMS': ['sms-send-action'],
  // A photo that is chosen tells of reading; writing to the shared storage is another thing.
  'android.permission.WRITE_EXTERNAL_STORAGE': ['storage-files'],
  // "All files" is more than the album.
  'android.permission.MANAGE_EXTERNAL_STORAGE': ['storage-files'],
  // One album holds both.
  'android.permission.READ_MEDIA_VIDEO': ['video', 'photo'],
  // 账号信息 is the account in the app; the accounts on the device have to be named.
  'android.permission.GET_ACCOUNTS': [],
  // 日志信息 is what the app writes about its own use; the log of the system has to be named.
  'android.permission.READ_LOGS': [],
};

/** Permissions of which naming the one on the right tells as well: a reader takes them for one. */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  READ_CALENDAR: ['WRITE_CALENDAR'],
  WRITE_CALENDAR: ['READ_CALENDAR'],
  READ_CALL_LOG: ['WRITE_CALL_LOG', 'PROCESS_OUTGOING_CALLS'],
  WRITE_CALL_LOG: ['READ_CALL_LOG'],
  PROCESS_OUTGOING_CALLS: ['READ_CALL_LOG'],
  READ_CONTACTS: ['WRITE_CONTACTS'],
  WRITE_CONTACTS: ['READ_CONTACTS'],
  ACCESS_FINE_LOCATION: ['ACCESS_COARSE_LOCATION', 'ACCESS_BACKGROUND_LOCATION'],
  ACCESS_COARSE_LOCATION: ['ACCESS_FINE_LOCATION', 'ACCESS_BACKGROUND_LOCATION'],
  READ_SMS: ['RECEIVE_SMS', 'RECEIVE_MMS'],
  RECEIVE_SMS: ['READ_SMS', 'RECEIVE_MMS'],
  RECEIVE_MMS: ['READ_SMS', 'RECEIVE_SMS'],
  RECEIVE_WAP_PUSH: ['READ_SMS', 'RECEIVE_SMS', 'RECEIVE_MMS'],
  // Reading is less than writing: 相册权限 names reading alone, 存储权限 both.
  READ_EXTERNAL_STORAGE: ['WRITE_EXTERNAL_STORAGE', 'MANAGE_EXTERNAL_STORAGE', 'READ_MEDIA_IMAGES', 'READ_MEDIA_VIDEO'],
  WRITE_EXTERNAL_STORAGE: ['MANAGE_EXTERNAL_STORAGE'],
  MANAGE_EXTERNAL_STORAGE: ['WRITE_EXTERNAL_STORAGE'],
  READ_MEDIA_IMAGES: ['READ_EXTERNAL_STORAGE', 'READ_MEDIA_VISUAL_USER_SELECTED'],
  READ_MEDIA_VIDEO: ['READ_EXTERNAL_STORAGE', 'READ_MEDIA_IMAGES', 'READ_MEDIA_VISUAL_USER_SELECTED'],
  READ_MEDIA_VISUAL_USER_SELECTED: ['READ_EXTERNAL_STORAGE', 'READ_MEDIA_IMAGES', 'READ_MEDIA_VIDEO'],
  READ_MEDIA_AUDIO: ['READ_EXTERNAL_STORAGE'],
  BLUETOOTH_SCAN: ['BLUETOOTH_CONNECT', 'BLUETOOTH_ADVERTISE', 'BLUETOOTH', 'BLUETOOTH_ADMIN'],
  BLUETOOTH_CONNECT: ['BLUETOOTH_SCAN', 'BLUETOOTH_ADVERTISE', 'BLUETOOTH', 'BLUETOOTH_ADMIN'],
  BLUETOOTH_ADVERTISE: ['BLUETOOTH_SCAN', 'BLUETOOTH_CONNECT', 'BLUETOOTH', 'BLUETOOTH_ADMIN'],
  QUERY_ALL_PACKAGES: ['com.android.permission.GET_INSTALLED_APPS'],
  'com.android.permission.GET_INSTALLED_APPS': ['QUERY_ALL_PACKAGES'],
  BODY_SENSORS: ['BODY_SENSORS_BACKGROUND'],
  BODY_SENSORS_BACKGROUND: ['BODY_SENSORS'],
  ACTIVITY_RECOGNITION: ['com.google.android.gms.permission.ACTIVITY_RECOGNITION'],
  'com.google.android.gms.permission.ACTIVITY_RECOGNITION': ['ACTIVITY_RECOGNITION'],
  USE_BIOMETRIC: ['USE_FINGERPRINT'],
  USE_FINGERPRINT: ['USE_BIOMETRIC'],
};

const PLATFORM = 'android.permission.';

/** The permissions by whose names a policy tells of this one. */
function tellingNames(name: string): ReadonlySet<string> {
  const others = NAMED_BY[name.startsWith(PLATFORM) ? name.slice(PLATFORM.length) : name] ?? [];
  return new Set([name, ...others.map((other) => (other.includes('.') ? other : PLATFORM + other))]);
}

/**
 * Data of the same family that people take for telling of a permission and that do not: shown as the closest statement.
 * Kinship by a broad heading ("device information", "network information") is none.
 */
const CLOSE_TO: readonly { readonly data: readonly string[]; readonly close: readonly string[] }[] = [
  { data: ['sms-content', 'sms-send-action'], close: ['sms-content', 'sms-send-action', 'verification-code'] },
  { data: ['contacts'], close: ['friend-list', 'emergency-contact'] },
  { data: ['camera-capture'], close: ['photo', 'video', 'face-data'] },
  { data: ['storage-files', 'photo', 'video'], close: ['photo', 'video', 'audio-files'] },
  { data: ['audio-files'], close: ['audio-recording'] },
  { data: ['audio-recording'], close: ['audio-files', 'call-content'] },
  { data: ['imei', 'phone-state'], close: ['android-id', 'oaid', 'advertising-id', 'mac-address'] },
  {
    data: ['background-location', 'precise-location', 'coarse-location'],
    close: ['location', 'precise-location', 'coarse-location', 'location-track'],
  },
  {
    data: ['installed-apps', 'running-apps', 'app-usage-other-apps'],
    close: ['installed-apps', 'running-apps', 'app-usage-other-apps'],
  },
  { data: ['call-log'], close: ['phone-call-action', 'call-content'] },
  {
    data: ['vital-signs', 'health-info', 'fitness-activity'],
    close: ['health-info', 'vital-signs', 'fitness-activity', 'sensor-data'],
  },
  { data: ['account-info'], close: ['account-info'] },
  { data: ['service-log'], close: ['service-log', 'crash-log'] },
];

/** What the policy says about a permission. */
export interface Disclosure {
  /** Statements that tell of the permission or of the data it opens. */
  readonly telling: readonly PolicyStatement[];
  /** Statements that it, or the data it opens, is not asked for or collected. */
  readonly denying: readonly PolicyStatement[];
  /** A statement on kindred data, for showing that it was seen and why it does not do. */
  readonly closest?: { readonly at: Location; readonly words: string };
  /** Where its data are named and not told of, the most telling place of all: `how` it is that they are named. */
  readonly mentioned?: MentionSign;
  /** Where the policy says that nothing at all is collected. */
  readonly nothing?: Location;
}

/** Actions by which a policy tells that data reach the app; 删除 does not tell of collecting. */
const TELLING_ACTIONS = new Set([
  'collect',
  'use',
  'share',
  'store',
  'transfer',
  'disclose',
  'publish',
  'request-permission',
  'other',
]);
/** Actions whose denial is contradicted by the permission; "we do not share your location" is not. */
const DENIABLE_ACTIONS = new Set(['collect', 'use', 'request-permission']);

const disclosuresOf = onceFor<Map<string, Disclosure>, Comparison>(() => new Map());

/** What the policy says about a permission; worked out once for each permission of a comparison. */
export function disclosureOf(comparison: Comparison, permission: Permission): Disclosure {
  const known = disclosuresOf(comparison);
  const disclosure = known.get(permission.name) ?? readDisclosure(comparison, permission);
  known.set(permission.name, disclosure);
  return disclosure;
}

function readDisclosure({ policy }: Comparison, permission: Permission): Disclosure {
  const names = tellingNames(permission.name);
  const data = tellingData(permission);
  const tells = (mention: DataMention, statement: PolicyStatement): boolean =>
    (data.has(mention.id) && !isOfService(permission.name, mention, statement) && !isTyped(mention, statement)) ||
    isToldInWords(permission.name, mention, statement);
  const speaksOf = (statement: PolicyStatement): boolean =>
    statement.permissions.some((name) => names.has(name)) ||
    statement.dataTypes.some((mention) => tells(mention, statement));
  const about = policy.statements.filter(speaksOf);
  const terms = termsOf(data, policy);
  const byTerm = terms.size === 0 ? [] : policy.statements.filter((one) => isOnTerm(one, terms));
  const closest = closestTo(permission, policy);
  const mentioned = mentionOf(data, policy);
  const nothing = told(policy, 'no-collection');
  return {
    telling: [...about, ...byTerm].filter((statement) => !statement.negated && TELLING_ACTIONS.has(statement.action)),
    denying: about.filter((statement) => isDenial(statement, policy)),
    ...(closest && { closest }),
    ...(mentioned && { mentioned }),
    ...(nothing?.told === 'yes' && { nothing: nothing.quote.at }),
  };
}

/** What users type in themselves is not taken from the device. */
function isTyped({ id }: DataMention, { actor, verb }: PolicyStatement): boolean {
  return TYPEABLE.has(id) && actor.role === 'user' && TYPED.test(verb?.text ?? '');
}

const TYPEABLE: ReadonlySet<string> = new Set(['vital-signs', 'health-info', 'fitness-activity', 'phone-number', 'calendar']);
const TYPED = /^(?:填写|填报|填入|输入|录入|登记|type|enter|key|fill)/i;

/** Names that a definition of the policy explains by the data: 设备信息包括MAC地址. */
function termsOf(data: ReadonlySet<string>, policy: PolicyReading): ReadonlySet<string> {
  return new Set(signsOf(policy, 'mention').flatMap(({ type, of }) => (of && data.has(type) ? [of] : [])));
}

/** Whether the data of a name that the policy explains are taken: 收集您的设备信息. */
function isOnTerm({ dataTypes, action }: PolicyStatement, terms: ReadonlySet<string>): boolean {
  return action === 'collect' && dataTypes.some(({ id, text }) => terms.has(id) && text.endsWith('信息'));
}

/** What comes nearest to telling first. */
const HOW: readonly MentionSign['how'][] = ['switch-off', 'later', 'definition'];

function mentionOf(data: ReadonlySet<string>, policy: PolicyReading): MentionSign | undefined {
  const mentions = signsOf(policy, 'mention').filter(({ type }) => data.has(type));
  return HOW.map((how) => mentions.find((mention) => mention.how === how)).find((mention) => mention !== undefined);
}

/** What the policy says on data that a call takes: any of the types, or data that tell of them, will do. */
export function dataDisclosure({ policy }: Comparison, types: readonly string[]): Pick<Disclosure, 'telling' | 'denying'> {
  const data = new Set(types.flatMap((type) => [type, ...(TOLD_BY[type] ?? [])]));
  const about = policy.statements.filter(({ dataTypes }) => dataTypes.some(({ id }) => data.has(id)));
  return {
    telling: about.filter((statement) => !statement.negated && TELLING_ACTIONS.has(statement.action)),
    denying: about.filter((statement) => isDenial(statement, policy)),
  };
}

/** Data types of which a statement tells of the permission. */
export function tellingData(permission: Permission): ReadonlySet<string> {
  const types = TOLD_FOR[permission.name] ?? permission.discloses;
  return new Set(types.flatMap((type) => [type, ...(TOLD_BY[type] ?? [])]));
}

/** What the policy says on the nearest of kin, in the order of `CLOSE_TO`. */
function closestTo(permission: Permission, policy: PolicyReading): Disclosure['closest'] {
  const affirmative = policy.statements.filter(({ negated, action }) => !negated && TELLING_ACTIONS.has(action));
  for (const close of CLOSE_TO.find(({ data }) => data.some((id) => permission.discloses.includes(id)))?.close ?? []) {
    for (const statement of affirmative) {
      const mention = statement.dataTypes.find(({ id }) => id === close);
      if (mention) return { at: partWith(policy, statement, mention.at), words: mention.text };
    }
  }
  return undefined;
}

/**
 * Whether the statement denies as such: "not without your consent", "our partners do not", "not from children" deny
 * nothing.
 */
function isDenial(statement: PolicyStatement, { sectionKinds }: PolicyReading): boolean {
  return (
    statement.negated &&
    !statement.condition &&
    sectionKinds[statement.document]?.[statement.section] !== 'minors' &&
    !MINORS.test(statement.text) &&
    DENIABLE_ACTIONS.has(statement.action) &&
    (statement.actor.role === 'first-party' || statement.actor.role === 'unknown')
  );
}

/** A promise to some of the users says nothing of the others. */
const MINORS = /儿童|未成年|周岁|\bchild(?:ren)?\b|\bminors?\b|\bunder (?:the age of )?1\d\b/i;
