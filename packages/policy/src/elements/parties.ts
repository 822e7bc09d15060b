import { isFullName } from '@mingshi/model';
import { hasAny } from './cues.ts';
import { forAll, NOTHING, type Found } from './found.ts';
import { cuesIn, has, isDenied, isHeading, underHeading, type Passage } from './passages.ts';
import { oneOf } from '../text/one-of.ts';

/** Who else gets the data, by name or not, and where data go. */
export const readParties = forAll((passage, all) => {
  const isGiven = isReceiver(passage);
  return isGiven || mayTell(passage) ? told(passage, all, isGiven) : NOTHING;
});

/** Without any of these nothing of the kind is told; most sentences have none. */
function mayTell(passage: Passage): boolean {
  const { cues, kind, text, headingCues, headingNames, lead, block } = passage;
  if ((block.kind === 'cell' && lead !== undefined) || kind === 'sdk-list' || text.includes('SDK')) return true;
  if (headingCues.size > 0 || headingNames.size > 0 || hasAny(cues, CUES) || (text.includes('://') && isListedAt(text))) return true;
  return block.kind === 'item' && isFullName(text);
}

const CUES = [
  'third-parties', 'third-party-sdk-list.names', 'summary-and-list', 'no-third-parties.deny', 'storage-location', 'cross-border', 'biometric', 'vpn',
];

function told(passage: Passage, all: readonly Passage[], isGiven: boolean): readonly Found[] {
  const found: Found[] = [];
  const isTitle = isHeading(passage);
  if (!isTitle && has(passage, 'third-parties')) addThirdParties(found, passage);
  const list = listed(passage, all, isGiven);
  if (list) found.push(list);
  if (isTitle || passage.cues.size === 0) return found;
  addPlaces(found, passage);
  if (has(passage, 'biometric')) addBiometrics(found, passage, all);
  const vpn = cuesIn(passage, 'vpn')[0];
  if (vpn && !isDenied(passage, vpn.start) && !USERS_VPN.test(passage.text)) found.push({ id: 'vpn', told: 'yes', score: 0 });
  return found;
}

function addThirdParties(found: Found[], passage: Passage): void {
  if (has(passage, 'third-parties.flow') && !DENIES.test(passage.text) && !LINKS.test(passage.text) && !OURSELVES.test(passage.text)) {
    found.push({ id: 'third-parties', told: 'yes', score: /SDK|共享|share/i.test(passage.text) ? 1 : 0 });
  }
}

