import { findArticle, findCase, findDataType, findLaw, isKindOf } from '@mingshi/knowledge';
import type { Article, Case, Knowledge, Language, Law, Permission, Source, Text } from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import { articleName, lawName } from '../citing.ts';
import type { Paint } from '../formats/paint.ts';
import { authorityIn, severityNames } from '../formats/words.ts';
import { fold, widthOf } from '../text/width.ts';
import { shortName } from './find.ts';
import type { Topic } from './find.ts';
import type { Articles } from './numbers.ts';
import { pageIn } from './page.ts';

/** What an explanation is made with. */
export interface Shelf {
  readonly knowledge: Knowledge;
  readonly rules: readonly Rule[];
  readonly page: (rule: string) => string;
  readonly language: Language;
  readonly width: number;
  readonly paint: Paint;
}

/** Explains a topic; ends without a line break. */
export function show(topic: Topic, shelf: Shelf): string {
  const lines = linesFor(topic, shelf);
  return lines.join('\n').trimEnd();
}

function linesFor(topic: Topic, shelf: Shelf): readonly string[] {
  const { language, knowledge } = shelf;
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
    case 'category': {
      const { name, number, function: purpose, necessary, notAdvised, article } = topic.category;
      return [
        shelf.paint.bold(`${name[language]} (${number}/39)`),
        ...field({ zh: '基本功能', en: 'function' }, purpose[language], shelf),
        ...field({ zh: '必要信息', en: 'necessary' }, necessary[language], shelf),
        ...field({ zh: '不建议申请', en: 'not advised' }, notAdvised.map(shortName).join(', '), shelf),
        ...basis([article], shelf),
      ];
    }
    case 'data-type': {
      const { id, name, parent, sensitive } = topic.dataType;
      const kinds = knowledge.dataTypes.filter((each) => each.id !== id && isKindOf(knowledge, each.id, id));
      const opened = knowledge.permissions.filter(({ discloses }) => discloses.some((each) => isKindOf(knowledge, each, id)));
      return [
        `${shelf.paint.bold(name[language])}  ${shelf.paint.dim(id)}`,
        ...field({ zh: '属于', en: 'part of' }, parent === undefined ? '' : dataName(parent, shelf), shelf),
        ...field({ zh: '敏感信息', en: 'sensitive' }, sensitive ? { zh: '是', en: 'yes' }[language] : { zh: '否', en: 'no' }[language], shelf),
        ...field({ zh: '包括', en: 'includes' }, kinds.map((each) => each.name[language]).join({ zh: '、', en: ', ' }[language]), shelf),
        ...field({ zh: '相关权限', en: 'permissions' }, opened.map((each) => shortName(each.name)).join(', '), shelf),
      ];
    }
    case 'element': {
      const { id, name, cues } = topic.element;
      return [
        `${shelf.paint.bold(name[language])}  ${shelf.paint.dim(id)}`,
        ...field({ zh: '常见写法', en: 'usual words' }, cues[language].slice(0, 12).join({ zh: '、', en: ', ' }[language]), shelf),
      ];
    }
    default:
      return [];
  }
}

function ruleLines(rule: Rule, shelf: Shelf): readonly string[] {
  const { language, paint, knowledge } = shelf;
  const page = pageIn(shelf.page(rule.id), language);
  const head = `${paint.bold(rule.title[language])}  ${rule.id}  ${paint[rule.severity](severityNames[rule.severity][language])}`;
  const cases = rule.cases.flatMap((id) => findCase(knowledge, id) ?? []);
  return [
    head,
    '',
    ...pageLines(page, shelf),
    ...basis(rule.articles, shelf),
    ...(cases.length > 0 ? [heading({ zh: '案例', en: 'cases' }, shelf)] : []),
    ...cases.flatMap((each) => bullet(`${each.date} ${authorityIn(each.authority, language)}${colon[language]}${each.facts[language]} (${each.id})`, shelf)),
  ];
}

/** The page as text: bold marks gone, code as it is, paragraphs folded. */
function pageLines(page: string, { width, paint, language }: Shelf): readonly string[] {
  let isCode = false;
  return page.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      isCode = !isCode;
      const info = line.slice(3).trim();
      const title = info === 'findings' ? { zh: '结果', en: 'findings' }[language] : info.replace(/^\S+\s+/, '');
      return isCode && info !== '' ? [`    ${paint.dim(title)}`] : [];
    }
    if (isCode) return [`    ${line}`];
    if (line.startsWith('### ')) return [paint.underline(line.slice(4))];
    return line === '' ? [''] : fold(line.replaceAll('**', '').replaceAll('`', ''), width);
  }).concat('');
}

