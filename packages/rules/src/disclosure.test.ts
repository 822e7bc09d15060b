import { findPermission } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { disclosureOf } from './disclosure.ts';
import { aPolicy, anApp, comparison, states } from './testing.ts';
import type { PolicyStatement } from '@mingshi/model';

function disclosure(name: string, ...statements: readonly PolicyStatement[]) {
  const compared = comparison(anApp([]), aPolicy({ statements }));
  const permission = findPermission(compared.knowledge, `android.permission.${name}`);
  if (!permission) throw new Error(name);
  return disclosureOf(compared, permission);
}

const isTold = (name: string, ...data: string[]): boolean => disclosure(name, states(data)).telling.length > 0;

describe('data that tell of a permission', () => {
  it.each([
    ['READ_SMS', 'sms-content'],
    ['SEND_SMS', 'sms-send-action'],
    ['ACCESS_FINE_LOCATION', 'location'],
    ['ACCESS_FINE_LOCATION', 'precise-location'],
    ['ACCESS_COARSE_LOCATION', 'location-track'],
    ['ACCESS_BACKGROUND_LOCATION', 'background-location'],
    ['READ_CONTACTS', 'contacts'],
    ['READ_CALL_LOG', 'call-log'],
    ['READ_PHONE_STATE', 'imei'],
    ['READ_PHONE_STATE', 'device-identifier'],
    ['READ_PHONE_NUMBERS', 'phone-number'],
    ['CAMERA', 'camera-capture'],
    ['RECORD_AUDIO', 'audio-recording'],
    ['READ_CALENDAR', 'calendar'],
    ['BODY_SENSORS', 'vital-signs'],
    ['ACTIVITY_RECOGNITION', 'fitness-activity'],
    ['READ_EXTERNAL_STORAGE', 'photo'],
    ['WRITE_EXTERNAL_STORAGE', 'storage-files'],
    ['READ_MEDIA_IMAGES', 'photo'],
    ['READ_MEDIA_VIDEO', 'photo'],
    ['QUERY_ALL_PACKAGES', 'installed-apps'],
    ['GET_TASKS', 'running-apps'],
    ['ACCESS_WIFI_STATE', 'mac-address'],
    ['BLUETOOTH_SCAN', 'bluetooth-info'],
  ])('%s is told by %s', (name, data) => expect(isTold(name, data)).toBe(true));

  it.each([
    ['READ_SMS', 'verification-code'],
    ['SEND_SMS', 'sms-content'],
    ['READ_CONTACTS', 'phone-number'],
    ['READ_CONTACTS', 'friend-list'],
    ['READ_CONTACTS', 'contact-details'],
    ['ACCESS_BACKGROUND_LOCATION', 'location'],
    ['ACCESS_FINE_LOCATION', 'region'],
    ['READ_PHONE_STATE', 'device-info'],
    ['READ_PHONE_STATE', 'phone-number'],
    ['CAMERA', 'photo'],
    ['RECORD_AUDIO', 'audio-files'],
    ['WRITE_EXTERNAL_STORAGE', 'photo'],
    ['MANAGE_EXTERNAL_STORAGE', 'photo'],
    ['READ_MEDIA_IMAGES', 'storage-files'],
    ['GET_TASKS', 'installed-apps'],
    ['GET_TASKS', 'app-usage-other-apps'],
    ['QUERY_ALL_PACKAGES', 'app-info'],
    ['READ_LOGS', 'service-log'],
    ['GET_ACCOUNTS', 'account-info'],
    ['READ_CALL_LOG', 'phone-number'],
  ])('%s is not told by %s', (name, data) => expect(isTold(name, data)).toBe(false));
});

function isWorded(name: string, id: string, text: string): boolean {
  const statement = states([id]);
  const dataTypes = statement.dataTypes.map((mention) => ({ ...mention, text }));
  return disclosure(name, { ...statement, dataTypes }).telling.length > 0;
}

describe('words that tell of a permission', () => {
  it.each([
    ['READ_MEDIA_IMAGES', 'avatar', 'profile photo', true],
    ['READ_MEDIA_IMAGES', 'avatar', '头像', false],
    ['CAMERA', 'avatar', 'profile photo', false],
    ['READ_MEDIA_IMAGES', 'id-document-image', '护照照片', true],
    ['READ_MEDIA_IMAGES', 'id-document-image', '身份证复印件', false],
    ['QUERY_ALL_PACKAGES', 'usage-info', '常用的软件信息', true],
    ['QUERY_ALL_PACKAGES', 'usage-info', '使用时长', false],
    ['READ_MEDIA_IMAGES', 'video', '照片和视频', true],
    ['READ_MEDIA_IMAGES', 'video', '短视频', false],
    ['ACCESS_FINE_LOCATION', 'fitness-activity', '运动轨迹', true],
    ['ACCESS_FINE_LOCATION', 'fitness-activity', '步数', false],
    ['BLUETOOTH_SCAN', 'mac-address', '蓝牙MAC地址', true],
    ['BLUETOOTH_SCAN', 'mac-address', 'MAC地址', false],
    ['ACCESS_WIFI_STATE', 'network-info', '无线网络状态', true],
    ['ACCESS_WIFI_STATE', 'network-info', '网络状态', false],
  ])('%s: %s as %s', (name, id, text, told) => expect(isWorded(name, id, text)).toBe(told));
});

