import { findCase, findCategory, findPermission, findSdk } from '@mingshi/knowledge';
import type { Knowledge, Text } from '@mingshi/knowledge';
import type { App, Comparison, Finding, PermissionUse, Related, Rule, SdkUse } from '@mingshi/model';
import { describe } from '@mingshi/rules';
import { citationOf } from './citing.ts';
import type { Config } from '../config/config.ts';
import { notRead, outOfReach, silentRules, withoutCategory } from './not-checked.ts';
import { matrixIn } from './matrix.ts';
import { placesIn } from './places.ts';
import type { PlaceOf } from './places.ts';
import type { Project } from '../project/project.ts';
import { SCHEMA_VERSION, summaryOf } from './report.ts';
import type { NotChecked, Precedent, Report, ReportFinding } from './report.ts';
import { selfAssessmentOf } from './self-assessment.ts';
import { version } from '../version.ts';
import { waiverRules } from '../waivers/waivers.ts';
import type { Settled } from '../waivers/waivers.ts';

/** All that a report is made of. */
interface ReportParts {
  readonly comparison: Comparison;
  readonly project: Pick<Project, 'files' | 'config'>;
  readonly config: Config;
  readonly settled: Settled;
  /** Rules that were to be applied, and those of them that had something to look at. */
  readonly chosen: readonly Rule[];
  readonly speaking: readonly Rule[];
}

/** Puts what was found into words, with the places, the articles and the cases; decides nothing. */
export function makeReport(parts: ReportParts): Report {
  const { comparison, project, config, settled, chosen, speaking } = parts;
  const { app, policy, knowledge } = comparison;
  const placeOf = placesIn(project.files, policy.documents);
  const byId = new Map([...chosen, ...waiverRules].map((rule) => [rule.id, rule]));
  const tell = (finding: Finding): ReportFinding =>
    findingOf(finding, byId.get(finding.rule) as Rule, knowledge, placeOf);
  const findings = settled.findings.map(tell);
  const waived = settled.waived.map(({ finding, waiver: { reason, by, until, file, start, end } }) => ({
    ...tell(finding),
    waiver: {
      reason,
      ...(by !== undefined && { by }),
      ...(until !== undefined && { until }),
      at: placeOf({ file: file ?? project.config?.path ?? '', start, end }),
    },
  }));
  const notChecked = notCheckedIn(parts, placeOf);
  const category = comparison.category === undefined ? undefined : findCategory(knowledge, comparison.category);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'mingshi', version },
    ...(project.config && { config: project.config.path }),
    ...(category && { category: { id: category.id, name: category.name } }),
    apps: app.apps.map((each) => appOf(each, comparison, placeOf)),
    policies: policy.files.map(({ path, language, why }) => {
      const positions = policy.documents.find((document) => document.path === path)?.positions;
      const exact = positions === undefined || positions === 'exact';
      return { path, language, why, ...(!exact && { positions }) };
    }),
    rules: speaking.map(({ id, severity, title }) => {
      const configured = config.rules[id];
      return { id, severity: configured && configured !== 'off' ? configured : severity, title };
    }),
    findings,
    waived,
    matrix: matrixIn(comparison, settled, placeOf),
    selfAssessment: selfAssessmentOf({ comparison, settled, speaking, unread: project.files.unread() }, placeOf),
    notChecked,
    summary: summaryOf(findings, waived.length, notChecked.length),
  };
}

function notCheckedIn({ comparison, project, chosen, speaking }: ReportParts, placeOf: PlaceOf): readonly NotChecked[] {
  const { app, policy, category } = comparison;
  const unread = [...app.unread, ...policy.unread, ...project.files.unread()];
  const silent = chosen.filter((rule) => !speaking.includes(rule));
  const isCategoryAsked = category === undefined && speaking.some(({ id }) => id === 'excessive-permission');
  return [
    // That there is no app at all is told below, with the rules that it silences.
    ...notRead(unread.filter(({ what }) => what !== 'no-android-manifest'), placeOf),
    ...silentRules(silent, app.apps.length > 0, policy.documents.length > 0),
    ...(isCategoryAsked ? [withoutCategory] : []),
    ...(app.apps.length > 0 ? [outOfReach] : []),
  ];
}

