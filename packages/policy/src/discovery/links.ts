import type { Files, Phrase } from '@mingshi/model';
import { decode } from '../formats/decode.ts';

const RESOURCE = new RegExp(
  String.raw`(?:^|/)(?:res/values[^/]*/[^/]+\.xml|AndroidManifest\.xml|[^/]+\.gradle(?:\.kts)?|gradle\.properties` +
    String.raw`|app\.json|pubspec\.yaml|README[^/]*)$`,
  'i',
);
const PAGE = /(?:privacy|yinsi|yszc|隐私|隱私)[^/]*\.html?$/i;
const CODE = /\.(?:kt|java|dart|tsx?|jsx?|vue|ets)$/i;
const APART = /(?:^|\/)(?:test|androidTest|samples?|examples?|node_modules|vendor)\//;
const ADDRESS = /https?:\/\/[^\s"'<>()[\]{}|\\^`，。；、）】》\u4e00-\u9fff]{4,300}/g;
const PRIVACY = /privacy|yinsi|yszc|ysxy|隐私|隱私/i;
/** Policies of platforms and SDKs are not the app's own. */
const OTHERS = new RegExp(
  String.raw`^https?://(?:[\w-]+\.)*(?:google|googleapis|firebase|android|apple|facebook|meta|microsoft|mozilla|umeng` +
    '|jiguang|jpush|qq|tencent|weixin|baidu|alipay|amap|xiaomi|mi|huawei|oppo|vivo|bytedance|pangle|csjplatform' +
    '|talkingdata|getui|apache|gnu|w3|iubenda|termsfeed|privacypolicytemplate|privacypolicies' +
    String.raw`|app-privacy-policy-generator|firebaseapp)\.(?:com|cn|org|net|co|io|dev)(?:\.cn)?(?:[/:?#]|$)`,
  'i',
);
const BYTES = 20_000_000;

/** Addresses of a policy in resources, manifests, build files, READMEs; `inCode` adds code and pages that forward. */
export function linksOf(files: Files, inCode: boolean): Phrase[] {
  const links: Phrase[] = [];
  const seen = new Set<string>();
  let room = BYTES;
  for (const path of files.list()) {
    if (!(RESOURCE.test(path) || (inCode && (CODE.test(path) || PAGE.test(path)))) || APART.test(path)) continue;
    const size = files.size(path);
    if (size > 2_000_000 || size > room) continue;
    room -= size;
    const bytes = files.read(path);
    if (!mentions(bytes, PRIVACY)) continue;
    const text = decode(bytes)?.text ?? '';
    for (const link of linksIn(path, text)) {
      if (!seen.has(link.text)) links.push(link);
      seen.add(link.text);
    }
  }
  return links;
}

/** A quick look at a file's words; whatever its encoding, Latin ones are found. */
export function mentions(bytes: Uint8Array, words: RegExp): boolean {
  return words.test(utf8.decode(bytes));
}

const utf8 = new TextDecoder();

/** Addresses that speak of privacy themselves, or on whose line something else does. */
function* linksIn(file: string, text: string): Iterable<Phrase> {
  for (const match of text.matchAll(ADDRESS)) {
    const url = match[0].replace(/[.,;:!?]+$/, '');
    if (OTHERS.test(url)) continue;
    const start = match.index;
    const line = text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - 200), start);
    const own = PRIVACY.test(url);
    if (!own && !(PRIVACY.test(line) && !/xmlns|schema|agreement|协议/i.test(line.slice(-80)))) continue;
    yield { text: url, at: { file, start, end: start + url.length } };
  }
}
