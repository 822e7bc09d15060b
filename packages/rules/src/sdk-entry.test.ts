import { describe, expect, it } from 'vitest';
import { entryCells, sdkEntry } from './sdk-entry.ts';
import type { EntryFacts } from './sdk-entry.ts';

const facts: EntryFacts = {
  name: { zh: '飞鸽推送', en: 'Pigeon Push' },
  vendor: { zh: '杭州飞鸽科技有限公司', en: 'Pigeon Ltd.' },
  purpose: { zh: '消息推送', en: 'push notifications' },
  isPurpose: true,
  takes: [
    { zh: '设备型号/品牌', en: 'Device model, brand' },
    { zh: '位置信息', en: 'Location information (unspecified precision)' },
  ],
  certainty: 'high',
  link: 'https://pigeon.example/privacy',
  sure: true,
};

/** What is stated, not asked. */
const outside = (text: string): string => text.replaceAll(/【[^】]*】/g, '');

describe('an entry of an SDK', () => {
  it('says what the vendor says, to be checked against the version', () => {
    const { zh, en } = entryCells(facts).data;
    expect(zh).toBe('设备型号、品牌、位置信息【核对后填写：以上据厂商的说明，以接入的版本为准】');
    expect(en).toBe("device model, brand, location information 【check: from the vendor's documents; your version may differ】");
  });

  it('states nothing that is known from other sources only', () => {
    const medium = entryCells({ ...facts, certainty: 'medium' }).data;
    expect(medium.zh).toContain('设备型号');
    expect([outside(medium.zh), outside(medium.en)]).toEqual(['', '']);
    const none = entryCells({ ...facts, takes: [], certainty: 'low' }).data;
    expect([outside(none.zh), outside(none.en)]).toEqual(['', '']);
  });

  it('asks whether the app has it when the signs are weak', () => {
    expect(entryCells({ ...facts, sure: false }).party).toEqual({
      zh: '飞鸽推送【核对后填写：是否集成了它】',
      en: 'Pigeon Push 【check whether the app has it】',
    });
  });

  it('leaves the purpose to people where only the kind of the SDK is known', () => {
    const { purpose, link } = entryCells({ ...facts, purpose: { zh: '工具', en: 'tools' }, isPurpose: false, link: '' });
    expect([purpose.zh, purpose.en]).toEqual(['用于【具体功能】', 'for 【feature】']);
    expect(link.zh).toBe('【其隐私政策的链接】');
  });

  it('is a sentence where the list is no table', () => {
    expect(sdkEntry.en(facts)).toMatch(/^Name: Pigeon Push; company: Pigeon Ltd\.; purpose: push notifications, for 【feature】; data: /);
  });
});
