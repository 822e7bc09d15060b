import type { Certainty, Text } from '@mingshi/knowledge';
import type { RowColumn } from '@mingshi/model';
import type { Wording } from './define-rule.ts';
import { inPolicy } from './data-words.ts';
import { listed } from './sdk-words.ts';

/** What an entry in a list of third parties is made of. */
export interface EntryFacts {
  readonly name: Text;
  readonly vendor: Text;
  readonly purpose: Text;
  /** Whether that says what it is for, and not only what kind of thing it is. */
  readonly isPurpose: boolean;
  /** What it is known to take, as far as `certainty` goes. */
  readonly takes: readonly Text[];
  readonly certainty: Certainty;
  /** Its own rules on personal data, or ''. */
  readonly link: string;
  /** Whether the signs leave no doubt that the app has it. */
  readonly sure: boolean;
}

type Cells = Readonly<Record<RowColumn, Text>>;

/** What is known of the data: the vendor's word, what to confirm, or nothing. What is not sure stands in brackets. */
function data({ takes: all, certainty }: EntryFacts, most: number): Text {
  const takes = all.slice(0, most);
  if (takes.length === 0) return { zh: '【收集的信息，按其说明填写】', en: "【data, as the vendor's documents say】" };
  const words = takes.map(inPolicy);
  const [etc, others] = takes.length < all.length ? [' 等', ', …'] : ['', ''];
  const [zh, en] = [listed.zh(words) + etc, listed.en(words) + others];
  if (certainty === 'high') {
    return { zh: `${zh}【核对后填写：以上据厂商的说明，以接入的版本为准】`, en: `${en} 【check: from the vendor's documents; your version may differ】` };
  }
  return { zh: `【核对后填写，据公开资料为：${zh}】`, en: `【check before you write; by public sources: ${en}】` };
}

/** What an author writes on an SDK, column by column; of the data no more kinds than `most`. */
export function entryCells(facts: EntryFacts, most = Infinity): Cells {
  const { name, vendor, purpose, isPurpose, link, sure } = facts;
  return {
    party: sure
      ? name
      : { zh: `${name.zh}【核对后填写：是否集成了它】`, en: `${name.en} 【check whether the app has it】` },
    vendor,
    purpose: isPurpose
      ? { zh: `${purpose.zh}，用于【具体功能】`, en: `${purpose.en}, for 【feature】` }
      : { zh: '用于【具体功能】', en: 'for 【feature】' },
    data: data(facts, most),
    how: { zh: 'SDK 自行收集', en: 'collected by the SDK' },
    link: link === '' ? { zh: '【其隐私政策的链接】', en: '【link to its policy】' } : { zh: link, en: link },
  };
}

/** A third party of which nothing is known. */
const UNKNOWN: Cells = {
  party: { zh: '【第三方的名称】', en: '【name of the third party】' },
  vendor: { zh: '【公司全称】', en: '【company】' },
  purpose: { zh: '【目的】', en: '【purpose】' },
  data: { zh: '【信息的种类】', en: '【kinds of data】' },
  how: { zh: '【方式，如接口传输】', en: '【manner, such as an interface】' },
  link: { zh: '【其隐私政策的链接】', en: '【link to its policy】' },
};

/** The entry as a sentence, for a list that is no table. */
const inWords = {
  zh: (cells: Cells): string =>
    `名称：${cells.party.zh}；公司：${cells.vendor.zh}；使用目的：${cells.purpose.zh}；收集的信息：${cells.data.zh}；` +
    `方式：${cells.how.zh}；隐私政策：${cells.link.zh}`,
  en: (cells: Cells): string =>
    `Name: ${cells.party.en}; company: ${cells.vendor.en}; purpose: ${cells.purpose.en}; data: ${cells.data.en}; ` +
    `manner: ${cells.how.en}; privacy policy: ${cells.link.en}`,
};

const wording = <F>(row: (facts: F) => Cells, part: Wording<F>['part'] = 'sdk-list'): Wording<F> => ({
  part,
  zh: (facts) => inWords.zh(row(facts)),
  en: (facts) => inWords.en(row(facts)),
  row,
});

/** The entry of a known SDK in the list of third parties. */
export const sdkEntry: Wording<EntryFacts> = wording((facts) => entryCells(facts));

/** The entry of an SDK that only people know. */
export const unknownSdkEntry: Wording<object> = wording(() => UNKNOWN);

/** The entry of a third party that only people know, among those who are given data. */
export const partyEntry: Wording<object> = wording(() => UNKNOWN, 'sharing');
