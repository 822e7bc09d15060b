import * as v from 'valibot';
import { about, count, place, placeSchema, some, text } from './report-schema-parts.ts';

// The tables of a report: matrix and self-assessment.

const findingIndexes = some(count, 'Indexes into `findings`, from 0.');
const waivedIndexes = some(count, 'Indexes into `waived`, from 0.');

/** What the app has, and what the policy says of it. */
export const matrixRow = v.object({
  app: about(v.string(), 'Id of the app.'),
  kind: v.picklist(['permission', 'sdk', 'call']),
  name: about(v.string(), 'Permission’s full name, SDK id, or for calls the data type that they take.'),
  title: text,
  data: some(v.object({ id: v.string(), name: text }), 'Data types that it opens or takes.'),
  calls: some(v.string(), 'For calls: what is called.'),
  at: some(placeSchema, 'Where the app has it, the place to change first; a few at most.'),
  places: about(count, 'How many places there are.'),
  policy: about(
    v.picklist(['told', 'passing', 'denied', 'silent', 'not-read']),
    'What the policy does: tell of it, drop a name, deny it, nothing; `not-read` when there was no policy to look into.',
  ),
  purpose: about(
    v.picklist(['told', 'vague', 'implied', 'none']),
    'Whether what tells of it says what for; `implied`: by its occasion or beside it, not in so many words.',
  ),
  says: some(
    v.object({
      ...place,
      how: about(v.picklist(['tells', 'denies', 'close']), '`close`: the nearest sentence, which does not do.'),
      purposes: some(v.string(), 'Its words that say what for.'),
    }),
    'What the policy says, the most telling first.',
  ),
  findings: findingIndexes,
  waived: waivedIndexes,
});

/** An item of the self-assessment. */
export const assessmentItem = v.object({
  id: about(v.string(), 'Article id, e.g. `app-violations-2019#2.1`.'),
  number: text,
  group: about(text, 'The heading that it stands under.'),
  words: about(v.string(), 'The item in its own words.'),
  summary: text,
  state: about(
    v.picklist(['found', 'not-found', 'by-hand', 'not-checkable']),
    'What files show: something was found; all that the item asks was looked at and nothing found; a person has to look; files never show it.',
  ),
  findings: findingIndexes,
  waived: waivedIndexes,
  hidden: about(count, 'Findings that are not shown: below the level, or older than the change asked about.'),
  related: some(count, 'Indexes of findings that bear on it without showing it.'),
  silent: some(v.string(), 'Rules of the item that were not applied.'),
  incomplete: about(v.boolean(), 'Whether something that its rules look at was not read, see `notChecked`.'),
  seen: some(v.object({ ...place, what: text }), 'What was seen, for whoever checks by hand.'),
  why: about(text, 'What files show of it and what they do not.'),
  byHand: about(text, 'How to check it by hand.'),
});
