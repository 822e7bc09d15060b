import * as v from 'valibot';

/* What the schemas of several kinds are made of. */

/** A text without space around it. */
export const word = v.pipe(
  v.string(),
  v.nonEmpty('this is empty'),
  v.regex(/^\S(?:[\s\S]*\S)?$/, 'there is a space before or after it'),
);
/** A list of such texts. */
export const words = v.array(word);
/** A text in both languages. */
export const text = v.strictObject({ zh: word, en: word });
/** A date. */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, 'a date is written YYYY-MM-DD'));
/** How sure an entry is. */
export const certainty = v.picklist(['high', 'medium', 'low']);
/** An address, if any. */
export const url = v.optional(v.pipe(v.string(), v.url('not an address')));
/** Entries by their ids. */
export const byId = <T extends v.GenericSchema>(entry: T) => v.record(word, entry);
/** A source written out, not by its id. */
const described = v.strictObject({ title: word, url, checked: day });
/** The sources of an entry: ids of `sources.yaml`, or written out. */
export const cited = v.pipe(v.array(v.union([described, word])), v.minLength(1, 'every entry names at least one source'));
/** Ids of `sources.yaml`, for all entries of a file or for one. */
export const sourceIds = v.pipe(v.array(word), v.minLength(1, 'every file names at least one source'));
