import * as v from 'valibot';
import { apisFile, sdkCategoriesFile, sdkFamiliesFile, sdkFile } from './schema-code.ts';
import { byId, certainty, cited, day, sourceIds, text, url, word, words } from './schema-parts.ts';

/* What the YAML files hold: one schema a kind, from which come the check, the type and the editor's JSON schema. */

const risk = v.picklist(['high', 'medium', 'low', 'none']);
const vagueKind = v.picklist(['scope', 'purpose', 'recipient', 'retention', 'condition']);

const sourcesFile = v.strictObject({
  sources: byId(v.strictObject({ title: word, url, licence: word, checked: day })),
});

const dataTypesFile = v.strictObject({
  checked: day,
  sources: sourceIds,
  types: byId(
    v.strictObject({
      name: text,
      parent: v.optional(word),
      generic: v.optional(v.boolean()),
      category: v.optional(v.boolean()),
      sensitive: v.optional(v.union([v.boolean(), v.literal('possible')])),
      basis: v.optional(word),
      note: v.optional(word),
    }),
  ),
});

const permissionsFile = v.strictObject({
  platform: v.picklist(['android']),
  checked: day,
  permissions: byId(
    v.strictObject({
      title: text,
      protection: v.picklist(['dangerous', 'normal', 'signature', 'special', 'unknown']),
      group: v.optional(word),
      since: v.optional(v.number()),
      deprecated: v.optional(v.number()),
      risk,
      opens: words,
      discloses: words,
      can: text,
      words: v.strictObject({ zh: words, en: words }),
      note: v.optional(word),
      sources: sourceIds,
    }),
  ),
});

/** HarmonyOS: `like` names the permission of Android that opens the same, by which policies are read. */
const harmonyPermissionsFile = v.strictObject({
  platform: v.picklist(['harmony']),
  checked: day,
  sources: sourceIds,
  permissions: byId(
    v.strictObject({
      like: v.optional(word),
      protection: v.picklist(['dangerous', 'normal']),
      title: v.optional(text),
      can: v.optional(text),
      risk: v.optional(risk),
      discloses: v.optional(words),
    }),
  ),
});

const libraryPermissions = byId(
  v.array(
    v.strictObject({
      majors: v.optional(v.pipe(v.string(), v.regex(/^\d+(?:-\d+)?$/, 'major versions are written 3 or 3-5'))),
      adds: v.pipe(words, v.minLength(1, 'a library that adds nothing is left out')),
    }),
  ),
);
const libraryPermissionsFile = v.strictObject({
  checked: day,
  sources: sourceIds,
  npm: libraryPermissions,
  pub: libraryPermissions,
  maven: libraryPermissions,
});

const dataWordsFile = v.strictObject({
  language: v.picklist(['zh', 'en']),
  checked: day,
  sources: sourceIds,
  /** Words that rightly stand under more than one type. */
  shared: v.optional(words),
  data: byId(v.strictObject({ words, weak: v.optional(words), except: v.optional(words) })),
});

const wordListsFile = v.strictObject({
  language: v.picklist(['zh', 'en']),
  checked: day,
  sources: sourceIds,
  lists: byId(words),
});

const lawFile = v.strictObject({
  id: word,
  title: text,
  short: text,
  kind: v.picklist([
    'law',
    'regulation',
    'departmental-rule',
    'normative-document',
    'notice',
    'standard',
    'practice-guide',
  ]),
  /** How numbers are read out: 第四十一条第一款, 一（一）, 5.5 a). */
  numbering: v.optional(v.picklist(['articles', 'list', 'clauses'])),
  documentNumber: v.optional(word),
  versions: v.pipe(
    v.array(v.strictObject({ id: word, label: text, from: day, to: v.optional(day) })),
    v.minLength(1, 'a law has at least one version'),
  ),
  note: v.optional(text),
  sources: cited,
  articles: byId(
    v.strictObject({
      /** The number in each version; absent when it is the key in the only version. */
      numbers: v.optional(v.record(word, word)),
      /** Its name where it cannot be worked out from the number. */
      name: v.optional(text),
      words: word,
      /** Words under the number of an earlier version, when they differ. */
      was: v.optional(v.record(word, word)),
      verbatim: v.boolean(),
      /** The Chinese summary of a short article is the article. */
      summary: v.strictObject({ zh: v.optional(word), en: word }),
      note: v.optional(text),
      certainty,
    }),
  ),
});