/** 及其关联公司（以下统称“我们”）: who runs the app, and no third party. */
const OURSELVES = /关联(?:公司|方|企业|实体|机构)[^，。；（(]{0,12}[（(](?:以下)?[^，。；（）()]{0,16}称[^（）()。；]{0,24}我们/;

/** Words that deny that data go to third parties. */
export const DENIES = /不会|不与|不向|未集成|没有|未接入|不接入|不集成|不嵌入|不包含|未经|\bnot\b|\bnever\b|\bno\b|\bwithout\b|n['’]t\b/i;
const LINKS = /链接|网站|\blinks?\b|\bwebsites?\b/i;

/** Third parties by name with what they get or do, or the word that there are none. */
function listed(passage: Passage, all: readonly Passage[], isGiven: boolean): Found | undefined {
  const id = 'third-party-sdk-list';
  const { text, block } = passage;
  const home = passage.kind === 'sdk-list' || underHeading(passage, id);
  if (isHeading(passage)) {
    const next = all[passage.index + 1];
    return home && next && NONE.test(next.text) ? { id, told: 'yes', score: 1 } : undefined;
  }
  if (has(passage, 'no-third-parties.deny') && CODE.test(text)) {
    return { id, told: 'yes', score: 1 };
  }
  if (isRecipient(passage, all)) return { id, told: 'yes', score: 2 };
  if (isEntry(passage, all) || isListedAt(text)) return { id, told: 'yes', score: 1 };
  if (isGiven || (home && LABELS.test(text)) || isEnumerated(passage)) return { id, told: 'yes', score: 2 };
  const named = has(passage, `${id}.names`) || namesSdk(text);
  if ((!named && !home) || DENIES.test(text.replace(NO_OTHERS, '')) || SIGN_IN.test(text)) return undefined;
  const fact = has(passage, `${id}.fact`);
  const inTable = block.kind === 'cell' || block.kind === 'item';
  if (home && (named || (inTable && LINK.test(text)))) return { id, told: 'yes', score: 3 };
  if (named && fact && (has(passage, 'third-parties') || SERVES.test(text))) {
    return { id, told: EXAMPLE.test(text.replaceAll(OF_DATA, '')) ? 'partial' : 'yes', score: 1 };
  }
  const entry = named && block.kind === 'item' && text.length <= 60;
  if (entry && promised(passage, all)) return { id, told: 'yes', score: 1 };
  return undefined;
}

/** 外部服务商：甲（短信）；乙（寄送，收件人姓名）: a label, and parties each with what it does, or parties known by name. */
function isEnumerated(passage: Passage): boolean {
  const label = SUPPLIERS.exec(passage.text);
  if (!label || DENIES.test(passage.text) || EXAMPLE.test(passage.text)) return false;
  const end = label.index + label[0].length;
  return BRACKETED.test(passage.text.slice(end)) || cuesIn(passage, 'third-party-sdk-list.names').filter(({ start }) => start >= end).length > 1;
}

const SUPPLIERS = /(?:服务商|供应商|合作方|合作伙伴|第三方|受托方|组件|SDK)(?:[^,，。;；:：]{0,6}[:：]|有)|\b(?:providers?|suppliers?|(?:sub)?processors?|partners?|third parties|components|recipients)\b(?: are\b|[^.:,]{0,60}:)/i;
const BRACKETED = /^\s?[^（(；;、，,。]{2,24}[（(][^）)。]{2,60}[）)]\s?(?:[；;、,，和]|and)\s?[^（(；;、。]{2,24}[（(]/;
/** Labels of an entry: 公司名称：…；使用目的：…. */
const LABELS = /(?:公司名称|第三方名称|SDK ?名称|接收方|使用目的|共享信息|\b(?:company|provider|purpose)\b)[^,，。;；:：]{0,12}[:：]/i;
const RECIPIENT = /第三方|接收方|受托方|合作方|合作伙伴|third[- ]part|recipient|processor|partner/i;
const NO_PARTY = /信息|数据|权限|政策|链接|目的|用途|data|information|purpose|polic|link/i;
const GETS = /信息|数据|字段|[拿得收]到|获取|\bdata\b|information|\b(?:gets?|receives?)\b/i;
/** Above names: 名称, SDK, "Name". */
const NAMES = /名称|SDK|谁|公司|\bname|\bwho\b|\bcompany/i;
const COMPANIES = /^\s*(?:公司|机构|企业|名称|单位|company|name|organi[sz]ation)(?:名称)?\s*$/i;

/** 接收方：某某有限公司；信息：…, or the company as the name of an item: who gets data, and which. */
function isReceiver({ text, block }: Passage): boolean {
  if (!/[:：]/.test(text)) return false;
  if (ENTRY.every((label) => label.test(text))) return true;
  const labelled = RECEIVES.test(text) || (block.kind === 'item' && COMPANY.test(text));
  return labelled && isFullName(text) && GETS_ALL.test(text) && !DENIES.test(text) && !/@|https?:/.test(text);
}

/** 名称：…；公司：…；收集的信息：…: a row of a list, written as one line. */
const ENTRY = [
  /(?:^|[\s；;•-])(?:第三方|合作方|接收方|SDK|产品|服务)?(?:名称|name)\s?[:：]/i,
  /(?:公司|机构|提供方|服务商|主体|\bcompany|\bprovider|\bvendor)[^；;:：,，]{0,6}[:：]/i,
  /(?:信息|数据|字段|\bdata|\binformation)[^；;:：,，]{0,12}[:：]/i,
];

/** A company as an item of its own, with what it gets in the items behind it. */
function isEntry({ block, text, index, heading, lead }: Passage, all: readonly Passage[]): boolean {
  if (block.kind !== 'item' || text.length > 40 || !isFullName(text) || !RECIPIENT.test(`${heading} ${lead?.text ?? ''}`)) return false;
  return [1, 2, 3].some((step) => all[index + step]?.block.kind === 'item' && GETS_LABEL.test(all[index + step]?.text ?? ''));
}

const GETS_LABEL = /(?:信息|数据|字段|\bdata|\binformation)[^:：]{0,12}[:：]/i;
/** The list has a page of its own. */
function isListedAt(text: string): boolean {
  return text.includes('://') ? LISTED_AT.test(text) : LIST.test(text) && (LISTED_IN.test(text) || LISTED_BY_NAME.test(text));
}

const LIST = /[清名]单|名录|目录|列表|\blist|\bpartners\b/i;
/** The list is a page of the app: 在“设置—第三方清单”查看. */
const LISTED_IN = oneOf(
  'i',
  /(?:查看|查阅|点击|列在|列于|打开|进入)[^。；“「【]{0,12}[“「【][^。；”」】]{1,20}[-—–>→][^。；”」】]{0,14}(?:共享|第三方|合作|SDK)[^。；”」】]{0,8}(?:清单|名单|名录|目录|列表)/,
  /\b(?:tap|open|go to|page|under)\b[^.]{0,16}\b(?:me|settings|privacy|about|profile)\b[^.]{0,24}[>→][^.]{0,20}\b(?:partners|third part(?:y|ies)|shar(?:ing|ed)[^.>]{0,12}list|SDK[^.>]{0,8}list)\b/,
);
/** 见《第三方 SDK 目录》: the list has a name. */
const LISTED_BY_NAME = /(?:见|查看|查阅|点击|阅读|列[于在])[^。；《]{0,8}《[^》]{0,20}(?:第三方|合作方|合作伙伴|SDK|共享)[^》]{0,10}(?:清单|名单|名录|目录|列表)》|\b(?:set out|listed|found|contained|see|refer to|consult) (?:in |to )?(?:our |the )?(?:List of (?:Third|Partners|SDKs|Processors|Recipients)|[A-Z][\w-]*(?: [A-Z][\w-]*){0,3} List\b)/;
const LISTED_AT = oneOf(
  'i',
  /(?:第三方|合作方|合作伙伴|SDK)[^。；]{0,16}(?:清单|名单|目录|列表)[^。；]{0,20}https?:\/\//,
  /(?:接入|使用|集成|合作)[^。；]{0,8}(?:第三方|合作方|合作伙伴|SDK)[^。；]{0,8}(?:见|参见|详见|列在|查看)[^。；]{0,8}https?:\/\//,
  /\blist of [^.]{0,24}(?:processors|partners|third[- ]parties|providers|vendors|recipients|SDKs)\b[^.]{0,30}https?:\/\//,
  /\b(?:partners?|third[- ]part(?:y|ies)|providers?|recipients?|processors?|SDKs?)\b[^.]{0,40}\blist(?:ed)?\b[^.]{0,30}https?:\/\//,
);

const COMPANY = /^[\s•*·-]*[^:：,，。;；]{2,40}(?:公司|\b(?:Ltd|Inc|LLC|GmbH|Corp|Limited)\b\.?)\s?[:：]/;
const RECEIVES =
  /(?:接收方|受托方|合作方|合作(?:公司|机构|厂商)|第三方)[^,，。;；:：]{0,8}[:：]|\b(?:recipients?|processors?|partners?|service providers?|third part(?:y|ies))[^.,;:]{0,12}:/i;
const GETS_ALL = /信息|数据|资料|姓名|电话|手机号|地址|设备|\b(?:data|information|name|address|e-?mail|phone|device)\b/i;

/** A third party's name in a table that tells which data each gets. */
function isRecipient({ lead, block, text, index, heading, cues }: Passage, all: readonly Passage[]): boolean {
  if (!lead || !block.table || NO_PARTY.test(lead.text) || NONE.test(text)) return false;
  // Under a title that speaks of others the column of names may be called just 公司.
  const isNames = COMPANIES.test(lead.text) && RECIPIENT.test(heading) && isFullName(text);
  const isKnown = cues.has('third-party-sdk-list.names') && NAMES.test(lead.text);
  if (!isNames && !isKnown && !RECIPIENT.test(lead.text)) return false;
  for (let i = index + 1; i <= index + 12; i++) {
    const next = all[i];
    if (next?.block.table?.index !== block.table.index || next.block.table.row !== block.table.row) return false;
    if (isNames && GETS_ALL.test(next.text)) return true;
    if (next.lead && GETS.test(next.lead.text) && !NONE.test(next.text)) return true;
  }
  return false;
}

/** The item belongs to a list of third parties. */
function promised(passage: Passage, all: readonly Passage[]): boolean {
  for (let i = passage.index - 1; i >= Math.max(0, passage.index - 12); i--) {
    const before = all[i];
    if (before && before.block.kind !== 'item') return has(before, 'third-parties') && /[:：]\s*$/.test(before.text);
  }
  return false;
}

/** Words before SDK that are no name. */
const NO_NAME =
  /(?:第三方|方|此类|这类|各类|一些|相关|通过|过|或者?|使用|接入|嵌入|集成|包含|包括|含|的|等|该|其|和|及|party|the|our|an?|such|any)$/i;

/** A name before SDK: 某某推送SDK, not 第三方SDK. */
function namesSdk(text: string): boolean {
  if (!text.includes('SDK')) return false;
  for (const [, name = ''] of text.matchAll(/([A-Za-z+\u4e00-\u9fff]{2,12})\s?SDK(?!s)/g)) {
    if (!NO_NAME.test(name)) return true;
  }
  return false;
}

/** 别的没有: the list is whole. */
const NO_OTHERS = /(?:别的|其他的?|此外|除此之外)(?:都|再)?没有[^，。；]{0,4}|没有(?:别的|其他)[^，。；]{0,4}|\b(?:nothing else|no others?|not? any others?)\b/i;
/** Code of others within the app. */
const CODE = /SDK|third[- ]party (?:sdk|librar|code|track|analytic)|第三方(?:分析|统计|广告)/i;
const NONE = /^[\s*_-]*(?:无|没有|none|n\/a)[\s。.*_]*$/i;
const SIGN_IN =
  /分享到|登录方式|(?:账号|账户)登录|\b(?:sign|log)(?:ged)? ?in\b|\bconnect\b|\bsocial (?:network|media)|\bopt[- ]out\b|\bplugin|\bbutton/i;
/** 设备标识（例如 IMEI）: an example of the data, not of who gets them. */
const OF_DATA = /(?:信息|标识符?|数据|参数|权限|识别码)\s?[（(](?:例如|比如|如)[^（()）]{0,60}[）)]/g;
/** Named only to give an idea. */
const EXAMPLE = /例如|比如|[(（]如|等第三方|\b(?:such as|for example|e\.g\.|like|including|among others)\b/i;
const LINK = /https?:\/\/|www\./i;
const SERVES = /集成|接[入了]|用了|交给|发给|只有|嵌入|采用|使用了|合作|提供|共享|\b(?:pass(?:es)? (?:it|them|data|on)|uses?|used|using|integrat\w+|share\w*|provided by|powered by|collect\w*|managed by)\b/i;

/** Where data are stored, and whether they go abroad. */
function addPlaces(found: Found[], passage: Passage): void {
  const { text } = passage;
  if (has(passage, 'storage-location') && has(passage, 'storage-location.place') && DATA.test(text)) {
    found.push({ id: 'storage-location', told: 'yes', score: /境内|local|本地|\bin the\b/i.test(text) ? 1 : 0 });
  }
  const abroad = cuesIn(passage, 'cross-border')[0];
  if (!abroad || !has(passage, 'cross-border.move') || !DATA.test(text)) return;
  if (/^outside the$/i.test(text.slice(abroad.start, abroad.end)) && !PLACE.test(text)) return;
  const denied = ABROAD_DENIED.test(text);
  found.push({ id: 'cross-border', told: 'yes', score: denied ? 0 : 1, values: { abroad: denied ? 'no' : 'yes' } });
}

const DATA = /信息|数据|资料|姓名|护照|^[\s*]*(?:存储|存放|保存|储存)(?:地[点域]?|位置)\s?[:：]|\b(?:information|data|details|your name|passport)\b|^[\s*]*(?:storage location|(?:place|location) of storage)\s?:/i;
const PLACE = /\b(?:country|countries|eea|european|union|states|jurisdiction|eu|uk)\b/i;
const ABROAD_DENIED = /不(?:会|向|在|进行|涉及)[^。]{0,30}(?:境外|跨境|出境)|(?:不存在|未|没有)[^,，。]{0,12}(?:境外|跨境|出境)|(?:境外|跨境|出境)[^。]{0,12}不(?:会|存在)|\bnot\b[^.]{0,60}(?:outside|other countr|international|abroad)/i;

/** Whether biometrics are taken, and asked for. */
function addBiometrics(found: Found[], passage: Passage, all: readonly Passage[]): void {
  const { text } = passage;
  const not = cuesIn(passage, 'biometric.not');
  const biometric = cuesIn(passage, 'biometric').find(
    (cue) => !not.some((other) => other.start <= cue.start && cue.end <= other.end),
  );
  const collected = biometric && has(passage, 'biometric.collect') && passage.kind !== 'definitions';
  if (collected && !NOT_COLLECTED.test(text) && !DEFINES.test(text) && !staysOnDevice(passage, all)) {
    if (!SYSTEM.test(text)) found.push({ id: 'biometric', told: 'yes', score: 0 });
    const near = [passage, all[passage.index - 1], all[passage.index + 1]];
    const asked = near.some((next) => isBeside(next, passage) && has(next, 'biometric-consent'));
    if (asked) found.push({ id: 'biometric-consent', told: 'yes', score: 0 });
  }
}

/** 用到人脸信息。这些信息仅在您的设备上使用，我们不收集: the paragraph goes on to say that they never leave the device. */
function staysOnDevice({ block, index, text }: Passage, all: readonly Passage[]): boolean {
  const rest = [all[index + 1], all[index + 2]].filter((next) => next?.block === block);
  return [text, ...rest.map((next) => next?.text ?? '')].some((each) => ON_DEVICE.test(each));
}

const ON_DEVICE =
  /(?:信息|数据|特征|照片|图像|模板|它们)[^，。；]{0,6}[仅只](?:会|在|保存|存储|存放|留){0,3}(?:您|用户)?的?(?:手机|设备|本地|终端)[^。；]{0,24}(?:不会?(?:进行|被)?|从不|均不)(?:收集|上传|获取|存储)/;

/** Whether two sentences stand in one paragraph. */
function isBeside(next: Passage | undefined, passage: Passage): next is Passage {
  return next?.block === passage.block;
}

const NOT_COLLECTED = /不会|不收集|不存储|\bnot\b|\bnever\b|n['’]t\b/i;
/** A VPN that the user brings along. */
const USERS_VPN = /(?:您|用户)使用[^。]{0,6}VPN|\byou (?:use|are using|connect)\b[^.]{0,20}\ba vpn\b/i;
/** A list of what counts as sensitive, or what the law asks of everybody; not what is collected. */
const DEFINES = /(?:法律|法规|规定|要求|法》)[^。；我您本]{0,8}(?:收集|处理|使用)[^。；我您本]{2,40}应当?(?:取得|征得|获得)|信息[,，]?(?:是指|指|包括)|敏感(?:个人)?信息[\s*]*[:：][\s*]*包括|[:：]指|\bmeans\b|\bdefined as\b/i;
/** The phone's own lock: the app gets a yes or no. */
const SYSTEM = /系统(?:提供的|自带的)?(?:指纹|面容|人脸|生物)|指纹锁|应用锁|解锁|\bunlock|\bdevice's biometric|\bsystem biometric|\bbiometric prompt/i;
