import type { VagueTerm } from '@mingshi/knowledge';
import type { Sentence } from '../unit.ts';
import type { Stated, Stretch } from './stated.ts';
import * as en from './en.ts';
import * as zh from './zh.ts';

/** A vague term where it stands in a sentence. */
export interface Candidate {
  readonly kind: VagueTerm['kind'];
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  /** What the operator does with data in this sentence. */
  readonly stated: Stated;
  /** Whether a sentence has the name of a company or of a third party's code. */
  readonly hasNames: (sentence: Sentence) => boolean;
}

/** What is special to a language: tests on the words around a candidate. */
export interface Signs {
  /** Denied, or left to another's choice, in the words before. */
  readonly denied: RegExp;
  /** An open list: its lead (包括但不限于), an example (例如), its tail (等信息). */
  readonly lead: RegExp;
  readonly example: RegExp;
  readonly tail: RegExp;
  /** What stands between two things of a list. */
  readonly between: RegExp;
  /** The tail that leaves a list of examples open. */
  readonly open: RegExp;
  /** A list or a pointer to one makes up for a general word. */
  readonly listed: RegExp;
  /** A sentence that only introduces the policy. */
  readonly framing: RegExp;
  /** A list of measures, sanctions or rights rather than of data. */
  readonly otherList: RegExp;
  /** A purpose that says something. */
  readonly purpose: RegExp;
  /** A recipient by name, or the way to one. */
  readonly recipient: RegExp;
  /** What the recipient does, right behind: a kind of recipient is told. */
  readonly role: RegExp;
  readonly number: RegExp;
  readonly keeps: RegExp;
}

const SIGNS: Readonly<Record<'zh' | 'en', Signs>> = { zh: zh.signs, en: en.signs };

/** Whether the words really leave the reader in the dark: nothing in the sentence makes up for them. */
export function isVague(candidate: Candidate): boolean {
  const { kind, sentence, start, stated } = candidate;
  const signs = SIGNS[sentence.language];
  const before = sentence.plain.slice(Math.max(0, start - 100), start);
  if (stated.denies || signs.denied.test(before.slice(before.search(/[^。；;]*$/)))) return false;
  switch (kind) {
    case 'scope':
      return leavesScopeOpen(candidate, signs, before);
    case 'purpose':
      return hidesPurpose(candidate, signs);
    case 'recipient':
      return stated.shares && touches(stated.parties, candidate) && !isNamed(candidate, signs) && isSentence(sentence);
    case 'retention':
      return hidesPeriod(candidate, signs);
    case 'condition':
      return (stated.collects || stated.shares) && stated.data.length > 0;
  }
}

/** An open list of data, or a general word for data without any that says more. */
function leavesScopeOpen({ sentence, start, end, stated }: Candidate, signs: Signs, before: string): boolean {
  const { plain } = sentence;
  if (!stated.collects && !stated.shares) return false;
  const words = plain.slice(start, end);
  const after = plain.slice(end, end + 120);
  const clause = before.slice(before.search(/[^,，。；;:：(（]*$/));
  if (signs.otherList.test(clause + words + after.slice(0, 12))) return false;
  const follows = stated.data.some((data) => data.start >= end && data.start - end <= NEXT);
  if (signs.lead.test(words)) return follows;
  if (signs.example.test(words)) return follows && signs.open.test(after);
  if (signs.tail.test(words)) {
    const list = stated.data.filter((data) => data.end <= end && data.start >= start - clause.length);
    return list.length > 0 && list.length < 3 && !signs.between.test(clause);
  }
  if (stated.shares || signs.framing.test(plain) || signs.listed.test(plain.slice(end))) return false;
  return stated.data.every(({ generic }) => generic) && touches(stated.data, { start, end });
}

/** How soon behind its lead a list begins. */
const NEXT = 24;

/** A vague purpose alone: no concrete one stands beside it. */
function hidesPurpose({ sentence, start, end, stated }: Candidate, signs: Signs): boolean {
  const { plain } = sentence;
  if (!(stated.collects || stated.shares || stated.stores) || stated.data.length === 0) return false;
  if (signs.listed.test(plain.slice(end)) || stated.purposes.some(({ vague }) => !vague)) return false;
  if (!touches(stated.purposes, { start, end })) return false;
  return !stated.purposes.some((purpose) => signs.purpose.test(plain.slice(purpose.start, purpose.end)));
}

function isNamed({ sentence, end, stated, hasNames }: Candidate, signs: Signs): boolean {
  const { plain } = sentence;
  if (stated.parties.some(({ named }) => named) || signs.recipient.test(plain)) return true;
  return signs.role.test(plain.slice(end, end + 40)) || hasNames(sentence);
}

/** Titles that were not marked as such tell nothing yet, lead-ins promise a list. */
function isSentence({ plain }: Sentence): boolean {
  return !/[:：]\s*$/.test(plain) && (plain.length > 40 || /[。.;；!！,，]\s*$/.test(plain));
}

/** A period that is none, and no number beside it. */
function hidesPeriod({ sentence, start, end, stated }: Candidate, signs: Signs): boolean {
  const { plain } = sentence;
  const near = plain.slice(Math.max(0, start - 60), end + 60);
  return stated.stores && signs.keeps.test(near) && !signs.number.test(plain);
}

function touches(stretches: readonly Stretch[], { start, end }: Stretch): boolean {
  return stretches.some((stretch) => stretch.start < end && start < stretch.end);
}
