import { findArticle } from '@mingshi/knowledge';
import type { AppSign, AssessmentItem as Asked, Text } from '@mingshi/knowledge';
import type { App, Comparison, Finding, Location, Phrase, Rule, Unread } from '@mingshi/model';
import { rules, sdksAreRead } from '@mingshi/rules';
import type { PlaceOf } from './places.ts';
import type { AssessmentItem } from './report.ts';
import type { Settled } from '../waivers/waivers.ts';

/** All that the state of an item hangs on. */
interface Assessed {
  readonly comparison: Comparison;
  readonly settled: Settled;
  /** The rules that were applied and had something to look at. */
  readonly speaking: readonly Rule[];
  /** Files that could not be opened at all. */
  readonly unread: readonly Unread[];
}

/** More than these places of one kind help nobody. */
const MOST_SEEN = 3;

/** The 31 items, each with what files show of it. What was not looked at never reads as "nothing found". */
export function selfAssessmentOf(assessed: Assessed, placeOf: PlaceOf): readonly AssessmentItem[] {
  const { comparison, settled, speaking } = assessed;
  const spoke = new Set(speaking.map(({ id }) => id));
  return comparison.knowledge.selfAssessment.flatMap((asked): readonly AssessmentItem[] => {
    const article = findArticle(comparison.knowledge, asked.article);
    if (!article) return [];
    const belongs = ({ rule }: Finding): boolean => asked.rules.includes(rule);
    const bears = ({ rule }: Finding): boolean => asked.hints.includes(rule);
    const silenced = settled.waived.map(({ finding }) => finding);
    const hidden = settled.hidden.filter(belongs).length;
    const [findings, waived] = [indexes(settled.findings, belongs), indexes(silenced, belongs)];
    const silent = asked.rules.filter((id) => !spoke.has(id));
    const incomplete = isIncomplete(asked, assessed);
    return [
      {
        id: asked.article,
        number: article.numbers[0]?.name ?? { zh: asked.article, en: asked.article },
        group: asked.group,
        words: article.words,
        summary: article.summary,
        state: stateOf(asked, findings.length + waived.length + hidden, silent.length > 0 || incomplete),
        findings,
        waived,
        hidden,
        related: indexes(settled.findings, bears),
        silent,
        incomplete,
        seen: seenFor(asked, comparison).map(({ what, at }) => ({ ...placeOf(at), what })),
        why: asked.why,
        byHand: asked.byHand,
      },
    ];
  });
}

function stateOf({ files }: Asked, found: number, isOpen: boolean): AssessmentItem['state'] {
  if (found > 0) return 'found';
  if (files === 'never') return 'not-checkable';
  return files === 'settle' && !isOpen ? 'not-found' : 'by-hand';
}

function indexes(findings: readonly Finding[], wanted: (finding: Finding) => boolean): readonly number[] {
  return findings.flatMap((finding, index) => (wanted(finding) ? [index] : []));
}

/** Gaps in what is known of permissions, and the rules that hold permissions against something. */
const OF_PERMISSIONS = /manifest|module-dependencies|permissions|android-project|app-config/;
const ON_PERMISSIONS = /permission|denied-but-collected/;

/** Whether something that the rules of the item look at was not read. */
function isIncomplete({ rules: ids }: Asked, { comparison, unread }: Assessed): boolean {
  const { app, policy } = comparison;
  const needs = new Set(rules.flatMap((rule) => (ids.includes(rule.id) ? rule.needs : [])));
  // The same words twice are read once, and that is all of them.
  const ofPolicy = policy.unread.filter(({ what }) => what !== 'policy-copy');
  const onPermissions = ids.some((id) => ON_PERMISSIONS.test(id));
  const ofApp = app.unread.filter(({ what }) => onPermissions || !OF_PERMISSIONS.test(what));
  return (
    (ids.includes('undisclosed-sdk') && !sdksAreRead(comparison)) ||
    ((needs.has('app') || needs.has('code')) && ofApp.length > 0) ||
    (needs.has('policy') && ofPolicy.length > 0) ||
    (needs.size > 0 && unread.length > 0)
  );
}

interface Seen {
  readonly what: Text;
  readonly at: Location;
}

function seenFor({ seen }: Asked, { app, policy, knowledge }: Comparison): readonly Seen[] {
  const elements = seen.elements.flatMap((id): readonly Seen[] => {
    const met = policy.elements.filter((element) => element.id === id);
    const best = met.find(({ told }) => told === 'yes') ?? met[0];
    const name = knowledge.elements.find((element) => element.id === id)?.name;
    if (!best || !name) return [];
    const isFull = best.told === 'yes';
    return [{ what: isFull ? name : { zh: `${name.zh}（没有说全）`, en: `${name.en} (in part)` }, at: best.quote.at }];
  });
  const signs = seen.app.flatMap((sign) => {
    const places = app.apps.flatMap((one) => signsIn[sign].of(one)).slice(0, MOST_SEEN);
    return places.map(({ at }) => ({ what: signsIn[sign].name, at }));
  });
  // One sentence may hold several elements; it is shown once.
  const all = [...elements, ...signs];
  return all.filter(
    ({ at }, index) => all.findIndex((each) => each.at.file === at.file && each.at.start === at.start) === index,
  );
}

const signsIn: Readonly<
  Record<AppSign, { readonly name: Text; readonly of: (app: App) => readonly Pick<Phrase, 'at'>[] }>
> = {
  'policy-links': {
    name: { zh: 'App 里的政策名称或网址', en: 'title or address of the policy in the app' },
    of: ({ code }) => code.policyLinks,
  },
  'cancellation-signs': {
    name: { zh: 'App 里的注销字样', en: 'words on account cancellation in the app' },
    of: ({ cancellationSigns }) => cancellationSigns,
  },
  requests: {
    name: { zh: '申请权限的代码', en: 'code that requests permissions' },
    of: ({ code }) => code.requests,
  },
};
