import type { Language, Text } from '@mingshi/knowledge';
import type { Report, ReportFinding } from '../report.ts';
import { code, plain } from './markdown-words.ts';
import { pointer } from './words.ts';

/** A quote is there to be recognised, not to be read in full. */
const LONGEST_QUOTE = 120;
const MOST_ROWS = 200;

/** What an app has by which it can collect data. */
interface Row {
  readonly name: string;
  readonly title: string;
  readonly kind: Text;
  readonly place: string;
  readonly findings: readonly ReportFinding[];
}

/** Permissions and SDKs beside what was found about them and what the policy says; those with findings come first. */
export function matrixSection(
  report: Report,
  numberOf: (finding: ReportFinding) => number,
  language: Language,
): readonly string[] {
  const rows = rowsOf(report, language).toSorted(
    (a, b) => Number(b.findings.length > 0) - Number(a.findings.length > 0),
  );
  if (rows.length === 0) return [];
  const lines = rows.slice(0, MOST_ROWS).map(({ name, title, kind, place, findings }) => {
    const subject = [`${kind[language]} **${plain(title)}**`, ...(name === title ? [] : [code(name)]), place].join(
      '<br>',
    );
    const numbers = findings.map(numberOf).toSorted((a, b) => a - b);
    return `| ${subject} | ${said(report, findings, language)} | ${numbers.join(', ')} |`;
  });
  const more = rows.length - lines.length;
  const head = { zh: '| App 里有什么 | 对照政策 | # |', en: '| what the app has | against the policy | # |' };
  return [
    `### ${{ zh: '权限和 SDK × 政策', en: 'Permissions and SDKs × the policy' }[language]}`,
    [head[language], '|---|---|---|', ...lines].join('\n'),
    ...(more > 0
      ? [{ zh: `另有 ${more} 行，见 JSON 报告。`, en: `${more} more rows: see the JSON report.` }[language]]
      : []),
  ];
}

/** Permissions that open personal data or that something was found about, and SDKs; each once. */
function rowsOf({ apps, findings }: Report, language: Language): readonly Row[] {
  const rows = apps.flatMap(({ permissions, sdks }) => [
    ...permissions
      .map((each) => ({ each, found: findings.filter(({ about }) => about === each.name) }))
      .filter(({ each, found }) => each.opens.length > 0 || found.length > 0)
      .map(({ each, found }): Row => {
        const name = each.name.slice(each.name.lastIndexOf('.') + 1);
        const place = code(pointer(each.at, language));
        return {
          name,
          title: each.title?.[language] ?? name,
          kind: { zh: '权限', en: 'permission' },
          place,
          findings: found,
        };
      }),
    ...sdks.map(({ id, name, signs: [sign] }): Row => {
      const found = findings.filter(({ about }) => about === id);
      const place = sign ? code(pointer(sign.at, language)) : '';
      return { name: id, title: name[language], kind: { zh: 'SDK', en: 'SDK' }, place, findings: found };
    }),
  ]);
  return [...new Map(rows.map((row) => [`${row.kind.en} ${row.name} ${row.place}`, row])).values()];
}

/** What was found, with the sentence of the policy that bears on it. */
function said(report: Report, findings: readonly ReportFinding[], language: Language): string {
  if (report.policies.length === 0) return { zh: '? 没有读到政策', en: '? no policy read' }[language];
  if (findings.length === 0) {
    const nothing = report.since
      ? { zh: '没有新的发现', en: 'nothing new' }
      : { zh: '✓ 没有发现', en: '✓ nothing found' };
    return nothing[language];
  }
  return findings
    .map(({ message, related }) => {
      const best = related.find(({ quote }) => quote !== undefined);
      if (!best) return `✕ ${plain(message[language])}`;
      const words = [...(best.quote ?? '')];
      const quote = plain(words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).join('')}…` : words.join(''));
      const quoted = { zh: `「${quote}」`, en: `"${quote}"` }[language];
      return `✕ ${plain(message[language])}<br>${plain(best.note[language])} ${quoted} ${code(pointer(best, language))}`;
    })
    .join('<br>');
}
