import { isFunctionWord, set } from './function-words.ts';
import type { Parsed } from './predicates.ts';
import type { Token } from './tokens.ts';
import type { VerbGroup } from './verb-groups.ts';

/** A name in capitals where the grammar puts who gets data: "share with FedEx", "we engage Twilio to", "hosted by AWS". */
interface NameAt {
  readonly start: number;
  readonly end: number;
}

/** Words that texts of law write in capitals and that name nobody. */
const COMMON = set(`
  service services data information policy policies privacy personal user users you your us we our i company app apps
  application applications website site sites platform account accounts content device devices terms cookie cookies third
  party parties law laws act article section eu eea uk us usa gdpr ccpa ip gps sdk api android ios internet customer
  customers partner partners provider providers vendor vendors affiliate affiliates recipient member members group game
  games product products usage log software controller processor the this that these such any all other others and or
  january february march april may june july august september october november december europe european union ssl tls aes secure socket sockets layer flash html bluetooth java javascript wifi contact health local preference preferences security technology technologies mail support team
  address turkey japan
  united states america china california canada india australia germany france ireland web mobile http https
`);
/** Verbs whose object handles data for whoever speaks. */
const ENGAGING = /^(?:engage|hire|contract|appoint|commission|employ|use|integrate|embed|rely on|partner with|outsource)$/;
const WORDS = /^(?:engage|hire|contract|contracted|appoint|commission|employ|integrate|embed|partner|cooperate|collaborate|outsource|work)(?:s|d|ed|ing)?$/;
const GIVING = new Set(['share', 'transfer', 'disclose', 'sell', 'publish']);

/** The names of receivers in a sentence, found by their place and their capitals. */
export function namesOf(parsed: Parsed): NameAt[] {
  const { tokens, groups } = parsed;
  const found: NameAt[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isCapital(parsed, i)) continue;
    let end = i + 1;
    while (isPartOfName(parsed, end)) end++;
    if (isPlaceOfReceiver(parsed, i, groups) || isDoer(tokens, end)) found.push({ start: i, end });
    i = end;
  }
  return found.length > 0 && isTitle(parsed) ? [] : found;
}

/** Capitals tell no names where nearly every word has one. */
function isTitle({ tokens, sentence }: Parsed): boolean {
  let capitals = 0;
  let words = 0;
  for (const { kind, text, start } of tokens) {
    if (kind !== 'word' || text.length < 4 || isFunctionWord(text)) continue;
    words++;
    const first = sentence.text.charCodeAt(start);
    if (first >= 65 && first <= 90) capitals++;
  }
  return words > 5 && capitals * 5 > words * 4;
}

function isCapital({ tokens, sentence, mentions, parties }: Parsed, at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' || COMMON.has(token.text) || isFunctionWord(token.text) || token.text.length < 2) return false;
  const first = sentence.text.charCodeAt(token.start);
  if (!(first >= 65 && first <= 90)) return false;
  const covers = ({ start, end }: NameAt): boolean => start <= at && at < end;
  return !mentions.some(covers) && !parties.some(covers);
}

const LEGAL = new Set(['inc', 'ltd', 'llc', 'gmbh', 'limited', 'corp', 'corporation', 'co', 'ag', 'bv', 'plc', 'sdk', 'cloud', 'services']);

function isPartOfName(parsed: Parsed, at: number): boolean {
  const token = parsed.tokens[at];
  return token !== undefined && (LEGAL.has(token.text) || isCapital(parsed, at)) && token.start - (parsed.tokens[at - 1]?.end ?? 0) <= 2;
}

/** Behind a verb of engaging, behind "by" or "to" of a verb of giving, hosting or sending. */
function isPlaceOfReceiver(parsed: Parsed, at: number, groups: readonly VerbGroup[]): boolean {
  const { tokens } = parsed;
  const before = tokens[at - 1]?.text ?? '';
  const group = groups.findLast(({ end }) => end <= at);
  const lemma = group?.verb?.lemma ?? '';
  // "we engage Twilio to …", "we have contracted Zendesk to …"
  if (WORDS.test(before)) return true;
  if (group && group.end === at && ENGAGING.test(lemma)) return lemma !== 'use' || (isOurs(parsed, group) && isUsed(tokens, at));
  // "work with Adjust", "the services of Brevo", "outsource checks to Onfido"
  const earlier = tokens[at - 2]?.text ?? '';
  if (before === 'with' && /^(?:work|partner|cooperate|collaborate)(?:s|ed|ing)?$/.test(earlier)) return true;
  if (before === 'of' && /^services?$/.test(earlier)) return /^(?:use|rely on|employ)$/.test(lemma);
  if (before === 'on' && /^rel(?:y|ies|ied|ying)$/.test(earlier)) return true;
  if (!group || at - group.end > 12 || !isOurs(parsed, group)) return false;
  const [action] = group.verb?.actions ?? [];
  if (before === 'to') return (action !== undefined && GIVING.has(action)) || /^(?:outsource|go)/.test(lemma);
  if (before === 'with') return action === 'share' || action === 'disclose';
  return /^(?:by|on|at|with|through|via)$/.test(before) && group.passive && /^(?:host|send|deliver)/.test(lemma);
}

/** Who acts is who speaks: a text that calls itself by its name says "you share with Acme" of itself. */
function isOurs({ tokens, parties }: Parsed, group: VerbGroup): boolean {
  const actor = parties.findLast(({ end }) => end <= group.start);
  if (actor && actor.party !== 'first-party' && group.start - actor.end <= 3) return false;
  if (!group.passive) return actor?.party === 'first-party' && group.start - actor.end <= 3;
  return tokens.some(({ text }) => text === 'we' || text === 'our' || text === 'i');
}

/** "We use Sentry to …", "…, which collects": a service, and no product that is only used. */
function isUsed(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1, at + 8).some(({ text }) => /^(?:to|for|which|as|it|that)$/.test(text));
}

/** "Acme acts as our processor" */
function isDoer(tokens: readonly Token[], end: number): boolean {
  return /^(?:acts?|serves?|functions?)$/.test(tokens[end]?.text ?? '') && tokens[end + 1]?.text === 'as' && /^(?:our|an?)$/.test(tokens[end + 2]?.text ?? '');
}
