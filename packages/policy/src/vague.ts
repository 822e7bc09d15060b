import type { Knowledge } from '@mingshi/knowledge';
import type { Block, PolicyDocument, PolicyStatement, SectionKind, VaguePhrase } from '@mingshi/model';
import { locate } from './locate.ts';
import type { Sentence } from './unit.ts';
import { isVague } from './vague/judge.ts';
import { statedIn } from './vague/stated.ts';
import { termsOf } from './vague/terms.ts';

/** Sections whose words do not say what is done with data. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set(['definitions', 'changes', 'contact', 'sdk-list', 'minors', 'rights']);

/** The same words again tell nothing new. */
const MOST_OF_A_TERM = 3;

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
  const seen = new Map<string, number>();
  const phrases: VaguePhrase[] = [];
  for (const sentence of sentences) {
    const block = documents[sentence.document]?.blocks[sentence.block] as Block;
    const acts = stated.get(sentence);
    if (!acts || block.kind === 'heading' || ELSEWHERE.has(sectionKinds[sentence.document]?.[sentence.section] ?? 'other')) continue;
    const kinds = new Set<string>();
    for (const { id, kind, pattern } of terms[sentence.language]) {
      const key = `${sentence.document} ${id}`;
      if (kinds.has(kind) || (seen.get(key) ?? 0) >= MOST_OF_A_TERM) continue;
      let tries = 0;
      for (const match of sentence.plain.matchAll(pattern)) {
        if (++tries > MOST_TRIES) break;
        const start = match.index;
        const end = start + match[0].length;
        if (!isVague({ kind, sentence, start, end, stated: acts })) continue;
        kinds.add(kind);
        seen.set(key, (seen.get(key) ?? 0) + 1);
        const phrase = (from: number, to: number): VaguePhrase['words'] => ({
          text: sentence.text.slice(from, to),
          at: locate(block, sentence.start + from, sentence.start + to),
        });
        phrases.push({
          term: id,
          kind,
          words: phrase(start, end),
          sentence: phrase(0, sentence.text.length),
          document: sentence.document,
        });
        break;
      }
    }
  }
  return phrases;
}
