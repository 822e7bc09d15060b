import type { Sentence } from '../../units/unit.ts';
import type { Mention } from './mentions.ts';
import { predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';

const VERBS =
  '(?:know|see|scan|detect|determine|check|verif(?:y|ies)|find out|finds out|learn|identif(?:y|ies)|monitor|track|recogni[sz]e|tell|look|look at|note|observe|sense|infer)(?:s|es|d|ed|ing)? (?:exactly )?';
/** Rare enough to ask of every sentence before its questions are looked for. */
const CUE = new RegExp(String.raw`\b${VERBS}(?:which|what|whether|if|that|when|where|how) `);
/** Who wants to know names what is looked at by the question: "detect which app is open". */
const KNOWING = new RegExp(String.raw`\b${VERBS}$`);
/** "You can see which apps …": users look, or nobody does. */
const IDLE = /\b(?:[Yy]ou|[Uu]sers?|[Pp]lease|[Cc]ustomers?)(?: (?:can|may|could|should|must|will|would|also|always|want|wish|like|need|have|able|are|be|to))* $|\b(?:not|never|cannot|nor|unable|without)(?: \w+){0,2} $|n['’]t (?:\w+ )?$/;

const APPS = '(?:other |of your |of the )?(?:apps?|applications?|programs?|software|games?)';
const SOMEBODY = "(?:you|they|he|she|users?|the user|(?:your|their|the|a) (?:child|children|kids?|son|daughter|employees?))";
const QUESTIONS: readonly (readonly [id: string, question: RegExp])[] = [
  [
    'installed-apps',
    new RegExp(
      String.raw`\b(?:(?:which|what) ${APPS} (?:(?:you have|you've|you|are|is|have been) (?:already )?(?:installed|got)|(?:are |is )?on (?:your|the) (?:phone|device|handset|tablet))` +
        String.raw`|(?:whether|if|that) (?:(?:you have|you've) )?(?:an?other apps?|certain apps|specific apps|[A-Z]\w+(?: [A-Z]\w+)?)(?: app)? (?:(?:is|are) )?(?:already )?(?:installed|(?:present|available|found) on (?:your|the) (?:phone|device)))`,
    ),
  ],
  [
    'running-apps',
    new RegExp(
      String.raw`\b(?:which|what) ${APPS} (?:(?:is|are) (?:currently |now |just )?(?:running|open(?:ed)?|active|in use|in the foreground|being used|used|on (?:your|the) screen)` +
        String.raw`|${SOMEBODY} (?:have |has |are |is |['’]re )?(?:just |currently |now )?(?:open(?:ed|s)?|us(?:e|es|ing)|runs?|running|launch(?:ed|es)?|play(?:s|ing)?)\b)`,
    ),
  ],
  ['app-usage-other-apps', new RegExp(String.raw`\b(?:(?:which|what) ${APPS} [^,.;]{0,40}\b|how )(?:how long|how often|much time|long ${SOMEBODY} use \w+ apps?)\b`)],
  ['screen-content', /\b(?:(?:which|what) (?:window|screen|page) is (?:open|shown|displayed|active)|what is (?:shown |displayed )?on (?:your|the) screen)\b/],
  ['location', /\bwhere (?:you|(?:your|the) (?:phone|device|child|vehicle|car)) (?:are|is)(?= located| now| currently| and | or | so | in order | to | when | while | at (?:the|any) |[,.;)]|$)/],
  ['phone-state', /\b(?:whether|if|when) (?:you are|you['’]re|the user is|a call is|the phone is|there is) (?:currently )?(?:on an?(?: \w+)? call|in an?(?: \w+)? call|on the phone|making a call|taking a call|an? (?:incoming )?call|coming in|ringing|in progress)\b/],
  [
    'fitness-activity',
    new RegExp(
      String.raw`\b(?:(?:whether|if|when|that) ${SOMEBODY} (?:are |is |have been |has been )?(?:walk|run|rid(?:e|ing)|driv|cycl|jog|stationary|sit(?:ting)?\b|standing still|moving)\w*` +
        String.raw`|how (?:many steps|far) ${SOMEBODY} (?:have |has )?(?:walk|tak(?:e|ing)|run|taken|went|go)\w*)`,
    ),
  ],
];

/** What a sentence tells by questions that stand as objects: "we need to know which app is in the foreground". */
export function questionStatements(parsed: Parsed): Predicate[] {
  const { sentence, tokens } = parsed;
  const text = sentence.plain;
  if (!CUE.test(text)) return [];
  return QUESTIONS.flatMap(([id, question]) => {
    const asked = question.exec(text);
    const before = asked ? text.slice(Math.max(0, asked.index - 80), asked.index) : '';
    const knowing = KNOWING.exec(before);
    if (!asked || !knowing || IDLE.test(before.slice(0, knowing.index))) return [];
    const start = tokens.findIndex((token) => token.start >= asked.index);
    const end = tokens.findIndex((token) => token.start >= asked.index + asked[0].length);
    const group = parsed.groups.findLast(({ head }) => head < start);
    const mention: Mention = { id, generic: false, weak: false, permission: false, start, end: end < 0 ? tokens.length : end };
    const predicate = predicateOf(parsed, 'collect', group, undefined, { negated: false });
    predicate.arguments.push({ parsed, mention, except: false });
    return start < 0 ? [] : [predicate];
  });
}

/** "Does the app collect your contacts?" tells nothing, unless the answer begins with yes. */
export function isPolar({ plain }: Sentence, answer: Sentence | undefined): boolean {
  return POLAR.test(plain) && !/^yes\b/i.test(answer?.plain ?? '');
}

const POLAR = /^(?:[^A-Za-z]{0,12}|(?:Q|Question)\s?\d{0,3}[.:)]\s?)(?:do|does|did|is|are|can|could|will|would|may|might|must|has|have|should|shall)\b[^?]*\?["”’)*_]{0,4}$/i;
