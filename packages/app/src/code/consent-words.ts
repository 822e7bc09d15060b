import type { Code, Phrase } from '@mingshi/model';

/** What words on screens and names in code show of how consent to the policy is asked for. */
export type ConsentWords = Pick<Code, 'impliedConsent' | 'consentChoices'>;

const AGREEING = /同意|\b(?:agree|accept|consent)\b/g;
const POLICY = /隐私|隱私|privacy/i;

/**
 * A label that takes another act for consent: 登录即表示同意, "By continuing you agree". Using a service is left out: policies say
 * that of themselves, and their text may stand in code.
 */
const IMPLIED = new RegExp(
  '(?:登录|登陆|登錄|注册|註冊|继续|繼續|进入|進入|下一步|提交|绑定|點擊|点击)[^，。；]{0,12}?' +
    '(?:代表|表示|视为|視為|视同|意味着|默认|等于|等同|即|就)[^，。；]{0,14}同意' +
    String.raw`|\bby (?:signing (?:in|up)|logging in|registering|continuing|proceeding|creating (?:an|your) account` +
    String.raw`|(?:clicking|tapping|pressing)[^.]{0,30}?)[^.]{0,30}?\b(?:you|I)\b[^.]{0,30}?\b(?:agree|accept|consent)\b`,
  'i',
);
/** What a label ends at; an apostrophe within a word ends nothing. */
const EDGE = /["`<>\n。]|(?<!\w)'|'(?!\w)/;
/** The names of the policy may follow in strings and elements of their own. */
const NEAR = 600;
const BEFORE = 90;
const LONGEST = 110;

/** Boxes and switches of all frameworks; a state whose name speaks of agreeing; a button to decline by. */
const BOX = /<[\w.-]*(?:check-?box|radio|switch|CheckedTextView|toggle)\b|\b(?:Check[Bb]ox\w*|CheckboxListTile|Radio\w*|Switch|Toggle\w*)\s*\(|\b\w*[cC]heck[bB]ox\w*\b|\b(?:is_?)?(?:checked|selected|ticked)\b/gi;
const STATE = /\b\w{0,24}(?:[aA]gree|[cC]onsent|[pP]rotocol|[pP]rivacy|[tT]erms|[xX]ieyi)\w{0,24}\]?\s*(?::\s*\w{1,20}\??\s*)?(?:=|:|by)\s*(?:(?:useState|ref|remember|mutableStateOf|Rx\w*)\b|(?:false|true)\b)/;
const DECLINING = /["'`>]\s{0,40}(?:我)?(?:不同意|暂不同意|暫不同意|拒绝|拒絕|暂不使用|不接受|仅浏览|disagree|decline|reject|do not agree|don't agree)[^"'`<>\n]{0,16}["'`<]/i;

/** How a file of code, markup or resources has users agree to the policy; comments must have been made blank. */
export function consentWords(path: string, text: string): ConsentWords {
  const labels = [...text.matchAll(AGREEING)].flatMap(({ index }) => labelAt(path, text, index));
  const implied = [...new Map(labels.map((label) => [label.at.start, label])).values()];
  const isChoice = STATE.test(text) || DECLINING.test(text) || hasBox(text);
  return { impliedConsent: implied.slice(0, ENOUGH), consentChoices: isChoice ? [start(path)] : [] };
}

const ENOUGH = 5;

/** The label around a word of agreeing, if it takes another act for that, and the policy is named near it. */
function labelAt(path: string, text: string, at: number): readonly Phrase[] {
  const before = text.slice(Math.max(0, at - BEFORE), at).split(EDGE).at(-1) ?? '';
  const after = text.slice(at, at + LONGEST).split(EDGE, 1)[0] ?? '';
  const label = `${before}${after}`.trim();
  if (label.length > LONGEST || !IMPLIED.test(label) || !POLICY.test(text.slice(at, at + NEAR))) return [];
  const from = text.indexOf(label, at - before.length);
  return [{ text: label.replaceAll(/\s+/g, ' '), at: { file: path, start: from, end: from + label.length } }];
}

/** A box beside words on agreeing; one for remembering the password is none. */
function hasBox(text: string): boolean {
  return [...text.matchAll(BOX)].some(({ index }) => BESIDE.test(text.slice(Math.max(0, index - 250), index + 350)));
}

const BESIDE = /同意|协议|協議|隐私|隱私|agree|privacy|terms|protocol|xieyi/i;

const start = (file: string): Phrase => ({ text: file.slice(file.lastIndexOf('/') + 1), at: { file, start: 0, end: 0 } });
