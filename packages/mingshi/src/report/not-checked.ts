import type { Rule, Unread } from '@mingshi/model';
import type { Text } from '@mingshi/knowledge';
import type { NotChecked } from './report.ts';
import type { PlaceOf } from './places.ts';

type Sentence = (detail: string) => Text;

const bracketed = (detail: string): Text => ({ zh: detail && `（${detail}）`, en: detail && ` (${detail})` });
const plain =
  (zh: string, en: string): Sentence =>
  (detail) => ({ zh: zh + bracketed(detail).zh, en: en + bracketed(detail).en });

/** What each key of `Unread` means to the user: what was not checked, and what to do about it. */
const sentences: Readonly<Record<string, Sentence>> = {
  'broken-xml': plain('XML 有语法错误，没有读', 'broken XML, not read'),
  'broken-toml': plain('TOML 有语法错误，没有读', 'broken TOML, not read'),
  'broken-gradle': plain('Gradle 文件没有读懂', 'Gradle file not understood'),
  'broken-json': plain('JSON 有语法错误，没有读', 'broken JSON, not read'),
  'xml-entities': plain(
    'XML 的实体声明会膨胀或引用外部文件，没有读',
    'XML entities that grow or reach outside the file, not read',
  ),
  'no-android-manifest': plain('没有找到安卓清单', 'no Android manifest was found'),
  'not-a-manifest': plain('不是安卓清单，没有读', 'no Android manifest, not read'),
  'release-manifest': plain(
    '只有调试版的合并清单；发布版可能不同，先构建发布版',
    'only a merged manifest of a debug build; the release may differ, build it first',
  ),
  'module-dependencies': plain(
    '构建文件没有说清依赖哪些模块，这些模块的清单都算上了',
    'the build files do not tell which modules ship; the manifests of all were counted',
  ),
  'network-security-config': plain('网络安全配置文件没有找到', 'network security config not found'),
  'binary-policy': plain(
    '不是能读的格式，没有读：另存为 UTF-8 文本、.docx 或 PDF',
    'not a format that can be read: save it as text in UTF-8, .docx or PDF',
  ),
  'old-word': plain(
    '旧版 Word 文件（.doc）或加密的 Office 文件，没有读：另存为 .docx 或 PDF',
    'old Word file (.doc) or encrypted Office file, not read: save it as .docx or PDF',
  ),
  'rich-text': plain('RTF 文件，没有读：另存为 .docx 或 PDF', 'RTF file, not read: save it as .docx or PDF'),
  'broken-docx': plain('Word 文件损坏，没有读', 'broken Word file, not read'),
  'broken-pdf': plain('PDF 损坏，没有读', 'broken PDF, not read'),
  encrypted: plain('文件有密码，没有读', 'protected by a password, not read'),
  'pdf-without-text': plain(
    'PDF 里没有文字（可能是扫描件），没有读：换成带文字的 PDF、Word 或文本',
    'PDF without text (scanned?), not read: give a PDF with text, a Word file or plain text',
  ),
  'pdf-garbled': plain(
    'PDF 的字体没有写明字符，文字读不出来：换成 Word 或文本',
    'the fonts of the PDF do not tell their characters, its text cannot be read: give a Word file or plain text',
  ),
  'pdf-pages-without-text': plain(
    'PDF 的这些页没有文字（可能是扫描件），没有读',
    'pages of the PDF without text (scanned?)',
  ),
  'pdf-cut': plain('PDF 过长，只读了前面的页', 'PDF too long, only its first pages were read'),
  'too-complex': plain('语法过于复杂，没有读', 'syntax too complex, not read'),
  minified: (names) => ({
    zh: `压缩或打包过的代码，没有读${names && `；其中提到 ${names}`}`,
    en: `minified or bundled code, not read${names && `; it names ${names}`}`,
  }),
  'too-slow': plain('读得太久，停下了，没有读', 'took too long and was stopped, not read'),
  'source-as-strings': plain(
    '代码的语法没有读懂，只读了其中的字符串',
    'program that could not be parsed: only its strings were read',
  ),
  'binary-xml': plain('二进制 XML（来自安装包），没有读', 'binary XML (out of a package), not read'),
  'too-large': plain('文件过大，没有读', 'too large, not read'),
  'too-deep': plain('嵌套过深，没有读', 'nested too deeply, not read'),
  unreadable: plain('读不了', 'could not be read'),
  'unreadable-folder': plain('文件夹读不了', 'folder could not be read'),
  'odd-name': plain('文件名不是 UTF-8，没有读', 'file name is not UTF-8, not read'),
  'policy-copy': (path) => ({
    zh: `与 ${path} 文字相同，没有重复读`,
    en: `the same text as ${path}, not read twice`,
  }),
  'own-list': plain(
    'mingshi inventory 生成的清单，没有当作政策读取；已经公布的，去掉开头的注释，或在 mingshi.yaml 的 policy 里写明',
    'a list made by mingshi inventory, not read as the policy; once it is published, take out the comment at its start or name it under policy in mingshi.yaml',
  ),
  'policy-without-text': plain(
    '看名字是隐私政策的页面，没有找到政策的正文：可能还没写、从服务器加载，或写的是用户协议；正文在别处的，用 --policy 指定',
    'by its name a page of the privacy policy, but no text of one was found in it: it may be a stub, be fetched from a server or hold an agreement; if the text is elsewhere, pass it with --policy',
  ),
  'policy-other-language': plain(
    '看名字是隐私政策，文字既不是中文也不是英文，没有读',
    'by its name the privacy policy, in neither Chinese nor English: not read',
  ),
  'policy-in-code': plain('文字写在代码里，没有读', 'text kept in code, not read'),
  'markdown-as-text': plain(
    'Markdown 过大或嵌套过深，按纯文本读：表格和列表的结构没有用上',
    'Markdown too large or too deep, read as plain text: tables and lists were not seen as such',
  ),
  'html-as-text': plain(
    'HTML 嵌套过深，按纯文本读：表格和列表的结构没有用上',
    'HTML nested too deeply, read as plain text: tables and lists were not seen as such',
  ),
  'empty-policy': plain('政策文件里没有文字', 'policy file without text'),
  'app-manifest': plain(
    '应用自己的清单没有找到，申请哪些权限没有看到：放进项目，或用 --manifest 指定合并后的清单',
    "the app's own manifest was not found, so its permissions were not seen: put it into the project, or pass a merged manifest with --manifest",
  ),
  'unresolved-dependencies': plain(
    '有的依赖写成运行构建才知道的值，没有看出是哪些库',
    'some dependencies are given by values that only a running build knows; which libraries they are was not seen',
  ),
  'library-manifests': plain(
    '依赖库的清单没有看到，除已知的以外，它们可能带来更多权限：先构建一次，或用 --manifest 指定合并后的清单',
    'manifests of libraries were not seen and may add permissions beyond those known: build once, or pass the merged one with --manifest',
  ),
  'android-project': plain(
    '安卓工程不在项目里，申请哪些权限没有看到：先生成安卓工程，或用 --manifest 指定合并后的清单',
    'the Android project is not there, so its permissions were not seen: generate it, or pass a merged manifest with --manifest',
  ),
  'app-config': plain(
    '配置由程序算出，只看文字读不出来：用 --manifest 指定合并后的清单',
    'settings that a program computes cannot be read from its text: pass a merged manifest with --manifest',
  ),
  'broken-yaml': plain('YAML 有语法错误，没有读', 'broken YAML, not read'),
  'harmony-libraries': plain(
    '三方库（HAR）可能带来更多权限，没有看到',
    'libraries (HAR) may add permissions, which were not seen',
  ),
  'policy-link-only': plain(
    '项目里只有隐私政策的网址，内容没有读：把正文存进项目，或用 --policy 指定',
    'only the address of a privacy policy was found: keep its text in the project, or pass it with --policy',
  ),
};

