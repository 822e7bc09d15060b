/* The closed classes of English words; open classes stand in the lexicon. */

/** A set of words written one behind the other. */
export const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Pronouns that a verb may follow as their own. */
export const subjectPronouns = set('we i you they it he she who which that this these those one');
const modals = set(
  "may might can could will would shall should must cannot can't won't wouldn't couldn't shouldn't ll d",
);
/** The forms of the auxiliaries; get counts among those of be, as in "gets collected". */
export const forms = {
  be: set("is are was were be been being isn't aren't wasn't weren't am get gets getting got re re m ain't"),
  have: set("have has had having haven't hasn't hadn't ve"),
  do: set("do does did don't doesn't didn't dont doesnt"),
} as const;
/** Words that deny the verb they stand by. */
export const negations = set(
  `
  not never cannot can't won't don't doesn't didn't isn't aren't wasn't weren't wouldn't couldn't
  shouldn't haven't hasn't hadn't nt dont doesnt neither nor no none nothing hardly
`,
);
/** Words that begin a noun phrase. */
export const articles = set('the a an this that these those such any some all each every both either another other');
/** Words that tell whose a noun is, before it. */
export const possessives = set('your our my their his her its whose');
/** Prepositions that lead on to more of the same data: information about, of, on, relating to. */
export const contentPrepositions = set('about of regarding concerning on relating related pertaining associated');
/** Prepositions behind which stands something else: a source, a place, a means, a receiver. */
export const prepositions = set(
  `
  in at by via through with from for to under within during against into upon between among onto
  across without outside per until over behind before after since towards toward around near like as
  than beyond throughout unless using based according depending inside
`,
);
/** Words that begin a condition or a circumstance. */
export const conditionals = set(
  `
  if when whenever unless where once while whether until before after because since although though as
  so provided
`,
);
/** Words that put two verbs or nouns side by side. */
export const coordinators = set('and or but nor & then');
const adverbs = set(
  `
  also not never always only already automatically otherwise then further therefore however even still
  just often sometimes currently ever thus hereby either both neither again once together first
  instead too well least now soon periodically occasionally knowingly directly indirectly temporarily
  independently jointly securely
`,
);

/** Words in -ly that are none. */
const notAdverbs = set(
  `
  apply supply rely comply reply family imply multiply assembly anomaly ally early monthly weekly
  daily
`,
);

/** Adverbs stand between auxiliary and verb without changing either. */
export function isAdverb(word: string): boolean {
  return adverbs.has(word) || (word.length > 4 && word.endsWith('ly') && !notAdverbs.has(word));
}

/** Pronouns that stand behind a verb. */
export const objectPronouns = set('us me you them it him her yourself themselves itself');

const functionWords: ReadonlySet<string> = new Set(
  [
    articles,
    possessives,
    subjectPronouns,
    modals,
    forms.be,
    forms.have,
    forms.do,
    negations,
    prepositions,
    contentPrepositions,
    coordinators,
    conditionals,
    objectPronouns,
  ].flatMap((words) => [...words]),
);

/** Any word that is neither noun, adjective nor full verb. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word) || isAdverb(word);
}

/** What a word can be in a verb group; '' for a word of the open classes. */
export type Tag = 'modal' | 'be' | 'have' | 'do' | 'adverb' | 'function' | '';

/** The tag of a word in lower case. */
export function tagOf(word: string): Tag {
  if (modals.has(word)) return 'modal';
  if (forms.be.has(word)) return 'be';
  if (forms.have.has(word)) return 'have';
  if (forms.do.has(word)) return 'do';
  if (functionWords.has(word)) return 'function';
  return isAdverb(word) ? 'adverb' : '';
}
