import type { ThirdParty } from '@mingshi/model';
import { namesOf } from './company-names.ts';
import { isFunctionWord } from './function-words.ts';
import type { Parsed, Predicate } from './predicates.ts';

/** Those who get data, or do something with them, beside the app and the user. */
export interface RecipientAt {
  readonly name: string;
  readonly kind: ThirdParty['kind'];
  readonly start: number;
  readonly end: number;
}

/** The third parties of a sentence. */
export function recipientsOf(parsed: Parsed): RecipientAt[] {
  const { tokens, parties, named, sentence } = parsed;
  const known: RecipientAt[] = parties
    // "driver's license"
    .filter(({ party, start }) => (party === 'third-party' || party === 'authority') && !named.some((one) => one.start <= start && start < one.end))
    .map(({ party, start, end }) => {
      const name = nameAt(start, end);
      return { name, kind: party === 'authority' ? 'authority' : kindOf(name), start, end };
    });
  const others = namesOf(parsed)
    .filter(({ start, end }) => !known.some((one) => one.start < end && start < one.end))
    .map(({ start, end }): RecipientAt => ({ name: nameAt(start, end), kind: /\bsdks?$/i.test(nameAt(start, end)) ? 'sdk' : 'partner', start, end }));
  const told = [...known, ...others];
  return [...told, ...byPlace(parsed, told).map(({ start, end }): RecipientAt => ({ name: nameAt(start, end), kind: 'unnamed', start, end }))];

  function nameAt(start: number, end: number): string {
    return sentence.text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  }
}

/** Places, things, users and kinds of data: nobody who receives. */
const NOBODY: ReadonlySet<string> = new Set(
  [
    'you us me it them this that these those which whom one each other others third necessary',
    'country countries jurisdiction jurisdictions region regions area areas state states union eea world location locations abroad',
    'server servers drive drives disk disks disc discs cloud clouds device devices phone phones handset handsets computer computers',
    'browser browsers database databases system systems website websites site sites app apps page pages inbox screen screens',
    'backend back-end storage card cards center centers centre centres facility facilities network networks platform platforms',
    'hardware folder gallery calendar',
    'account accounts address addresses email emails e-mail e-mails mail mails friend friends contact contacts family families profile profiles list lists',
    'service services feature features product products information data number numbers tool tools type types category categories form forms',
    'purpose purposes consent permission law laws time times respect regard order request requests basis way ways extent manner use access',
    'policy section terms part parts support team feedback question questions risk risks',
    'transaction transactions merger mergers sale sales acquisition acquisitions reorganization reorganizations reorganisation reorganisations',
    'organization organizations organisation organisations office offices unit units department departments employees staff',
  ].flatMap((line) => line.split(' ')),
);
const LINKS = new Set(['of', 'at', 'in', 'for']);

/** Whether the last word of a name can be somebody's. */
function isSomebody(head: string): boolean {
  return !NOBODY.has(head) && !LINKS.has(head) && !/(?:ing|ly|ed)$/.test(head);
}

const WITH = /^(?:share|exchange|swap)/;
/** Receivers are called by no more words than these. */
const LONGEST = 5;

/** "We tell the courier", "sent to your class teacher": whoever stands where the receiver of what is passed on stands. */
function byPlace(parsed: Parsed, told: readonly RecipientAt[]): { readonly start: number; readonly end: number }[] {
  const { tokens, groups, parties, named, sentence } = parsed;
  const found: { start: number; end: number }[] = [];
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as (typeof groups)[number];
    if (!group.verb?.actions.some((action) => GIVES.has(action))) continue;
    const stop = Math.min(groups[i + 1]?.start ?? tokens.length, group.end + 10, tokens.length);
    const at = placeOfReceiver(tokens, group.end, stop, WITH.test(group.verb.lemma));
    if (at < 0) continue;
    let start = at;
    while (start < stop && (DETERMINERS.has(tokens[start]?.text ?? ''))) start++;
    let end = start;
    while (end < stop && tokens[end]?.kind === 'word' && !isFunctionWord(tokens[end]?.text ?? '')) end++;
    if (end === start || end - start > LONGEST || isUsers(parties, group.start)) continue;
    const name = sentence.text.slice(tokens[start]?.start, tokens[end - 1]?.end);
    const hasArticle = start > at;
    if ((!hasArticle && !NAMED.test(name)) || /^[A-Z]/.test(name) || !isSomebody(tokens[end - 1]?.text ?? '')) continue;
    if (tokens[end]?.text === '@' || isCut(tokens, end)) continue;
    const overlaps = (one: { readonly start: number; readonly end: number }): boolean => one.start < end && start < one.end;
    if (told.some(overlaps) || parties.some(overlaps) || named.some(overlaps)) continue;
    found.push({ start, end });
  }
  return found;
}

