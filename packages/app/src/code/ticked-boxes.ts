import type { Phrase } from '@mingshi/model';

/** What a box must be about to count: agreeing with rules, not a setting of the app. */
const AGREEING = /同意|协议|隐私|條款|条款|agree|consent|privacy|terms/i;
/** Settings that only happen to speak of privacy. */
const SETTING = /隐私(?:模式|保护|空间|设置)|privacy[_ ]?(?:mode|screen)|incognito/i;

/** Boxes for agreeing that are ticked beforehand in a file of code or markup; comments must have been made blank. */
export function tickedBoxes(path: string, text: string): readonly Phrase[] {
  if (!AGREEING.test(text)) return [];
  const patterns = /\.(?:kts?|java)$/.test(path) ? JVM : path.endsWith('.dart') ? DART : SCRIPT;
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Phrase[] => {
      const name = match.groups?.['name'] ?? match[0];
      if (!AGREEING.test(name) || SETTING.test(name) || /dis_?agree/i.test(name)) return [];
      // Of markup the words that a user sees, of code the name that begins with yes.
      const words = match[0].startsWith('<') ? shownWords(match[0]) : name;
      return [{ text: oneLine(words), at: { file: path, start: match.index, end: match.index + match[0].length } }];
    }),
  );
}

const JVM = [
  // `var agreed by remember { mutableStateOf(true) }`
  /\bva[rl]\s+(?<name>\w{3,40})\s*(?::[^=\n]{0,40})?(?:=|by)\s*(?:remember\w*\s*(?:\([^)\n]{0,60}\)\s*)?\{\s*)?(?:mutableStateOf|MutableStateFlow|MutableLiveData)\s*(?:<\w+>)?\(\s*true\s*\)/g,
  /\b(?<name>\w{3,60})\s*\??\.\s*(?:isChecked\s*=\s*true\b|setChecked\(\s*true\s*\))/g,
];
const SCRIPT = [
  /\b(?:const|let|var)\s*\[\s*(?<name>\w{3,40})\s*,\s*\w+\s*\]\s*=\s*(?:React\.)?useState\s*(?:<\w+>)?\(\s*true\s*\)/g,
  /\b(?:const|let|var)\s+(?<name>\w{3,40})\s*=\s*ref\s*(?:<\w+>)?\(\s*true\s*\)/g,
  // A field of data(): { agreed: true }. An option handed to a call may look alike, so the name must say that it is a box.
  /\b(?<name>(?:is)?(?:agree\w*|\w*agreed|\w*[cC]hecked\w*(?:Agree|Privacy|Protocol)\w*|(?:agree|privacy|protocol|terms)\w*[cC]heck\w*))\s*:\s*true\b/g,
  /<(?:checkbox|radio|CheckBox|Checkbox|el-checkbox|van-checkbox|u-checkbox|switch)\b(?<name>[^<>]{0,300}?\s:?(?:checked|value|model-value|isChecked)=(?:"true"|\{\s*true\s*\}|'true')[^<>]{0,300}>[^<]{0,80}(?:<[^<>]{0,80}>[^<]{0,60}){0,3})/g,
];
const DART = [/\b(?:bool|var|final)\s+(?<name>_?\w{3,40})\s*=\s*true\s*;/g, /\b(?<name>_?\w{3,40})\s*=\s*(?:true\.obs|ValueNotifier(?:<bool>)?\(\s*true\s*\)|RxBool\(\s*true\s*\))/g];

/** Boxes of an Android layout, from its tags as written; `say` gives the words of a string resource. */
export function tickedInLayout(path: string, text: string, say: (name: string) => string | undefined): readonly Phrase[] {
  if (!text.includes('android:checked="true"')) return [];
  return [...text.matchAll(/<[\w.]*(?:CheckBox|RadioButton|CheckedTextView|Switch\w*)\b[^<>]{0,2000}>/g)].flatMap((match): readonly Phrase[] => {
    const tag = match[0];
    const checked = /android:checked\s*=\s*"true"/.exec(tag);
    if (!checked) return [];
    const words = /android:text\s*=\s*"([^"]*)"/.exec(tag)?.[1] ?? '';
    const id = /android:id\s*=\s*"@\+?id\/([^"]*)"/.exec(tag)?.[1] ?? '';
    const shown = words.startsWith('@string/') ? (say(words.slice(8)) ?? words) : words;
    // A box without words of its own usually stands before the sentence it belongs to.
    const near = shown === '' ? siblingWords(text, match.index + tag.length, say) : '';
    const about = `${shown} ${near} ${id}`;
    if (!AGREEING.test(about) || SETTING.test(about)) return [];
    const start = match.index + checked.index;
    return [{ text: oneLine(shown || near || id), at: { file: path, start, end: start + checked[0].length } }];
  });
}

/** The words between tags; a tag that the match ends in is cut off. */
function shownWords(markup: string): string {
  const words = markup.replaceAll(/<[^<>]*(?:>|$)/g, ' ').trim();
  return words === '' ? markup : words;
}

function siblingWords(text: string, from: number, say: (name: string) => string | undefined): string {
  const next = /^\s*(?:<\/[\w.]+>\s*)?<[\w.]*TextView\b[^<>]{0,2000}?android:text\s*=\s*"([^"]*)"/.exec(text.slice(from, from + 2500));
  const words = next?.[1] ?? '';
  return words.startsWith('@string/') ? (say(words.slice(8)) ?? words) : words;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 120);
}
