import type { Language } from '@mingshi/knowledge';
import { basisLine } from '../report/citing.ts';
import type { ReportFinding } from '../report/report.ts';
import { printable } from '../text/printable.ts';
import type { Format } from './index.ts';
import { repositoryPath } from './paths.ts';
import { severities, summaryLine, unitWords } from './words.ts';

/** GitHub shows ten annotations of each kind in a step, and drops the rest without a word. */
const MOST = 10;
const LONGEST = 4000;

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands that put findings on the lines of a pull request; ten of each kind, as many as are shown. */
export const github: Format = (report, { language, prefix }) => {
  const lines: string[] = [];
  for (const severity of severities) {
    const findings = report.findings.filter((finding) => finding.severity === severity);
    lines.push(...findings.slice(0, MOST).map((finding) => annotation(finding, language, prefix)));
    const more = findings.length - MOST;
    if (more > 0) lines.push(tooMany(more, commands[severity], language));
  }
  return `${[...lines, `mingshi: ${summaryLine(report, language)}`].join('\n')}\n`;
};

function annotation(finding: ReportFinding, language: Language, prefix: string): string {
  const { start, end } = finding.at;
  const properties = {
    file: printable(repositoryPath(prefix, finding.at.path)),
    line: start.line,
    col: start.column,
    // One line: an annotation over several stands below the last of them, far from its cause.
    endLine: start.line,
    ...(start.line === end.line && end.column > start.column && { endColumn: end.column }),
    title: `mingshi ${finding.rule}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const message = messageOf(finding, language).slice(0, LONGEST);
  return `::${commands[finding.severity]} ${written.join(',')}::${escapeData(message)}`;
}

function messageOf(finding: ReportFinding, language: Language): string {
  const basis = basisLine(finding.citations)[language];
  const unit = unitWords(finding.at, language);
  // The lines of a file that is no text are not its own.
  const message = finding.message[language];
  const parts = [
    unit === undefined ? message : `${unit}${{ zh: '：', en: ': ' }[language]}${message}`,
    basis,
    finding.suggestion?.[language] ?? '',
  ];
  return parts
    .filter((part) => part !== '')
    .map(printable)
    .join('\n');
}

function tooMany(more: number, kind: string, language: Language): string {
  return language === 'zh'
    ? `mingshi: 另有 ${more} 条 ${kind} 没有标注，见 --format text 或 json`
    : `mingshi: ${more} more of kind ${kind} not annotated, see --format text or json`;
}

const escapeData = (text: string): string =>
  text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
