import { expect, it } from 'vitest';
import { midSentence } from './mid-sentence.ts';

it.each([
  ['Precise location (GPS)', 'precise location (GPS)'],
  ['Android ID (SSAID)', 'Android ID (SSAID)'],
  ['IMEI / MEID', 'IMEI / MEID'],
  ['Wi-Fi information', 'Wi-Fi information'],
])('%s becomes %s', (name, inside) => {
  expect(midSentence(name)).toBe(inside);
});