const says = (name: string, id: string, words: string, text: string): boolean => {
  const statement = states([id], { text });
  const dataTypes = statement.dataTypes.map((mention) => ({ ...mention, text: words }));
  return disclosure(name, { ...statement, dataTypes }).telling.length > 0;
};

describe('what is said of data that tell of a permission', () => {
  it.each([
    ['CAMERA', 'photo', '照片', '我们会收集您拍摄的照片。', true],
    ['CAMERA', 'photo', '照片', '我们会收集您上传的照片。', false],
    ['CAMERA', 'photo', 'photos', 'We keep the photos you take in the app.', true],
    ['WRITE_EXTERNAL_STORAGE', 'storage-files', '文档', '您可以在云端编辑文档。', false],
    ['WRITE_EXTERNAL_STORAGE', 'storage-files', '文件', '我们会将下载的文件保存在您的手机中。', true],
    ['WRITE_EXTERNAL_STORAGE', 'storage-files', '文件', '文件会同步到云端，并保存在您的手机中。', true],
    ['WRITE_EXTERNAL_STORAGE', 'storage-files', 'files', 'Cookies are small files on your device.', false],
    ['WRITE_EXTERNAL_STORAGE', 'storage-files', 'documents', 'You can create and share documents.', false],
    ['WRITE_EXTERNAL_STORAGE', 'storage-files', 'files', 'We save files to your device.', true],
    ['READ_EXTERNAL_STORAGE', 'storage-files', 'documents', 'You can upload documents.', true],
    ['GET_ACCOUNTS', 'account-info', '账户信息', '我们会读取设备账户信息。', true],
    ['GET_ACCOUNTS', 'account-info', '账户信息', '我们会保存您的账户信息。', false],
  ])('%s: %s as %s in %s', (name, id, words, text, told) => expect(says(name, id, words, text)).toBe(told));
});

const named = (name: string) =>
  states([], { action: 'request-permission', permissions: [`android.permission.${name}`] });

describe('the permission by name', () => {
  it.each([
    ['ACCESS_COARSE_LOCATION', 'ACCESS_FINE_LOCATION'],
    ['RECEIVE_SMS', 'READ_SMS'],
    ['READ_EXTERNAL_STORAGE', 'READ_MEDIA_IMAGES'],
    ['READ_MEDIA_VIDEO', 'READ_EXTERNAL_STORAGE'],
    ['BLUETOOTH_CONNECT', 'BLUETOOTH_SCAN'],
  ])('%s is told where %s is named', (name, other) => expect(disclosure(name, named(other)).telling).toHaveLength(1));

  it.each([
    ['SEND_SMS', 'READ_SMS'],
    ['ACCESS_BACKGROUND_LOCATION', 'ACCESS_FINE_LOCATION'],
    ['CALL_PHONE', 'READ_PHONE_STATE'],
    ['GET_ACCOUNTS', 'READ_CONTACTS'],
    ['WRITE_EXTERNAL_STORAGE', 'READ_EXTERNAL_STORAGE'],
  ])('%s is not told where %s is named', (name, other) => expect(disclosure(name, named(other)).telling).toEqual([]));
});

const denies = (more: Partial<PolicyStatement> = {}) => states(['sms-content'], { negated: true, ...more });

describe('denials', () => {
  it('a plain denial denies and does not tell', () => {
    const { telling, denying } = disclosure('READ_SMS', denies());
    expect(telling).toEqual([]);
    expect(denying).toHaveLength(1);
  });

  it.each([
    ['on a condition', denies({ condition: { text: 'without your consent', at: denies().at } })],
    ['of sharing', denies({ action: 'share' })],
    ['of what partners do', denies({ actor: { role: 'third-party', name: 'partner', text: 'partners' } })],
  ])('a denial %s denies nothing', (_, statement) => expect(disclosure('READ_SMS', statement).denying).toEqual([]));

  it.each([
    ['that names no data', states(['personal-information'], { negated: true })],
    ['for children alone', denies({ text: '我们不读取未满十四周岁用户的短信。' })],
  ])('a denial %s denies nothing', (_, statement) => expect(disclosure('READ_SMS', statement).denying).toEqual([]));
});

it('shows the statement that comes closest', () => {
  expect(disclosure('READ_SMS', states(['nickname']), states(['verification-code'])).closest?.words).toBe(
    'verification-code',
  );
});

it.each([
  ['GET_TASKS', 'app-info'],
  ['BLUETOOTH_SCAN', 'network-info'],
  ['SEND_SMS', 'phone-number'],
  ['READ_PHONE_STATE', 'device-info'],
  ['ACCESS_FINE_LOCATION', 'ip-address'],
])('shows nothing as close to %s that is as far off as %s', (name, data) =>
  expect(disclosure(name, states([data])).closest).toBeUndefined());

it('does not take a promise to delete for telling', () => {
  expect(disclosure('READ_SMS', states(['sms-content'], { action: 'delete' })).telling).toEqual([]);
});
