import type { Lexicon } from '@mingshi/knowledge';
import type { Purpose } from '@mingshi/model';
import { GETTING, isLetting, isPlainAim, isUnknownDeed } from './aims.ts';
import { longestAt, phrasesOf } from './phrases.ts';
import type { Phrases } from './phrases.ts';
import type { Parsed } from './predicates.ts';
import type { Token } from './tokens.ts';

/** A purpose told in a sentence; `start` and `end` count tokens. */
export interface PurposeAt {
  readonly category: Purpose['category'];
  readonly vague: boolean;
  readonly start: number;
  readonly end: number;
}

/** Cues of the categories of purposes. */
export type PurposeWords = Phrases<Purpose['category']>;

/** The telling categories first: nearly every purpose provides a service as well. */
const CATEGORIES = [
  'merger',
  'legal',
  'advertising',
  'marketing',
  'security',
  'personalization',
  'analytics',
  'service',
] as const;

/** Builds the cues from the lists `purpose.*`. */
export function purposeWordsOf(lexicon: Lexicon): PurposeWords {
  return phrasesOf(
    CATEGORIES.flatMap((category) =>
      (lexicon.lists[`purpose.${category}`] ?? []).map((word) => [word, category] as const),
    ),
  );
}

/** The purposes that a sentence tells: "to …", "for …", "so that …". `all` takes the whole sentence for one. */
export function purposesOf(parsed: Parsed, words: PurposeWords, all: boolean): PurposeAt[] {
  const { tokens } = parsed;
  const purposes: PurposeAt[] = [];
  for (const [start, end] of all ? [[0, tokens.length] as const] : stretchesOf(parsed)) {
    const isPlain = !all && isPlainAim(parsed, start);
    let isOpen = isPlain;
    for (const [from, to] of partsOf(tokens, start, end)) {
      // "for codes, not for marketing"
      if (from > start && tokens[from]?.text === 'not' && !/^(?:only|just|limited)$/.test(tokens[from + 1]?.text ?? '')) break;
      const categories = categoriesOf(parsed, from, to, words);
      for (const category of categories) purposes.push({ category, vague: isVague(tokens, from, to), start: from, end: to });
      // An aim is one whatever it is about; behind it only what is another deed.
      const isClause = from > start && CLAUSE.test(tokens[from]?.text ?? '');
      const isDeed = from === start || parsed.groups.some((group) => group.start === from) || isAlike(parsed, start, from, to);
      if (isOpen && categories.length === 0 && isDeed && !isClause) purposes.push({ category: 'other', vague: false, start: from, end: to });
      isOpen = isPlain && (categories.length === 0 ? isDeed : true);
    }
  }
  if (!all) purposes.push(...occasionsOf(parsed, words, purposes));
  return purposes;
}

/** How a part begins that is a clause of its own. */
const CLAUSE = /^(?:we|you|i|they|may|will|shall|can)$/;

/** "for bookkeeping and tax returns": nouns side by side. */
function isAlike({ tokens, groups, mentions, parties }: Parsed, start: number, from: number, to: number): boolean {
  if (tokens[start]?.text !== 'for' || to - from > 3) return false;
  const inside = (one: { readonly start: number }): boolean => one.start >= start && one.start < to;
  return !groups.some(inside) && !mentions.some(inside) && !parties.some(inside);
}

/** From each sign of a purpose to the end of its clause. */
function stretchesOf(parsed: Parsed): (readonly [number, number])[] {
  const { tokens } = parsed;
  const stretches: [number, number][] = [];
  let until = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i < until || !opensPurpose(parsed, i)) continue;
    const end = endOfStretch(parsed, i + 1);
    stretches.push([i, end]);
    until = end;
  }
  return stretches;
}

function opensPurpose(parsed: Parsed, at: number): boolean {
  const { tokens } = parsed;
  const text = tokens[at]?.text;
  if (isLetting(tokens, at) || text === 'thereby') return true;
  if (tokens[at]?.tag !== 'function' && text !== 'pursuant') return false;
  const next = tokens[at + 1]?.text ?? '';
  if (text === 'to') return at > 0 ? isAim(parsed, at) : isOwnAim(parsed);
  if (text === 'for')
    return (
      !parsed.groups.some(({ start, end }) => start < at && at < end) &&
      next !== 'example' &&
      next !== 'instance' &&
      !/^(?:you|us|more|information|a|an|this|that|as|up|no|\d+)$/.test(next)
    );
  if (text === 'so') return next === 'that' || next === 'we' || next === 'you' || isPlainAim(parsed, at);
  if (text === 'with' || text === 'because') return isPlainAim(parsed, at);
  if (text === 'as' && isPlainAim(parsed, at)) return true;
  if (text === 'if' || text === 'when' || text === 'as' || text === 'where')
    return /^(?:required|necessary|needed|permitted|legally)$/.test(next);
  return (
    text === 'upon' ||
    (text === 'in' && (/^(?:connection|response|the)$/.test(next) || isPlainAim(parsed, at))) ||
    (text === 'under' && !/^(?:\d+|age|eighteen|sixteen|fourteen|thirteen)$/.test(tokens[at + (next === 'the' ? 2 : 1)]?.text ?? '')) ||
    text === 'pursuant'
  );
}

/**
 * "To comply with the law, we keep your name" or "…, your name is kept": the aim of whoever does so, not of those who read.
 */
