import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import type { RawStatement, Sentence, Unit } from '../../units/unit.ts';
import { english } from '../en.ts';

const grammar = english(loadKnowledge());
let block = 0;

function sentence(text: string): Sentence {
  return { document: 0, block: block++, section: 0, start: 0, end: text.length, text, plain: text, language: 'en' };
}

function unit(sentences: readonly string[], more: Partial<Unit> = {}): Unit {
  return {
    kind: 'sentence',
    sentences: sentences.map(sentence),
    headers: sentences.map(() => ''),
    headings: [],
    sectionKinds: ['other'],
    ...more,
  };
}

const list = (lead: string, ...items: string[]): readonly RawStatement[] =>
  grammar(unit(items, { kind: 'list', lead: sentence(lead) }));
const under = (headings: string[], text: string): readonly RawStatement[] => grammar(unit([text], { headings }));
const row = (cells: Readonly<Record<string, string>>): readonly RawStatement[] =>
  grammar(unit(Object.values(cells), { kind: 'row', headers: Object.keys(cells) }));
const ids = (statements: readonly RawStatement[]): string[] =>
  statements.flatMap((one) => one.dataTypes.map(({ id }) => id));
const permissions = (statements: readonly RawStatement[]): string[] =>
  [...new Set(statements.filter((one) => !one.negated).flatMap((one) => one.permissions))].toSorted();
const read = (text: string): readonly RawStatement[] => grammar(unit([text]));

const camera = 'android.permission.CAMERA';
const contacts = ['android.permission.READ_CONTACTS', 'android.permission.WRITE_CONTACTS'];

describe('clauses that only tell when or where', () => {
  it('let the list go on behind the place that they point out', () => {
    const [statement] = read('We collect your age, the country where your phone is used, your MAC address and photos.');
    expect(statement).toMatchObject({ action: 'collect' });
    expect(ids([statement as RawStatement])).toEqual(expect.arrayContaining(['mac-address', 'photo']));
  });
  it('give the subject before them to the verb behind them', () => {
    const statements = read('Your address may be collected when you open one of the apps that you have installed, and may be shared.');
    expect(statements.map(({ action }) => action)).toEqual(['collect', 'share']);
    expect(new Set(ids(statements))).toEqual(new Set(['postal-address']));
  });
});

describe('a table that lost its cells', () => {
  it('keeps its labels before what they hold', () => {
    const statements = read('Collection; Precise location of your phone Yes; Collection from your photo gallery Yes; Sharing; Nickname Yes; Use; Show ads.');
    expect(statements.map((one) => `${one.action} ${ids([one]).join(' ')}`)).toEqual(['collect precise-location photo', 'share nickname']);
  });
});

const aims = (statements: readonly RawStatement[]): string[] =>
  statements.flatMap((one) => one.purposes.map(({ category, span }) => `${category}: ${span.sentence.text.slice(span.start, span.end)}`));

describe('an aim in front of a sentence', () => {
  it.each([
    ['To send you invoices, your mail address is stored.', ['other: To send you invoices']],
    ['To stop fraud, we keep your phone number.', ['security: To stop fraud']],
    ['To change your settings, your browser has a menu.', []],
  ])('is that of who does what follows: %s', (text, expected) => expect(aims(read(text))).toEqual(expected));
});

describe('a list of what data are for', () => {
  it('goes to the lead-in, whatever "it" is', () => {
    const statements = list('We use it to:', 'answer your letters;', 'prevent fraud');
    expect(statements.map(({ action }) => action)).toEqual(['use']);
    expect(aims(statements)).toEqual(['service: answer your letters', 'security: prevent fraud']);
  });

  it('goes to information in general', () => {
    expect(aims(list('We use the information we collect for the following purposes:', 'To send you newsletters'))).toEqual([
      'marketing: To send you newsletters',
    ]);
  });

  it('is denied with the lead-in', () => {
    expect(list('We do not use them for:', 'advertising').every(({ negated }) => negated)).toBe(true);
  });
});

describe('words that only look like data handling', () => {
  it('deny behind "nor" and a modal verb', () => {
    const statements = read('We will not sell your contacts, nor will we collect the other apps installed on your phone.');
    expect(statements.map(({ action, negated }) => [action, negated])).toEqual([['sell', true], ['collect', true]]);
  });
  it.each(['We may send promotional SMS messages to subscribers.', 'A cookie often holds an anonymous unique identifier.'])(
    '%s',
    (text) => expect(ids(read(text)).filter((id) => id !== 'cookie')).toEqual([]),
  );
});

