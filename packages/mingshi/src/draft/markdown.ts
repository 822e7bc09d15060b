import type { Language } from '@mingshi/knowledge';
import { madeBy } from '../made-by.ts';
import type { Place } from '../report/report.ts';
import { printable } from '../text/printable.ts';
import type { Draft, DraftFile, DraftParagraph, DraftRest, DraftSection } from './draft.ts';

/** A draft as Markdown: what to add, heading by heading, and what adding does not mend. `language` is the reader's. */
export function draftMarkdown(draft: Draft, language: Language): string {
  const { files } = draft;
  if (files.length > 0 && files.every(({ whole }) => whole !== undefined)) return wholePolicies(draft, language);
  const title = { zh: '# 隐私政策补充草稿', en: '# Draft of what the policy lacks' }[language];
  const parts = [
    madeBy('draft', language),
    title,
    quoted(introduction(draft, language)),
    ...files.flatMap((file) => fileLines(file, draft, language)),
    ...restLines(draft, language),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A policy to write: the text itself; what else there is to say stands in a comment that no reader sees. */
function wholePolicies(draft: Draft, language: Language): string {
  const note = [introduction(draft, language), ...restLines(draft, language)].join('\n\n');
  const comment = `<!--\n${note.replaceAll('-->', '--&gt;')}\n-->`;
  return `${[...draft.files.map(({ whole }) => (whole ?? '').trimEnd()), comment].join('\n\n')}\n`;
}

function introduction({ apps, files }: Draft, language: Language): string {
  const paragraphs = files.flatMap(({ sections }) => sections.flatMap((section) => section.paragraphs));
  const blanks = paragraphs.reduce((sum, { text }) => sum + (text.match(/【[^】\n]*】/g)?.length ?? 0), 0);
  const named = apps.map(({ id, name }) => printable(name ?? id)).join({ zh: '、', en: ', ' }[language]);
  const app = named === '' ? '' : { zh: `应用：${named}。`, en: `App: ${named}. ` }[language];
  if (paragraphs.length === 0) {
    return {
      zh: `${app}没有可以用补写段落来修正的缺漏。`,
      en: `${app}Nothing was found that a paragraph to add would mend.`,
    }[language];
  }
  return {
    zh:
      `${app}共 ${paragraphs.length} 段，${blanks} 处【】由了解业务的人填写。每一句都是对用户的承诺：先核实应用确实如此、` +
      '确实需要，再写进政策；用不到的权限、SDK 和信息，从应用里去掉，不必写。',
    en:
      `${app}Paragraphs: ${paragraphs.length}; 【】 for people who know the product: ${blanks}. Each sentence is a promise to users: ` +
      'make sure that the app does just that, and needs it, before it goes into the policy. What nothing needs is better taken out of the app.',
  }[language];
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

function fileLines(file: DraftFile, { files }: Draft, language: Language): readonly string[] {
  const how = {
    file: { zh: '`mingshi check --fix` 可以写入', en: '`mingshi check --fix` can put it there' },
    beside: { zh: '不是 Markdown 文件，要由人写入', en: 'no Markdown, so people have to put it there' },
    foreign: {
      zh: '这份政策是另一种语言的，译文放在哪里由人决定',
      en: 'the policy is in another language; where its translation goes is for people to say',
    },
    new: { zh: '新的文件', en: 'a new file' },
  }[file.into][language];
  const twice = files.filter(({ path }) => path === file.path).length > 1;
  const part = {
    zh: { zh: '（中文部分）', en: '（英文部分）' },
    en: { zh: ' (Chinese text)', en: ' (English text)' },
  }[language][file.language];
  const head = `## ${printable(file.path)}${twice ? part : ''}`;
  return [head, quoted(how), ...file.sections.flatMap((section) => sectionLines(section, language))];
}

function sectionLines({ heading, isNew, paragraphs, tableHead }: DraftSection, language: Language): readonly string[] {
  const mark = isNew ? { zh: '（新增标题）', en: ' (a new heading)' }[language] : '';
  const words = paragraphs.filter(({ isRow }) => !isRow);
  const rows = paragraphs.filter(({ isRow }) => isRow);
  const table = [...(tableHead ?? []), ...rows.map(({ text }) => text)].join('\n');
  const mends = quoted(rows.map((row) => mendsOf(row, language)).join('\n'));
  const name = printable(heading) || { zh: '标题下', en: 'Below the title' }[language];
  return [`### ${name}${mark}`, ...words.flatMap((each) => [each.text, quoted(mendsOf(each, language))]), ...(rows.length > 0 ? [table, mends] : [])];
}

function mendsOf({ mends }: DraftParagraph, language: Language): string {
  const label = { zh: '对应：', en: 'For: ' }[language];
  const all = mends.map(({ rule, about, at }) => `${rule} ${printable(about)}${at ? ` ${pointer(at)}` : ''}`);
  return label + all.join({ zh: '；', en: '; ' }[language]);
}

const pointer = ({ path, start }: Place): string => printable(`${path}:${start.line}:${start.column}`);

function restLines({ rest, standing }: Draft, language: Language): readonly string[] {
  const restTitle = { zh: '## 补写段落解决不了的', en: '## Not to be mended by adding a paragraph' }[language];
  const standingTitle = { zh: '## 已经写进政策，还没有填好的', en: '## In the policy already, and not yet filled in' }[language];
  const one = (each: DraftRest): string => {
    const label = { zh: '；建议：', en: '. Remedy: ' }[language];
    const remedy = each.suggestion ? label + printable(each.suggestion[language]) : '';
    return `- ${pointer(each.at)} ${each.rule}${{ zh: '：', en: ': ' }[language]}${printable(each.message[language])}${remedy}`;
  };
  return [
    ...(standing.length > 0 ? [standingTitle, standing.map(one).join('\n')] : []),
    ...(rest.length > 0 ? [restTitle, rest.map(one).join('\n')] : []),
  ];
}
