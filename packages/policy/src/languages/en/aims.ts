import { articles, possessives, set } from './function-words.ts';
import type { Parsed } from './predicates.ts';
import type { Token } from './tokens.ts';

/* What opens a purpose by the grammar alone, whatever it is about. */

const MEANT = set('aim view purpose goal intention intent object');
const LETTING = /^(?:help|let|allow|enable)(?:s|ing|ting)?$/;
/** Nouns and adjectives whose "to" tells no aim: the right to, how to. */
const BEFORE_TO = set(`
  right rights option options choice choices ability opportunity opportunities able unable how where whether what when
  permission consent free entitled subject likely request requests obligation obliged steps efforts measures
`);
/** What people do to their settings or to this text, and what is told elsewhere as a deed of its own. */
const NO_AIM =
  /^(?:opt|unsubscribe|withdraw|exercise|object|revoke|disable|click|understand|know|see|find|believe|have|be|do|retain|store|disclose|transfer|sell|give|read|review|agree|go|say|identify|learn|keep|refuse|charge|guide|rectify|describe|explain|demonstrate|reject|accept|block|ask|contact|visit|stop)$/;
/** Verbs of getting data: what they get it for is told elsewhere. */
export const GETTING = /^(?:collect|gather|obtain|access|receive|acquire|capture|retrieve|record|request|log|fetch|extract|harvest|solicit|ask for|pull|pick up)(?: |$)/;
/** Times, people and things that "for" stands before without an aim. */
const FOR_ELSE = set(`
  day days week weeks month months year years hour hours minute minutes second seconds period periods time times
  duration long longer details which whom those them him her it each all both free sale everyone others children users
  user whose what example instance yourself themselves questions anyone reference reasons reason whatever
`);

/** Whether the words at a token say what for, even when what follows is of no known kind. */
export function isPlainAim(parsed: Parsed, at: number): boolean {
  const { tokens, groups } = parsed;
  const { text = '' } = tokens[at] ?? {};
  const next = tokens[at + 1]?.text ?? '';
  if (text === 'to') {
    const group = groups.find(({ start, form }) => start === at && form === 'infinitive');
    if (!group) return isUnknownDeed(parsed, at) || tokens[at - 1]?.text === 'limited';
    return !BEFORE_TO.has(tokens[at - 1]?.text ?? '') && !NO_AIM.test(tokens[group.head]?.text ?? '') && !GETTING.test(group.verb?.lemma ?? '');
  }
  if (text === 'for') return isAimedFor(parsed, at);
  if (text === 'so') return next === 'that' || /^(?:we|i)$/.test(next) || tokens.slice(at + 2, at + 5).some(({ text: word }) => /^(?:can|may|could)$/.test(word));
  if (text === 'with') return (articles.has(next) || next === 'our') && MEANT.has(tokens[at + 2]?.text ?? '');
  if (text === 'as' && next === 'part') return tokens[at + 2]?.text === 'of' && !tokens.slice(at + 3, at + 6).some(({ stem }) => WHOLE.has(stem));
  if (text === 'as' && next === 'a') return tokens[at + 2]?.text === 'means';
  if (NEEDED_WHEN.has(text)) return NEEDED.has(next) && /^(?:to|for)$/.test(tokens[at + 2]?.text ?? '') && tokens[at + 3]?.text !== 'do';
  if (text === 'because') return tokens.slice(at + 2, at + 4).some(({ text: word }) => /^(?:must|need|needs|required|have)$/.test(word));
  if (text === 'in') return next === 'case' || (next === 'an' && /^(?:effort|attempt)$/.test(tokens[at + 2]?.text ?? '')) || (next === 'the' && /^interests?$/.test(tokens[at + 2]?.text ?? '')) || isUsedIn(tokens, at);
  if (text === 'thereby') return true;
  return isLetting(tokens, at);
}

/** "as part of our services": where something stands, and not what for. */
const WHOLE = set('this that these those your our their its service platform site website app application product information data report using use policy agreement term program');
const NEEDED_WHEN = set('as when where if');
const NEEDED = set('needed necessary required');

/** What may stand between a verb and its object, and how objects begin. */
const PARTICLE = set('up out down');
const OBJECT = set('a an the your our their you us it them how whether users customers');
const NO_VERB = /(?:ing|ed|ly|tion|ment|ity|ness|s)$/;
const WANTED = set('not asked need needs want wants wish like prefer choose try tries agree have has had going continue according addition prior relation related relating limited subject due');

/** "to plot your trends": a word before an object is a verb, whichever it is. */
export function isUnknownDeed({ tokens, groups, sentence }: Parsed, at: number): boolean {
  const deed = tokens[at + 1];
  if (!deed || groups.some(({ start, end }) => start <= at + 1 && at + 1 < end) || /[A-Z]/.test(sentence.text.charAt(deed.start))) return false;
  if (deed.kind !== 'word' || deed.tag !== '' || deed.text.length < 3 || NO_VERB.test(deed.text) || NO_AIM.test(deed.text)) return false;
  const before = tokens[at - 1]?.text ?? '';
  if (BEFORE_TO.has(before) || WANTED.has(before)) return false;
  const object = tokens[at + (PARTICLE.has(tokens[at + 2]?.text ?? '') ? 3 : 2)]?.text ?? '';
  return OBJECT.has(object);
}

/** "lets us draw your report", "enabling it to deliver the parcel" */
export function isLetting(tokens: readonly Token[], at: number): boolean {
  return LETTING.test(tokens[at]?.text ?? '') && (/^(?:us|me|it|them)$/.test(tokens[at + 1]?.text ?? '') || isForReader(tokens, at)) && tokens[at + 2]?.text !== 'know';
}

/** "which lets you find", "and allows you to": data do, where people who let you do something are named. */
function isForReader(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.text === 'you' && /^(?:which|thereby|and|,|data|information|access|address|location)$/.test(tokens[at - 1]?.text ?? '');
}

/** "used in calculating" */
function isUsedIn(tokens: readonly Token[], at: number): boolean {
  return /^used?$/.test(tokens[at - 1]?.text ?? '') && (tokens[at + 1]?.text.endsWith('ing') ?? false);
}

const POINTING = /^(?:following|these|those|such|above|described|various|other|including|e)$/;

/** "for sending invoices", "for delivery", "for the purpose of": a deed or a short name of one. */
function isAimedFor({ tokens, parties, mentions }: Parsed, at: number): boolean {
  const next = tokens[at + 1];
  if (!next || next.kind === 'sign' || FOR_ELSE.has(next.text) || articles.has(next.text) !== (next.text === 'the')) return false;
  if (tokens.slice(at + 1, at + 5).some(({ text }) => POINTING.test(text))) return false;
  if (next.text.endsWith('ing') || tokens.slice(at + 2, at + 6).some(({ stem }) => stem === 'purpose')) return true;
  for (let i = at + 1; i < at + 7; i++) {
    const token = tokens[i];
    if (!token || (token.kind === 'sign' && token.text !== '(')) return i > at + 1;
    if (FOR_ELSE.has(token.text) || possessives.has(token.text) || /^\d/.test(token.text)) return false;
    if (parties.some(({ start }) => start === i) || mentions.some(({ start }) => start === i)) return false;
  }
  return true;
}