/** The sentences for what the readers could not read; an unknown key is told by its name. */
export function unreadSentence({ what, detail }: Unread): Text {
  const sentence = sentences[what] ?? plain(`没有读：${what}`, `not read: ${what}`);
  return sentence(detail ?? '');
}

/** What the readers could not read, as the report says it; each thing once. */
export function notRead(unread: readonly Unread[], placeOf: PlaceOf): readonly NotChecked[] {
  const seen = new Set<string>();
  return unread.flatMap((each): readonly NotChecked[] => {
    const key = `${each.what}\n${each.file ?? each.detail ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const entry = { what: each.what, why: unreadSentence(each) };
    if (each.file === undefined) return [entry];
    if (each.offset === undefined) return [{ ...entry, path: each.file }];
    const at = placeOf({ file: each.file, start: each.offset, end: each.offset }).start;
    return [{ ...entry, path: each.file, at }];
  });
}

/** Rules that had nothing to look at: no app, or no policy. */
export function silentRules(silent: readonly Rule[], hasApp: boolean, hasPolicy: boolean): readonly NotChecked[] {
  const forApp = hasApp ? [] : silent.filter(({ needs }) => needs.includes('app') || needs.includes('code'));
  const others = silent.filter((rule) => !forApp.includes(rule));
  const forPolicy = hasPolicy ? [] : others.filter(({ needs }) => needs.includes('policy'));
  const forCode = others.filter((rule) => !forPolicy.includes(rule) && rule.needs.includes('code'));
  return [...entryFor('app', forApp), ...entryFor('policy', forPolicy), ...entryFor('code', forCode)];
}

const LACKS: Readonly<Record<'app' | 'policy' | 'code', Text>> = {
  app: { zh: '没有找到安卓清单', en: 'no Android manifest was found' },
  policy: { zh: '没有读到隐私政策', en: 'no privacy policy was read' },
  code: { zh: '没有找到应用的源代码', en: "none of the app's source code was found" },
};

/** More rules than these are told by their number: nobody reads forty names. */
const MOST_NAMED = 12;

const namesOf = (rules: readonly Rule[]): string => rules.map(({ id }) => id).join(', ');

function entryFor(need: 'app' | 'policy' | 'code', rules: readonly Rule[]): readonly NotChecked[] {
  if (rules.length === 0) return [];
  const { zh, en } = LACKS[need];
  const why: Text =
    rules.length > MOST_NAMED
      ? { zh: `${zh}，要它才能核对的 ${rules.length} 条规则都没有检查`, en: `${en}; the ${rules.length} rules that need it were not run` }
      : { zh: `${zh}，以下规则没有检查：${namesOf(rules)}`, en: `${en}; not checked: ${namesOf(rules)}` };
  return [{ what: `no-${need}`, why }];
}

/** Code that is never looked at, whatever was read. */
export const outOfReach: NotChecked = {
  what: 'unseen-code',
  why: {
    zh: '看不到的代码：iOS（Swift、Objective-C）、原生库（C、C++）、通过反射或动态加载运行的、服务器端的',
    en: 'code that cannot be seen: iOS (Swift, Objective-C), native libraries (C, C++), behind reflection or loaded at run time, on servers',
  },
};

/** Necessity can only be judged for a known kind of app. */
export const withoutCategory: NotChecked = {
  what: 'category',
  why: {
    zh: '权限是否超出必要范围（没有写应用类型：在 mingshi.yaml 写 category，或用 --category）',
    en: 'whether permissions go beyond the necessary (app type unknown: category in mingshi.yaml, or --category)',
  },
};
