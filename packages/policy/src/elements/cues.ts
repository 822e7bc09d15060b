import { onceFor } from '@mingshi/knowledge';
import type { Knowledge, Language } from '@mingshi/knowledge';
import { byLanguage } from '../text/by-language.ts';
import { finderOf, type Finder } from '../text/matcher.ts';
import { recall } from '../text/recall.ts';

/** Words of one part of an element's entry, found in a sentence. */
export interface Cue {
  readonly start: number;
  readonly end: number;
}

/** Cues by `element` (its cues) and `element.part` (its further words). */
export type Cues = ReadonlyMap<string, readonly Cue[]>;

/** Whether there are cues of one of the groups; every sentence is asked this dozens of times, and most have few cues. */
export function hasAny(cues: Cues, groups: readonly string[]): boolean {
  if (cues.size === 0) return false;
  for (const group of groups) if (cues.has(group)) return true;
  return false;
}

/** Finds the words of the knowledge's elements in a text of one language. */
interface CueFinder {
  readonly inSentence: (text: string, language: Language) => Cues;
  /** The elements that a section's title names. */
  readonly namedIn: (title: string, language: Language) => ReadonlySet<string>;
}

/** One piece of a pattern `a…b`; most patterns have one. */
interface Piece {
  readonly pattern: number;
  readonly group: string;
  readonly index: number;
  readonly last: boolean;
  readonly stem: boolean;
}

const NONE: Cues = new Map();

/** More cues of one group in a sentence tell nothing new, and readers compare cues with each other. */
const MOST = 50;

/** How far the pieces of a pattern may stand apart. */
const GAP = { zh: 16, en: 48 } as const;

/** The cue finder of a knowledge, built once. */
export const cueFinderOf = onceFor((knowledge): CueFinder => {
  const sentence = byLanguage((language) => finderFor(cuesIn(knowledge, language)));
  const heading = byLanguage((language) => finderFor(headingsIn(knowledge, language)));
  const known = byLanguage(() => recall<Cues>());
  return {
    inSentence: (text, language) => known[language](text, () => findCues(text, sentence[language], GAP[language])),
    namedIn: (title, language) => new Set(findCues(title, heading[language], GAP[language]).keys()),
  };
});

type Groups = Iterable<readonly [group: string, words: readonly string[]]>;

function* cuesIn({ elements }: Knowledge, language: Language): Groups {
  for (const { id, cues, words } of elements) {
    yield [id, cues[language]];
    for (const [part, more] of Object.entries(words ?? {})) yield [`${id}.${part}`, more[language]];
  }
}

function* headingsIn({ elements }: Knowledge, language: Language): Groups {
  for (const { id, headings } of elements) yield [id, headings[language]];
}

function finderFor(groups: Groups): Finder<Piece> {
  const pieces: [string, Piece][] = [];
  let pattern = 0;
  for (const [group, words] of groups) {
    for (const word of words.flatMap(eitherWay)) {
      const parts = /[*…]/.test(word) ? word.replaceAll('* ', '*…').split('…').map((part) => part.trim()).filter((part) => part !== '') : [word.trim()];
      for (const [index, part] of parts.entries()) {
        const last = index === parts.length - 1;
        for (const each of choices(part).flatMap(addressed)) {
          const stem = each.endsWith('*');
          pieces.push([stem ? each.slice(0, -1) : each, { pattern, group, index, last, stem }]);
        }
      }
      pattern++;
    }
  }
  return finderOf(pieces);
}

/** "a ~ b" is a before b or b before a. */
function eitherWay(word: string): readonly string[] {
  const [one, other] = word.split('~').map((side) => side.trim());
  return one === undefined || other === undefined ? [word] : [`${one}…${other}`, `${other}…${one}`];
}

/** "{turn/switch} off" is "turn off" or "switch off"; an empty choice leaves the place out. */
function choices(part: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(part);
  if (!braces) return [part.trim()];
  const [all, words = ''] = braces;
  const [before, after] = [part.slice(0, braces.index), part.slice(braces.index + all.length)];
  return words.split('/').flatMap((word) => choices(before + word + after));
}

/** Whom a policy calls 您 it may call 用户 as well. */
function addressed(word: string): readonly string[] {
  return word.includes('您') ? [word, word.replaceAll('您', '用户')] : [word];
}

/** The hits of whole patterns; the pieces of a pattern in order, close together and in one clause. */
function findCues(text: string, find: Finder<Piece>, gap: number): Cues {
  let cues: Map<string, Cue[]> | undefined;
  let begun: Map<number, { index: number; start: number; end: number }> | undefined;
  find(text, (start, end, pieces) => {
    if (isInsideWord(text, start)) return;
    const isWhole = endsWord(text, end);
    for (const piece of pieces) {
      if (!isWhole && !piece.stem) continue;
      let from = start;
      if (piece.index > 0) {
        const before = begun?.get(piece.pattern);
        if (!before || before.index < piece.index - 1 || before.end > start || start - before.end > gap) continue;
        if (/[。！？!?;；]/.test(text.slice(before.end, start))) continue;
        from = before.start;
      }
      if (!piece.last) {
        begun ??= new Map();
        begun.set(piece.pattern, { index: piece.index, start: from, end });
        continue;
      }
      cues ??= new Map();
      const found = cues.get(piece.group);
      if (!found) cues.set(piece.group, [{ start: from, end }]);
      else if (found.length < MOST) found.push({ start: from, end });
    }
  });
  return cues ?? NONE;
}

/** Latin words are whole words unless given as a stem; Chinese has no word ends. */
function endsWord(text: string, end: number): boolean {
  return !isLetter(text.charCodeAt(end - 1)) || !isLetter(text.charCodeAt(end));
}

function isInsideWord(text: string, start: number): boolean {
  return isLetter(text.charCodeAt(start)) && isLetter(text.charCodeAt(start - 1));
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}