const caseFile = v.strictObject({
  id: word,
  date: v.pipe(
    v.string(),
    v.regex(/^(\d{4}(-\d\d(-\d\d)?)?|unknown)$/, 'a date is YYYY, YYYY-MM, YYYY-MM-DD or unknown'),
  ),
  authority: word,
  kind: text,
  subject: text,
  facts: text,
  outcome: text,
  cited: words,
  behaviours: words,
  certainty,
  sources: cited,
});

const categoriesFile = v.strictObject({
  checked: day,
  sources: sourceIds,
  categories: byId(
    v.strictObject({
      number: v.number(),
      name: text,
      function: text,
      necessary: text,
      notAdvised: words,
      article: word,
    }),
  ),
});

const vagueTermsFile = v.strictObject({
  checked: day,
  sources: sourceIds,
  terms: byId(
    v.strictObject({
      language: v.picklist(['zh', 'en']),
      kind: vagueKind,
      pattern: word,
      flags: v.optional(v.string()),
      why: text,
      suggestion: text,
      /** A sentence that the pattern finds, of our own. */
      example: word,
      /** Sentences that it leaves alone. */
      passes: v.optional(words),
    }),
  ),
});

const elementsFile = v.strictObject({
  checked: day,
  sources: sourceIds,
  elements: byId(
    v.strictObject({
      name: text,
      headings: v.strictObject({ zh: words, en: words }),
      cues: v.strictObject({ zh: words, en: words }),
      /** Words by the part they play in the grammar of packages/policy/src/elements. */
      words: v.optional(byId(v.strictObject({ zh: words, en: words }))),
      note: v.optional(word),
    }),
  ),
});

const selfAssessmentFile = v.strictObject({
  checked: day,
  sources: sourceIds,
  law: word,
  /** Headings by the first number of their items. */
  groups: byId(text),
  items: byId(
    v.strictObject({
      files: v.picklist(['settle', 'partly', 'hint', 'never']),
      rules: v.optional(words),
      hints: v.optional(words),
      seen: v.optional(
        v.strictObject({
          elements: v.optional(words),
          app: v.optional(v.array(v.picklist(['policy-links', 'cancellation-signs', 'requests']))),
        }),
      ),
      why: text,
      byHand: text,
    }),
  ),
});

/** Which schema holds for which file under `data/`. */
export const schemas = {
  'sources.yaml': sourcesFile,
  'data-types.yaml': dataTypesFile,
  'permissions/*.yaml': permissionsFile,
  'harmony-permissions.yaml': harmonyPermissionsFile,
  'library-permissions.yaml': libraryPermissionsFile,
  'lexicon/*-data.yaml': dataWordsFile,
  'lexicon/*.yaml': wordListsFile,
  'laws/*.yaml': lawFile,
  'cases/*.yaml': caseFile,
  'categories.yaml': categoriesFile,
  'vague-terms.yaml': vagueTermsFile,
  'policy-elements.yaml': elementsFile,
  'self-assessment.yaml': selfAssessmentFile,
  'sdk-categories.yaml': sdkCategoriesFile,
  'sdk-families.yaml': sdkFamiliesFile,
  'sdks/*.yaml': sdkFile,
  'apis/*.yaml': apisFile,
} as const;

export type SourcesFile = v.InferOutput<typeof sourcesFile>;
export type DataTypesFile = v.InferOutput<typeof dataTypesFile>;
export type PermissionsFile = v.InferOutput<typeof permissionsFile>;
export type HarmonyPermissionsFile = v.InferOutput<typeof harmonyPermissionsFile>;
export type LibraryPermissionsFile = v.InferOutput<typeof libraryPermissionsFile>;
export type DataWordsFile = v.InferOutput<typeof dataWordsFile>;
export type WordListsFile = v.InferOutput<typeof wordListsFile>;
export type LawFile = v.InferOutput<typeof lawFile>;
export type CaseFile = v.InferOutput<typeof caseFile>;
export type CategoriesFile = v.InferOutput<typeof categoriesFile>;
export type VagueTermsFile = v.InferOutput<typeof vagueTermsFile>;
export type ElementsFile = v.InferOutput<typeof elementsFile>;
export type SelfAssessmentFile = v.InferOutput<typeof selfAssessmentFile>;
export type SdkCategoriesFile = v.InferOutput<typeof sdkCategoriesFile>;
export type SdkFamiliesFile = v.InferOutput<typeof sdkFamiliesFile>;
export type SdkFile = v.InferOutput<typeof sdkFile>;
export type ApisFile = v.InferOutput<typeof apisFile>;