const GIVES: ReadonlySet<string> = new Set(['share', 'transfer', 'disclose', 'sell']);
const DETERMINERS = new Set('the a an our your their my certain other such some any its'.split(' '));

/** Without an article only a plural: "to participants", not "to gain access". Names in capitals are found elsewhere. */
const NAMED = /[^s]s$/;

/** "to a potential or actual successor": the noun is still to come. */
function isCut(tokens: Parsed['tokens'], end: number): boolean {
  const next = tokens[end]?.text;
  return (next === 'or' || next === 'and' || next === '-' || next === '/') && !NAMED.test(tokens[end - 1]?.text ?? '');
}

/** What users share with others is their own doing. */
function isUsers(parties: Parsed['parties'], at: number): boolean {
  const before = parties.findLast(({ end }) => end <= at);
  return before?.party === 'user' && at - before.end <= 3;
}

/** "in accordance with", "subject to": a preposition that belongs to the word before. */
const BOUND = /^(?:accordance|connection|compliance|conjunction|along|together|association|line|subject|due|according|related|relating|limited|pursuant|prior|access|response|addition|respect|regard|time|order|up|as)$/;

/** Behind the first "to" (or "with") after the verb, no sign between. */
function placeOfReceiver(tokens: Parsed['tokens'], from: number, stop: number, isWith: boolean): number {
  for (let i = from; i < stop; i++) {
    const token = tokens[i];
    if (!token || (token.kind === 'sign' && token.text !== ',')) return -1;
    if ((token.text === 'to' || (isWith && token.text === 'with')) && !BOUND.test(tokens[i - 1]?.text ?? '')) return i + 1;
  }
  return -1;
}

const SEES = new Set('receive get obtain see view access'.split(' '));
/** Things that work for the service: they see nothing by themselves. */
const THINGS = /(?:cookies|beacons|pixels|technologies|plugins|plug-ins|widgets|logs|analytics|settings|functions|components|modules|libraries|scripts|sensors|bots|requests|updates|messages|versions|processes|algorithms|models|extensions|integrations|procedures|parties)$/;
const RELATIVE = new Set(['that', 'who', 'which']);

/** "Judges will get your photo", "clinics that receive your results": people in the plural, whoever they are, who see data. */
export function seersOf({ parsed, role, actor, group, negated }: Predicate): readonly RecipientAt[] {
  if (role !== 'unknown' || !actor || !group?.verb || group.form !== 'finite' || group.passive || negated || !SEES.has(group.verb.lemma)) return [];
  const { tokens, sentence, mentions, parties } = parsed;
  let { start, end } = actor;
  if (RELATIVE.has(tokens[start]?.text ?? '')) {
    end = start;
    while (start > 0 && end - start < 4 && tokens[start - 1]?.kind === 'word' && !isFunctionWord(tokens[start - 1]?.text ?? '')) start--;
  }
  const head = tokens[end - 1]?.text ?? '';
  if (end === start || !NAMED.test(head) || NOBODY.has(head) || THINGS.test(head)) return [];
  if ([...mentions, ...parties].some((one) => one.start < end && start < one.end)) return [];
  return [{ name: sentence.text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0), kind: 'unnamed', start, end }];
}

function kindOf(name: string): ThirdParty['kind'] {
  if (/affiliate|subsidiar|parent compan/i.test(name)) return 'affiliate';
  if (/\bsdks?$/i.test(name) || /^[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?$/.test(name))
    return /^(?:Third|Other|Service|These|Such|Partner|Vendor|Supplier|Advertiser|Provider|Recipient|Bank|Public)/.test(
      name,
    )
      ? 'unnamed'
      : 'sdk';
  return /partner|advertis|sponsor|ad network|ad server/i.test(name) ? 'partner' : 'unnamed';
}
