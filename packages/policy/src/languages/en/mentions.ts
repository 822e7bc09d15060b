import { onceFor } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import { isFunctionWord } from './function-words.ts';
import { isQuote, longestAt, phrasesOf, resumeAt } from './phrases.ts';
import type { Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';
import { stemOf } from './tokens.ts';

/** Data named in a sentence; `start` and `end` count tokens. */
export interface Mention {
  readonly id: string;
  readonly generic: boolean;
  /** The word means data only where data is expected. */
  readonly weak: boolean;
  /** Part of the name of a permission: "camera permission". */
  readonly permission: boolean;
  readonly start: number;
  readonly end: number;
}

interface Word {
  /** '' for a phrase that only looks like data. */
  readonly id: string;
  readonly generic: boolean;
  readonly weak: boolean;
}

/** The words for data, and those that turn a word for data into something else when they follow it. */
export interface DataNames {
  readonly phrases: Phrases<Word>;
  readonly otherHeads: ReadonlySet<string>;
}

const NOT_DATA: Word = { id: '', generic: false, weak: false };

/** The names of data in the lexicon, built once. */
export const dataNamesOf: (knowledge: Knowledge) => DataNames = onceFor(buildNames);

function buildNames(knowledge: Knowledge): DataNames {
  const generic = new Set(knowledge.dataTypes.filter((type) => type.generic).map((type) => type.id));
  const { data, lists } = knowledge.lexicons.en;
  const entries: [string, Word][] = [];
  for (const { type, words, weak } of data) {
    const uncertain = new Set(weak);
    const sure: Word = { id: type, generic: generic.has(type), weak: false };
    const unsure: Word = { ...sure, weak: true };
    for (const word of words) entries.push([word, uncertain.has(word) ? unsure : sure]);
  }
  // Last: a phrase that is data for one type and not for another is data.
  for (const { except } of data) for (const phrase of except) entries.push([phrase, NOT_DATA]);
  return { phrases: phrasesOf(entries), otherHeads: new Set((lists['other-head'] ?? []).map(stemOf)) };
}

const NEUTRAL_HEADS = new Set(['information', 'data', 'detail', 'info', 'record']);
const JOINING = new Set(['and', 'or', '/', ',', '&']);

/** The data that a sentence names, left to right, without overlaps. */
export function mentionsOf(tokens: readonly Token[], names: DataNames): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as Token;
    if (token.kind === 'sign') {
      i++;
      continue;
    }
    const found = longestAt(names.phrases, tokens, i);
    if (!found) {
      const shared = sharedHead(tokens, i, names);
      if (shared) mentions.push(mentionOf(shared, i, i + 1, false));
      i++;
      continue;
    }
    if (found.value.id === '' && isOutreached(tokens, i, found.end, names)) {
      i++;
      continue;
    }
    // "use the" is no data, the information behind it is.
    const isClosed = !isFunctionWord(tokens[found.end - 1]?.text ?? '');
    // “location” information
    const head = isQuote(tokens[found.end]?.text) ? found.end + 1 : found.end;
    const end = isClosed && NEUTRAL_HEADS.has(tokens[head]?.stem ?? '') ? head + 1 : found.end;
    if (found.value.id !== '') {
      const permission = PERMISSION.has(tokens[end]?.stem ?? '');
      if (permission || !isOther(tokens, i, end, names)) mentions.push(mentionOf(found.value, i, end, permission));
    }
    i = end;
  }
  return mentions;
}

function mentionOf({ id, generic, weak }: Word, start: number, end: number, permission: boolean): Mention {
  return { id, generic, weak, permission, start, end };
}

const PERMISSION = new Set(['permission', 'authority', 'authorization', 'privilege']);

/** A name of data begins inside a phrase that is none and reaches beyond it: "your browser" in "your browser type". */
function isOutreached(tokens: readonly Token[], start: number, end: number, names: DataNames): boolean {
  for (let i = start + 1; i < end; i++) {
    const inner = longestAt(names.phrases, tokens, i);
    if (inner && inner.value.id !== '' && inner.end > end) return true;
  }
  return false;
}

/** "home or mobile phone number": what the words at a token mean with the head that stands further on. */
function sharedHead(tokens: readonly Token[], at: number, names: DataNames): Word | undefined {
  if (!JOINING.has(tokens[at + 1]?.text ?? '')) return undefined;
  for (let i = at + 2; i < tokens.length && i <= at + 5; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'sign' || isFunctionWord(token.text)) return undefined;
    const found = i > at + 2 ? resumeAt(names.phrases, tokens[at] as Token, tokens, i) : undefined;
    if (found && found.value.id !== '') return found.value;
  }
  return undefined;
}

/** What companies make themselves. */
const MADE = /^(?:photo|picture|image|video|music|song)$/;

/** The company's own ("our address"), or part of a longer name of something else ("email service"). */
function isOther(tokens: readonly Token[], start: number, end: number, names: DataNames): boolean {
  const before = tokens[start - 1]?.text;
  const next = tokens[end];
  if ((before === 'our' || before === 'my') && next?.stem !== 'user') return true;
  // "our tutorial videos"
  if (MADE.test(tokens[start]?.stem ?? '') && tokens[start - 2]?.text === 'our' && !isFunctionWord(before ?? '') && before !== 'user') return true;
  return next?.kind === 'word' && (tokens[end - 1] as Token).end + 1 >= next.start && names.otherHeads.has(next.stem);
}
