import type { Language, Text } from '@mingshi/knowledge';
import type { CheckOptions } from '../examine.ts';
import { additionsDiff } from '../draft/diff.ts';
import { fix } from '../draft/fix.ts';
import type { Fix, FixedFile } from '../draft/fix.ts';
import { printable } from '../text/printable.ts';

/** Puts into the policy what it lacks and says what it did; with --dry-run only shows it. */
export async function runFix(options: CheckOptions, dryRun: boolean, language: Language): Promise<string> {
  const done = await fix({ ...options, dryRun });
  if (!dryRun) return account(done, language);
  const diffs = done.files.map(({ path, before, after }) => additionsDiff(path, before, after)).join('');
  const notes = done.left.map((text) => `# ${printable(text[language])}\n`).join('');
  return diffs === '' ? notes + nothing[language] : notes + diffs;
}

const nothing: Text = { zh: '没有要写进政策的段落\n', en: 'There is no paragraph to put into the policy\n' };

function account({ files, left, standing }: Fix, language: Language): string {
  const lines = [
    ...files.flatMap((file) => fileLines(file, language)),
    ...left.map((text) => printable(text[language])),
    ...(standing > 0
      ? [
          {
            zh: `已在政策里、还没有填好的 ${standing} 处没有再写`,
            en: `not put in again, as it stands there and is not filled in yet: ${standing}`,
          }[language],
        ]
      : []),
  ];
  return lines.length === 0 ? nothing[language] : `${lines.join('\n')}\n`;
}

function fileLines({ path, sections, placeholders }: FixedFile, language: Language): readonly string[] {
  const count = sections.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  const head = { zh: `写进 ${path}：${count} 段`, en: `put into ${path}: ${count} ${count === 1 ? 'paragraph' : 'paragraphs'}` };
  const under = sections.map(({ heading, isNew, paragraphs }) => {
    const title = printable(heading);
    return {
      zh: `  ${title}${isNew ? '（新增标题）' : ''}：${paragraphs} 段`,
      en: `  ${title}${isNew ? ' (a new heading)' : ''}: ${paragraphs}`,
    }[language];
  });
  const blanks = placeholders.map(({ words, count: times }) => printable(words) + (times > 1 ? ` ×${times}` : ''));
  const toFill =
    blanks.length === 0
      ? []
      : [{ zh: `  待填写：${blanks.join(' ')}`, en: `  to fill in: ${blanks.join(' ')}` }[language]];
  return [printable(head[language]), ...under, ...toFill];
}
