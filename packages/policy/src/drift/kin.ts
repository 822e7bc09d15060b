import { onceFor } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';

/** Kinds of data that translators and editors put for each other: naming one tells of the others. */
const GROUPS: readonly (readonly string[])[] = [
  ['photo', 'video', 'camera-capture', 'storage-files', 'user-content', 'avatar', 'face-data', 'media-location'],
  ['audio-recording', 'audio-files', 'voiceprint', 'call-content', 'user-content'],
  ['contacts', 'friend-list', 'emergency-contact'],
  [
    'real-name',
    'nickname',
    'username',
    'account-info',
    'third-party-account',
    'identity-info',
    'real-name-verification',
    'user-id',
  ],
  ['id-card-number', 'id-document-image', 'other-id-document', 'identity-info', 'real-name-verification'],
  ['phone-number', 'contact-details', 'verification-code', 'account-info'],
  ['email-address', 'contact-details', 'account-info'],
  ['postal-address', 'delivery-address', 'contact-details', 'region', 'order-info'],
  ['sms-content', 'sms-send-action', 'verification-code', 'communication-records'],
  ['call-log', 'phone-call-action', 'call-content', 'communication-records'],
  ['chat-messages', 'communication-records', 'customer-service-record'],
  ['bank-account', 'payment-info', 'transaction-record', 'order-info', 'property-info', 'virtual-property'],
  ['installed-apps', 'running-apps', 'app-usage-other-apps', 'app-info'],
  [
    'location',
    'precise-location',
    'coarse-location',
    'location-track',
    'background-location',
    'region',
    'cell-info',
    'wifi-info',
  ],
  ['ip-address', 'network-info', 'location'],
  [
    'imei',
    'imsi',
    'iccid',
    'android-id',
    'oaid',
    'advertising-id',
    'idfa',
    'idfv',
    'mac-address',
    'device-serial',
    'device-identifier',
    'phone-state',
  ],
  ['device-model', 'device-name', 'os-version', 'hardware-info', 'screen-info', 'device-settings', 'app-info'],
  ['wifi-info', 'network-info', 'bluetooth-info', 'carrier-info', 'mac-address', 'local-network-devices'],
  ['sensor-data', 'fitness-activity', 'hardware-info'],
  [
    'health-info',
    'medical-record',
    'vital-signs',
    'body-measurements',
    'fitness-activity',
    'sleep-data',
    'reproductive-health',
  ],
  [
    'browsing-history',
    'search-history',
    'click-interaction',
    'content-consumption',
    'usage-info',
    'service-log',
    'cookie',
  ],
  ['crash-log', 'performance-data', 'service-log', 'usage-info', 'device-info'],
  ['birth-date-age', 'id-card-number', 'minor-info'],
  ['gender', 'third-party-account'],
  ['work-info', 'resume', 'education-info'],
  ['fingerprint', 'face-data', 'biometric-info'],
];

/** Kinds of data concrete enough for a difference to be one; of the others two people write differently of the same. */
export const CONCRETE: ReadonlySet<string> = new Set(
  [
    'real-name gender birth-date-age nationality-ethnicity marital-family phone-number email-address postal-address',
    'delivery-address id-card-number id-document-image other-id-document face-data fingerprint voiceprint health-info',
    'medical-record vital-signs body-measurements fitness-activity reproductive-health work-info education-info',
    'bank-account payment-info sms-content call-log contacts chat-messages calendar notification-content screen-content',
    'location precise-location coarse-location location-track photo video camera-capture audio-recording clipboard',
    'imei imsi iccid android-id oaid advertising-id idfa mac-address device-serial device-model ip-address carrier-info',
    'wifi-info bluetooth-info installed-apps running-apps sensor-data cookie browsing-history search-history',
  ].flatMap((line) => line.split(' ')),
);

/** What tells a device or its user from all others. */
const TELLTALE: ReadonlySet<string> = new Set(
  [
    'imei imsi iccid android-id oaid advertising-id idfa mac-address device-serial',
    'installed-apps running-apps clipboard',
  ].flatMap((line) => line.split(' ')),
);

/** The kinds of data whose mention tells of this one: itself, what it is a kind of, its kinds, and its like. */
export function kinOf(id: string, knowledge: Knowledge): ReadonlySet<string> {
  const known = knownIn(knowledge);
  const kin = known.get(id) ?? findKin(id, knowledge);
  known.set(id, kin);
  return kin;
}

const knownIn = onceFor(() => new Map<string, ReadonlySet<string>>());

function findKin(id: string, { dataTypes }: Knowledge): ReadonlySet<string> {
  const kin = new Set([id, ...GROUPS.filter((group) => group.includes(id)).flat()]);
  const byId = new Map(dataTypes.map((type) => [type.id, type]));
  for (let type = byId.get(id); type && !type.generic; type = byId.get(type.parent ?? '')) {
    // "Device information" tells of the model, and not that each device is told from all others.
    if (type.id === 'device-info' && TELLTALE.has(id)) break;
    kin.add(type.id);
  }
  for (const type of dataTypes) {
    for (let each = byId.get(type.parent ?? ''); each; each = byId.get(each.parent ?? ''))
      if (each.id === id) kin.add(type.id);
  }
  return kin;
}
