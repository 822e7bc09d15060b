import * as v from 'valibot';
import { about, count, path, place, placeSchema, position, some, text } from './report-schema-parts.ts';
import { assessmentItem, matrixRow } from './report-schema-tables.ts';

// The one description of the report: its type, its JSON schema and the published declarations are made from it.
// Read at build time and by tests only; a check never loads it.

const language = v.picklist(['zh', 'zh-Hant', 'en', 'mixed', 'unknown']);
const severity = v.picklist(['error', 'warning', 'info']);

const related = v.object({
  ...place,
  kind: v.picklist(['closest-statement', 'denial', 'request', 'statement', 'setting', 'same-cause', 'sign', 'call', 'start']),
  note: about(text, 'What the place shows.'),
});

const citation = v.object({
  id: about(v.string(), 'Article id, e.g. `csl#41.1`; by the oldest numbering.'),
  law: v.object({
    id: v.string(),
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
  }),
  article: about(text, 'The article in words, today first: 第四十三条第一款（2026 年前为第四十一条第一款）.'),
  numbers: some(
    v.object({
      version: v.string(),
      label: text,
      from: about(v.string(), 'First day in force, YYYY-MM-DD.'),
      to: v.exactOptional(about(v.string(), 'Last day in force; absent while it still is.')),
      number: v.string(),
      name: text,
      words: v.exactOptional(about(v.string(), 'The words under this number when they differ from today’s.')),
    }),
    'Its number in each version of the law, newest first.',
  ),
  words: about(v.string(), 'What it says today.'),
  verbatim: about(v.boolean(), 'Whether `words` are word for word.'),
  summary: text,
  certainty: v.picklist(['high', 'medium', 'low']),
});

const precedent = v.object({
  id: v.string(),
  date: v.string(),
  authority: v.string(),
  kind: text,
  subject: text,
  facts: text,
  outcome: text,
  certainty: v.picklist(['high', 'medium', 'low']),
  sources: v.array(v.object({ title: v.string(), url: v.exactOptional(v.string()), checked: v.string() })),
});

const finding = v.object({
  rule: v.string(),
  severity: about(severity, 'How bad: the rule’s, or what mingshi.yaml makes of it.'),
  confidence: about(v.picklist(['high', 'medium', 'low']), 'How sure.'),
  about: about(v.string(), 'A permission’s full name, a data type, a policy element …; stable, never a line number.'),
  message: text,
  // The one place to change first.
  at: placeSchema,
  related: some(related, 'The other side, and further places of the same cause.'),
  citations: some(citation, 'The articles, the one the police cite first.'),
  cases: some(precedent, 'Published cases, the closest first.'),
  suggestion: v.exactOptional(about(text, 'Wording to add with 【】 to fill in, or the remedy.')),
});

const waiver = v.object({
  reason: v.string(),
  by: v.exactOptional(v.string()),
  until: v.exactOptional(about(v.string(), 'Last day, YYYY-MM-DD.')),
  at: placeSchema,
});

const permission = v.object({
  name: about(v.string(), 'Full name, e.g. android.permission.SEND_SMS.'),
  kind: v.picklist(['uses-permission', 'uses-permission-sdk-23', 'component']),
  title: v.exactOptional(text),
  // The line that requests it.
  at: placeSchema,
  module: v.string(),
  onlyIn: v.exactOptional(some(v.string(), 'Source sets that have it when not all variants do.')),
  maxSdk: v.exactOptional(v.number()),
  addedBy: v.exactOptional(about(v.string(), 'The dependency that added it, from the manifest-merger report or its own manifest.')),
  presumed: v.exactOptional(about(v.literal(true), 'Told from the published manifest of that dependency, not from a build of the app.')),
  alsoAt: v.array(placeSchema),
  opens: some(v.string(), 'Data types that it opens.'),
});

const dependency = v.object({
  ecosystem: v.picklist(['maven', 'npm', 'pub', 'ohpm', 'cordova', 'uni', 'file']),
  name: v.string(),
  version: v.exactOptional(v.string()),
  onlyIn: v.exactOptional(some(v.string(), 'Source sets that have it when not all variants do.')),
  via: about(v.picklist(['direct', 'lock']), '`lock` when only a lock file names it: another library brings it.'),
  path: about(path, 'The file that names it, or the archive itself.'),
});

