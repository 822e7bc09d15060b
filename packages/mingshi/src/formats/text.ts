import type { Text } from '@mingshi/knowledge';
import type { Report, ReportFinding } from '../report/report.ts';
import { printable } from '../text/printable.ts';
import { widthOf } from '../text/width.ts';
import type { Format, FormatOptions } from './index.ts';
import { labelled } from './labelled.ts';
import type { Sheet } from './labelled.ts';
import { paints } from './paint.ts';
import { placeLines } from './text-finding.ts';
import type { Told } from './text-finding.ts';
import { byFile, nothingFound, pointer, spot, summaryLine, whyWords } from './words.ts';

/** The report for a person: grouped by file, each finding with both sides, its basis, a precedent, words to add. */
export const text: Format = (report, options) => {
  if (report.since?.unchanged) return `${summaryLine(report, options.language)}\n`;
  const sheet: Sheet = { ...options, paint: paints(options.colour), indent: 0 };
  const told: Told = { bases: new Map(), articles: new Set(), precedents: new Set() };
  const groups = byFile(report).flatMap(({ path, findings }) => [
    '',
    sheet.paint.underline(printable(path)),
    ...groupLines(findings, report, told, { ...options, ...sheet }),
  ]);
  return `${[...headLines(report, sheet), ...groups, '', ...endLines(report, sheet)].join('\n')}\n`;
};

function headLines(report: Report, sheet: Sheet): readonly string[] {
  const { language, paint } = sheet;
  const apps = report.apps.slice(0, 5).map(({ id, name, applicationId }) => {
    const title = printable(name ?? applicationId ?? id);
    return `${paint.bold(title)}${title === id ? '' : `  ${printable(id)}`}`;
  });
  const more = report.apps.length - apps.length;
  if (more > 0) apps.push(language === 'zh' ? `另有 ${more} 个应用` : `${more} more apps`);
  if (apps.length === 0) apps.push(paint.bold({ zh: '没有找到安卓应用', en: 'No Android app found' }[language]));
  const files = report.policies.map((file) => {
    const why = whyWords(file, language);
    return language === 'zh' ? `${printable(file.path)}（${why}）` : `${printable(file.path)} (${why})`;
  });
  const policy = files.join(language === 'zh' ? '、' : ', ') || { zh: '没有读到', en: 'none read' }[language];
  return [
    ...apps,
    ...(report.category ? labelled({ zh: '类型', en: 'type' }, report.category.name[language], sheet) : []),
    ...labelled({ zh: '政策', en: 'policy' }, policy, sheet),
    ...codeLines(report, sheet),
    ...sdkLines(report, sheet),
  ];
}

/** How much code was looked at: findings on calls are worth no more than that. That there is none stands below. */
function codeLines({ apps }: Report, sheet: Sheet): readonly string[] {
  const [found, parsed] = [sum(apps, ({ sources }) => sources.found), sum(apps, ({ sources }) => sources.parsed)];
  if (found === 0) return [];
  const words = {
    zh: `${found} 个源文件，解析了提到已知接口的 ${parsed} 个`,
    en: `${found} source ${found === 1 ? 'file' : 'files'}; parsed: the ${parsed} that name something known`,
  };
  return labelled({ zh: '代码', en: 'code' }, words[sheet.language], sheet);
}

const sum = (apps: Report['apps'], count: (app: Report['apps'][number]) => number): number =>
  apps.reduce((total, app) => total + count(app), 0);

/** The SDKs that were recognised among the libraries; the JSON report has them with their signs. */
function sdkLines({ apps }: Report, sheet: Sheet): readonly string[] {
  const { language } = sheet;
  const names = [...new Set(apps.flatMap(({ sdks }) => sdks.map(({ name }) => printable(name[language]))))];
  const count = sum(apps, ({ dependencies }) => dependencies.length);
  if (names.length === 0) return [];
  const shown = names.slice(0, 12).join({ zh: '、', en: ', ' }[language]);
  const more =
    names.length > 12 ? { zh: ` 等 ${names.length} 个`, en: ` and ${names.length - 12} more` }[language] : '';
  const among = { zh: `（依赖库共 ${count} 个）`, en: ` (of ${count} ${count === 1 ? 'library' : 'libraries'})` }[
    language
  ];
  return labelled({ zh: 'SDK', en: 'SDKs' }, `${shown}${more}${count > 0 ? among : ''}`, sheet);
}

function groupLines(
  findings: readonly ReportFinding[],
  report: Report,
  told: Told,
  sheet: Sheet & FormatOptions,
): readonly string[] {
  const numbers = Math.max(...findings.map(({ at }) => widthOf(spot(at, sheet.language))));
  const policies = new Set(report.policies.map(({ path }) => path));
  const places = byPlace(findings, sheet);
  return places.flatMap((here, index) => placeLines(here, places[index - 1]?.at(-1), { numbers, policies, told }, sheet));
}

type Together = [ReportFinding, ...ReportFinding[]];

/** Findings at one place together, where the first of them stands: what a policy lacks all belongs under its title. */
function byPlace(findings: readonly ReportFinding[], { language }: Sheet): readonly Together[] {
  const places = new Map<string, Together>();
  for (const finding of findings) {
    const key = pointer(finding.at, language);
    const here = places.get(key);
    if (here) here.push(finding);
    else places.set(key, [finding]);
  }
  return [...places.values()];
}

function endLines(report: Report, sheet: Sheet): readonly string[] {
  const { language, paint } = sheet;
  const { findings, errors } = report.summary;
  const summary = summaryLine(report, language);
  const [rule] = byFile(report).flatMap((group) => group.findings);
  return [
    ...(findings === 0 ? [paint.ok(nothingFound(report, language))] : []),
    errors > 0 ? paint.error(summary) : paint.bold(summary),
    ...listed({ zh: '已豁免', en: 'waived' }, waivedWords(report, sheet), sheet),
    ...listed({ zh: '未检查', en: 'not checked' }, uncheckedWords(report, sheet), sheet),
    ...(rule ? labelled({ zh: '更多', en: 'more' }, `mingshi explain ${rule.rule}`, sheet) : []),
  ];
}

function waivedWords({ waived }: Report, { language }: Sheet): readonly string[] {
  return waived.map(({ rule, about, at, waiver }) => {
    const until = waiver.until && { zh: `至 ${waiver.until}`, en: `until ${waiver.until}` }[language];
    const reason = [waiver.reason, waiver.by, until].filter((part) => part !== undefined);
    const words = reason.join({ zh: '，', en: ', ' }[language]);
    return `${rule} ${about} ${pointer(at, language)}${{ zh: '：', en: ': ' }[language]}${words}`;
  });
}

function uncheckedWords({ notChecked }: Report, { language }: Sheet): readonly string[] {
  return notChecked.map(({ path, at, why }) => {
    if (path === undefined) return why[language];
    return `${path}${at ? `:${at.line}:${at.column}` : ''}${{ zh: '：', en: ': ' }[language]}${why[language]}`;
  });
}

/** A label before the first of some things; a long list is counted, the JSON report has all of it. */
function listed(label: Text, things: readonly string[], sheet: Sheet): readonly string[] {
  const shown = things.slice(0, 12);
  const more = things.length - shown.length;
  if (more > 0)
    shown.push(sheet.language === 'zh' ? `另有 ${more} 项，见 --format json` : `${more} more, see --format json`);
  return shown.flatMap((thing, index) => labelled(index === 0 ? label : { zh: '', en: '' }, printable(thing), sheet));
}
