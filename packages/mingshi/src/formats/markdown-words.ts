import { printable } from '../text/printable.ts';

/** Words of a checked file as plain Markdown: nothing in them is markup, a link, a mention or HTML. */
export function plain(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll(/^[-+=#]/g, '\\$&')
    .replaceAll(/[@#](?=[\w-])/g, '$&\u200b')
    .replaceAll('://', ':\u200b//')
    .replaceAll(/www\./gi, (found) => `${found}\u200b`);
}

/** Words as code, on one line, however many backticks they hold. */
export function code(text: string): string {
  const words = printable(text).replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(words) + 1);
  const pad = words.startsWith('`') || words.endsWith('`') || words.trim() === '' ? ' ' : '';
  return `${fence}${pad}${words}${pad}${fence}`;
}

/** Words as a block of code, on one line. */
export function fenced(text: string): string {
  const words = printable(text);
  const fence = '`'.repeat(Math.max(3, longestRun(words) + 1));
  return `${fence}text\n${words}\n${fence}`;
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
