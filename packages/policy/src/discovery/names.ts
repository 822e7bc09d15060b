import { isTranslations } from '../formats/source/translations.ts';

/** What a path says about a file, before it is opened. */
interface NameSigns {
  /** The name speaks of privacy: the content need only agree. */
  readonly policy: boolean;
  /** The name or the folder makes a policy possible: the content must show it. */
  readonly possible: boolean;
}

const TEXT = /\.(?:x?html?|md|markdown|mdown|mkd|mdx|txt|text|rst)$/i;
const STRINGS = /(?:^|\/)res\/values(?:-(?:b\+)?(?:zh|en)[\w+-]*)?\/(?!attrs|colors|dimens|styles|themes)[^/]+\.xml$/;
const APART = new RegExp(
  String.raw`(?:^|/)(?:tests?|androidTest|testFixtures|sharedTest|samples?|examples?|node_modules|vendor` +
    String.raw`|third[_-]?party|licenses?|javadoc|dokka|fastlane|\.github|\.git|templates?)/`,
  'i',
);
const POLICY =
  /priva(?:cy|ci)|隐私|隱私|私隱|yinsi|yszc|ysxy|ystk|个人信息(?:保护|处理)|個人資料保護|data[-_ ]?(?:safety|protection)/i;
const NOT_A_POLICY = new RegExp(
  '^(?:readme|change-?log|history|licen[cs]e|notice|contributing|code[-_]of[-_]conduct|security|authors|todo|faq' +
    String.raw`|release[-_]?notes?|whats[-_]?new|news|copying)\b`,
  'i',
);
const ASSETS =
  /(?:^|\/)(?:assets|raw|rawfile|public|static|www|web|site|docs?|legal|html|pages|protocol|agreement|resources)\//i;
const WEAK = new RegExp(
  'polic(?:y|ies)|protocol|agreement|协议|協議|条款|條款|声明|聲明|xieyi|legal|terms|gdpr|sdk|permission|权限' +
    '|儿童|未成年|child|清单|third',
  'i',
);

/** What the path of a file says about it; undefined for files that no policy is kept in. */
export function signsOf(path: string): NameSigns | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isText = TEXT.test(name) || !name.includes('.');
  if (!isText && !isStrings(path)) return undefined;
  if (APART.test(path)) return undefined;
  if (!isText) return { policy: false, possible: true };
  if (NOT_A_POLICY.test(name)) return undefined;
  const stem = name.replace(TEXT, '');
  if (POLICY.test(stem)) return { policy: true, possible: true };
  const folder = path.slice(0, path.length - name.length);
  const kept = ASSETS.test(folder) || folder === '' || POLICY.test(folder);
  const possible = WEAK.test(stem) || (name.includes('.') && kept);
  return possible ? { policy: false, possible } : undefined;
}

/** Whether a path is that of string resources of Android. */
export function isStrings(path: string): boolean {
  return STRINGS.test(path);
}

/** Formats that hold policies and cannot be read: the report must say so. */
export function isUnreadable(path: string): boolean {
  return /\.(?:doc|rtf|pages|odt|wps)$/i.test(path) && isNamedLikePolicy(path);
}

/** Word files and PDFs named after the policy. */
export function isOffice(path: string): boolean {
  return /\.(?:pdf|docx|docm)$/i.test(path) && isNamedLikePolicy(path);
}

/** Kotlin and Java files named after the policy: read where there is nothing else, for mostly they only show it. */
export function isJvm(path: string): boolean {
  return /\.(?:kt|java)$/i.test(path) && isNamedLikePolicy(path) && !/(?:Test|Tests|Spec)\.\w+$/.test(path);
}

/** Programs whose strings may hold the policy. */
export const isProgram = (path: string): boolean => isSource(path) || isJvm(path);

/** Program files named after the policy that may hold it. */
export function isCode(path: string): boolean {
  return /\.(?:kt|java|swift)$/i.test(path) && isNamedLikePolicy(path);
}

const SOURCE = /\.(?:vue|[cm]?[jt]sx?|dart|ets|json|arb)$/i;
const GENERATED =
  /\.(?:d|test|spec|stories|min|config|module|routes?)\.\w+$|(?:^|\/)(?:package|tsconfig|jsconfig)[\w.-]*\.json$/i;

/** Program files, or those in a folder, named after the policy: some apps keep its text there. */
export function isSource(path: string): boolean {
  if (!SOURCE.test(path) || GENERATED.test(path) || APART.test(path)) return false;
  const [name = '', folder = ''] = path.split('/').toReversed();
  const stem = name.replace(SOURCE, '');
  return POLICY.test(stem) || KEPT_IN.test(stem) || POLICY.test(folder) || KEPT_IN.test(folder);
}

const KEPT_IN = /polic(?:y|ies)|agreement|statement|legal|terms|protocol|协议|協議|声明|聲明|条款|條款|xieyi/i;

/** Tables of translations that ship. */
export const holdsTranslations = (path: string): boolean => isTranslations(path) && !APART.test(path);

/** A numbered text in a folder named after the policy: `privacy/01-collection.md`, `隐私政策/第二章 共享.md`. */
export function isPartOfPolicy(path: string): boolean {
  if (!TEXT.test(path) || APART.test(path)) return false;
  const [name = '', folder = '', above = ''] = path.split('/').toReversed();
  const numbered = /^(?:第[\d一二三四五六七八九十]{1,3}[章节部分]|[\d一二三四五六七八九十]{1,3}[-_.、 ])/.test(name);
  return numbered && TEXT.test(name) && (POLICY.test(folder) || (folder.length <= 8 && POLICY.test(above)));
}

/** Whether a file's own name speaks of privacy. */
export function isNamedLikePolicy(path: string): boolean {
  return !APART.test(path) && POLICY.test(path.slice(path.lastIndexOf('/') + 1));
}

/** How near a file is to what the user gets: assets and raw resources of the main source set first. */
export function shippingRank(path: string): number {
  if (/(?:^|\/)src\/main\/(?:assets|res|resources)\//.test(path)) return 4;
  if (/(?:^|\/)(?:assets|raw|rawfile|res)\//.test(path)) return 3;
  if (/(?:^|\/)(?:public|static|www|src|lib)\//.test(path)) return 2;
  return 1;
}

/** Programs that may show the policy though their names do not say so. */
export function isShownProgram(path: string): boolean {
  return /\.(?:vue|[cm]?[jt]sx?|dart|ets|kt|java)$/i.test(path) && !GENERATED.test(path) && !APART.test(path);
}

/** Pages and programs that the policy should be shown by: `privacy/index.vue`, `PrivacyScreen.tsx`, `privacy.html`. */
export function isPageOfPolicy(path: string): boolean {
  if (APART.test(path) || GENERATED.test(path) || !/\.(?:vue|[jt]sx?|dart|ets|html?|md|txt)$/i.test(path)) return false;
  const [name = '', folder = ''] = path.split('/').toReversed();
  return POLICY.test(name) ? !NOT_SHOWN.test(name) : POLICY.test(folder) && /^index\./i.test(name);
}

/** Parts of a program that have to do with the policy and do not show it. */
const NOT_SHOWN = /(?:dialog|popup|modal|service|utils?|helper|store|manager|settings?|consent|banner|provider|hooks?|api|types?)\b/i;
