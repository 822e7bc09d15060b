import type { Knowledge } from '@mingshi/knowledge';
import type { DataMention, PolicyDocument } from '@mingshi/model';
import { isData } from '../languages/zh/data.ts';
import { lineOf, spanOf } from '../languages/zh/line.ts';
import { readerOf } from '../languages/zh/words.ts';
import { dataNamesOf, mentionsOf } from '../languages/en/mentions.ts';
import { tokensOf, type Token } from '../languages/en/tokens.ts';
import { locate } from '../text/locate.ts';
import { sentencesOf } from '../units/sentences.ts';
import type { Sentence } from '../units/unit.ts';

/** More than these are not asked for: no entry of an SDK is that long. */
const MOST = 200;

/** The data that some blocks name, where data are expected. */
export function dataIn(
  document: PolicyDocument,
  index: number,
  blocks: readonly number[],
  knowledge: Knowledge,
): readonly DataMention[] {
  const found: DataMention[] = [];
  for (const number of blocks) {
    const block = document.blocks[number];
    if (!block) continue;
    for (const sentence of sentencesOf(document, index, number)) {
      for (const { id, generic, start, end } of wordsIn(sentence, knowledge)) {
        if (found.length >= MOST) return found;
        const at = locate(block, sentence.start + start, sentence.start + end);
        found.push({ id, generic, text: sentence.text.slice(start, end), at });
      }
    }
  }
  return found;
}

interface Word {
  readonly id: string;
  readonly generic: boolean;
  /** Offsets into the sentence. */
  readonly start: number;
  readonly end: number;
}

function wordsIn(sentence: Sentence, knowledge: Knowledge): readonly Word[] {
  return sentence.language === 'zh' ? chineseWords(sentence, knowledge) : englishWords(sentence, knowledge);
}

function chineseWords(sentence: Sentence, knowledge: Knowledge): readonly Word[] {
  const line = lineOf(sentence);
  const tokens = readerOf(knowledge)(line.text);
  return tokens.flatMap(({ start, end, word: { data } }, i) => {
    if (!data || !isData(line, tokens, i, true)) return [];
    const span = spanOf(line, start, end);
    return [{ id: data.id, generic: data.generic, start: span.start, end: span.end }];
  });
}

function englishWords(sentence: Sentence, knowledge: Knowledge): readonly Word[] {
  const tokens = tokensOf(sentence.plain);
  return mentionsOf(tokens, dataNamesOf(knowledge))
    .filter(({ permission, weak }) => !permission && !weak)
    .map(({ id, generic, start, end }) => {
      const last = tokens[end - 1] as Token;
      return { id, generic, start: (tokens[start] as Token).start, end: last.end };
    });
}
