import { isAscii } from 'node:buffer';
import type { Code, Phrase } from '@mingshi/model';
import { accountSign, mayShowAccounts, type AccountSigns } from '../platforms/android/account-signs.ts';
import { withoutComments, withoutMarkupComments } from './comments.ts';
import { consentWords, type ConsentWords } from './consent-words.ts';
import { policyLinks } from './policy-links.ts';
import { tickedBoxes } from './ticked-boxes.ts';

/** What the words that users see show: boxes ticked beforehand and other ways to agree, ways to the policy, accounts and ways to cancel them. */
export interface Shown extends Pick<Code, 'tickedBoxes' | 'policyLinks'>, ConsentWords, AccountSigns {}

/** What is shown where no such words stand. */
export const nothingShown: Shown = {
  tickedBoxes: [], impliedConsent: [], consentChoices: [], policyLinks: [], accounts: [], cancellation: [],
};

/** Parts of the words that matter; looked for in bytes, so that a file without them need not be decoded. */
const LATIN = /rivacy|PRIVACY|gree|onsent| account|ign in|ign up|og in/;
const CHINESE = ['隐私', '隱私', '协议', '同意', '个人信息', '登录', '登錄', '注册', '註冊', '注销', '註銷', '销户'].map((word) => Buffer.from(word));

/** Four units of each: looked for at once, they are passed over much faster than the words. */
const FOUR = /ivac|IVAC|gree|nsen|acco|gn in|gn up|og in/;

/** Whether a file may show any of it. */
export function maySpeak(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return (FOUR.test(text) && LATIN.test(text)) || (!isAscii(bytes) && CHINESE.some((word) => bytes.includes(word)));
}

/** What a file of code or markup shows. */
export function shownIn(path: string, text: string): Shown {
  const isMarkup = /\.(?:vue|nvue|uvue)$/.test(path);
  const bare = withoutComments(isMarkup ? withoutMarkupComments(text) : text);
  return { tickedBoxes: tickedBoxes(path, bare), policyLinks: policyLinks(path, bare), ...consentWords(path, bare), ...accountWords(path, bare) };
}

/** Strings of code, and what stands between tags; longer ones are prose and no buttons. */
const SHOWN = /"([^"\\\n]{2,48})"|'([^'\\\n]{2,48})'|`([^`\\\n$]{2,48})`|>\s{0,80}([^\s<>{}"'`=;][^<>{}"`=;\n]{1,47})(?=\s{0,80}<)/g;
/** A name that code gives to something (`register`, `/account/delete`), not words on a screen. */
const NAME = /^[\w./:@#-]+$/;

/** Words of code or markup that show accounts, and ways to cancel them; comments must have been made blank. */
export function accountWords(path: string, text: string): AccountSigns {
  const accounts: Phrase[] = [];
  const cancellation: Phrase[] = [];
  if (!mayShowAccounts(text)) return { accounts, cancellation };
  for (const match of text.matchAll(SHOWN)) {
    const words = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim();
    if (NAME.test(words)) continue;
    const start = match.index + match[0].indexOf(words);
    const sign = accountSign({ text: words, at: { file: path, start, end: start + words.length } });
    if (sign.account) accounts.push(sign.account);
    if (sign.cancellation) cancellation.push(sign.cancellation);
    if (accounts.length + cancellation.length >= ENOUGH) break;
  }
  return { accounts, cancellation };
}

/** More signs in one file say nothing new. */
const ENOUGH = 20;
