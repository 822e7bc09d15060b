import type { Knowledge } from '@mingshi/knowledge';
import type { Block, Phrase, PolicyDocument, PolicyStatement, SectionKind, VaguePhrase } from '@mingshi/model';
import { cueFinderOf } from './elements/cues.ts';
import { locate } from './locate.ts';
import type { Sentence } from './unit.ts';
import { isVague, type Candidate, type Told } from './vague/judge.ts';
import { statedIn, type Stretch } from './vague/stated.ts';
import { termsOf } from './vague/terms.ts';

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

/** Words that say too little in sentences that collect, use or share data. */
export function vagueOf(
  documents: readonly PolicyDocument[],
  sentences: readonly Sentence[],
  sectionKinds: readonly (readonly SectionKind[])[],
  statements: readonly PolicyStatement[],
  knowledge: Knowledge,
): readonly VaguePhrase[] {
  const terms = termsOf(knowledge);
  const stated = statedIn(documents, sentences, statements);
  const hasNames = nameFinder(knowledge);
  const seen = documents.map(() => new Map<string, number>());
  const phrases: VaguePhrase[] = [];
  const tells = tellerOf(sentences);
  for (const [index, sentence] of sentences.entries()) {
    const block = documents[sentence.document]?.blocks[sentence.block] as Block;
    const acts = stated.get(sentence);
    const section = sectionKinds[sentence.document]?.[sentence.section] ?? 'other';
    if (!acts || block.kind === 'heading' || ELSEWHERE.has(section)) continue;
    const kinds = new Set<string>();
    const behind = (): readonly Told[] =>
      sentences
        .slice(index + 1, index + 1 + BEHIND)
        .filter((next) => next.document === sentence.document)
        .map((next) => ({ sentence: next, stated: stated.get(next) }));
    const about = { sentence, stated: acts, hasNames, behind, tells: (pattern: RegExp) => tells(sentence.document, pattern) };
    const timesOf = seen[sentence.document] as Map<string, number>;
    for (const { id, kind, pattern } of terms[sentence.language]) {
      const times = timesOf.get(id) ?? 0;
      if (kinds.has(kind) || times >= MOST_OF_A_TERM) continue;
      const place = firstOf(pattern, kind, about);
      if (!place) continue;
      kinds.add(kind);
      timesOf.set(id, times + 1);
      const phrase = (from: number, to: number): Phrase => ({
        text: sentence.text.slice(from, to),
        at: locate(block, sentence.start + from, sentence.start + to),
      });
      phrases.push({
        term: id,
        kind,
        words: phrase(place.start, place.end),
        sentence: phrase(0, sentence.text.length),
        document: sentence.document,
      });
    }
  }
  return phrases;
}

/** What is the same for all terms in a sentence. */
type About = Omit<Candidate, 'kind' | 'start' | 'end'>;

/** The first place of a pattern that is really vague; `exec`, since `matchAll` copies the pattern for every sentence. */
function firstOf(pattern: RegExp, kind: Candidate['kind'], about: About): Stretch | undefined {
  pattern.lastIndex = 0;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const match = pattern.exec(about.sentence.plain);
    if (!match || match[0] === '') return undefined;
    const place = { start: match.index, end: pattern.lastIndex };
    if (isVague({ ...about, ...place, kind })) return place;
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
function tellerOf(sentences: readonly Sentence[]): (document: number, pattern: RegExp) => boolean {
  const known = new Map<RegExp, Map<number, boolean>>();
  return (document, pattern) => {
    const answers = known.get(pattern) ?? new Map<number, boolean>();
    known.set(pattern, answers);
    const answer = answers.get(document) ?? sentences.some((each) => each.document === document && pattern.test(each.plain));
    answers.set(document, answer);
    return answer;
  };
}