describe('lists', () => {
  it('gives the items to the verb of the lead-in', () => {
    const statements = list(
      'We collect the following information:',
      'Nickname and avatar;',
      'IP address;',
      'Heart rate, if you wear a band.',
    );
    expect(statements[0]).toMatchObject({ action: 'collect', negated: false, actor: { role: 'first-party' } });
    expect(ids(statements)).toEqual(expect.arrayContaining(['nickname', 'avatar', 'ip-address', 'vital-signs']));
  });
  it('carries the denial of the lead-in', () => {
    const statements = list('We do not collect:', 'your contacts', 'your text messages');
    expect(statements.map(({ negated }) => negated)).toEqual([true]);
    expect(ids(statements)).toEqual(['contacts', 'sms-content']);
  });
  it('reads items that bring their own verb', () => {
    const statements = list('We may:', 'share your phone number with couriers', 'store your photos for a year');
    expect(statements.map(({ action }) => action)).toEqual(['share', 'store']);
    expect(statements.map(({ actor }) => actor.role)).toEqual(['first-party', 'first-party']);
  });
  it('takes items that tell what for as purposes of the lead-in', () => {
    const statements = list('We use your phone number:', 'to prevent fraud', 'to send you special offers');
    expect(statements[0]?.purposes.map(({ category }) => category)).toEqual(['security', 'marketing']);
  });
  it('takes the label of an item for its data', () => {
    expect(
      ids(list('We use the following data:', 'Location: to find shops near you', 'Birthday: to greet you')),
    ).toEqual(['unspecified-information', 'location', 'birth-date-age']);
  });
});

describe('headings', () => {
  it('carry the verb for fragments under them', () => {
    expect(under(['Privacy', 'Information we collect'], 'Device information: model, IMEI.')).toMatchObject([
      { action: 'collect', negated: false },
    ]);
    expect(under(['Privacy', 'Data we share'], 'Your phone number')).toMatchObject([{ action: 'share' }]);
  });
  it('deny as well', () => {
    expect(under(['What we do not collect'], 'Your location')).toMatchObject([{ negated: true }]);
  });
  it('that speak of rights or security carry nothing', () => {
    expect(under(['Information we collect', 'Your rights'], 'Your e-mail address')).toEqual([]);
  });
});

describe('permissions', () => {
  it.each([
    ['The app requires the camera permission.', [camera]],
    ['We request access to your camera.', [camera]],
    ['android.permission.READ_CALL_LOG is used to block spam.', ['android.permission.READ_CALL_LOG']],
    ['READ_SMS: to fill in the code for you.', ['android.permission.READ_SMS']],
    ['We need camera and microphone permissions.', [camera, 'android.permission.RECORD_AUDIO']],
    ['Please grant the permission to read your contacts.', ['android.permission.READ_CONTACTS']],
    [
      'You need to open the following permissions: camera: to scan codes; microphone: to talk.',
      [camera, 'android.permission.RECORD_AUDIO'],
    ],
  ])('%s', (text, expected) => {
    expect(permissions(read(text))).toEqual(expect.arrayContaining([...expected]));
  });
  it('come with the data that they open', () => {
    expect(read('The app requires the camera permission.')).toMatchObject([
      { action: 'request-permission', negated: false, dataTypes: [{ id: 'camera-capture' }] },
    ]);
  });
  it('are denied with their verb', () => {
    expect(
      read('We do not request the contacts permission.').filter(({ action }) => action === 'request-permission'),
    ).toMatchObject([{ negated: true, permissions: contacts }]);
    expect(permissions(read('The camera permission is not required.'))).toEqual([]);
  });
  it('are no request where the user takes them away', () => {
    expect(
      read('You can turn off the microphone permission in the settings.').filter(
        ({ action }) => action === 'request-permission',
      ),
    ).toEqual([]);
  });
  it('are read from the labels of a list', () => {
    const statements = list(
      'The app needs these permissions:',
      'Contacts: to find friends',
      'Storage (read and write): to save pictures',
    );
    expect(permissions(statements)).toEqual(
      expect.arrayContaining([...contacts, 'android.permission.READ_EXTERNAL_STORAGE']),
    );
  });
});

describe('table rows', () => {
  it('give data with their purpose', () => {
    const [statement] = row({ 'Data collected': 'Step count, body weight', Purpose: 'To recommend exercises' });
    expect(statement).toMatchObject({ action: 'collect', negated: false, purposes: [{ category: 'personalization' }] });
    expect(ids([statement as RawStatement])).toEqual(['fitness-activity', 'body-measurements']);
  });
  it('give permissions by constant or name', () => {
    expect(permissions(row({ Permission: 'android.permission.RECEIVE_SMS', Reason: 'Receiving messages' }))).toEqual([
      'android.permission.RECEIVE_SMS',
    ]);
    expect(permissions(row({ Permission: 'Camera', Reason: 'Scan codes' }))).toEqual([camera]);
  });
  it('name third parties', () => {
    expect(row({ 'SDK name': 'Example Push', 'Information collected': 'IMEI' })).toMatchObject([
      { action: 'collect', actor: { role: 'third-party' } },
    ]);
  });
});
