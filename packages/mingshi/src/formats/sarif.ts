import { createHash } from 'node:crypto';
import type { Language } from '@mingshi/knowledge';
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { basisLine, lawName } from '../report/citing.ts';
import type { Place, Report, ReportFinding } from '../report/report.ts';
import type { Format } from './index.ts';
import { repositoryPath, uriOf } from './paths.ts';
import { precedentLine } from './words.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
const PROBLEMS = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

/** SARIF 2.1.0 for code scanning; waived findings are left out, as GitHub would show them as open all the same. */
export const sarif: Format = (report, { language, prefix }) => {
  const rules = [...new Map(report.findings.map((finding) => [finding.rule, finding])).values()];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mingshi',
            semanticVersion: report.tool.version,
            version: report.tool.version,
            rules: rules.map((finding) => ruleOf(finding, report, language)),
          },
        },
        // Two apps of one repository must not replace each other's alerts.
        automationDetails: { id: `mingshi/${prefix === '' ? '' : `${prefix}/`}` },
        columnKind: 'utf16CodeUnits',
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.notChecked.map((each) => notificationOf(each, language, prefix)),
          },
        ],
        results: report.findings.map((finding) => resultOf(finding, rules, report, language, prefix)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function ruleOf(finding: ReportFinding, report: Report, language: Language): ReportingDescriptor {
  const { rule } = finding;
  const title = report.rules.find(({ id }) => id === rule)?.title[language] ?? finding.message[language];
  const basis = basisLine(finding.citations)[language];
  const full = basis === '' ? title : `${title}${language === 'zh' ? '。' : '. '}${basis}`;
  return {
    id: rule,
    name: rule.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: sentence(title) },
    fullDescription: { text: sentence(full.slice(0, 1000)) },
    help: { text: sentence(`${full} mingshi explain ${rule}`), markdown: helpOf(finding, title, language) },
    defaultConfiguration: { level: LEVELS[finding.severity] },
    properties: {
      tags: ['privacy', 'compliance'],
      precision: 'medium',
      'problem.severity': PROBLEMS[finding.severity],
    },
  };
}

function helpOf(finding: ReportFinding, title: string, language: Language): string {
  const heading = { zh: ['依据', '先例'], en: ['Basis', 'Cases'] }[language];
  const citations = finding.citations.map(
    ({ law, article, words, summary }) =>
      `- **${lawName(law)[language]} ${article[language]}** ${language === 'zh' ? words : summary.en}`,
  );
  const cases = finding.cases.map((each) => `- ${precedentLine(each, language)}`);
  const parts = [
    `# ${title}`,
    ...(citations.length > 0 ? [`## ${heading[0] ?? ''}`, citations.join('\n')] : []),
    ...(cases.length > 0 ? [`## ${heading[1] ?? ''}`, cases.join('\n')] : []),
    `\`mingshi explain ${finding.rule}\``,
  ];
  return parts.join('\n\n');
}

function resultOf(
  finding: ReportFinding,
  rules: readonly ReportFinding[],
  report: Report,
  language: Language,
  prefix: string,
): Result {
  const suggestion = finding.suggestion?.[language];
  const isPermission = report.apps.some(({ permissions }) => permissions.some(({ name }) => name === finding.about));
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ rule }) => rule === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: sentence(finding.message[language] + (suggestion === undefined ? '' : `\n${suggestion}`)) },
    locations: [locationOf(finding.at, prefix)],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((each, id) => ({
        id,
        ...locationOf(each, prefix),
        message: {
          text: sentence(each.quote === undefined ? each.note[language] : `${each.note[language]}: ${each.quote}`),
        },
      })),
    }),
    partialFingerprints: { primaryLocationLineHash: fingerprint(finding) },
    properties: {
      about: finding.about,
      confidence: finding.confidence,
      ...(isPermission && { permission: finding.about }),
      articles: finding.citations.map(({ id }) => id),
      cases: finding.cases.map(({ id }) => id),
    },
  };
}

/** Rule and subject, no path and no line: a finding stays the same when its file is moved or grows. */
function fingerprint({ rule, about }: ReportFinding): string {
  return `${createHash('sha256').update(`${rule}\0${about}`).digest('hex').slice(0, 32)}:1`;
}

function locationOf(place: Place, prefix: string): Location {
  const { start, end, excerpt = '' } = place;
  // An alert shows in a pull request only when all its lines are in the diff: of a whole section the first counts.
  const first = start.line === end.line ? end.column : start.column + excerpt.length;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(repositoryPath(prefix, place.path)), uriBaseId: '%SRCROOT%' },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: start.line,
        // A region of no width reads as the whole line to some viewers.
        endColumn: Math.max(first, start.column + 1),
      },
    },
    // Lines of a Word file or a PDF are paragraphs of the text that was taken out of it.
    ...(place.paragraph !== undefined && { properties: { paragraph: place.paragraph } }),
    ...(place.page !== undefined && { properties: { page: place.page } }),
  };
}

function notificationOf(
  { what, why, path, at }: Report['notChecked'][number],
  language: Language,
  prefix: string,
): Notification {
  const uri = path === undefined ? undefined : uriOf(repositoryPath(prefix, path));
  return {
    level: 'note',
    descriptor: { id: what },
    message: { text: sentence(why[language]) },
    ...(uri !== undefined && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
            ...(at && { region: { startLine: at.line, startColumn: at.column } }),
          },
        },
      ],
    }),
  };
}

const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');

/** Message text: brackets of a checked file are no links, as SARIF makes of `[text](target)`; ends like a sentence. */
function sentence(text: string): string {
  const words = wellFormed(text).replaceAll(/[[\]]/g, '\\$&').trim();
  if (/[.。!！?？」』”"]$/.test(words)) return words;
  return words + (/[\u3000-\u9fff\uff00-\uffef]$/.test(words) ? '。' : '.');
}
