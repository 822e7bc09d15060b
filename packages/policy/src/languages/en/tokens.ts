import { tagOf } from './function-words.ts';
import type { Tag } from './function-words.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Sentence } from '../../units/unit.ts';

/** A word or sign of a sentence. */
export interface Token {
  /** Lower case; typographic apostrophes as '. */
  readonly text: string;
  /** `text` without possessive and plural ending: what lexicon words are compared by. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'sign';
  readonly tag: Tag;
  /** A word for a user that may own what follows: user's, users'. */
  readonly owner: 'singular' | 'plural' | undefined;
}

/** The text that tokens of a sentence cover. */
export function textOf({ plain }: Sentence, tokens: readonly Token[]): string {
  return plain.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

const LETTER = 'A-Za-z\\u00c0-\\u024f\\ufb00-\\ufb060-9_';
const SHORTENED = 'll|ve|re|d|m|LL|VE|RE|D|M';
const TOKEN = new RegExp(
  [
    '(?:android|com|ohos)\\.[A-Za-z0-9_.]*[A-Za-z0-9_]',
    `[${LETTER}]+(?:['’](?=[A-Za-z])(?!(?:${SHORTENED})\\b)[A-Za-z]+)?`,
    `['’](?:${SHORTENED})\\b`,
    `[^\\s${LETTER}]`,
  ].join('|'),
  'g',
);
/** Prefixes that a hyphen joins to the word: e-mail, wi-fi, geo-location. */
const JOINED = new Set(['e', 'wi', 'geo']);
const PARTICLES = new Set(['in', 'on', 'up', 'off', 'out', 'over', 'through']);
/** Those whom a policy is written for, as the owners of what follows: "the user's name" is your name. */
const OWNER = /^(?:user|customer|visitor|player|member|subscriber|client|consumer|individual|person|participant|passenger|guest|driver)(s|'s)$/;
/** Words that belong to such an owner; those of others stay others. */
const OF_OWNER = new Set('the a an each every any all our such that this these those end app registered individual'.split(' '));
const OTHERS = new Set(['other', 'another', 'different', 'between', 'family', 'household', 'group', 'team', 'staff']);

/** Cuts a sentence into words and signs; hyphens inside words separate them and leave no token. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let hyphen = false;
  for (const match of matchesOf(TOKEN, text)) {
    const found = match[0];
    const start = match.index;
    const end = start + found.length;
    const last = tokens.at(-1);
    if (found.length > 1 && !isWordStart(found)) {
      const short = found.slice(1).toLowerCase();
      tokens.push({ text: short, stem: short, start, end, kind: 'word', tag: tagOf(short), owner: undefined });
    } else if (!isWordStart(found)) {
      const next = text.charCodeAt(end);
      if (found === '-' && last?.end === start && last.kind === 'word' && isLetter(next)) {
        hyphen = true;
        continue;
      }
      // "users' names"
      if (last?.owner === 'plural' && (found === "'" || found === '’') && start - last.end <= 1 && next === 32) {
        own(tokens, end);
        continue;
      }
      tokens.push({ text: found, stem: found, start, end, kind: 'sign', tag: 'function', owner: undefined });
    } else if (hyphen && PARTICLES.has(found)) {
      // "plug-in", "sign-up": part of a noun, and no preposition; text says so, the stem stays what lexicon words hold.
      tokens.push({ text: `-${found}`, stem: found, start, end, kind: 'word', tag: '', owner: undefined });
    } else if (hyphen && last && JOINED.has(last.text)) {
      tokens.pop();
      tokens.push(wordOf(text.slice(last.start, last.end) + found, last.start, end));
    } else {
      const word = wordOf(found, start, end);
      tokens.push(word);
      if (word.owner === 'singular') own(tokens, end);
    }
    hyphen = false;
  }
  return tokens;
}

/** Reads the owner that ends here as the one whom the policy addresses; other people stay who they are. */
function own(tokens: Token[], end: number): void {
  if (OTHERS.has(tokens.at(-2)?.text ?? '')) return;
  let { start } = tokens.pop() as Token;
  while (OF_OWNER.has(tokens.at(-1)?.text ?? '') && !OTHERS.has(tokens.at(-2)?.text ?? '')) start = (tokens.pop() as Token).start;
  tokens.push({ text: 'your', stem: 'your', start, end, kind: 'word', tag: 'function', owner: undefined });
}

/** What is the same for every occurrence of a word as written. */
interface Form {
  readonly text: string;
  readonly stem: string;
  readonly tag: Tag;
  readonly owner: Token['owner'];
}

const known = new Map<string, Form>();
/** ﬁ and its like, as they come out of a PDF. */
const LIGATURE = /[\ufb00-\ufb06]/;

/** A word in its spelling; hostile text holds endless new words, so the memory of them is bounded. */
function formOf(written: string): Form {
  let form = known.get(written);
  if (!form) {
    const text = (LIGATURE.test(written) ? written.normalize('NFKC') : written).toLowerCase().replace('’', "'");
    const [, ending] = OWNER.exec(text) ?? [];
    form = { text, stem: reduce(text), tag: tagOf(text), owner: ending === undefined ? undefined : ending === 's' ? 'plural' : 'singular' };
    if (known.size > 20000) known.clear();
    known.set(written, form);
  }
  return form;
}

function wordOf(written: string, start: number, end: number): Token {
  const { text, stem, tag, owner } = formOf(written);
  return { text, stem, start, end, kind: 'word', tag, owner };
}

/** A word as it is compared: without possessive and plural ending, in American spelling. */
export function stemOf(word: string): string {
  return formOf(word).stem;
}

const SPELLING: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/, 'ization$1'],
  [/our(s|al|ite|ites)?$/, 'or$1'],
  [/licence/, 'license'],
  [/(al|an|ar|er|id|im|or|tom|ym)is(ed|es?|ing)$/, '$1iz$2'],
];
const PHONE = /^(?:smart|cell)phones?$|^handsets?$/;
const KEPT = new Set('our your hour four tour pour this has was its sms gps mms hours always'.split(' '));

function reduce(word: string): string {
  let stem = word.includes("'") ? word.replace(/'s?$/, '').replace(/'s$/, '') : word;
  if (KEPT.has(stem)) return stem;
  if (/[oi]/.test(stem)) for (const [ending, other] of SPELLING) stem = stem.replace(ending, other);
  if (stem === 'ids') return 'id';
  if (PHONE.test(stem)) return 'phone';
  if (stem.length <= 3 || !stem.endsWith('s') || /(?:ss|us|is)$/.test(stem)) return stem;
  if (stem.endsWith('ies') && stem.length > 4) return `${stem.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(stem)) return stem.slice(0, -2);
  return stem.slice(0, -1);
}

function isWordStart(found: string): boolean {
  return isLetter(found.charCodeAt(0));
}

function isLetter(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    unit === 95 ||
    (unit >= 0xc0 && unit <= 0x24f) ||
    (unit >= 0xfb00 && unit <= 0xfb06)
  );
}
