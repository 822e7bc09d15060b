import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { readPolicy } from '@mingshi/policy';
import { inPolicy } from '@mingshi/rules';
import { describe, expect, it } from 'vitest';

const knowledge = loadKnowledge();
const taken = new Set([
  ...knowledge.apis.flatMap(({ dataTypes }) => dataTypes),
  ...knowledge.sdks.flatMap(({ takes }) => takes),
]);
/** Deeds are told as such; facts on identity papers have names that hold other data. */
const APART = new Set(['sms-send-action', 'phone-call-action', 'real-name-verification', 'id-document-image']);
const types = knowledge.dataTypes.filter(
  ({ id, generic, category }) => taken.has(id) && !generic && !category && !APART.has(id),
);

describe('the name of a kind of data in a policy', () => {
  it('says nothing that only tells kinds apart', () => {
    expect(inPolicy({ zh: 'WiFi信息(SSID/BSSID/列表)', en: 'Wi-Fi information (SSID, BSSID, scan list)' })).toEqual({
      zh: 'WiFi信息（SSID、BSSID、列表）',
      en: 'Wi-Fi information (SSID, BSSID, scan list)',
    });
    expect(inPolicy({ zh: '设备设置(语言/时区等)', en: 'Location information (unspecified precision)' })).toEqual({
      zh: '设备设置（语言、时区）',
      en: 'location information',
    });
  });

  it.each(['zh', 'en'] as const)('is read as that kind and as no other that is sensitive, in %s', async (language) => {
    const sentences = types.map(({ name }) =>
      language === 'zh'
        ? `当您使用扫码时，我们会收集${inPolicy(name).zh}，用于核验身份。`
        : `When you use the scanner, we collect ${inPolicy(name).en} in order to verify your identity.`,
    );
    const policy = await readPolicy(
      memoryFiles({ 'privacy.md': ['# Privacy Policy 隐私政策', ...sentences].join('\n\n') }),
      { named: ['privacy.md'] },
      knowledge,
    );
    const isSensitive = new Set(knowledge.dataTypes.filter(({ sensitive }) => sensitive).map(({ id }) => id));
    const misread = types.flatMap(({ id }, index) => {
      const read = policy.statements.filter(({ text }) => text === sentences[index]).flatMap(({ dataTypes }) => dataTypes.map((each) => each.id));
      return read.includes(id) && read.every((each) => each === id || !isSensitive.has(each)) ? [] : [[id, ...read]];
    });
    expect(types.length).toBeGreaterThan(50);
    expect(misread).toEqual([]);
  });
});
