import { loadKnowledge } from '@mingshi/knowledge';
import type { Action } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import type { RawStatement, Sentence, Unit } from '../units/unit.ts';
import { english } from './en.ts';

const grammar = english(loadKnowledge());

function sentence(text: string): Sentence {
  return { document: 0, block: 0, section: 0, start: 0, end: text.length, text, plain: text, language: 'en' };
}

function read(text: string, around: Partial<Unit> = {}): readonly RawStatement[] {
  return grammar({
    kind: 'sentence',
    sentences: [sentence(text)],
    headers: [''],
    headings: [],
    sectionKinds: ['other'],
    ...around,
  });
}

/** Statements in short: `collect imei, real-name`, `not share location`. */
function short(statements: readonly RawStatement[]): string[] {
  return statements
    .filter((one) => one.dataTypes.length > 0)
    .map(
      (one) =>
        `${one.negated ? 'not ' : ''}${one.action} ${[...new Set(one.dataTypes.map(({ id }) => id))].join(', ')}`,
    );
}

const say = (text: string): string[] => short(read(text));
const told = (text: string, action: Action): string[] =>
  read(text)
    .filter((one) => one.action === action && !one.negated)
    .flatMap((one) => one.dataTypes.map(({ id }) => id));

const roles = (text: string): string[] => read(text).map((one) => one.actor.role);
const modality = (text: string): string | undefined => read(text)[0]?.modality;

describe('what English sentences say', () => {
  it.each([
    ['We collect your phone number.', ['collect phone-number']],
    [
      'The app may record your IP address, device ID and battery level.',
      ['collect ip-address, device-identifier, battery-info'],
    ],
    ['We will obtain your mobile phone IMEI.', ['collect imei']],
    ['We have access to your contacts.', ['collect contacts']],
    ['Your call log is uploaded to our server.', ['collect call-log']],
    ['Photos and videos may be stored in the cloud.', ['store photo, video']],
    ['Reading the address book helps you find friends.', ['collect contacts']],
    ['By collecting your gait we can tell how you walk.', ['collect biometric-info']],
    ['Collection of location data starts when you open the map.', ['collect location']],
    ['When you sign up, you provide us with your nickname and birthday.', ['collect nickname, birth-date-age']],
    ['We ask you to enter your passport number.', ['collect other-id-document']],
    ['We allow advertisers to collect your advertising ID.', ['collect advertising-id']],
    ['Third-party services may collect the IMEI of your phone.', ['collect imei']],
    ['We rent out your e-mail address.', ['sell email-address']],
    [
      'The information we collect may include your job title and salary.',
      ['collect unspecified-information, work-info, property-info'],
    ],
    ['We use SDKs to read the list of installed apps.', ['collect installed-apps']],
    ['The app sends an SMS to your guardian on your behalf.', ['transfer sms-send-action']],
    ['We collect phone numbers from your address book.', ['collect phone-number, contacts']],
  ])('%s', (text, expected) => {
    expect(say(text)).toEqual(expected);
  });

  it('gives each of several verbs a statement', () => {
    expect(say('We collect, store and share your location.')).toEqual([
      'collect location',
      'store location',
      'share location',
    ]);
    expect(say('Your name is collected and sent to our partners.')).toEqual([
      'collect real-name',
      'transfer real-name',
    ]);
    expect(say('We collect your name and use it together with your age.')).toEqual([
      'collect real-name',
      'use birth-date-age',
    ]);
  });

  it('goes on with a list behind its lead words and past what interrupts it', () => {
    expect(
      told(
        'We collect information about your device, including its model number, the pages you visit and RAM size.',
        'collect',
      ),
    ).toEqual(expect.arrayContaining(['device-model', 'browsing-history', 'hardware-info']));
    expect(told('We may collect the following when you play: nickname; avatar; heart rate.', 'collect')).toEqual([
      'nickname',
      'avatar',
      'vital-signs',
    ]);
  });

  it('shares the head of coordinated names', () => {
    expect(told('We collect your home or mobile phone number.', 'collect')).toEqual(['phone-number', 'phone-number']);
    expect(told('We record the Media Access Control (“MAC”) address.', 'collect')).toEqual(['mac-address']);
    expect(told('We log the version of your operating system.', 'collect')).toEqual(['os-version']);
  });

  it('tells who acts', () => {
    expect(roles('We collect your name.')).toEqual(['first-party']);
    expect(roles('Our advertising partners may receive your advertising ID.')).toEqual(['third-party']);
    expect(roles('You submit your name to us.')).toEqual(['user']);
  });
});

