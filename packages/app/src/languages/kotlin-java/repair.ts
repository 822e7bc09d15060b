/** Words that the grammar takes for modifiers even where they are names: `open.close()`. */
const SOFT = 'abstract|actual|dynamic|expect|external|final|inline|inner|internal|lateinit|open|override|private|public|suspend|tailrec|vararg';

/**
 * Kotlin that the grammar stumbles over, written in other ways of the same length: every offset stays. To be parsed when the
 * text itself does not parse; what is read comes from the text itself.
 */
export function repaired(text: string, mask: Uint8Array): string {
  const units = [...REPAIRS].reduce((done, [pattern, replace]) => {
    return done.replace(pattern, (found: string, ...rest: unknown[]) => {
      const at = rest.find((each) => typeof each === 'number') as number;
      return mask[at] === 1 ? replace(found) : found;
    });
  }, text);
  return withoutSemicolons(units, mask);
}

const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
const oneLine = (found: string): string => found.replace(/[\r\n]/g, ' ');

const REPAIRS: readonly (readonly [RegExp, (found: string) => string])[] = [
  // A member must not end on the line of the brace behind it.
  [/[ \t](?=\})/g, () => '\n'],
  [new RegExp(`\\b(?:${SOFT})(?=\\s?[.?!,)\\[])`, 'g'), (found) => found.slice(0, -1) + (found.at(-1) ?? '').toUpperCase()],
  // `is Granted if ready ->`
  [/\bif\b(?=[^\n{};]{1,200}->)(?<=(?:^|\{)[ \t]{0,80}(?:is|in|!is)\b[^\n{};]{1,200}\bif)/gm, () => ', '],
  [/\n[ \t\r\n]{0,80}(?=(?:public|internal|private|protected)\s+constructor\b)/g, oneLine],
  [/\n[ \t\r\n]{0,80}(?=@\w+(?:\([^()\n]{0,200}\))?\s+(?:public |internal |private |protected )?constructor\b)/g, oneLine],
  [/@\w+(?:\([^()\n]{0,200}\))?[ \t]+(?=(?:get|set)\b)/g, blank],
  [/\bget(?=\([^)\s])/g, () => 'geT'],
  [/\$+(?=")/g, blank],
  [/[\u0080-\uffff]/g, () => 'x'],
];

/** Semicolons between statements become line ends; an enum's stays behind its constants. */
function withoutSemicolons(text: string, mask: Uint8Array): string {
  const parts: string[] = [];
  /** For each open brace, whether an enum's constants are still to be ended. */
  const enums: boolean[] = [];
  let [from, header] = [0, 0];
  const marks = /[{};]/g;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const { index } = mark;
    if (mask[index] !== 1) continue;
    if (mark[0] === '{') enums.push(/\benum\s+class\b[^{}]*$/.test(text.slice(Math.max(header, index - 2000), index)));
    else if (mark[0] === '}') enums.pop();
    else if (enums.at(-1)) enums[enums.length - 1] = false;
    else {
      parts.push(text.slice(from, index), '\n');
      from = index + 1;
    }
    header = index + 1;
  }
  return parts.join('') + text.slice(from);
}
