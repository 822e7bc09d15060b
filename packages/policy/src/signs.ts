import type { PolicySign } from '@mingshi/model';
import { readAbroad } from './signs/abroad.ts';
import { readCancellation } from './signs/cancellation.ts';
import { readChanges } from './signs/changes.ts';
import { readChapters } from './signs/chapters.ts';
import { readChildAges } from './signs/child-age.ts';
import { readConsent } from './signs/consent.ts';
import { readDateSigns } from './signs/dates.ts';
import { readLimits } from './signs/limits.ts';
import { readMarkedData } from './signs/marked-data.ts';
import { readNames } from './signs/names.ts';
import { readPersonalization } from './signs/personalization.ts';
import { readPlaceholders } from './signs/placeholders.ts';
import { readReadability } from './signs/readability.ts';
import { readUnconditional } from './signs/unconditional.ts';
import type { SignReader, Understood } from './signs/reader.ts';

const READERS: readonly SignReader[] = [readPlaceholders, readLimits, readCancellation, readPersonalization, readDateSigns, readChanges, readAbroad, readChildAges, readConsent, readMarkedData, readUnconditional, readNames, readChapters, readReadability];

/** What the policy's text shows about itself, in the order of the kinds. */
export function signsOf(policy: Understood): readonly PolicySign[] {
  return READERS.flatMap((read) => [...read(policy)]);
}
