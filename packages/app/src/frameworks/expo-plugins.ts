import { valueAt, type Data } from '../data.ts';

/** A permission that a config plugin adds, and the option that turns it on or off. */
interface Added {
  readonly permission: string;
  /** Added only with this option. */
  readonly when?: string;
  /** Not added when this option is `false`. */
  readonly unless?: string;
}

const always = (...permissions: readonly string[]): readonly Added[] =>
  permissions.map((permission) => ({ permission }));

/** Config plugins that are known to add Android permissions, by the documentation of each. */
const PLUGINS: ReadonlyMap<string, readonly Added[]> = new Map([
  ['expo-camera', [...always('CAMERA'), { permission: 'RECORD_AUDIO', unless: 'recordAudioAndroid' }]],
  ['expo-barcode-scanner', always('CAMERA')],
  ['expo-image-picker', [{ permission: 'RECORD_AUDIO', unless: 'microphonePermission' }]],
  ['expo-av', [{ permission: 'RECORD_AUDIO', unless: 'microphonePermission' }]],
  ['expo-audio', [{ permission: 'RECORD_AUDIO', unless: 'recordAudioAndroid' }]],
  [
    'expo-location',
    [
      ...always('ACCESS_COARSE_LOCATION', 'ACCESS_FINE_LOCATION'),
      { permission: 'ACCESS_BACKGROUND_LOCATION', when: 'isAndroidBackgroundLocationEnabled' },
    ],
  ],
  ['expo-contacts', always('READ_CONTACTS', 'WRITE_CONTACTS')],
  ['expo-calendar', always('READ_CALENDAR', 'WRITE_CALENDAR')],
  [
    'expo-media-library',
    [
      ...always('READ_EXTERNAL_STORAGE', 'WRITE_EXTERNAL_STORAGE'),
      { permission: 'ACCESS_MEDIA_LOCATION', when: 'isAccessMediaLocationEnabled' },
    ],
  ],
  ['expo-local-authentication', always('USE_BIOMETRIC', 'USE_FINGERPRINT')],
  ['expo-tracking-transparency', always('com.google.android.gms.permission.AD_ID')],
  [
    'react-native-vision-camera',
    [
      ...always('CAMERA'),
      { permission: 'RECORD_AUDIO', when: 'enableMicrophonePermission' },
      { permission: 'ACCESS_FINE_LOCATION', when: 'enableLocation' },
    ],
  ],
]);

/** The permissions that a config plugin adds with these options. */
export function pluginPermissions(name: string, options: Data | undefined): readonly string[] {
  return (PLUGINS.get(name) ?? []).flatMap(({ permission, when, unless }) => {
    if (when !== undefined && !isSaid(options, when, true)) return [];
    return unless !== undefined && isSaid(options, unless, false) ? [] : [permission];
  });
}

function isSaid(options: Data | undefined, key: string, value: boolean): boolean {
  const option = valueAt(options, key);
  return option?.kind === 'boolean' && option.value === value;
}
