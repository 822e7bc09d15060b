import * as v from 'valibot';
import { byId, certainty, cited, day, sourceIds, text, url, word, words } from './schema-parts.ts';

/* Schemas of what is known about code: SDKs and APIs. */

const signs = v.strictObject({
  maven: v.optional(words),
  file: v.optional(words),
  npm: v.optional(words),
  pub: v.optional(words),
  ohpm: v.optional(words),
  cordova: v.optional(words),
  uni: v.optional(words),
  package: v.optional(words),
  marker: v.optional(words),
});

export const sdkFamiliesFile = v.strictObject({
  checked: day,
  sources: sourceIds,
  /** Brands with several SDKs, and the names of the brand itself. */
  families: byId(v.strictObject({ names: words })),
});

export const sdkCategoriesFile = v.strictObject({
  checked: day,
  sources: sourceIds,
  categories: byId(v.strictObject({ name: text, isPurpose: v.optional(v.boolean()) })),
});

export const sdkFile = v.strictObject({
  id: word,
  name: text,
  vendor: text,
  family: v.optional(word),
  category: word,
  signs: v.optional(signs),
  weakSigns: v.optional(signs),
  takes: words,
  takesCertainty: certainty,
  names: words,
  sharedNames: v.optional(words),
  policyUrl: url,
  calls: v.optional(
    v.strictObject({ start: v.optional(words), safe: v.optional(words), consent: v.optional(words) }),
  ),
  certainty,
  note: v.optional(word),
  sources: cited,
});

export const apisFile = v.strictObject({
  language: v.picklist(['jvm', 'typescript', 'dart', 'arkts']),
  framework: word,
  checked: day,
  apis: byId(
    v.strictObject({
      /** When it is not that of the file. */
      framework: v.optional(word),
      module: word,
      members: v.pipe(words, v.minLength(1, 'name at least one member')),
      kind: v.picklist([
        'call',
        'constant',
        'field',
        'string',
        'content-uri',
        'intent',
        'subclass',
        'component',
        'reflection',
        'permission-request',
      ]),
      dataTypes: words,
      permissions: v.optional(words),
      needsConsent: v.boolean(),
      /** It only gives an object; what is called on that takes the data. */
      handle: v.optional(v.literal(true)),
      certainty,
      note: v.optional(word),
      sources: sourceIds,
    }),
  ),
});
