import { findCase, isKindOf } from '@mingshi/knowledge';
import type { AppCategory, Case, DataType, ElementEntry, Permission, Text } from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import { authorityIn, severityNames } from '../formats/words.ts';
import { fold } from '../text/width.ts';
import { shortName } from './find.ts';
import type { Topic } from './find.ts';
import { basis, bullet, certainty, colon, dataName, field, heading, indented, sources } from './lines.ts';
import type { Shelf } from './lines.ts';
import { pageIn } from './page.ts';
import { articlesLines, lawLines } from './show-law.ts';

/** Explains a topic; ends without a line break. */
export function show(topic: Topic, shelf: Shelf): string {
  const lines = linesFor(topic, shelf);
  return lines.join('\n').trimEnd();
}

function linesFor(topic: Topic, shelf: Shelf): readonly string[] {
  switch (topic.kind) {
    case 'rule':
      return ruleLines(topic.rule, shelf);
    case 'articles':
      return articlesLines(topic.articles, shelf);
    case 'law':
      return lawLines(topic.law, shelf);
    case 'permission':
      return permissionLines(topic.permission, shelf);
    case 'case':
      return caseLines(topic.case, shelf);
    case 'category':
      return categoryLines(topic.category, shelf);
    case 'data-type':
      return dataTypeLines(topic.dataType, shelf);
    case 'element':
      return elementLines(topic.element, shelf);
    default:
      return [];
  }
}

function categoryLines(category: AppCategory, shelf: Shelf): readonly string[] {
  const { language, paint } = shelf;
  const { name, number, function: purpose, necessary, notAdvised, article } = category;
  return [
    paint.bold(`${name[language]} (${number}/39)`),
    ...field({ zh: '基本功能', en: 'function' }, purpose[language], shelf),
    ...field({ zh: '必要信息', en: 'necessary' }, necessary[language], shelf),
    ...field({ zh: '不建议申请', en: 'not advised' }, notAdvised.map(shortName).join(', '), shelf),
    ...basis([article], shelf),
  ];
}

function dataTypeLines({ id, name, parent, sensitive }: DataType, shelf: Shelf): readonly string[] {
  const { language, knowledge, paint } = shelf;
  const kinds = knowledge.dataTypes.filter((each) => each.id !== id && isKindOf(knowledge, each.id, id));
  const opened = knowledge.permissions.filter(({ discloses }) =>
    discloses.some((each) => isKindOf(knowledge, each, id)),
  );
  const isSensitive = sensitive ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  const names = kinds.map((each) => each.name[language]).join({ zh: '、', en: ', ' }[language]);
  return [
    `${paint.bold(name[language])}  ${paint.dim(id)}`,
    ...field({ zh: '属于', en: 'part of' }, parent === undefined ? '' : dataName(parent, shelf), shelf),
    ...field({ zh: '敏感信息', en: 'sensitive' }, isSensitive[language], shelf),
    ...field({ zh: '包括', en: 'includes' }, names, shelf),
    ...field({ zh: '相关权限', en: 'permissions' }, opened.map((each) => shortName(each.name)).join(', '), shelf),
  ];
}

function elementLines({ id, name, cues }: ElementEntry, shelf: Shelf): readonly string[] {
  const { language, paint } = shelf;
  const words = cues[language].slice(0, 12).join({ zh: '、', en: ', ' }[language]);
  return [
    `${paint.bold(name[language])}  ${paint.dim(id)}`,
    ...field({ zh: '常见写法', en: 'usual words' }, words, shelf),
  ];
}

function ruleLines(rule: Rule, shelf: Shelf): readonly string[] {
  const { language, paint, knowledge } = shelf;
  const page = pageIn(shelf.page(rule.id), language);
  const severity = paint[rule.severity](severityNames[rule.severity][language]);
  const head = `${paint.bold(rule.title[language])}  ${rule.id}  ${severity}`;
  const cases = rule.cases.flatMap((id) => findCase(knowledge, id) ?? []);
  return [
    head,
    '',
    ...pageLines(page, shelf),
    ...basis(rule.articles, shelf),
    ...(cases.length > 0 ? ['', heading({ zh: '案例', en: 'cases' }, shelf)] : []),
    ...cases.flatMap((each) =>
      bullet(
        `${each.date} ${authorityIn(each.authority, language)}${colon[language]}${each.facts[language]} (${each.id})`,
        shelf,
      ),
    ),
  ];
}