const sdk = v.object({
  id: v.string(),
  name: text,
  confidence: v.picklist(['high', 'medium', 'low']),
  signs: some(
    v.object({
      kind: v.picklist(['dependency', 'file', 'marker', 'import', 'call']),
      name: v.string(),
      at: placeSchema,
    }),
    'What betrays it, the strongest first.',
  ),
});

const app = v.object({
  id: about(v.string(), 'Gradle path of the module, or the folder of the manifest.'),
  platform: v.picklist(['android', 'harmony']),
  name: v.exactOptional(v.string()),
  applicationId: v.exactOptional(v.string()),
  folder: v.string(),
  minSdk: v.exactOptional(v.number()),
  targetSdk: v.exactOptional(v.number()),
  manifests: v.array(
    v.object({
      path,
      role: v.picklist(['merged', 'named', 'main', 'variant', 'library']),
      module: v.string(),
      sourceSet: v.exactOptional(v.string()),
    }),
  ),
  permissions: v.array(permission),
  sources: about(
    v.object({ found: v.number(), parsed: v.number() }),
    'How many source files there are, and of those how many name anything known and were parsed.',
  ),
  frameworks: some(
    v.picklist(['react-native', 'expo', 'capacitor', 'cordova', 'flutter', 'uni-app']),
    'What it is built with besides the platform’s own tools.',
  ),
  sdks: some(sdk, 'The known SDKs that it embeds.'),
  dependencies: some(dependency, 'All libraries that ship with it, known as SDKs or not.'),
});

const notChecked = v.object({
  what: about(v.string(), 'A stable key, e.g. `library-manifests`, `broken-xml`, `unseen-code`.'),
  why: text,
  path: v.exactOptional(path),
  at: v.exactOptional(position),
});

/** The report of `mingshi check --format json`. */
export const reportSchema = v.object({
  schemaVersion: v.literal(1),
  tool: v.object({ name: v.literal('mingshi'), version: v.string() }),
  config: v.exactOptional(about(v.string(), 'The mingshi.yaml that was followed.')),
  since: v.exactOptional(
    about(
      v.object({
        ref: about(v.string(), 'As it was given.'),
        commit: about(v.string(), 'What it meant.'),
        older: about(count, 'Findings that were there before and are left out.'),
        unchanged: about(v.boolean(), 'Nothing that a check looks at has changed: nothing was checked.'),
      }),
      'For --since: only what has changed against this commit is in the report.',
    ),
  ),
  category: v.exactOptional(v.object({ id: v.string(), name: text })),
  apps: v.array(app),
  policies: some(
    v.object({
      path,
      language,
      why: v.picklist(['named', 'name', 'content', 'name-and-content']),
      positions: v.exactOptional(
        about(v.picklist(['paragraph', 'page']), 'For a file that is no text: how exact places in it are.'),
      ),
    }),
    'The files taken for the policy, and why.',
  ),
  rules: some(v.object({ id: v.string(), severity, title: text }), 'The rules that were applied.'),
  findings: some(finding, 'By file, place and rule.'),
  waived: some(v.object({ ...finding.entries, waiver }), 'Findings that a waiver silences, in mingshi.yaml or in a comment beside them.'),
  matrix: some(matrixRow, 'What the apps can collect, and what the policy says of it.'),
  selfAssessment: some(assessmentItem, 'The 31 items of the 认定方法 (2019).'),
  notChecked: some(notChecked, 'What was not read or not checked, so that a skipped check never reads as a pass.'),
  summary: v.object({
    findings: count,
    errors: count,
    warnings: count,
    infos: count,
    waived: count,
    notChecked: count,
  }),
});

/** The parts that the published schema and declarations give a name. */
export const reportParts = {
  Text: text,
  Position: position,
  Place: placeSchema,
  Related: related,
  Citation: citation,
  Case: precedent,
  Finding: finding,
  Waiver: waiver,
  Permission: permission,
  App: app,
  NotChecked: notChecked,
  MatrixRow: matrixRow,
  AssessmentItem: assessmentItem,
};
