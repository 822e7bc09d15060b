import { isFullName } from '@mingshi/model';
import type { Action, PolicyStatement } from '@mingshi/model';
import { both, missing } from './inventory.ts';
import type { Cell, SharedRow } from './inventory.ts';
import type { Tools } from './permission-list.ts';
import { joined, purposeCell } from './policy-words.ts';

/** What gives data to somebody else. */
const PASSES_ON: ReadonlySet<Action> = new Set(['share', 'transfer', 'disclose', 'sell', 'publish']);

/** Third parties that the policy names in its sentences, besides those that have a row already. */
export function partiesInSentences(tools: Tools, rows: readonly SharedRow[]): readonly SharedRow[] {
  const { comparison, words, places } = tools;
  const { policy, knowledge } = comparison;
  const known = [...rows.flatMap(({ name, vendor }) => [name.zh, name.en, vendor.words.zh]), ...operatorsOf(tools)];
  const brands = new Set(knowledge.lexicons.zh.lists['party.known']);
  const told = new Map<string, PolicyStatement[]>();
  for (const statement of policy.statements) {
    if (statement.negated || words.rowAt(statement.document, statement.at.start)) continue;
    for (const name of namesIn(statement)) {
      const isListed = known.some((each) => each.length > 1 && (each.includes(name) || name.includes(each)));
      if (!isListed && (isFullName(name) || brands.has(name.toLowerCase()))) told.set(name, [...(told.get(name) ?? []), statement]);
    }
  }
  return [...told].map(([name, statements]) => ({
    name: both(name),
    vendor: isFullName(name) ? { from: 'policy', words: both(name) } : missing,
    purpose: purposeCell(statements.map(words.tell)),
    types: [...new Set(statements.flatMap(({ dataTypes }) => dataTypes.filter(({ generic }) => !generic).map(({ id }) => id)))],
    data: dataCell(statements),
    link: missing,
    signs: [],
    confidence: 'high',
    source: 'policy',
    apps: [],
    inApp: [],
    inPolicy: places(statements.map(({ at }) => at)),
    denied: [],
  }));
}

/** Who receives what a statement passes on; an authority is no partner, and an affiliate is told as one. */
const namesIn = ({ action, thirdParties }: PolicyStatement): readonly string[] =>
  PASSES_ON.has(action) ? thirdParties.filter(({ kind }) => kind !== 'authority').map(({ name }) => name.trim()) : [];

/** Names under which the operator speaks of itself. */
const operatorsOf = ({ comparison: { policy } }: Tools): readonly string[] =>
  policy.signs.flatMap((sign) => (sign.kind === 'name' && sign.of === 'operator' ? [sign.name] : []));

function dataCell(statements: readonly PolicyStatement[]): Cell {
  const words = joined(
    statements.map(({ language, dataTypes }) => ({
      language,
      words: [[...new Set(dataTypes.filter(({ generic }) => !generic).map(({ text }) => text))].join(language === 'zh' ? '、' : ', ')],
    })),
  );
  return words.zh + words.en === '' ? missing : { from: 'policy', words };
}
