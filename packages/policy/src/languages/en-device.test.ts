import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import type { PolicyStatement } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function read(...lines: readonly string[]): Promise<readonly PolicyStatement[]> {
  const text = ['Privacy Policy of Heron', '', '1. About', '', 'Heron shows birds and trees.', '', ...lines, '', 'We care for your privacy.'].join('\n');
  const files = memoryFiles({ 'privacy.txt': new TextEncoder().encode(text) });
  const { statements } = await readPolicy(files, { named: ['privacy.txt'] }, knowledge);
  return statements.filter(({ negated }) => !negated);
}

const data = (statements: readonly PolicyStatement[]): string[] =>
  [...new Set(statements.flatMap(({ dataTypes }) => dataTypes.map(({ id }) => id)))];
const permissions = (statements: readonly PolicyStatement[]): string[] =>
  [...new Set(statements.flatMap((one) => one.permissions.map((name) => name.replace('android.permission.', ''))))];

describe('parts and stores of the device, as English policies speak of them', () => {
  it.each([
    ['Heron can add tides to your calendar.', 'calendar'],
    ['Sightings may be saved to your phone\'s calendar.', 'calendar'],
    ['You will be prompted to grant access to your contacts.', 'contacts'],
    ['Based on your location, we recommend walks.', 'location'],
    ['We get your call log for the list of callers.', 'call-log'],
    ['The camp may gets your address book.', 'contacts'],
    ['If you connect your phone\'s calendar, we can suggest walks.', 'calendar'],
    ['Heron adds the warden to your address book.', 'contacts'],
    ['Heron measures wings in the live picture from the front camera.', 'camera-capture'],
    ['On first start Heron scans your device for audio files.', 'audio-files'],
    ['The guide listens for Bluetooth beacons around you.', 'bluetooth-info'],
    ['Heron will be get your call log for show callers.', 'call-log'],
    ['The app need use your mic for hear birds.', 'audio-recording'],
    ['Heron saves drawings to your device\'s gallery.', 'storage-files'],
    ['Bird songs are downloaded to external storage.', 'storage-files'],
    ['The scale sends its readings over Bluetooth.', 'bluetooth-info'],
    ['We check whether you are connected to Wi-Fi.', 'wifi-info'],
    ['The app views Wi-Fi connections.', 'wifi-info'],
    ['We scan your phone for installed applications.', 'installed-apps'],
    ['We check which apps are currently running.', 'running-apps'],
    ['You can take a photo of a feather within the app.', 'camera-capture'],
    ['A text message is sent from your phone to the ranger.', 'sms-send-action'],
    ['Heron accesses the events in your calendar.', 'calendar'],
    ['We track the route you take.', 'location-track'],
    ['Scan the ring with your camera.', 'camera-capture'],
    ['Your device ID lets us count visits.', 'device-identifier'],
    ['Choose people from your address book.', 'contacts'],
    ['We collect the phone numbers in your contacts.', 'contacts'],
    ['To see birds near you, allow the app to use your location.', 'location'],
    ['Turn on Bluetooth to find the feeder.', 'bluetooth-info'],
    ['We create calendar events for each walk.', 'calendar'],
    ['Heron writes to storage to export lists.', 'storage-files'],
  ])('%s', async (text, expected) => expect(data(await read(text))).toContain(expected));

  it.each([
    ['If you do not allow access to the microphone, you cannot record songs.', 'RECORD_AUDIO'],
    ['If you refuse the camera permission, leaves cannot be identified.', 'CAMERA'],
    ['Without access to your contacts, we will not be able to find your friends.', 'READ_CONTACTS'],
    ['Video calls need the camera and the microphone.', 'RECORD_AUDIO'],
    ['Camera access is required for scanning rings.', 'CAMERA'],
    ['Bluetooth must be switched on to find the tracker.', 'BLUETOOTH_SCAN'],
    ['[NOTIFICATION LISTENER] To show the messages of other apps on your tracker.', 'BIND_NOTIFICATION_LISTENER_SERVICE'],
  ])('%s', async (text, expected) => expect(permissions(await read(text))).toContain(expected));

  it.each([
    ['If you do not allow access to your location, we will not collect it.', 'location'],
    ['We send text messages to verify your phone number.', 'sms-send-action'],
    ['Our partners send SMS on our behalf.', 'sms-send-action'],
    ['Cookies are saved to the storage of your device.', 'storage-files'],
    ['The calendar of events is on our website.', 'calendar'],
    ['Sensitive information includes SMS content and call logs.', 'call-log'],
    ['Personal data may include location data or an online identifier.', 'location'],
    ['We do not show walks based on your location.', 'location'],
    ['Our tutorial videos are hosted elsewhere.', 'video'],
    ['"Handset code" means a number such as the IMEI that identifies a handset.', 'imei'],
    ['You can save our number in your contacts.', 'contacts'],
    ['Walkers may have copied the photos that you published.', 'storage-files'],
    ['We take photos at our fairs.', 'camera-capture'],
    ['The headset supports Bluetooth 5.0.', 'bluetooth-info'],
    ['You can turn off your camera at any time.', 'camera-capture'],
    ['Cookies in the memory of your device help us.', 'storage-files'],
    ['We keep records of your calls with our support.', 'call-log'],
  ])('%s does not tell', async (text, type) => expect(data(await read(text))).not.toContain(type));

  it('take what a kind of information includes for told where it is collected', async () => {
    const lines = ['2. Information we collect', '', 'Personal information may include location data or call logs.'];
    expect(data(await read(...lines))).toEqual(expect.arrayContaining(['location', 'call-log']));
  });
});
