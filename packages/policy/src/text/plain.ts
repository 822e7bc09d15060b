import { foldWidth } from './fold.ts';
import { simplify } from './simplified.ts';
import { usualSpelling } from './spelling.ts';

/**
 * A text as readers of Chinese meet it: Simplified, letters and digits of ordinary width, marks beside Chinese
 * characters as Chinese writes them, words in their usual spelling; same length.
 */
export function plainOf(text: string): string {
  return usualSpelling(widenMarks(foldWidth(simplify(text))));
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '?': '？', '!': '！', '.': '。', '/': '、' };
const MARK = /[,;:()?!./]/;
const MARKS = /[,;:()?!.]|(?<=[\u4e00-\u9fff])(?<![和及与或])\/(?=[\u4e00-\u9fff])(?!或)/g;

/** 收集手机号,用于注册(必填). is 收集手机号，用于注册（必填）。 */
function widenMarks(text: string): string {
  if (!MARK.test(text) || !HAN.test(text)) return text;
  const hasLinks = text.includes('](');
  return text.replaceAll(MARKS, (mark: string, at: number) => {
    if (mark === '(' || mark === ')') return hasLinks ? mark : (WIDE[mark] as string);
    if (mark === '/') return WIDE[mark] as string;
    const next = text.charAt(at + 1);
    const isMark = AFTER.test(text.charAt(at - 1)) ? mark !== '.' || !/[\w/]/.test(next) : mark !== '.' && HAN.test(next);
    return isMark ? (WIDE[mark] as string) : mark;
  });
}

const HAN = /[\u4e00-\u9fff]/;
/** What a mark of Chinese stands behind. */
const AFTER = /[\u4e00-\u9fff)）》”’」』】]/;
