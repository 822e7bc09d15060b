import type { Knowledge } from '@mingshi/knowledge';
import type { Block, Phrase, PolicyDocument, SectionKind, VaguePhrase } from '@mingshi/model';
import { cueFinderOf } from '../elements/cues.ts';
import { locate } from '../text/locate.ts';
import { sentencesOf } from '../units/sentences.ts';
import type { RawStatement, Sentence } from '../units/unit.ts';
import { isVague, type About, type Candidate, type Told } from './judge.ts';
import { statedIn, type Stated, type Stretch } from './stated.ts';
import { termsOf } from './terms.ts';

/** Sections whose words do not say what is done with data. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set([
  'definitions',
  'changes',
  'contact',
  'sdk-list',
  'minors',
  'rights',
]);

/** More places of the same words are not counted. */
const MOST_OF_A_TERM = 20;

/** How many sentences behind one may make up for its general words. */
const BEHIND = 3;

/** A sentence that says the same words more often is not written for readers. */
const MOST_TRIES = 20;

/** Gathers words that say too little in sentences that collect, use or share data. */
interface VagueCollector {
  /** Takes the next sentences and what the statements say in them. */
  readonly meet: (sentences: readonly Sentence[], raw: readonly RawStatement[]) => void;
  readonly found: () => readonly VaguePhrase[];
}

/** Gathers vague phrases: each stretch's sentences are met once, in reading order, before `found` is asked. */
export function vagueCollector(
  documents: readonly PolicyDocument[],
  sectionKinds: readonly (readonly SectionKind[])[],
  knowledge: Knowledge,
): VagueCollector {
  const terms = termsOf(knowledge);
  const finder: Finder = {
    documents,
    terms,
    hasNames: nameFinder(knowledge),
    tells: tellerOf(documents),
    times: documents.map(() => new Map<string, number>()),
  };
  const mayBeVague = ({ document, block, section, language, plain }: Sentence): boolean =>
    documents[document]?.blocks[block]?.kind !== 'heading' &&
    !ELSEWHERE.has(sectionKinds[document]?.[section] ?? 'other') &&
    terms[language].hasAny(plain);
  const found: VaguePhrase[] = [];
  let last: readonly Told[] = [];
  const judge = (next: readonly Told[]): void => {
    const all = [...last, ...next.slice(0, BEHIND)];
    last.forEach(({ sentence, stated }, i) => {
      if (!stated || !mayBeVague(sentence)) return;
      found.push(...vagueIn(sentence, stated, () => all.slice(i + 1, i + 1 + BEHIND), finder));
    });
    last = next;
  };
  return {
    meet: (sentences, raw) => {
      const stated = statedIn(raw);
      judge(sentences.map((sentence) => ({ sentence, stated: stated.get(sentence) })));
    },
    found: () => {
      judge([]);
      return found;
    },
  };
}

/** What is asked while vague words are looked for. */
interface Finder {
  readonly documents: readonly PolicyDocument[];
  readonly terms: ReturnType<typeof termsOf>;
  readonly hasNames: (sentence: Sentence) => boolean;
  readonly tells: (document: number, pattern: RegExp) => boolean;
  /** How often each term was found in each document so far. */
  readonly times: readonly Map<string, number>[];
}

/** The vague phrases of a sentence, one of a kind at most. */
function vagueIn(sentence: Sentence, stated: Stated, following: () => readonly Told[], finder: Finder): VaguePhrase[] {
  const { documents, terms, hasNames, tells } = finder;
  const block = documents[sentence.document]?.blocks[sentence.block] as Block;
  const timesOf = finder.times[sentence.document] as Map<string, number>;
  const about: About = {
    sentence,
    stated,
    hasNames,
    behind: () => following().filter((next) => next.sentence.document === sentence.document),
    tells: (pattern) => tells(sentence.document, pattern),
  };
  const phrase = (from: number, to: number): Phrase => ({
    text: sentence.text.slice(from, to),
    at: locate(block, sentence.start + from, sentence.start + to),
  });
  const phrases: VaguePhrase[] = [];
  const kinds = new Set<string>();
  for (const { id, kind, pattern } of terms[sentence.language].terms) {
    const times = timesOf.get(id) ?? 0;
    if (kinds.has(kind) || times >= MOST_OF_A_TERM) continue;
    const place = firstOf(pattern, kind, about);
    if (!place) continue;
    kinds.add(kind);
    timesOf.set(id, times + 1);
    const words = phrase(place.start, place.end);
    phrases.push({ term: id, kind, words, sentence: phrase(0, sentence.text.length), document: sentence.document });
  }
  return phrases;
}

/** The first place of a pattern that is really vague; `exec`, since `matchAll` copies the pattern for every sentence. */
function firstOf(pattern: RegExp, kind: Candidate['kind'], about: About): Stretch | undefined {
  pattern.lastIndex = 0;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const match = pattern.exec(about.sentence.plain);
    if (!match || match[0] === '') return undefined;
    const place = { start: match.index, end: pattern.lastIndex };
    const { sentence, stated, hasNames, behind, tells } = about;
    if (isVague({ sentence, stated, hasNames, behind, tells, kind, start: place.start, end: place.end })) return place;
  }
  return undefined;
}

/** Whether a sentence has the name of a company or of a third party's code. */
function nameFinder(knowledge: Knowledge): (sentence: Sentence) => boolean {
  const cues = cueFinderOf(knowledge);
  return ({ plain, language }) => {
    const found = cues.inSentence(plain, language);
    return found.has('third-parties.names') || found.has('third-party-sdk-list.names');
  };
}

/** Whether some sentence of a document matches; each pattern is tried on a document once. */
function tellerOf(documents: readonly PolicyDocument[]): (document: number, pattern: RegExp) => boolean {
  const known = new Map<RegExp, Map<number, boolean>>();
  const search = (index: number, pattern: RegExp): boolean => {
    const document = documents[index] as PolicyDocument;
    return document.blocks.some((_, block) => sentencesOf(document, index, block).some(({ plain }) => pattern.test(plain)));
  };
  return (document, pattern) => {
    const answers = known.get(pattern) ?? new Map<number, boolean>();
    known.set(pattern, answers);
    const answer = answers.get(document) ?? search(document, pattern);
    answers.set(document, answer);
    return answer;
  };
}
