import type { Language, VagueTerm } from '@mingshi/knowledge';
import type { Sentence } from '../units/unit.ts';
import type { Stated, Stretch } from './stated.ts';
import * as en from './en.ts';
import * as zh from './zh.ts';

/** A sentence that may have vague terms, with what may make up for them. */
export interface About {
  readonly sentence: Sentence;
  /** What the operator does with data in this sentence. */
  readonly stated: Stated;
  /** Whether a sentence has the name of a company or of a third party's code. */
  readonly hasNames: (sentence: Sentence) => boolean;
  /** The next few sentences of the document. */
  readonly behind: () => readonly Told[];
  /** Whether some sentence of the document matches. */
  readonly tells: (pattern: RegExp) => boolean;
}

/** A vague term where it stands in a sentence. */
export interface Candidate extends About {
  readonly kind: VagueTerm['kind'];
  readonly start: number;
  readonly end: number;
}

/** A sentence with what is said in it, if anything. */
export interface Told {
  readonly sentence: Sentence;
  readonly stated: Stated | undefined;
}

/** What is special to a language: tests on the words around a candidate. */
export interface Signs {
  /** Denied, or left to another's choice, in the words before. */
  readonly denied: RegExp;
  /** An open list: its lead (包括但不限于), an example (例如), its tail (等信息). */
  readonly lead: RegExp;
  readonly example: RegExp;
  readonly tail: RegExp;
  /** 其他信息 behind a list, and what joins it on. */
  readonly rest: RegExp;
  readonly joins: RegExp;
  /** What stands between two things of a list. */
  readonly between: RegExp;
  /** Between the lead of a list and its first data: what comes first is something else. */
  readonly otherFirst: RegExp;
  /** The tail that leaves a list of examples open. */
  readonly open: RegExp;
  /** A list or a pointer to one makes up for a general word. */
  readonly listed: RegExp;
  /** The words are what is collected, and on which occasion: summaries and principles tell none. */
  readonly collected: RegExp;
  readonly occasion: RegExp;
  /** A sentence that only introduces the policy. */
  readonly framing: RegExp;
  /** A sentence that says what a word means. */
  readonly defined: RegExp;
  /** A list of measures, sanctions or rights rather than of data. */
  readonly otherList: RegExp;
  /** What is mended, rather than bettered. */
  readonly fixes: RegExp;
  /** Details follow: the words that announce them. */
  readonly details: RegExp;
  /** The words have been explained before. */
  readonly known: RegExp;
  /** What has a list of its own, other than data: services, third parties, sources. */
  readonly otherHead: RegExp;
  /** A purpose that says something. */
  readonly purpose: RegExp;
  /** A recipient by name, or the way to one. */
  readonly recipient: RegExp;
  /** What the recipient does, right behind: a kind of recipient is told. */
  readonly role: RegExp;
  /** A sentence right behind that tells what kind they are: by examples, or by what they do. */
  readonly explained: RegExp;
  /** What kind of recipient they are: "third party payment processors". */
  readonly adjective: RegExp;
  /** Companies of the same group, as against all others. */
  readonly group: RegExp;
  /** Sentences that say who they are, or point to a list. */
  readonly groupIs: RegExp;
  readonly othersAre: RegExp;
  /** A purpose that is no more than the service, and what tells which: the function at which it happens. */
  readonly serves: RegExp;
  readonly function: RegExp;
  /** How many letters behind a vague purpose a second one may stand. */
  readonly near: number;
  readonly number: RegExp;
  readonly keeps: RegExp;
}