function articlesLines({ exact, parts }: Articles, shelf: Shelf): readonly string[] {
  // Where the whole article has its text, its paragraphs are only named.
  const full = exact.length > 0 ? exact : parts.slice(0, 6);
  const named = exact.length > 0 ? parts : parts.slice(6);
  const laws = [...new Set(full.map(({ law }) => law))].flatMap((id) => findLaw(shelf.knowledge, id) ?? []);
  return [
    ...full.flatMap((article) => [...articleLines(article, shelf), '']),
    ...named.flatMap((article) => summaryBullet(article, shelf)),
    ...laws.flatMap((law) => sources(law.sources, shelf)),
  ];
}

function articleLines(article: Article, shelf: Shelf): readonly string[] {
  const { knowledge, language, paint } = shelf;
  const law = findLaw(knowledge, article.law) as Law;
  const title = `${lawName(law)[language]}${language === 'zh' ? '' : ' '}${articleName(article, law)[language]}`;
  const versions = article.numbers.flatMap((number, index) => {
    const version = law.versions.find(({ id }) => id === number.version);
    if (!version) return [];
    const dates = version.to === undefined ? { zh: `${version.from} 起施行`, en: `in force since ${version.from}` } : { zh: `${version.from} 至 ${version.to}`, en: `${version.from} to ${version.to}` };
    const words = number.words ?? (index === 0 ? article.words : undefined);
    const same = article.numbers.length > 1 && words === undefined ? { zh: '（文字与今日相同）', en: ' (the words are the same)' }[language] : '';
    return [
      `  ${paint.label(number.name[language])}  ${version.label[language]}${{ zh: '，', en: ', ' }[language]}${dates[language]}${same}`,
      ...(words === undefined ? [] : words.split('\n').flatMap((line) => indented(line, 4, shelf))),
    ];
  });
  // A rule or a case that names a paragraph speaks of the article too.
  const speaksOf = (ids: readonly string[]): boolean => ids.some((id) => id.startsWith(article.id) && /^(?:$|[.(])/.test(id.slice(article.id.length)));
  const cited = shelf.rules.filter(({ articles }) => speaksOf(articles)).map(({ id }) => id);
  const cases = knowledge.cases.filter((each) => speaksOf(each.cited)).map(({ id }) => id);
  return [
    `${paint.bold(title)}  ${paint.dim(article.id)}`,
    ...versions,
    ...(article.verbatim ? [] : indented({ zh: '（以上是大意，不是原文）', en: '(the gist, not the exact words)' }[language], 2, shelf)),
    ...field({ zh: '大意', en: 'in short' }, article.summary[language], shelf),
    ...field({ zh: '备注', en: 'note' }, article.note?.[language] ?? '', shelf),
    ...certainty(article.certainty, shelf),
    ...field({ zh: '规则', en: 'rules' }, cited.join(', '), shelf),
    ...field({ zh: '案例', en: 'cases' }, cases.join(', '), shelf),
  ];
}

function lawLines(law: Law, shelf: Shelf): readonly string[] {
  const { language, paint } = shelf;
  const versions = law.versions.map(({ label, from, to }) => `${label[language]}: ${from}${to === undefined ? '' : ` – ${to}`}`);
  return [
    `${paint.bold(law.title[language])}  ${paint.dim(law.id)}`,
    ...field({ zh: '文号', en: 'number' }, law.documentNumber ?? '', shelf),
    ...field({ zh: '版本', en: 'versions' }, versions.join('; '), shelf),
    ...field({ zh: '备注', en: 'note' }, law.note?.[language] ?? '', shelf),
    ...law.articles.flatMap((article) => summaryBullet(article, shelf)),
    ...sources(law.sources, shelf),
  ];
}

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
    permission.since === undefined ? '' : { zh: `API ${permission.since} 起`, en: `since API ${permission.since}` }[language],
    permission.deprecated === undefined ? '' : { zh: `API ${permission.deprecated} 起弃用`, en: `deprecated since API ${permission.deprecated}` }[language],
  ].filter((each) => each !== '');
  const unfit = knowledge.categories.filter(({ notAdvised }) => notAdvised.includes(permission.name));
  const cases = knowledge.cases.filter(({ facts }) => facts.en.includes(shortName(permission.name)) || facts.zh.includes(shortName(permission.name)));
  return [
    `${paint.bold(permission.name)}  ${permission.title[language]}`,
    ...field({ zh: '能做什么', en: 'lets the app' }, permission.can[language], shelf),
    ...field({ zh: '保护级别', en: 'protection' }, [protections[permission.protection][language], ...since].join({ zh: '，', en: ', ' }[language]), shelf),
    ...field({ zh: '可接触信息', en: 'opens' }, permission.opens.map((id) => dataName(id, shelf)).join(join), shelf),
    ...field({ zh: '政策应说明', en: 'to be told' }, permission.discloses.map((id) => dataName(id, shelf)).join(join) || { zh: '（不接触个人信息）', en: '(opens no personal data)' }[language], shelf),
    ...field({ zh: '政策的说法', en: 'usual words' }, permission.words[language].slice(0, 8).join(join), shelf),
    ...field({ zh: '不建议申请的应用类型', en: 'not advised for' }, unfit.map(({ name }) => name[language]).join(join), shelf),
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
    ...field({ zh: '规则', en: 'rules' }, rules.filter(({ cases }) => cases.includes(found.id)).map(({ id }) => id).join(', '), shelf),
    ...sources(found.sources, shelf),
  ];
}

