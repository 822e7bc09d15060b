import * as v from 'valibot';

// What the schemas of reports and of inventories are made of.

/** Says what a part of a schema is. */
export const about = <T extends v.GenericSchema>(schema: T, description: string) => v.pipe(schema, v.description(description));

/** A list, and what it is. */
export const some = <T extends v.GenericSchema>(schema: T, description: string) => about(v.array(schema), description);

/** A text in both languages. */
export const text = v.object({ zh: v.string(), en: v.string() });

/** A file as reports name it. */
export const path = about(
  v.string(),
  'Relative to the checked folder, with forward slashes; ../ for a file that was named and lies outside.',
);

/** A number from 1. */
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Where in a file something begins or ends. */
export const position = v.object({
  line: about(whole, 'From 1.'),
  column: about(whole, 'From 1, in UTF-16 code units.'),
  offset: about(
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    'UTF-16 code units from the start of the decoded file, a byte order mark included.',
  ),
});

/** Where something stands: the fields of a place, for schemas that hold more. */
export const place = {
  path,
  start: position,
  // Exclusive.
  end: position,
  excerpt: v.exactOptional(about(v.string(), 'The line at `start`, trimmed; a long one is cut around `start` with ….')),
  quote: v.exactOptional(about(v.string(), 'For a place in the policy: the words there as a reader sees them.')),
  paragraph: v.exactOptional(
    about(whole, 'For a Word file: its paragraph or table cell with words, from 1. Lines then count in these.'),
  ),
  page: v.exactOptional(about(whole, 'For a PDF: its page, from 1. Lines count in the paragraphs taken out of it.')),
};

/** A place and nothing else. */
export const placeSchema = v.object(place);

/** A number from 0. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
