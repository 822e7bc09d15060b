/** What a terminal or the eye would act on instead of showing: controls, escapes, direction marks, invisible spaces. */
const ACTING =
  /[\p{Cc}\p{Surrogate}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Text of a checked file as it may be shown on one line: blanks are one space, what would act reads <U+202E>. */
export function printable(text: string): string {
  return text.replaceAll(/[\t\n\v\f\r\u0085 ]+/g, ' ').replaceAll(ACTING, (found) => `<U+${hex(found)}>`);
}

const hex = (found: string): string => (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
