import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyDocument, PolicySign } from '@mingshi/model';
import { readAbroad } from './abroad.ts';
import { readCancellation } from './cancellation.ts';
import { readChanges } from './changes.ts';
import { readChapters } from './chapters.ts';
import { readChildAges } from './child-age.ts';
import { readConsent } from './consent.ts';
import { readDateSigns } from './dates.ts';
import { readLimits } from './limits.ts';
import { readMarkedData, readStrongData } from './marked-data.ts';
import { readMentions } from './mentions.ts';
import { readNames } from './names.ts';
import { readPersonalization } from './personalization.ts';
import { readPlaceholders } from './placeholders.ts';
import { readReadability } from './readability.ts';
import { readFlatAbroad, readUnconditional } from './unconditional.ts';
import type { DocumentReader, SignReader, Understood } from './reader.ts';

/** Readers of stretches and readers of whole documents, in the order in which their signs are told. */
const READERS: readonly ({ readonly inStretch: SignReader } | { readonly inDocuments: DocumentReader })[] = [
  { inDocuments: readPlaceholders },
  { inStretch: readLimits },
  { inStretch: readCancellation },
  { inStretch: readPersonalization },
  { inDocuments: readDateSigns },
  { inStretch: readChanges },
  { inStretch: readAbroad },
  { inStretch: readChildAges },
  { inStretch: readConsent },
  { inStretch: readStrongData },
  { inStretch: readMarkedData },
  { inStretch: readUnconditional },
  { inStretch: readFlatAbroad },
  { inStretch: readMentions },
  { inDocuments: readNames },
  { inDocuments: readChapters },
  { inDocuments: readReadability },
];

/** Gathers what the policy's text shows about itself. */
interface SignCollector {
  readonly meet: (stretch: Understood) => void;
  /** All that was found, in the order of the kinds. */
  readonly found: () => readonly PolicySign[];
}

/** Gathers signs: each stretch is met once, in reading order, before `found` is asked. */
export function signCollector(documents: readonly PolicyDocument[], knowledge: Knowledge): SignCollector {
  const found = READERS.map((): PolicySign[] => []);
  return {
    meet: (stretch) =>
      READERS.forEach((reader, i) => {
        if ('inStretch' in reader) found[i]?.push(...reader.inStretch(stretch));
      }),
    found: () =>
      READERS.flatMap((reader, i) =>
        'inDocuments' in reader ? [...reader.inDocuments(documents, knowledge)] : (found[i] ?? []),
      ),
  };
}
