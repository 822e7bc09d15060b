import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function told(...lines: readonly string[]): Promise<string[]> {
  const text = ['Lantern Recipes Privacy Policy', '', ...lines, '', 'We care for your privacy.'].join('\n');
  const files = memoryFiles({ 'privacy.txt': new TextEncoder().encode(text) });
  const { statements } = await readPolicy(files, { named: ['privacy.txt'] }, knowledge);
  return [
    ...new Set(
      statements.flatMap(({ negated, dataTypes }) => dataTypes.map(({ id }) => (negated ? 'not ' : '') + id)),
    ),
  ];
}

describe('lists as English policies have them', () => {
  it('go on behind what is asked', async () => {
    const text = 'We collect your IP address, whether you use a plan, your location and your IMEI.';
    expect(await told(text)).toEqual(expect.arrayContaining(['ip-address', 'location', 'imei']));
  });

  it('hold items without a verb beside one with', async () => {
    const text = 'Your IP address; device identifiers (such as your IMEI); data we collect with cookies; your location.';
    expect(await told(text)).toEqual(expect.arrayContaining(['ip-address', 'imei', 'location']));
  });

  it('do not take a heading for an item', async () => {
    expect(await told('Contacts, SMS; When you use the kitchen timer, we collect your IMEI.')).toEqual(['imei']);
  });

  it('begin with the number that a broken line left behind', async () => {
    const text = ['We may collect the following information: 1.', 'Serial number; 2.', 'MAC address; 3.', 'Email address.'];
    expect(await told(...text)).toEqual(expect.arrayContaining(['device-serial', 'mac-address', 'email-address']));
  });

  it('are told of by what something means', async () => {
    const text = 'This means information about your phone, including your IMEI, OPEN UDID, MAC address.';
    expect(await told(text)).toEqual(expect.arrayContaining(['imei', 'device-identifier', 'mac-address']));
  });
});

describe('what does not identify anybody', () => {
  it('is collected all the same', async () => {
    const text = 'Non-personal information does not identify you (e.g. gender, device ID, IP address).';
    expect(await told(text)).toEqual(expect.arrayContaining(['device-identifier', 'ip-address']));
    const other = 'Other data from which it is not practicable to identify you may include your IP address and installed apps.';
    expect(await told(other)).not.toContain('not installed-apps');
  });

  it('is told where it cannot be used to contact anybody', async () => {
    const text = 'Non-personal information is information that can not be used to contact you (e.g. your gender, IMEI).';
    expect(await told(text)).toContain('imei');
  });

  it('leaves other denials alone', async () => {
    expect(await told('We do not collect your IMEI.')).toEqual(['not imei']);
  });
});

describe('text messages', () => {
  it.each([
    'We only send our customers text messages regarding recipes if they agree.',
    'We may send promotional SMS messages to you.',
  ])('of the company itself are no data: %s', async (text) => expect(await told(text)).not.toContain('sms-content'));

  it.each([
    'We read your SMS messages to fill in the code.',
    'The app sends an SMS to your emergency contact.',
  ])('%s', async (text) => expect((await told(text)).join()).toMatch(/sms-/));
});

describe('looking for data', () => {
  it.each([
    ['With your permission, we look through your contacts to suggest friends.', 'contacts'],
    ['The app scans for nearby Bluetooth devices.', 'bluetooth-info'],
    ['The app scans the applications on your phone.', 'installed-apps'],
    ['The kitchen timer needs to know your location.', 'location'],
  ])('%s', async (text, type) => expect(await told(text)).toContain(type));
});

describe('what is required', () => {
  it.each([
    ['Your email address is required to open a cookbook.', 'email-address'],
    ['To cook together, your nickname and phone number are needed.', 'phone-number'],
    ['We require your birthday to show you wines.', 'birth-date-age'],
    ['We may need your address for deliveries of food.', 'postal-address'],
  ])('is collected: %s', async (text, type) => expect(await told(text)).toContain(type));

  it.each([
    'Your birthday is not required.',
    'Your birthday is required by law.',
    'We need to forget your birthday.',
    'Laws require your birthday.',
  ])('is not: %s', async (text) => expect(await told(text)).not.toContain('birth-date-age'));
});
