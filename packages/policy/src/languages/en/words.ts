import type { Knowledge } from '@mingshi/knowledge';
import { columnsOf, type Columns } from '../../document/columns.ts';
import type { Sentence } from '../../units/unit.ts';
import { dataNamesOf, mentionsOf } from './mentions.ts';
import type { DataNames, Mention } from './mentions.ts';
import { partiesIn, partiesOf } from './parties.ts';
import type { Party } from './parties.ts';
import type { Phrases } from './phrases.ts';
import { permissionNamesOf } from './permissions.ts';
import type { PermissionNames } from './permissions.ts';
import type { Parsed } from './predicates.ts';
import { purposeWordsOf } from './purposes.ts';
import type { PurposeWords } from './purposes.ts';
import { textOf, tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';
import { verbGroupsOf } from './verb-groups.ts';
import { ACTIONS, verbsOf } from './verbs.ts';
import type { Verb, VerbAt, Verbs } from './verbs.ts';

/** The lexicon as the grammar looks things up in it. */
export interface Words {
  readonly data: DataNames;
  readonly parties: Phrases<Party>;
  readonly verbs: Verbs;
  /** Nouns of doing by their stem: collection, access. */
  readonly nouns: ReadonlyMap<string, Verb>;
  readonly permissions: PermissionNames;
  readonly purposes: PurposeWords;
  readonly columns: Columns;
}

/** Builds all look-ups once. */
export function wordsOf(knowledge: Knowledge): Words {
  const lexicon = knowledge.lexicons.en;
  const nouns = new Map<string, Verb>();
  for (const action of ACTIONS) {
    for (const lemma of lexicon.lists[`noun.${action}`] ?? []) {
      if (!nouns.has(lemma)) nouns.set(lemma, { lemma, words: 1, actions: [action], kinds: new Set(), noun: true });
    }
  }
  return {
    data: dataNamesOf(knowledge),
    parties: partiesOf(lexicon),
    verbs: verbsOf(lexicon),
    nouns,
    permissions: permissionNamesOf(knowledge),
    purposes: purposeWordsOf(lexicon),
    columns: columnsOf(knowledge),
  };
}

/** Nobody writes longer sentences; what claims to be one is read in stretches, so that time stays in proportion. */
const LONGEST = 500;

/** Recognises words, data, parties and verbs of a sentence; the latter only where there are data or permissions. */
export function parse(sentence: Sentence, words: Words, always: boolean): Parsed[] {
  const tokens = tokensOf(sentence.plain);
  if (tokens.length <= LONGEST) return [parseTokens(sentence, tokens, words, always)];
  const stretches: Parsed[] = [];
  for (let from = 0; from < tokens.length;) {
    let to = Math.min(tokens.length, from + LONGEST);
    while (to < tokens.length && to > from + LONGEST / 2 && tokens[to - 1]?.kind === 'word') to--;
    stretches.push(parseTokens(sentence, tokens.slice(from, to), words, always));
    from = to;
  }
  return stretches;
}

function parseTokens(sentence: Sentence, tokens: readonly Token[], words: Words, always: boolean): Parsed {
  // "collection, storage and use of": there "storage" is something done
  const isDoing = ({ start, end }: Mention): boolean =>
    end === start + 1 && nounOfDoing(tokens, start, words) !== undefined;
  const named = mentionsOf(tokens, words.data).filter((mention) => !isDoing(mention));
  const mentions = named.filter(({ permission }) => !permission);
  if (!always && named.length === 0 && !PERMISSIONS.test(textOf(sentence, tokens))) {
    return { sentence, tokens, mentions, named, parties: [], groups: [] };
  }
  const inside = new Uint8Array(tokens.length);
  for (const { id, start, end } of named) inside.fill(1, ACTIONS_NAMED.has(id) ? start + 1 : start, end);
  const parties = partiesIn(tokens, words.parties);
  const all = verbGroupsOf(
    tokens,
    words.verbs,
    (at) => inside[at] === 1,
    (at) => nounOfDoing(tokens, at, words),
  );
  // "pages you visit" is one name; "to log data" is a verb with its object; "send SMS" is both
  const groups = all.filter(({ head }) => !mentions.some((mention) => covers(mention, head) && mention.start < head));
  const heads = groups.filter((group) => group.form !== 'noun').map((group) => group.head);
  const isVerb = (mention: Mention): boolean =>
    !ACTIONS_NAMED.has(mention.id) && heads.some((head) => covers(mention, head));
  // "we log information": the verb is no part of the name, its object is one
  if (!mentions.some(isVerb)) return { sentence, tokens, mentions, named, parties, groups };
  const kept = mentions.flatMap((mention) => (isVerb(mention) ? objectOf(tokens, mention, words.data) : [mention]));
  return { sentence, tokens, mentions: kept.filter(({ start }, i) => start >= (kept[i - 1]?.end ?? 0)), named, parties, groups };
}

const LONGEST_NAME = 9;

/** What a name of data names without its first word, which is a verb. */
function objectOf(tokens: readonly Token[], { start, end }: Mention, names: DataNames): Mention[] {
  if (end === start + 1) return [];
  const from = start + 1;
  const [object] = mentionsOf(tokens.slice(from, from + LONGEST_NAME), names);
  return object && from + object.start < end ? [{ ...object, start: from + object.start, end: from + object.end }] : [];
}

/** Types that are something done: making calls, sending messages. */
const ACTIONS_NAMED = new Set(['sms-send-action', 'phone-call-action']);

function covers({ start, end }: Mention, at: number): boolean {
  return start <= at && at < end;
}

const PERMISSIONS = /permission|author|[A-Z]_[A-Z]/;
const LINKS = new Set(['and', 'or', ',', '/', 'of', 'to', '&', 'your', 'our', 'the', 'other', 'further']);

/** "collection of", "use and disclosure of", "access to" at a token. */
function nounOfDoing(tokens: readonly Token[], at: number, words: Words): VerbAt | undefined {
  const token = tokens[at] as Token;
  const verb = words.nouns.get(token.text);
  if (!verb) return undefined;
  const link = verb.lemma === 'access' ? 'to' : 'of';
  for (let i = at + 1; i < tokens.length && i < at + 9; i++) {
    const { text, stem } = tokens[i] as Token;
    if (text === link) {
      if (tokens.slice(Math.max(0, at - 3), at).some(({ text: before }) => before === 'your' || before === 'their'))
        return undefined;
      return {
        verb,
        forms: { base: false, third: false, ing: false, past: false, participle: false },
        end: i + 1 === at + 2 ? at + 2 : at + 1,
        denied: false,
      };
    }
    if (!LINKS.has(text) && !words.nouns.has(stem)) return undefined;
  }
  return undefined;
}