describe('what English sentences deny', () => {
  it.each([
    [
      'We do not collect, store or share your location.',
      ['not collect location', 'not store location', 'not share location'],
    ],
    ['We never read your text messages.', ['not collect sms-content']],
    ["We don't sell your phone number.", ['not sell phone-number']],
    ['None of your photos leaves the device.', ['not transfer photo']],
    ['No precise location is collected.', ['not collect precise-location']],
    ['Neither your name nor your age is shared with anyone.', ['not share real-name, birth-date-age']],
    ['The app cannot access your call log.', ['not collect call-log']],
    ['Under no circumstances do we record your voice.', ['not collect audio-recording']],
    ['We have no access to your bank card.', ['not collect bank-account']],
    ['Partners are not allowed to collect your contacts.', ['not collect contacts']],
    ['Partners are prohibited from collecting your contacts.', ['not collect contacts']],
    ['We do not disclose to third parties your IP address.', ['not disclose ip-address']],
    ['We collect your gender but not your religion.', ['collect gender', 'not collect religion-belief']],
    ['We collect your gender but do not share your age.', ['collect gender', 'not share birth-date-age']],
    [
      'We do not collect personal data except your e-mail address.',
      ['not collect personal-information', 'collect email-address'],
    ],
    ['Nor do we store your fingerprint.', ['not store fingerprint']],
  ])('%s', (text, expected) => {
    expect(say(text)).toEqual(expected);
  });

  it('keeps the condition of a denial', () => {
    const [statement] = read('Without your consent, we will not share your location.');
    expect(statement).toMatchObject({ action: 'share', negated: true });
    expect(
      statement?.condition &&
        statement.condition.sentence.text.slice(statement.condition.start, statement.condition.end),
    ).toBe('Without your consent');
  });

  it.each([
    'We not only collect your name but also your age.',
    'This includes, but is not limited to, your name and age.',
  ])('takes no false denial: %s', (text) => {
    expect(read(text).some((one) => one.negated)).toBe(false);
  });
});

describe('what is no statement', () => {
  it.each([
    'If you do not provide your phone number, you cannot order.',
    'Please do not hesitate to contact us by e-mail.',
    'Do not share your password with anyone.',
    'You have the right to access, correct or delete your e-mail address.',
    'You can ask us to delete your contacts.',
    'Write to our address or call our phone number.',
    'We may send you text messages and e-mails about offers.',
    'This policy does not apply to information that other companies collect.',
    'Keep your passcode secret.',
    'The address provided below is open on weekdays.',
  ])('%s', (text) => {
    expect(short(read(text)).filter((line) => !line.endsWith('-information'))).toEqual([]);
  });

  it('does not take the company and compounds for data of the user', () => {
    expect(say('We use an email service and a search engine.')).toEqual([]);
    expect(say('You can read our address here.')).toEqual([]);
  });

  it('takes cookies that are used for a technique, and explained ones for nothing', () => {
    expect(say('We use cookies.')).toEqual(['other cookie']);
    expect(say('Cookies are small files that record your preferences.')).toEqual(['collect hobby-interest']);
  });
});

