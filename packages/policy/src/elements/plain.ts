import { forCues, NOTHING, type Found } from './found.ts';
import type { ElementId } from './ids.ts';
import { cuesIn, has, isDenied, isHeading, underHeading, type Passage } from './passages.ts';

/** An element that its cues betray by themselves. */
interface Plain {
  readonly id: ElementId;
  /** The cue is a mere mention unless words of the part `fact` stand in the sentence. */
  readonly fact?: true;
  /** Grammar that makes a mention a telling as well. */
  readonly aim?: RegExp;
  /** A denied cue tells nothing. */
  readonly denial?: 'silent';
  /** What a mere mention is worth; by default it is told in part. */
  readonly mention?: 'nothing';
}

const PLAIN: readonly Plain[] = [
  { id: 'method' },
  { id: 'collection-from-third-parties', fact: true, denial: 'silent' },
  { id: 'entrusted-processing', fact: true },
  { id: 'transfer-merger', fact: true },
  { id: 'public-disclosure', fact: true },
  { id: 'cookies', fact: true },
  { id: 'device-permissions', fact: true, aim: /\b(?:to|for)\b/i },
  { id: 'self-start', fact: true, aim: /\bto\b/i },
  { id: 'automated-decision', fact: true },
  { id: 'personalization-opt-out', denial: 'silent' },
  { id: 'ads-opt-out', denial: 'silent' },
  { id: 'sensitive-pi-separate-consent', fact: true },
  { id: 'special-industries' },
  { id: 'incident-notice', fact: true, mention: 'nothing' },
  { id: 'consent-exceptions' },
  { id: 'third-party-links' },
  { id: 'right-portability' },
  { id: 'right-explanation' },
  { id: 'grievance-appeal' },
  { id: 'policy-change-notice', fact: true },
  { id: 'readability' },
  { id: 'summary-and-list' },
];

const BY_ID: ReadonlyMap<string, Plain> = new Map(PLAIN.map((plain) => [plain.id, plain]));

/** Elements told by a cue, or by a cue and a fact beside it. */
export const readPlain = forCues([...BY_ID.keys()], (passage) =>
  isHeading(passage) || passage.block.table?.header ? NOTHING : told(passage),
);

function told(passage: Passage): readonly Found[] {
  let all: Found[] | undefined;
  for (const group of passage.cues.keys()) {
    const plain = BY_ID.get(group);
    const found = plain && foundBy(passage, plain);
    if (found) (all ??= []).push(found);
  }
  return all ?? NOTHING;
}

function foundBy(passage: Passage, { id, fact, aim, denial, mention }: Plain): Found | undefined {
  const cue = cuesIn(passage, id)[0];
  if (!cue || (denial === 'silent' && isDenied(passage, cue.start))) return undefined;
  const full = !fact || has(passage, `${id}.fact`) || aim?.test(passage.text) === true;
  if (!full && mention === 'nothing') return undefined;
  if (id === 'policy-change-notice' && UNTOLD.test(passage.text) && !PUBLISHED.test(passage.text)) return { id, told: 'partial', score: 0 };
  return { id, told: full ? 'yes' : 'partial', score: underHeading(passage, id) ? 1 : 0 };
}

const PUBLISHED = /公布|公示|公告|查阅|\bpost/i;
/** 随时修改，无需另行通知: the policy changes, and nobody is told. */
export const UNTOLD = /(?:不再?|无需|恕不)另?行?(?:单独)?通知|\bwithout (?:prior |any |further )*notice/i;
