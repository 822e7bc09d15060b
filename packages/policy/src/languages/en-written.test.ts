import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

/** Who does what with which data, what for, and beside whom. */
async function readingOf(text: string): Promise<string[]> {
  const { statements } = await readPolicy(memoryFiles({ 'privacy.md': text }), { named: ['privacy.md'] }, knowledge);
  return statements.map(({ action, negated, dataTypes, purposes, thirdParties }) =>
    [negated ? `not ${action}` : action, ids(dataTypes.map(({ id }) => id)), ids(purposes.map(({ category }) => category)), thirdParties.length].join(' | '),
  );
}

const shared = (line: string): string => line.replace(/^disclose/, 'share');

const ids = (all: readonly string[]): string => [...new Set(all)].toSorted().join(' ');

it.each([
  ['We collect your email address and your birthday.', "We collect the user's email address and users' birthdays."],
  ['Your location is stored on our servers.', 'Each user’s location is stored on our servers.'],
  ['We may collect your phone number.', 'We may, from time to time, collect your phone number.'],
  ['We may collect your phone number.', 'We may from time to time collect your phone number.'],
  ['We will delete your photos.', 'We will, however, delete your photos.'],
  ['We share your location with couriers.', 'We, as described above, share your location with couriers.'],
  ['The information we collect includes your height.', 'The information our app collects includes your height.'],
  ['We use the photos we receive.', 'We use the photos the app receives.'],
  ['The app shares your location with couriers.', 'The app discloses your location to couriers.'],
  ['Acme collects your address.', 'Acme, a maker of umbrellas, collects your address.'],
  ['The company collects data about your trips.', 'The company logs data about your trips.'],
  ['The app collects your birthday.', 'The app collect your birthday.'],
  ['We use information to plan routes.', 'We use publicly available information to plan routes.'],
  ['The information we collect includes your height.', 'The information we need to collect includes your height.'],
  ['The information the app collects includes your height.', 'This notice applies to information the app collects, which includes your height.'],
  ['We keep data about your phone.', 'We keep data about your handset.'],
  ['We use your photos for customized services.', 'We use your photos for customised services.'],
  ['We use your photos for analytics and advertising.', 'We use your photos for analytics & advertising.'],
  ['We share your proﬁle photo with vendors.', 'We share your profile photo with vendors.'],
  ['We collect information about your device.', 'We log information about your device.'],
  ['We use and share your height.', 'The app uses and shares your height.'],
  ['The device data we share with vendors are encoded.', 'The device data the app shares with vendors are encoded.'],
  ['We use cookies to collect information.', 'We use cookies to retrieve information.'],
  ['Your photos may be collected.', 'Your photos may be acquired.'],
  ['We use your photos for many purposes, such as advertising.', 'We use your photos for many purposes, e.g. advertising.'],
  ['We share your photos with vendors.', 'We share your photos with outside parties.'],
  ['You’re asked for your birthday.', 'YOU’RE ASKED FOR YOUR BIRTHDAY.'],
  ['We Share Your Birthday With Vendors Before Every Trip Abroad Starts.', 'We share your birthday with vendors before every trip abroad starts.'],
  ['We collect your “location” information.', 'We collect your location information.'],
  ['We keep your name. We share your photos.', 'We keep your name. we share your photos.'],
  ['We use non-personal information.', 'We use non‑personal information.'],
  ['Nobody may give us personal information.', 'Nobody under the age of 13 may give us personal information.'],
])('%s %s', async (usual, written) => {
  const reading = await readingOf(usual);
  expect(reading).not.toEqual([]);
  expect((await readingOf(written)).map(shared)).toEqual(reading.map(shared));
});

it.each([
  ['If you do, we collect the name, email address and photo of your friend.', ['collect | email-address photo real-name |  | 0']],
  ["We collect a family member's name.", ['collect | marital-family real-name |  | 0']],
  ['We delete certain records that contain your birthday.', ['delete | birth-date-age unspecified-information |  | 0']],
  ['If we are acquired by another company, your photos are passed on.', ['share | photo | merger | 0']],
])('%s', async (text, reading) => {
  expect(await readingOf(text)).toEqual(reading);
});
