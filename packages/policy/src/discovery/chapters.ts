/** What the chapters of a policy are about, as their titles say it. */
const CHAPTERS: readonly RegExp[] = [
  /(?:收集|处理|蒐集|處理)(?:的|了|哪些|和使用|与使用|及使用)|信息(?:的)?收集|数据收集|[Ii]nformation [Ww]e (?:[Cc]ollect|[Pp]rocess)/,
  /信息(?:的)?(?:使用|用途)|使用(?:目的|您的|信息)|处理目的|[Hh]ow [Ww]e [Uu]se/,
  /权限(?:使用|说明|调用|申请|列表|及)|權限/,
  /共享|第三方(?:服务|SDK|信息)|委托处理|与他人|[Ss]har(?:e|ing) (?:[Yy]our|[Oo]f|[Ii]nformation)|[Tt]hird.[Pp]art(?:y|ies)/,
  /信息(?:的)?(?:存储|保存|安全|保护)|数据(?:存储|安全|传输)|保存期限|存储(?:与|和)|[Dd]ata (?:[Ss]ecurity|[Rr]etention|[Ss]torage)/,
  /[您你](?:的|享有的)权利|用户权利|[Yy]our (?:[Rr]ights|[Cc]hoices)/,
  /未成年人|儿童|[Cc]hildren/,
  /联系(?:我们|方式)|[Cc]ontact [Uu]s/,
  /(?:政策|声明|协议)(?:的)?(?:更新|变更|修订)|[Cc]hanges to (?:[Tt]his|[Oo]ur)/,
];

/** The policy's title as a text of its own: behind a quote or a tag, with the product before it at most. */
const TITLE = new RegExp(
  String.raw`(?:['"\`>]|\n)\s{0,40}[^'"\`<>\n，。；、和与及《》]{0,24}` +
    '(?:隐私(?:权)?(?:保护)?(?:政策|声明|指引)|隱私(?:權)?(?:保護)?(?:政策|聲明)|Privacy (?:Policy|Notice))',
);

/** Whether a program holds the title of a policy and several of its chapters: then it is one, however short. */
export function hasChapters(source: string): boolean {
  return TITLE.test(source) && CHAPTERS.filter((chapter) => chapter.test(source)).length >= 4;
}

/** Whether most of a page's words are in a script that policies are not read in: Korean, Japanese, Arabic, Cyrillic … */
export function isOtherScript(source: string): boolean {
  const text = source.slice(0, 100_000);
  const others = text.match(OTHER_SCRIPTS)?.length ?? 0;
  const chinese = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return others > 100 && others > chinese;
}

const OTHER_SCRIPTS =
  /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Devanagari}]/gu;