const SIGNS: Readonly<Record<Language, Signs>> = { zh: zh.signs, en: en.signs };

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
function leavesScopeOpen(candidate: Candidate, signs: Signs, before: string): boolean {
  const { sentence, start, end, stated } = candidate;
  const { plain } = sentence;
  if ((!stated.collects && !stated.shares) || signs.defined.test(plain)) return false;
  const words = plain.slice(start, end);
  const after = plain.slice(end, end + 120);
  const clause = before.slice(before.search(/[^,，。；;:：(（]*$/));
  const head = before.replace(/[\s,，:：(（]+$/, '').slice(-HEAD);
  if (signs.otherList.test((clause || head) + words + after.slice(0, 12))) return false;
  const follows = stated.data.some(
    (data) => data.start >= end && data.start - end <= NEXT && !signs.otherFirst.test(plain.slice(end, data.start)),
  );
  if ((signs.lead.test(words) || signs.example.test(words)) && signs.otherHead.test(head)) return false;
  if (signs.lead.test(words)) return follows;
  if (signs.example.test(words)) return follows && signs.open.test(after);
  if (signs.tail.test(words)) {
    const list = stated.data.filter((data) => data.end <= end && data.start >= start - clause.length);
    return list.length > 0 && list.length < 3 && !signs.between.test(clause) && !isListed(stated.data, start);
  }
  const isLast = signs.rest.test(words) && signs.joins.test(before) && stated.data.some((data) => !data.generic && data.end <= start && start - data.end <= JOINT);
  if (isLast) return stated.collects && !signs.listed.test(after) && !signs.framing.test(plain);
  if (stated.shares || signs.framing.test(plain) || signs.listed.test(plain.slice(end))) return false;
  if (!signs.collected.test(before) || !signs.occasion.test(plain)) return false;
  return stated.data.every(({ generic }) => generic) && touches(stated.data, { start, end }) && !isDetailed(candidate);
}

/** How far a list ends before the words that leave it open: 姓名、电话以及其他资料. */
const JOINT = 6;

/** How far the noun stands before its list. */
const HEAD = 8;

/** Things of a list that commas part: each ends right before the next begins. */
function isListed(data: readonly Stretch[], end: number): boolean {
  return data.some((one) => one.end <= end && data.some((other) => other.start > one.end && other.start - one.end <= 2 && other.end <= end));
}

/** The next sentences name the data, or announce that they are named. */
function isDetailed({ behind }: Candidate): boolean {
  return behind().some(
    ({ sentence, stated }) =>
      stated?.data.some(({ generic }) => !generic) === true || SIGNS[sentence.language].details.test(sentence.plain),
  );
}

/** How soon behind its lead a list begins. */
const NEXT = 24;

/** A vague purpose alone: no concrete one stands beside it. */
function hidesPurpose(candidate: Candidate, signs: Signs): boolean {
  const { sentence, start, end, stated } = candidate;
  const { plain } = sentence;
  if (!(stated.collects || stated.shares || stated.stores) || stated.data.length === 0 || signs.framing.test(plain)) return false;
  if (signs.fixes.test(plain)) return false;
  if (signs.serves.test(plain.slice(start, end)) && signs.function.test(plain)) return false;
  if (signs.purpose.test(plain.slice(end, end + signs.near)) || goesOn(candidate)) return false;
  if (signs.listed.test(plain.slice(end)) || stated.purposes.some(({ vague }) => !vague)) return false;
  if (!touches(stated.purposes, { start, end })) return false;
  return !stated.purposes.some((purpose) => signs.purpose.test(plain.slice(purpose.start, purpose.end)));
}

/** The purpose is spelled out right behind, one thing after the other. */
function goesOn({ behind }: Candidate): boolean {
  const next = behind()[0];
  if (next && SIGNS[next.sentence.language].details.test(next.sentence.plain)) return true;
  return next !== undefined && /^[\s•*-]*(?:[(（]?(?:\d{1,2}|[a-zA-Z])[.)）、])[^.。]/.test(next.sentence.text) &&
    (next.stated?.purposes.some(({ vague }) => !vague) === true || next.stated?.data.some(({ generic }) => !generic) === true);
}

function isNamed({ sentence, start, end, stated, hasNames, behind, tells }: Candidate, signs: Signs): boolean {
  const { plain } = sentence;
  if (stated.parties.some(({ named }) => named) || signs.recipient.test(plain) || signs.known.test(plain.slice(0, start))) return true;
  if (signs.role.test(plain.slice(end, end + 40)) || signs.adjective.test(plain.slice(start, end + 40)) || hasNames(sentence)) return true;
  const [next] = behind();
  if (next && signs.explained.test(next.sentence.plain)) return true;
  return behind().slice(0, 2).some(({ sentence: after }) => hasNames(after)) ||
    tells(signs.group.test(plain.slice(start, end)) ? signs.groupIs : signs.othersAre);
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
