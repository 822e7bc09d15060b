import type { PolicyDocument, ReadabilitySign } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { signsOf } from '../signs.ts';

/** Figures above the line, in characters or, for an English text, words; 0 for one that is not. */
type Facts = Readonly<Record<ReadabilitySign['measure'], number>> & { readonly english: boolean };

/**
 * Where a text stops being readable on a phone, in Chinese characters; two of them are an English word. Few policies in a
 * hundred reach one of these.
 */
const LINE: Readonly<Record<ReadabilitySign['measure'], (english: boolean) => number>> = {
  // More than a whole screen without a break.
  paragraph: () => 500,
  // Sixty characters, thirty-five words.
  sentences: (english) => (english ? 70 : 60),
  // Six screens without a title.
  headings: () => 3000,
  // An hour of reading.
  length: () => 25_000,
};

export default defineRule<{ hard: Facts }>({
  id: 'hard-to-read',
  severity: 'info',
  title: { zh: '政策难以阅读', en: 'Hard to read' },
  needs: ['policy'],
  articles: ['csl#41.1', 'pipl#17.1', 'ndsr#21.1', 'app-violations-2019#1.4', 'app-violations-2019#2.4', 'miit-26#9', 'tc260-20202a#1.4'],
  cases: [],
  messages: {
    hard: {
      zh: (f) => {
        const unit = f.english ? '个词' : '字';
        return `难以阅读：${[
          f.paragraph > 0 && `最长的一段有 ${f.paragraph} ${unit}`,
          f.sentences > 0 && `平均每句 ${f.sentences} ${unit}`,
          f.headings > 0 && `连续 ${f.headings} ${unit}没有小标题`,
          f.length > 0 && `全文 ${f.length} ${unit}`,
        ].filter((part) => part !== false).join('，')}`;
      },
      en: (f) => {
        const unit = f.english ? 'words' : 'characters';
        return `Hard to read: ${[
          f.paragraph > 0 && `the longest paragraph has ${f.paragraph} ${unit}`,
          f.sentences > 0 && `a sentence has ${f.sentences} ${unit} on average`,
          f.headings > 0 && `${f.headings} ${unit} go by without a title`,
          f.length > 0 && `the whole has ${f.length} ${unit}`,
        ].filter((part) => part !== false).join(', ')}`;
      },
    },
  },
  suggestions: {
    shorten: {
      zh: (f) =>
        [
          f.paragraph > 0 && '长段按事项分成短段，列举改用列表或表格',
          f.sentences > 0 && '一句只说一件事，先写谁、收集什么，再写为什么',
          f.headings > 0 && '按功能、共享、期限、权利等加上小标题',
          f.length > 0 && '在开头放一份简明版，清单放到单独的页面',
        ].filter((part) => part !== false).join('；') + '。',
      en: (f) =>
        'To do: ' +
        [
          f.paragraph > 0 && 'split long paragraphs by subject, and turn enumerations into lists or tables',
          f.sentences > 0 && 'say one thing in a sentence: who collects what, then why',
          f.headings > 0 && 'put titles above features, sharing, periods and rights',
          f.length > 0 && 'begin with a summary, and move lists to pages of their own',
        ].filter((part) => part !== false).join('; ') + '.',
    },
  },
  *check({ policy }) {
    const signs = signsOf(policy, 'readability');
    for (const [index, document] of policy.documents.entries()) {
      const english = document.language === 'en';
      const hard = signs.filter(
        (sign) => sign.document === index && sign.figure >= LINE[sign.measure](english) && isSeen(sign, document),
      );
      const [first, ...others] = hard;
      if (!first) continue;
      const figure = (measure: ReadabilitySign['measure']): number => {
        const found = hard.find((sign) => sign.measure === measure)?.figure ?? 0;
        return english ? Math.round(found / 2) : found;
      };
      yield {
        message: 'hard',
        // Two versions of one policy are told apart.
        about: document.path,
        at: first.quote.at,
        related: others.map(({ quote }) => ({ at: quote.at, note: 'sign' })),
        confidence: 'medium',
        data: {
          english,
          paragraph: figure('paragraph'),
          sentences: figure('sentences'),
          headings: figure('headings'),
          length: figure('length'),
        },
      };
    }
  },
});

/** Titles show where the format marks them; in plain text only Chinese numbering gives them away. */
function isSeen({ measure }: ReadabilitySign, { format, language }: PolicyDocument): boolean {
  if (measure !== 'headings' || format === 'markdown' || format === 'html' || format === 'docx') return true;
  return format === 'text' && language === 'zh';
}
