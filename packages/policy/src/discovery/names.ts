/** What a path says about a file, before it is opened. */
export interface NameSigns {
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
  if (APART.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isStrings(path)) return { policy: false, possible: true };
  if (!TEXT.test(name) && name.includes('.')) return undefined;
  if (NOT_A_POLICY.test(name)) return undefined;
  const stem = name.replace(TEXT, '');
  if (POLICY.test(stem)) return { policy: true, possible: true };
  const folder = path.slice(0, path.length - name.length);
  const kept = ASSETS.test(folder) || folder === '' || POLICY.test(folder);
  const possible = WEAK.test(stem) || (name.includes('.') && kept);
  return possible ? { policy: false, possible } : undefined;
}

export function isStrings(path: string): boolean {
  return STRINGS.test(path);
}

/** Formats that hold policies and cannot be read: the report must say so. */
export function isUnreadable(path: string): boolean {
  return /\.(?:pdf|docx?|rtf|pages|odt)$/i.test(path) && isNamedLikePolicy(path);
}

/** Program files named after the policy: some apps keep its text in code. */
export function isCode(path: string): boolean {
  return /\.(?:kt|java|dart|tsx?|jsx?|vue|ets|swift|json)$/i.test(path) && isNamedLikePolicy(path);
}

function isNamedLikePolicy(path: string): boolean {
  return !APART.test(path) && POLICY.test(path.slice(path.lastIndexOf('/') + 1));
}

/** How near a file is to what the user gets: assets and raw resources of the main source set first. */
export function shippingRank(path: string): number {
  if (/(?:^|\/)src\/main\/(?:assets|res|resources)\//.test(path)) return 4;
  if (/(?:^|\/)(?:assets|raw|rawfile|res)\//.test(path)) return 3;
  if (/(?:^|\/)(?:public|static|www|src|lib)\//.test(path)) return 2;
  return 1;
}