function findingOf(finding: Finding, rule: Rule, knowledge: Knowledge, placeOf: PlaceOf): ReportFinding {
  const [zh, en] = [describe(finding, rule, 'zh'), describe(finding, rule, 'en')];
  const articles = [...new Set([...rule.articles, ...(finding.articles ?? [])])];
  return {
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    about: finding.about,
    message: { zh: zh.message, en: en.message },
    at: placeOf(finding.at),
    related: (finding.related ?? []).map(({ at, note }) => ({ ...placeOf(at), kind: note, note: notes[note] })),
    citations: articles.flatMap((id) => citationOf(knowledge, id) ?? []),
    cases: rule.cases.flatMap((id) => precedentOf(id, knowledge) ?? []),
    ...(zh.suggestion !== undefined &&
      en.suggestion !== undefined && { suggestion: { zh: zh.suggestion, en: en.suggestion } }),
  };
}

const notes: Readonly<Record<Related['note'], Text>> = {
  'closest-statement': { zh: '最接近的一句', en: 'closest sentence' },
  denial: { zh: '政策声明不做', en: 'the policy denies it' },
  request: { zh: '申请这一权限', en: 'requested here' },
  statement: { zh: '政策的说法', en: 'what the policy says' },
  setting: { zh: '应用的设置', en: 'setting of the app' },
  'same-cause': { zh: '同一原因', en: 'same cause' },
  sign: { zh: '应用里的迹象', en: 'sign in the app' },
  call: { zh: '这里调用', en: 'called here' },
  start: { zh: '启动路径', en: 'on the way from the start' },
};

function precedentOf(id: string, knowledge: Knowledge): Precedent | undefined {
  const found = findCase(knowledge, id);
  if (!found) return undefined;
  const { date, authority, kind, subject, facts, outcome, certainty } = found;
  const sources = found.sources.map(({ title, url, checked }) => ({
    title,
    ...(url !== undefined && { url }),
    checked,
  }));
  return { id, date, authority, kind, subject, facts, outcome, certainty, sources };
}

function appOf(app: App, { sdks, knowledge }: Comparison, placeOf: PlaceOf): Report['apps'][number] {
  return {
    id: app.id,
    platform: app.platform,
    ...(app.name && { name: app.name.text }),
    ...(app.applicationId && { applicationId: app.applicationId.text }),
    folder: app.folder,
    ...(app.minSdk !== undefined && { minSdk: app.minSdk }),
    ...(app.targetSdk !== undefined && { targetSdk: app.targetSdk }),
    manifests: app.manifests,
    permissions: app.permissions.map((use) => permissionOf(use, knowledge, placeOf)),
    sources: app.code.files,
    frameworks: app.frameworks,
    sdks: sdks.flatMap((use) => (use.app === app.id ? sdkOf(use, knowledge, placeOf) : [])),
    dependencies: app.dependencies.map(({ at, ...dependency }) => ({ ...dependency, path: at.file })),
  };
}

function sdkOf({ sdk: id, confidence, signs }: SdkUse, knowledge: Knowledge, placeOf: PlaceOf) {
  const name = findSdk(knowledge, id)?.name ?? { zh: id, en: id };
  return {
    id,
    name,
    confidence,
    signs: signs.map((sign) => ({ kind: sign.kind, name: sign.name, at: placeOf(sign.at) })),
  };
}

function permissionOf(
  use: PermissionUse,
  knowledge: Knowledge,
  placeOf: PlaceOf,
): Report['apps'][number]['permissions'][number] {
  const known = findPermission(knowledge, use.name);
  return {
    name: use.name,
    kind: use.kind,
    ...(known && { title: known.title }),
    at: placeOf(use.at),
    module: use.module,
    ...(use.onlyIn && { onlyIn: use.onlyIn }),
    ...(use.maxSdk !== undefined && { maxSdk: use.maxSdk }),
    ...(use.addedBy !== undefined && { addedBy: use.addedBy }),
    ...(use.presumed && { presumed: use.presumed }),
    alsoAt: use.alsoAt.map(placeOf),
    opens: known?.opens ?? [],
  };
}