describe('what for, when and to whom', () => {
  it('finds purposes with their categories', () => {
    const [statement] = read('We use your e-mail address to send you promotional offers and to prevent fraud.');
    expect(statement?.purposes.map(({ category }) => category)).toEqual(['marketing', 'security']);
  });
  it('marks purposes that say too little', () => {
    const [statement] = read('We use your age to improve our services.');
    expect(statement?.purposes).toMatchObject([{ vague: true }]);
  });
  it('names those who receive data', () => {
    const [statement] = read('We share your name with our affiliates and with law enforcement.');
    expect(statement?.thirdParties).toMatchObject([
      { name: 'affiliates', kind: 'affiliate' },
      { name: 'law enforcement', kind: 'authority' },
    ]);
  });
  it('tells how sure a statement is', () => {
    expect(modality('We collect your name.')).toBe('does');
    expect(modality('We may collect your name.')).toBe('may');
    expect(modality('We will collect your name.')).toBe('will');
    expect(modality('With your consent, we collect your name.')).toBe('with-consent');
    expect(modality('When you register, we collect your name.')).toBe('conditional');
  });
});

function asked(text: string): string[] {
  return read(text).flatMap(({ permissions }) => permissions);
}

describe('words that look like more or less than they say', () => {
  it.each([
    ['We collect your name and your profile picture.', ['collect real-name, avatar']],
    ['Your position is collected via GPS or WIFI.', ['collect location, wifi-info']],
    ['We collect your device model and Bluetooth settings.', ['collect device-model, bluetooth-info']],
    ['We use identifiers, such as the advertising ID, for analytics.', ['use advertising-id']],
    ['We use device identifiers such as the advertising ID.', ['use device-identifier, advertising-id']],
    ['We use recordings of customer support calls.', ['use call-content']],
    ['We store a session ID on your device.', ['store usage-info']],
    ['We collect your age at the time of using the map, and your name.', ['collect birth-date-age, real-name']],
    ['"Personal data" means any information that identifies a person, such as a name or photograph.', []],
    ['Personal information is information that we collect, such as your name.', ['collect unspecified-information, real-name']],
  ])('%s', (text, expected) => {
    expect(say(text)).toEqual(expected);
  });

  it('asks for no writing where the album is asked for, nor for files that browsers keep', () => {
    const album = asked('You may grant us the permission to access your photo album.');
    expect(album).toContain('android.permission.READ_MEDIA_IMAGES');
    expect(album).not.toContain('android.permission.WRITE_EXTERNAL_STORAGE');
    expect(asked('We ask for the following permissions: Sound: to play the alarm; Camera: to scan codes.')).toEqual(['android.permission.CAMERA']);
    expect(asked('A site asks your computer for permission to store this file on the hard drive as a cookie.')).toEqual([]);
  });
});

describe('hostile sentences', () => {
  it('takes time in proportion to the text', () => {
    for (const text of [
      'we collect your name, '.repeat(20_000),
      '('.repeat(200_000),
      'a'.repeat(400_000),
      'to not '.repeat(60_000),
    ]) {
      expect(() => read(text)).not.toThrow();
    }
  });
});

describe('English that was half translated', () => {
  it.each([
    [
      'In order to realize the scanning function, we will call your camera and read the photo album.',
      ['collect camera-capture', 'collect photo'],
    ],
    ['We do not and will not read your SMS.', ['not collect sms-content']],
    ['We need your authorization to access the address book.', ['collect contacts']],
    ['The push SDK needs to collect your device Mac address and OAID.', ['collect mac-address, oaid']],
    ['If you refuse to provide the mobile phone number, you will not be able to register.', []],
    ['You need to open the positioning permission.', ['request-permission location']],
    ['Mobile phone storage permission: used to keep the map offline.', ['request-permission storage-files']],
    [
      'The app will apply for the authority of storage and camera.',
      ['request-permission storage-files, camera-capture'],
    ],
  ])('%s', (text, expected) => {
    expect(say(text)).toEqual(expected);
  });
});
