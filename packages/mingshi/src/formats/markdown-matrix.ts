import type { Language, Text } from '@mingshi/knowledge';
import type { MatrixRow, Report } from '../report/report.ts';
import { kindNames, policyStates, purposeStates, saidNames } from './html/words.ts';
import { code, plain } from './markdown-words.ts';
import { pointer } from './words.ts';

/** A quote is there to be recognised, not to be read in full. */
const LONGEST_QUOTE = 120;
const MOST_ROWS = 200;

/** What the app can collect beside what the policy says of it; the rows that the policy leaves open come first. */
export function matrixSection(
  report: Report,
  numberOf: (finding: Report['findings'][number]) => number,
  language: Language,
): readonly string[] {
  if (report.matrix.length === 0) return [];
  const say = (text: Text): string => text[language];
  const head = {
    zh: '| App 里有什么 | 可以取得的信息 | 政策怎么说 | 目的 | # |',
    en: '| what the app has | data it opens | what the policy says | purpose | # |',
  };
  const rows = report.matrix.toSorted((a, b) => rank(a) - rank(b));
  const lines = rows.slice(0, MOST_ROWS).map((row) => {
    const numbers = row.findings
      .map((index) => report.findings[index])
      .flatMap((each) => (each ? [numberOf(each)] : []));
    const purpose = row.policy === 'told' ? say(purposeStates[row.purpose].name) : '—';
    const cells = [
      subject(row, language),
      row.data.map(({ name }) => plain(say(name))).join(language === 'zh' ? '、' : ', '),
    ];
    return `| ${[...cells, said(row, language), purpose, numbers.toSorted((a, b) => a - b).join(', ')].join(' | ')} |`;
  });
  const more = rows.length - lines.length;
  return [
    `### ${say({ zh: '能收集什么 × 政策怎么说', en: 'What the app can collect × what the policy says' })}`,
    [say(head), '|---|---|---|---|---|', ...lines].join('\n'),
    ...(more > 0
      ? [say({ zh: `另有 ${more} 行，见 HTML 或 JSON 报告。`, en: `${more} more rows: see the HTML or JSON report.` })]
      : []),
  ];
}

const order: readonly MatrixRow['policy'][] = ['denied', 'silent', 'passing', 'told', 'not-read'];
const rank = ({ policy }: MatrixRow): number => order.indexOf(policy);

function subject({ kind, title, name, at }: MatrixRow, language: Language): string {
  const [place] = at;
  const parts = [
    `${kindNames[kind][language]} **${plain(title[language])}**`,
    ...(kind === 'permission' ? [code(name.slice(name.lastIndexOf('.') + 1))] : []),
    ...(place ? [code(pointer(place, language))] : []),
  ];
  return parts.join('<br>');
}

/** The state, and the sentence that shows it best. */
function said({ policy, says }: MatrixRow, language: Language): string {
  const state = policyStates[policy].name[language];
  const [best] = says;
  if (!best) return state;
  const words = best.quote ?? best.excerpt ?? '';
  const quote = words.length > LONGEST_QUOTE ? `${[...words].slice(0, LONGEST_QUOTE).join('')}…` : words;
  const quoted = quote === '' ? '' : { zh: `「${plain(quote)}」`, en: `"${plain(quote)}"` }[language];
  return `${state}<br>${saidNames[best.how][language]}${quoted} ${code(pointer(best, language))}`;
}