/** The page as text: labels on lines of their own, other marks gone, code as it is, paragraphs folded. */
function pageLines(page: string, shelf: Shelf): readonly string[] {
  const { width, paint, language } = shelf;
  let isCode = false;
  return page
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('```')) {
        isCode = !isCode;
        const info = line.slice(3).trim();
        const title = info === 'findings' ? { zh: '结果', en: 'findings' }[language] : info.replace(/^\S+\s+/, '');
        return isCode && info !== '' ? [`    ${paint.dim(title)}`] : [];
      }
      if (isCode) return [line === '' ? '' : `    ${line}`];
      const [, label, words] = /^\*\*([^*]+)\*\*\s+(.+)$/.exec(line) ?? [];
      if (label !== undefined && words !== undefined) return [paint.bold(label), ...indented(plain(words), 2, shelf)];
      if (line.startsWith('### ')) return [paint.underline(line.slice(4))];
      return line === '' ? [''] : fold(plain(line), width);
    })
    .concat('');
}

/** Without the marks of bold letters and code. */
const plain = (line: string): string => line.replaceAll('**', '').replaceAll('`', '');

const protections: Readonly<Record<Permission['protection'], Text>> = {
  dangerous: { zh: '危险（要用户授权）', en: 'dangerous (the user is asked)' },
  normal: { zh: '普通（安装即有）', en: 'normal (granted at installation)' },
  signature: { zh: '签名（系统和同一签名的应用）', en: 'signature (the system and apps of the same signer)' },
  special: { zh: '特殊（在系统设置中授权）', en: 'special (granted in system settings)' },
  unknown: { zh: '不明', en: 'unknown' },
};

function permissionLines(permission: Permission, shelf: Shelf): readonly string[] {
  const { language, knowledge, paint } = shelf;
  const join = { zh: '、', en: ', ' }[language];
  const since = [
    permission.since === undefined
      ? ''
      : { zh: `API ${permission.since} 起`, en: `since API ${permission.since}` }[language],
    permission.deprecated === undefined
      ? ''
      : { zh: `API ${permission.deprecated} 起弃用`, en: `deprecated since API ${permission.deprecated}` }[language],
  ].filter((each) => each !== '');
  const unfit = knowledge.categories.filter(({ notAdvised }) => notAdvised.includes(permission.name));
  const cases = knowledge.cases.filter(
    ({ facts }) => facts.en.includes(shortName(permission.name)) || facts.zh.includes(shortName(permission.name)),
  );
  return [
    `${paint.bold(permission.name)}  ${permission.title[language]}`,
    ...field({ zh: '能做什么', en: 'lets the app' }, permission.can[language], shelf),
    ...field(
      { zh: '保护级别', en: 'protection' },
      [protections[permission.protection][language], ...since].join({ zh: '，', en: ', ' }[language]),
      shelf,
    ),
    ...field({ zh: '可接触信息', en: 'opens' }, permission.opens.map((id) => dataName(id, shelf)).join(join), shelf),
    ...field(
      { zh: '政策应说明', en: 'to be told' },
      permission.discloses.map((id) => dataName(id, shelf)).join(join) ||
        { zh: '（不接触个人信息）', en: '(opens no personal data)' }[language],
      shelf,
    ),
    ...field({ zh: '政策的说法', en: 'usual words' }, permission.words[language].slice(0, 8).join(join), shelf),
    ...field(
      { zh: '不建议申请的应用类型', en: 'not advised for' },
      unfit.map(({ name }) => name[language]).join(join),
      shelf,
    ),
    ...field({ zh: '备注', en: 'note' }, permission.note ?? '', shelf),
    ...field({ zh: '案例', en: 'cases' }, cases.map(({ id }) => id).join(', '), shelf),
    ...field({ zh: '来源', en: 'sources' }, permission.sources.join('; '), shelf),
  ];
}

function caseLines(found: Case, shelf: Shelf): readonly string[] {
  const { language, paint, rules } = shelf;
  return [
    `${paint.bold(`${found.date} ${authorityIn(found.authority, language)}`)}  ${paint.dim(found.id)}`,
    ...field({ zh: '对象', en: 'subject' }, found.subject[language], shelf),
    ...field({ zh: '事实', en: 'facts' }, found.facts[language], shelf),
    ...field({ zh: '结果', en: 'outcome' }, found.kind[language] + colon[language] + found.outcome[language], shelf),
    ...certainty(found.certainty, shelf),
    ...basis(found.cited, shelf),
    ...field(
      { zh: '规则', en: 'rules' },
      rules
        .filter(({ cases }) => cases.includes(found.id))
        .map(({ id }) => id)
        .join(', '),
      shelf,
    ),
    ...sources(found.sources, shelf),
  ];
}
