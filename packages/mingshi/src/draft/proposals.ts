import { findPermission } from '@mingshi/knowledge';
import type { Knowledge, Language, Text } from '@mingshi/knowledge';
import type { Data, Finding, Paragraph, Rule, RowColumn } from '@mingshi/model';
import { familyOf, rules } from '@mingshi/rules';

/** A paragraph in one language, and what it mends. */
export interface Proposal {
  readonly mends: readonly Finding[];
  readonly language: Language;
  readonly part: Paragraph['part'];
  readonly text: string;
  /** The same as a row of a table. */
  readonly row?: Readonly<Record<RowColumn, string>>;
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The paragraph that mends a finding; none where the remedy is of another kind. */
export function paragraphFor({ rule: id, suggestion }: Finding): Paragraph | undefined {
  const rule: Rule | undefined = byId.get(id);
  return rule?.paragraphs?.[suggestion ?? Object.keys(rule.suggestions)[0] ?? ''];
}

/** What to add for these findings, in one language, in their order. */
export function proposalsFor(
  findings: readonly Finding[],
  language: Language,
  knowledge: Knowledge,
): readonly Proposal[] {
  return inGroups(findings, knowledge).flatMap((mends): readonly Proposal[] => {
    const [first] = mends;
    const paragraph = first && paragraphFor(first);
    if (!paragraph) return [];
    const data = mends.length > 1 ? together(mends.map((finding) => finding.data)) : first.data;
    const row = paragraph.row?.(data);
    return [
      {
        mends,
        language,
        part: paragraph.part,
        text: paragraph[language](data),
        ...(row && { row: inLanguage(row, language) }),
      },
    ];
  });
}

/** Families of which one feature needs all: users decide on them at once. */
const ONE_FEATURE: ReadonlySet<string> = new Set([
  'LOCATION',
  'STORAGE',
  'NEARBY_DEVICES',
  'CALENDAR',
  'CONTACTS',
  'CALL_LOG',
  'SMS',
  'INSTALLED_APPS',
  'BIOMETRIC',
  'ACTIVITY_RECOGNITION',
]);
/** Asked for on its own, or another feature: reading and sending text messages. */
const APART = /BACKGROUND|SEND_SMS|OUTGOING/;

function inGroups(findings: readonly Finding[], knowledge: Knowledge): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const permission = finding.rule === 'undisclosed-permission' ? findPermission(knowledge, finding.about) : undefined;
    const family = permission && !APART.test(permission.name) ? familyOf(permission) : '';
    // What is asked for and what is not read differently.
    const key = ONE_FEATURE.has(family)
      ? `${family} ${finding.suggestion === 'plain'}`
      : `${finding.rule} ${finding.about}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

/** Several requests told in one sentence. */
function together(requests: readonly Data[]): Data {
  const can = requests.map((data) => data['can'] as Text);
  const [zh, en] = [can.map((text) => text.zh), can.map((text) => text.en)];
  return {
    ...requests[0],
    permission: requests.map((data) => data['permission']).join('、'),
    can: {
      zh: `${zh.slice(0, -1).join('，')}，并${zh.at(-1)}`,
      en: `${en.slice(0, -1).join(', ')} and ${en.at(-1)}`,
    },
  };
}

const inLanguage = (row: Readonly<Record<RowColumn, Text>>, language: Language): Record<RowColumn, string> => ({
  party: row.party[language],
  vendor: row.vendor[language],
  purpose: row.purpose[language],
  data: row.data[language],
  how: row.how[language],
  link: row.link[language],
});

/** What is left to people in a text, in its order, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(text.match(/【[^】\n]*】/g) ?? [])];
}
