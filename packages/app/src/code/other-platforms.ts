/** The directives of uni-app's conditional compilation, each in a comment of its own. */
const DIRECTIVE = /(?:\/\/|\/\*|<!--)[ \t]*#(ifdef|ifndef|else|endif)\b([^\n]*)/g;

/** A branch that is open: whether it goes into the Android app, as far as its condition tells. */
interface Branch {
  readonly from: number;
  readonly ships: boolean | undefined;
}

/** A script or page of uni-app without what is compiled only for web pages, mini programs and other systems, every offset unchanged. */
export function withoutOtherPlatforms(text: string): string {
  if (!text.includes('#ifdef') && !text.includes('#ifndef')) return text;
  const open: Branch[] = [];
  const parts: string[] = [];
  let kept = 0;
  /** Open branches that do not go into the app: what stands in one of them is gone with it. */
  let hidden = 0;
  const begin = (from: number, ships: boolean | undefined): void => {
    open.push({ from, ships });
    if (ships === false) hidden += 1;
  };
  const close = ({ from, ships }: Branch, end: number): void => {
    if (ships === false) hidden -= 1;
    if (ships !== false || hidden > 0) return;
    parts.push(text.slice(kept, from), text.slice(from, end).replaceAll(/[^\n]/g, ' '));
    kept = end;
  };
  for (const match of text.matchAll(DIRECTIVE)) {
    const [whole, word, rest = ''] = match;
    const from = match.index + whole.length;
    if (word === 'ifdef' || word === 'ifndef') {
      const known = goesIntoApp(rest);
      begin(from, word === 'ifndef' && known !== undefined ? !known : known);
      continue;
    }
    const branch = open.pop();
    if (branch) close(branch, match.index);
    if (branch && word === 'else') begin(from, branch.ships === undefined ? undefined : !branch.ships);
  }
  // A branch that nobody closes says nothing.
  return parts.join('') + text.slice(kept);
}

/** Whether a condition holds for the Android app; `undefined` where it is about something else, such as the version of Vue. */
function goesIntoApp(condition: string): boolean | undefined {
  const names = condition.replace(/-->.*|\*\/.*/, '').split('||').map((name) => name.trim());
  const answers = names.map((name) => (APP.test(name) ? true : OTHER.test(name) ? false : undefined));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

const APP = /^APP(?:-PLUS|-ANDROID|-VUE|-NVUE|-UVUE|-PLUS-NVUE)?$/;
const OTHER = /^(?:H5|WEB|MP(?:-[A-Z0-9]+)*|QUICKAPP-WEBVIEW(?:-[A-Z]+)?|APP-(?:IOS|HARMONY))$/;