const dataName = (id: string, { knowledge, language }: Shelf): string => findDataType(knowledge, id)?.name[language] ?? id;

function basis(ids: readonly string[], shelf: Shelf): readonly string[] {
  const articles = ids.flatMap((id) => findArticle(shelf.knowledge, id) ?? []);
  if (articles.length === 0) return [];
  return [heading({ zh: '依据', en: 'basis' }, shelf), ...articles.flatMap((article) => summaryBullet(article, shelf))];
}

function summaryBullet(article: Article, shelf: Shelf): readonly string[] {
  const law = findLaw(shelf.knowledge, article.law) as Law;
  const { language } = shelf;
  const name = `${lawName(law)[language]}${language === 'zh' ? '' : ' '}${articleName(article, law)[language]}`;
  return bullet(`${name}${colon[language]}${article.summary[language]} (${article.id})`, shelf);
}

function sources(list: readonly Source[], shelf: Shelf): readonly string[] {
  const read = { zh: '查阅', en: 'read' }[shelf.language];
  return list.flatMap(({ title, url, checked }, index) =>
    field(index === 0 ? { zh: '来源', en: 'source' } : { zh: '', en: '' }, `${titleIn(title, shelf.language)}${url === undefined ? '' : ` ${url}`} (${read} ${checked})`, shelf),
  );
}

/** A source's title in one language, where it is written as 公报 / bulletin. */
function titleIn(title: string, language: Language): string {
  const both = /^(.*[\u4e00-\u9fff].*) \/ ([ -~]+)$/.exec(title);
  return both ? (both[language === 'zh' ? 1 : 2] as string) : title;
}

function certainty(level: string, shelf: Shelf): readonly string[] {
  if (level === 'high') return [];
  return field({ zh: '可靠程度', en: 'certainty' }, { zh: level === 'low' ? '低' : '中', en: level }[shelf.language], shelf);
}

const colon = { zh: '：', en: ': ' } as const;

const heading = (label: Text, { language, paint }: Shelf): string => `  ${paint.label(label[language])}`;

const bullet = (text: string, shelf: Shelf): readonly string[] =>
  fold(text, shelf.width - 4).map((line, index) => (index === 0 ? '  - ' : '    ') + line);

const indented = (text: string, indent: number, { width }: Shelf): readonly string[] =>
  fold(text, width - indent).map((line) => ' '.repeat(indent) + line);

/** A label and its text; nothing when there is no text. */
function field(label: Text, text: string, { language, width, paint }: Shelf): readonly string[] {
  if (text === '') return [];
  const name = label[language];
  const room = Math.max(language === 'zh' ? 12 : 14, widthOf(name) + 2);
  return fold(text, width - room - 2).map(
    (line, index) => (index === 0 ? `  ${paint.label(name)}${' '.repeat(room - widthOf(name))}` : ' '.repeat(room + 2)) + line,
  );
}
