import { findDataType } from '@mingshi/knowledge';
import type { Knowledge, Language, Text } from '@mingshi/knowledge';
import type { Action, PolicyReading, PolicyStatement } from '@mingshi/model';
import { wholeOf } from '@mingshi/policy';
import type { PolicyTelling } from '@mingshi/policy';
import { paints } from '../formats/paint.ts';
import type { Paint } from '../formats/paint.ts';
import { unitWords } from '../formats/words.ts';
import { linesOfDocument } from '../report/places.ts';
import type { Lines } from '../report/places.ts';
import { printable } from '../text/printable.ts';
import { fold, padEnd } from '../text/width.ts';

type Reading = Pick<PolicyReading, 'documents' | 'statements' | 'elements' | 'vague'>;

interface Options {
  readonly language: Language;
  readonly width: number;
  readonly colour: boolean;
}

const actions: Readonly<Record<Action, Text>> = {
  collect: { zh: '收集', en: 'collects' },
  use: { zh: '使用', en: 'uses' },
  share: { zh: '提供', en: 'shares' },
  store: { zh: '保存', en: 'stores' },
  transfer: { zh: '转让', en: 'transfers' },
  disclose: { zh: '披露', en: 'discloses' },
  publish: { zh: '公开', en: 'publishes' },
  sell: { zh: '出售', en: 'sells' },
  delete: { zh: '删除', en: 'deletes' },
  'request-permission': { zh: '申请权限', en: 'asks permission' },
  other: { zh: '处理', en: 'handles' },
};

const languages: Readonly<Record<string, Text>> = {
  zh: { zh: '中文', en: 'Chinese' },
  'zh-Hant': { zh: '繁体中文', en: 'Traditional Chinese' },
  en: { zh: '英文', en: 'English' },
  mixed: { zh: '两种语言', en: 'two languages' },
  unknown: { zh: '语言不明', en: 'language unknown' },
};

/** What was understood of a policy file, for a reader: section by section, who does what with which data. */
export function policyText(
  { documents, telling }: PolicyTelling,
  bytes: Uint8Array,
  knowledge: Knowledge,
  options: Options,
): string {
  const paint = paints(options.colour);
  const [main] = documents;
  if (!main) return '';
  const reading = { documents, ...wholeOf(telling) };
  const lines = linesOfDocument(main, bytes);
  const { language } = options;
  const counts =
    language === 'zh'
      ? `${reading.statements.length} 条陈述，${reading.elements.length} 项内容，${reading.vague.length} 处含糊`
      : `${reading.statements.length} statements, ${reading.elements.length} elements, ${reading.vague.length} vague`;
  const kind = [languages[main.language]?.[language] ?? main.language, main.format, counts].join(
    { zh: '，', en: ', ' }[language],
  );
  const head = `${paint.bold(printable(main.title ?? main.path))}  ${kind}`;
  const body = [
    ...statementLines(reading, lines, knowledge, options, paint),
    ...elementLines(reading, lines, knowledge, options, paint),
    ...vagueLines(reading, lines, options, paint),
  ];
  return `${[head, ...body].join('\n')}\n`;
}

function statementLines(
  reading: Reading,
  lines: Lines,
  knowledge: Knowledge,
  options: Options,
  paint: Paint,
): readonly string[] {
  const result: string[] = [];
  let section = '';
  for (const statement of reading.statements) {
    const { id, title } = reading.documents[statement.document]?.sections[statement.section] ?? { id: '', title: '' };
    if (`${statement.document} ${id}` !== section) {
      section = `${statement.document} ${id}`;
      result.push('', paint.underline(printable(title) || { zh: '（无标题）', en: '(no heading)' }[options.language]));
    }
    result.push(...oneStatement(statement, lines, knowledge, options, paint));
  }
  return result;
}

function oneStatement(
  statement: PolicyStatement,
  lines: Lines,
  knowledge: Knowledge,
  options: Options,
  paint: Paint,
): readonly string[] {
  const { language, width } = options;
  const join = { zh: '、', en: ', ' }[language];
  const place = placeOf(lines, statement.at.start, language);
  const deed = actions[statement.action][language];
  const verb = statement.negated ? { zh: `不${deed}`, en: `never ${deed}` }[language] : deed;
  const data = [...new Set(statement.dataTypes.map(({ id }) => findDataType(knowledge, id)?.name[language] ?? id))];
  const facts: readonly (readonly [Text, readonly string[]])[] = [
    [{ zh: '权限', en: 'permission' }, statement.permissions.map((name) => name.replace('android.permission.', ''))],
    [{ zh: '目的', en: 'purpose' }, statement.purposes.map(({ text }) => text)],
    [{ zh: '条件', en: 'when' }, statement.condition ? [statement.condition.text] : []],
    [{ zh: '对方', en: 'party' }, statement.thirdParties.map(({ name, text }) => name || text)],
  ];
  const tail = facts.flatMap(([label, words]) =>
    words.length === 0 ? [] : [`${label[language]} ${printable([...new Set(words)].join(join))}`],
  );
  const who =
    statement.actor.role === 'first-party'
      ? ''
      : `${printable(statement.actor.name || statement.actor.text || statement.actor.role)} `;
  const main = `${who}${verb}  ${printable(data.join(join))}${tail.length > 0 ? `  ${tail.join('  ')}` : ''}`;
  const indent = ' '.repeat(10);
  const folded = fold(main, width - 10).map(
    (line, index) => (index === 0 ? padEnd(place, 10) : indent) + (statement.negated ? paint.warning(line) : line),
  );
  return [
    ...folded,
    ...fold(printable(statement.text), width - 10, 3).map((line) => indent + paint.dim(line)),
  ];
}

function elementLines(
  reading: Reading,
  lines: Lines,
  knowledge: Knowledge,
  options: Options,
  paint: Paint,
): readonly string[] {
  if (reading.elements.length === 0) return [];
  const names = new Map(knowledge.elements.map(({ id, name }) => [id, name]));
  const rows = reading.elements.flatMap(({ id, told, quote, values }) => {
    const name = names.get(id)?.[options.language] ?? id;
    const partly = told === 'partial' ? { zh: '（不全）', en: ' (in part)' }[options.language] : '';
    const facts = Object.entries(values)
      .map(([key, value]) => (typeof value === 'number' ? `${key} ${value}` : value))
      .join(', ');
    return fold(`${name}${partly}${facts === '' ? '' : `  ${printable(facts)}`}`, options.width - 10).map(
      (line, index) =>
        (index === 0 ? padEnd(placeOf(lines, quote.at.start, options.language), 10) : ' '.repeat(10)) + line,
    );
  });
  return ['', paint.underline({ zh: '写明的内容', en: 'What it holds' }[options.language]), ...rows];
}

function vagueLines(reading: Reading, lines: Lines, options: Options, paint: Paint): readonly string[] {
  if (reading.vague.length === 0) return [];
  const rows = reading.vague.map(
    ({ words, kind }) =>
      `${padEnd(placeOf(lines, words.at.start, options.language), 10)}${printable(words.text)}  ${paint.dim(kind)}`,
  );
  return ['', paint.underline({ zh: '含糊之处', en: 'Vague places' }[options.language]), ...rows];
}

function placeOf(lines: Lines, offset: number, language: Language): string {
  const { line, column } = lines.position(offset);
  return unitWords(lines.unit?.(offset) ?? {}, language) ?? `${line}:${column}`;
}
