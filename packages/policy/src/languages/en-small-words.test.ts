import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

/** What a policy tells, by the data types; "not" before what it denies. */
async function told(...lines: readonly string[]): Promise<string[]> {
  const text = ['# Marmot Hikes Privacy Policy', '', ...lines, ''].join('\n');
  const files = memoryFiles({ 'privacy.md': new TextEncoder().encode(text) });
  const { statements } = await readPolicy(files, { named: ['privacy.md'] }, knowledge);
  const types = statements.flatMap(({ action, negated, dataTypes }) =>
    dataTypes.filter(({ generic }) => !generic).map(({ id }) => `${negated ? 'not ' : ''}${action === 'request-permission' ? 'asks ' : ''}${id}`),
  );
  return [...new Set(types)];
}

describe('plurals', () => {
  it('are read where the lexicon is surer of the singular', async () => {
    expect(await told('We keep your passwords.')).toEqual(['password']);
    expect(await told('Marmot does not store names, emails, or passwords.')).toEqual(['not real-name', 'not email-address', 'not password']);
  });
});

describe('exceptions', () => {
  it.each([
    ['Marmot collects no data other than your age.', ['birth-date-age']],
    ['We gather nothing other than your birthday and your nickname.', ['birth-date-age', 'nickname']],
    ['We collect no data from the hiker except the heart rate.', ['vital-signs']],
    ['We read your contacts, but not your call logs.', ['contacts', 'not call-log']],
  ])('%s', async (text, types) => expect(await told(text)).toEqual(types));
});

describe('labels', () => {
  it('with a verb in them are not told by it where the sentence denies', async () => {
    expect(await told('Health Tracking: the app does not collect any data.')).toEqual([]);
  });

  it('are not shared by the condition behind the colon', async () => {
    expect(await told('Email: If provided, we may keep your email address to answer you.')).toEqual(['email-address']);
  });
});

describe('conditions without a comma', () => {
  it.each([
    ['When you open an account we store your phone number and display name.', ['phone-number', 'nickname']],
    ['Once you join a tour we may read your location and your contacts.', ['location', 'contacts']],
    ['When you use the maps we draw, we collect your location.', ['location']],
  ])('%s', async (text, types) => expect(await told(text)).toEqual(types));

  it('leave what is done to the company', async () => {
    const files = memoryFiles({ 'privacy.md': new TextEncoder().encode('When you open an account we store your name and nickname.') });
    const { statements } = await readPolicy(files, { named: ['privacy.md'] }, knowledge);
    expect(statements.map(({ actor, action }) => `${actor.role} ${action}`)).toEqual(['first-party store']);
  });
});

describe('a policy without capitals', () => {
  it('has the same sentences', async () => {
    const text = 'we read your steps (e.g. per day) and your heart rate. weight is not stored. contacts stay on your phone and are never uploaded.';
    expect(await told(text)).toEqual(['fitness-activity', 'vital-signs', 'not body-measurements', 'not contacts']);
  });
});

describe('questions to be answered with yes or no', () => {
  it.each([
    ['## Does Marmot read your calendar?', '', 'No.'],
    ['DOES THE APP COLLECT YOUR CONTACTS?', '', 'It has no use for them.'],
    ['Q: Do you sell my phone number? We would never do so.'],
  ])('tell nothing: %s', async (...lines) => expect(await told(...lines)).toEqual([]));

  it('leave the answer to tell', async () => {
    expect(await told('## Is my location shared?', '', 'We do not share your location.')).toEqual(['not location']);
    expect(await told('## Do we collect your location?', '', 'Yes, while a hike goes on.')).toEqual(['location']);
    expect(await told('Does the app read your contacts? Yes, to find your friends.')).toEqual(['contacts']);
  });
});

describe('lists', () => {
  it('behind data and "for:" tell what for', async () => {
    expect(await told('Your age is kept on your phone for:', '', '- Better hikes', '- Photo storage and contacts backup')).toEqual(['birth-date-age']);
  });

  it('behind "the following data for:" tell the data', async () => {
    expect(await told('We collect the following data for:', '', '- Rescue: your location', '- Tours: your phone number')).toEqual(['location', 'phone-number']);
  });

  it('have labels whose verb is that of the title', async () => {
    const list = ['Health data:', '', '- minutes of rest', '- metres climbed'];
    expect(await told('## What We Collect', '', ...list)).toContain('health-info');
    expect(await told('## What We Never Collect', '', ...list)).toContain('not health-info');
    expect(await told('## Contact Us', '', ...list)).toEqual([]);
  });
});

describe('names that hold the name of data', () => {
  it.each([
    ['We store track names and the audio library.', []],
    ['The app does not gather precise information about the location of your mobile device.', ['not precise-location']],
    ['We read the location of your phone.', ['location']],
  ])('%s', async (text, types) => expect(await told(text)).toEqual(types));
});
