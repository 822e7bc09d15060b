const FULL_NAME = /\b(?:android|com\.android\.\w+|ohos)\.permission\.[A-Z][A-Z0-9_]*\b/g;
/** Constants that stand for them: PermissionsAndroid's, those of react-native-permissions, XXPermissions and AndPermission, the manifest's own. */
const CONSTANT =
  /\b(?:PermissionsAndroid\.PERMISSIONS|PERMISSIONS\.ANDROID|Manifest\.permission|permissions?\.(?:runtime\.)?Permission)\.([A-Z][A-Z0-9_]*)\b/g;
/** Groups by which AndPermission, XXPermissions and utilcode ask for all permissions of one kind. */
const GROUP = /\b(?:PermissionConstants|Permission\.Group)\.([A-Z][A-Z_]*)\b/g;
/** What XXPermissions gives instead of a name: `PermissionLists.getReadContactsPermission()`. */
const GIVEN = /\bPermissionLists\.get([A-Z]\w*?)Permission\b/g;

/** The permissions of the groups that these libraries know by the same names. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  ACTIVITY_RECOGNITION: ['ACTIVITY_RECOGNITION'],
  CALENDAR: ['READ_CALENDAR', 'WRITE_CALENDAR'],
  CAMERA: ['CAMERA'],
  CONTACTS: ['READ_CONTACTS', 'WRITE_CONTACTS', 'GET_ACCOUNTS'],
  LOCATION: ['ACCESS_FINE_LOCATION', 'ACCESS_COARSE_LOCATION'],
  MICROPHONE: ['RECORD_AUDIO'],
  PHONE: ['READ_PHONE_STATE', 'READ_PHONE_NUMBERS', 'CALL_PHONE', 'READ_CALL_LOG', 'WRITE_CALL_LOG'],
  SENSORS: ['BODY_SENSORS'],
  SMS: ['SEND_SMS', 'RECEIVE_SMS', 'READ_SMS'],
  STORAGE: ['READ_EXTERNAL_STORAGE', 'WRITE_EXTERNAL_STORAGE'],
};

/** The permissions, by their full names, that an argument of a request names in the spelling of its library. */
export function permissionsIn(arg: string): readonly string[] {
  const full = arg.match(FULL_NAME) ?? [];
  const constants = [...arg.matchAll(CONSTANT)].map(([, name = '']) => name);
  const grouped = [...arg.matchAll(GROUP)].flatMap(([, name = '']) => (Object.hasOwn(GROUPS, name) ? (GROUPS[name] ?? []) : []));
  const given = [...arg.matchAll(GIVEN)].map(([, name = '']) => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase());
  return [...full, ...[...constants, ...grouped, ...given].map((name) => `android.permission.${name}`)];
}
