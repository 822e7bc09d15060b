import type { App, Phrase } from '@mingshi/model';
import { isUnread, readSource } from '../../source-text.ts';
import type { Project } from './project.ts';
import { contentPhrase } from './resources.ts';

const HAN = /[\u4e00-\u9fff]/;
/** Characters of an app's everyday words that only Traditional writing has. */
const TRADITIONAL =
  /[個們儲動務員單圖團學帳應擇時書會業樂檢灣為確碼筆絡網線義習聯臺與號視記設詞話認請議讀買費賣車這達選鈴錄錢鐘開間閱關隊電體點]/;
const KANA = /[\u3040-\u30ff]/;

/** Whether the words are Chinese and nothing in them is Traditional or Japanese. */
function isSimplified(text: string): boolean {
  return HAN.test(text) && !TRADITIONAL.test(text) && !KANA.test(text);
}

/** Folders of Simplified Chinese resources: values-zh, values-zh-rCN, values-b+zh+Hans. */
const SIMPLIFIED_FOLDER = /^(?:zh(?:-rCN|-rSG)?|b\+zh(?:\+Hans)?(?:\+CN|\+SG)?)(?:-(?!r[A-Z]{2})|$)/;

/** What shows that the app speaks Simplified Chinese: its name, else its own strings, else a translation of them. */
export function readChinese(name: Phrase | undefined, project: Project, folders: readonly string[]): App['chinese'] {
  if (name && isSimplified(name.text)) return { ...name, as: 'interface' };
  const files = folders.flatMap((folder) => project.layout.values.get(folder) ?? []);
  for (const { path } of files.filter(({ qualifier }) => qualifier === '')) {
    const strings = stringsOf(path, project);
    const chinese = strings.filter(({ text }) => HAN.test(text));
    // The name of a language in a list of languages does not make the app Chinese.
    if (chinese.length * 2 < strings.length || chinese.some(({ text }) => TRADITIONAL.test(text) || KANA.test(text))) continue;
    const [first] = chinese;
    if (first) return { ...first, as: 'interface' };
  }
  for (const { path, qualifier } of files) {
    if (!SIMPLIFIED_FOLDER.test(qualifier)) continue;
    const first = stringsOf(path, project).find(({ text }) => isSimplified(text));
    if (first) return { ...first, as: 'translation' };
  }
  return undefined;
}

function stringsOf(path: string, project: Project): readonly Phrase[] {
  const source = readSource(project.files, path);
  if (isUnread(source) || !HAN.test(source.text)) return [];
  const document = project.document(path);
  if (document?.root.name !== 'resources') return [];
  return document.root.children
    .filter((child) => child.name === 'string')
    .map((element) => contentPhrase(document.text, path, element));
}