function isOwnAim({ tokens, parties, mentions, groups }: Parsed): boolean {
  const comma = tokens.findIndex(({ text }) => text === ',');
  if (comma <= 0) return false;
  if (parties.some(({ party, start }) => party === 'first-party' && start > comma && start <= comma + 2)) return true;
  const subject = mentions.find(({ start }) => start > comma && start <= comma + 3);
  return subject !== undefined && groups.some(({ start, passive, form }) => passive && form === 'finite' && start >= subject.end && start <= subject.end + 3);
}

/** An infinitive that is no part of the verb before: not "need to collect", "require you to give". */
function isAim(parsed: Parsed, at: number): boolean {
  const { tokens, groups, mentions } = parsed;
  const place = groups.findIndex((group) => group.start === at && group.form === 'infinitive');
  if (place < 0) return isUnknownDeed(parsed, at) || isLimitedTo(tokens, at);
  const before = groups[place - 1];
  return (
    !before?.verb?.kinds.has('permit') ||
    at - before.end > 3 ||
    mentions.some(({ start, end }) => start >= before.end && end <= at)
  );
}

/** "limited to finding people" */
function isLimitedTo(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === 'limited' && (tokens[at + 1]?.text.endsWith('ing') ?? false);
}

function endOfStretch(parsed: Parsed, from: number): number {
  const { tokens, groups } = parsed;
  for (let i = from; i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    // the dots of "e.g." end nothing
    if (text === ';' || (text === '.' && !/^[egi]$/.test((tokens[i - 1] as Token).text))) return i;
    if (text === ')' && !tokens.slice(from, i).some((token) => token.text === '(')) return i;
    if (text === ',' && /^(?:we|i|you|they)$/.test(tokens[i + 1]?.text ?? '')) return i;
    if (
      text === ',' &&
      groups.some((group) => group.start > i && group.start <= i + 4 && group.form === 'finite' && !group.bare)
    )
      return i;
  }
  return tokens.length;
}

const SEPARATORS = new Set([',', 'and', 'or', ';', '&', '/']);

/** One part for each thing that is wanted: to improve the app, send you news and prevent fraud. */
function* partsOf(tokens: readonly Token[], start: number, end: number): Generator<readonly [number, number]> {
  let from = start;
  for (let i = start + 1; i < end; i++) {
    const { text } = tokens[i] as Token;
    if (!SEPARATORS.has(text)) continue;
    if (i > from) yield [from, i];
    from = i + 1;
  }
  if (end > from) yield [from, end];
}

/** The categories that the cues of a stretch tell; what serves only the service itself comes last. */
function categoriesOf(parsed: Parsed, from: number, to: number, words: PurposeWords): Purpose['category'][] {
  const found = new Set<Purpose['category']>();
  for (let i = from; i < to; i++) {
    const cue = longestAt(words, parsed.tokens, i);
    if (cue && cue.end <= to && !isCollecting(parsed, i)) found.add(cue.value);
  }
  if (found.size > 1) found.delete('service');
  return CATEGORIES.filter((category) => found.has(category));
}

/** Mergers and legal duties are told as occasions, not aims: "if we are acquired", "in response to a subpoena". */
function occasionsOf(parsed: Parsed, words: PurposeWords, told: readonly PurposeAt[]): PurposeAt[] {
  const { tokens } = parsed;
  const occasions: PurposeAt[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const cue = longestAt(words, tokens, i);
    if (!cue || (cue.value !== 'merger' && cue.value !== 'legal') || isCollecting(parsed, i)) continue;
    if (told.some(({ category, start, end }) => category === cue.value && start <= i && i < end)) continue;
    occasions.push({ category: cue.value, vague: false, start: i, end: cue.end });
    i = cue.end - 1;
  }
  return occasions;
}

/** "data that we record", "information may be acquired": what is done with the data, and not what for. */
function isCollecting({ tokens, groups, mentions, parties }: Parsed, at: number): boolean {
  const group = groups.find(({ head }) => head === at);
  if (!group) return tokens[at]?.text === 'acquired' && mentions.some(({ start }) => start === at + 1);
  if (!group.verb || !GETTING.test(group.verb.lemma)) return false;
  const before = tokens[group.start - 1]?.text ?? '';
  if (!group.passive && (/^(?:we|i)$/.test(before) || mentions.some(({ generic, start }) => generic && start >= group.end && start <= group.end + 3))) return true;
  if (!group.passive) return group.form !== 'infinitive' && /^(?:it|they|which|that|who)$/.test(before);
  // "if we are acquired"
  const isCompany = /^(?:we|it|they)$/.test(before) || parties.some(({ end }) => end === group.start);
  return !isCompany && mentions.some(({ end }) => end <= group.start && group.start - end <= 10);
}

const VAGUE = [
  /\b(?:improv|enhanc|optimi[sz]|better)\w* (?:\w+ ){0,4}(?:service|experience|product|app)s?\b/,
  /\b(?:business|various|other|lawful|legitimate|internal|operational) (?:business )?purposes?\b|\bas needed\b/,
];

/** "to improve our services", "for business purposes": says nothing that could be checked. */
function isVague(tokens: readonly Token[], from: number, to: number): boolean {
  const text = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');
  return VAGUE.some((words) => words.test(text));
}
