import type { Text } from '@mingshi/knowledge';
import { didYouMean } from '../nearest.ts';

/** What a comment says after `mingshi-ignore`. */
interface Said {
  readonly rule: string;
  readonly about?: string;
  readonly reason: string;
  readonly by?: string;
  readonly until?: string;
}

/** XML allows no `--` within a comment: a colon or a dash of typography does the same. */
const SEPARATOR = /(?:^|\s)(?:-{2,3}|[—–]{1,2})(?:\s|$)|:(?:\s|$)|：|——/;

const KEYS = ['about', 'by', 'until'] as const;

const mistake = (zh: string, en: string): { readonly why: Text } => ({ why: { zh, en } });

/** Understands `<rule> [about …] [by …] [until YYYY-MM-DD] -- <reason>`; or says what is wrong with it. */
export function readWaiver(words: string, rules: readonly string[]): Said | { readonly why: Text } {
  const separator = SEPARATOR.exec(words);
  const head = (separator ? words.slice(0, separator.index) : words).trim().split(/\s+/);
  const reason = separator ? words.slice(separator.index + separator[0].length).trim() : '';
  const [rule = '', ...more] = head;
  if (!rules.includes(rule)) {
    const near = didYouMean(rule, rules);
    return rule === ''
      ? mistake('没有写规则', 'it names no rule')
      : mistake(
          `未知的规则“${rule}”${near.zh || '；mingshi rules 列出全部规则'}`,
          `unknown rule "${rule}"${near.en || '; mingshi rules lists them'}`,
        );
  }
  const said: Partial<Record<(typeof KEYS)[number], string>> = {};
  let key: (typeof KEYS)[number] | undefined;
  for (const word of more) {
    const next = KEYS.find((each) => each === word);
    if (next !== undefined && said[next] === undefined) {
      key = next;
      said[key] = '';
    } else if (key === undefined) {
      return mistake(
        `不认识“${word}”：规则后面可以写 about、by、until，理由写在 -- 后面（XML 注释里用冒号）`,
        `"${word}" is not understood: about, by and until may follow the rule, the reason comes after -- (a colon in XML)`,
      );
    } else said[key] = `${said[key] ?? ''} ${word}`.trim();
  }
  const empty = KEYS.find((each) => said[each] === '');
  if (empty !== undefined) return mistake(`${empty} 后面没有写内容`, `nothing follows ${empty}`);
  if (said.until !== undefined && !isDay(said.until)) {
    return mistake(
      `“${said.until}”不是日期，写成 2027-01-31 的形式`,
      `"${said.until}" is no date; write it like 2027-01-31`,
    );
  }
  if (reason === '') return mistake('没有写理由，写在 -- 后面', 'it gives no reason; write one after --');
  return { rule, ...said, reason };
}

const isDay = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) &&
  !Number.isNaN(Date.parse(date)) &&
  new Date(date).toISOString().startsWith(date);
