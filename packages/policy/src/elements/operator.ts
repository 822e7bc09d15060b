import { forAll, NOTHING, type Found } from './found.ts';
import { hasAddress, isPlaceholder, linkIn, mailIn, messengerIn, phoneIn } from './channels.ts';
import { cuesIn, has, isHeading, underHeading, type Passage } from './passages.ts';

/** Who runs the app, and how to reach them. */
export const readOperator = forAll((passage, all) => {
  const name = operatorName(passage, all[passage.index - 1]);
  const contact = contactOf(passage, all);
  const officer = has(passage, 'dpo') && !isHeading(passage) && !AUTHORITY.test(passage.text);
  if (!name && !contact && !officer) return NOTHING;
  const found: Found[] = [];
  if (name) found.push(name);
  if (contact && !isOthers(passage)) found.push(contact);
  if (officer) {
    const reachable = [passage, all[passage.index + 1], all[passage.index + 2]].some((next) => next && channelOf(next, labelOf(next, all)));
    found.push({ id: 'dpo', told: reachable ? 'yes' : 'partial', score: 0 });
  }
  return found;
});

/** 向个人信息保护部门投诉: an authority, and none of the operator's people. */
const AUTHORITY = /(?:向|至|履行)[^，。；我]{0,8}个人信息保护(?:职责的?)?(?:监管|主管|行政)?(?:部门|机关|机构)[^，。；]{0,4}(?:投诉|举报|申诉)/;

/** A sentence about third parties' own affairs. */
function isOthers(passage: Passage): boolean {
  return passage.kind === 'sdk-list' || has(passage, 'complaint-channel.authority') || OTHERS.test(passage.text);
}

/** SDK, but not within kefu@sdkhome.example. */
const OTHERS = /第三方(?:公司|SDK)?名称|(?<![a-z@.-])SDK(?![a-z]*\.)|隐私政策链接|opt[- ]out of|third[- ]part(?:y|ies)['’]s? (?:privacy )?polic/i;

function operatorName(passage: Passage, above: Passage | undefined): Found | undefined {
  if (!has(passage, 'operator-identity', 'operator-identity.person')) return undefined;
  if (passage.kind === 'sdk-list' || passage.sentence.text.length > 2000) return undefined;
  const company = cuesIn(passage, 'operator-identity')
    .map((cue) => companyEndingAt(passage, cue.end))
    .find((name) => name !== undefined && !isPlaceholder(name));
  const self = has(passage, 'operator-identity.self');
  // A name alone on its line looks like a title, too.
  const title = isHeading(passage) && above && isHeading(above) ? above : passage;
  const home = underHeading(title, 'operator-identity') || underHeading(title, 'contact');
  if (company && !isPlaceholder(passage.text.slice(0, 200))) {
    if (OTHERS.test(passage.text) || has(passage, 'third-party-sdk-list.names')) return undefined;
    if (SERVICE.test(passage.text)) return undefined;
    if (self || home) return named(company, (self ? 2 : 0) + (home ? 1 : 0));
    if (passage.index < 12 && LEGAL_FORM.test(company)) return named(company, 0);
    return undefined;
  }
  const person = personIn(passage);
  return person && !isPlaceholder(person) ? named(person, home ? 1 : 0) : undefined;
}

/** 推送服务由…提供: whoever does one thing for the app. */
const SERVICE = /^[^，。]{0,8}(?:推送|短信|支付|地图|统计|登录|定位|存储|广告|物流|配送|验证)(?:服务|功能|技术)?由/;

function named(name: string, score: number): Found {
  return { id: 'operator-identity', told: 'yes', score, values: { name } };
}

/** The name that ends with a word for a company: back to the nearest word that cannot belong to it. */
function companyEndingAt({ text, language }: Passage, end: number): string | undefined {
  const before = text.slice(Math.max(0, end - 60), end);
  const name = (language === 'zh' ? COMPANY_ZH : COMPANY_EN).exec(before)?.[0].replace(PREFIX, '').trim();
  // where all is in capitals, they make no name
  if (name && language === 'en' && !LOWER.test(text) && !SHOUTED_FORM.test(name)) return undefined;
  return name && name.length >= (language === 'zh' ? 6 : 4) ? name : undefined;
}

const COMPANY_ZH = /(?:华为|(?![由是为与和及或向即称系对在的])[\u4e00-\u9fff]|[A-Za-z0-9&·]|[(（][\u4e00-\u9fff]{2,8}[)）]){2,40}$/;
/** Words before a name that the name does not begin with. */
const PREFIX = /^(?:仅?适用于?|欢迎(?:使用|访问)|感谢(?:使用|您)|指|本(?:协议|政策|公司)|以及|我们|现|(?:19|20)\d{2}[-–]?(?:\d{4})? |(?:By|For|At|The|And|Of|To|In|We) )+/;
const LEGAL_FORM = /公司|事务所|合伙|\b(?:Inc|Ltd|Limited|LLC|GmbH|Corp|Corporation|Pty|PLC|B\.V|OOO|Oy|AB|Co)\b/;
const LOWER = /[a-z]/;
const SHOUTED_FORM = /\b(?:INC|LTD|LIMITED|LLC|GMBH|CORP|CORPORATION|PLC|CO)\b/;
const COMPANY_EN = /(?:[A-Z0-9][\w&'’.-]*,? ){1,5}[A-Z][\w.]*\.?$/;

/** A person or group that says it made the app. */
function personIn(passage: Passage): string | undefined {
  const maker = passage.language === 'zh' ? MADE_BY.exec(passage.text)?.[1] : undefined;
  if (maker) return maker;
  const cue = cuesIn(passage, 'operator-identity.person')[0];
  if (!cue) return undefined;
  const after = passage.text.slice(cue.end, cue.end + 60);
  if (passage.language === 'zh') {
    return /^[\s*_:：]*([\u4e00-\u9fff·]{2,8}?|[A-Za-z][\w .-]{1,30})(?=$|[\s，。,;；*(（]|独立|开发|维护|运营)/.exec(after)?.[1];
  }
  const name = /^[\s*_:"“]*((?:[A-Z][\w'’.-]*[ ,]?){1,4})/.exec(after)?.[1]?.trim();
  if (name && !/^(?:The|This|These|Our|Your|You|We|A|An|It)\b/.test(name)) return name;
  const builder = /(?:^|\. )((?:[A-Z][\w'’.-]{0,30} ){1,4})built the\b/.exec(passage.text)?.[1];
  return builder?.trim();
}

/** 本应用由某某个人开发. */
const MADE_BY = /(?:本应用|本软件|本产品|本程序|本游戏|App)\s?由(?!我们|本人|您)([\u4e00-\u9fff·]{2,6}?|[A-Za-z][\w .-]{1,30}?)\s?(?:个人|独立|一人|单独|自主)(?:设计)?[、和与]?(?:开发|制作|运营|维护)/i;

/** The best way to reach the operator that a passage gives. */
function contactOf(passage: Passage, all: readonly Passage[]): Found | undefined {
  const near = has(passage, 'contact') || underHeading(passage, 'contact') || passage.kind === 'contact';
  const label = labelOf(passage, all);
  const channel = channelOf(passage, label);
  if (channel) {
    const home = (near ? 2 : 0) + (passage.kind === 'contact' || underHeading(passage, 'contact') ? 1 : 0);
    if (!('mail' in channel || 'filled' in channel || near || label || leadsIn(passage.lead ?? all[passage.index - 1]))) return undefined;
    const only = Object.keys(channel).join();
    const seat = only === 'address' && /注册地址|住所|registered (?:office|address|in)/i.test(passage.text);
    // An issue tracker is public: no way to write about one's own data.
    const tracker = only === 'url' && /github|gitlab|gitee|issues?\b/i.test(channel['url'] ?? '');
    return { id: 'contact', told: seat || tracker ? 'partial' : 'yes', score: home, values: channel };
  }
  if (near && !isHeading(passage) && APP_PAGE.test(passage.text) && TURNS_TO.test(passage.text)) return { id: 'contact', told: 'yes', score: 1 };
  if (isHeading(passage) || !(has(passage, 'contact.in-app') || PROMISED.test(passage.text))) return undefined;
  if (isThirdPartyHelp(passage)) return undefined;
  const page = cuesIn(passage, 'contact.in-app').some(({ start, end }) =>
    TURNS_TO.test(passage.text.slice(Math.max(0, start - 90), passage.language === 'zh' ? end + 30 : start)) && !isData(passage, start, end),
  );
  if (!page && !PROMISED.test(passage.text)) return undefined;
  return { id: 'contact', told: page && linkIn(passage.text) && near ? 'yes' : 'partial', score: near ? 1 : 0 };
}

/** 投诉描述、意见反馈、评价等内容: what users write, not where they turn to. */
function isData({ text }: Passage, start: number, end: number): boolean {
  return /[、:：]$|(?:如|包括|例如)$/.test(text.slice(0, start)) && /^(?:、[^。；]{0,40})?等?(?:[^，。；、]{0,6})?(?:信息|内容|资料|记录|数据|说明)/.test(text.slice(end));
}

/** The way through the menus to the page where users write: “我的-意见反馈”, "Me - Feedback". */
const APP_PAGE =
  /[“"「『【](?:我的?|设置|更多|关于|个人中心|首页|me|my|profile|settings|more|menu|about)[^”"」』】]{0,20}[-—–>→/][^”"」』】]{0,20}(?:反馈|客服|帮助|联系|feedback|support|contact|help)[^”"」』】]{0,10}[”"」』】]|(?:我的|设置|更多|个人中心|\b(?:me|profile|settings|more|menu|about))\s?(?:[-—–>→]|->)\s?[^”“"。.;，,]{0,24}(?:反馈|客服|\b(?:feedback|support|contact|help)\b)/i;

const TURNS_TO = /联系|反馈|留言|咨询|投诉|沟通|提交|\b(?:contact(?:ing)?|reach|ask|answer|open|file|submit|visit|questions?)\b/i;
/** A way that is named but not given: 通过官方公布的客服与我们联系. */
const PROMISED = /(?:通过|经由)[^。]{2,40}(?:与我们(?:取得)?联系|联系我们|向我们反馈|与我们沟通)/;

/** A lead-in that promises ways of contact on the lines below. */
function leadsIn(passage: Passage | undefined): boolean {
  return passage !== undefined && has(passage, 'contact') && /[:：]\s*$/.test(passage.text);
}

function isThirdPartyHelp({ text }: Passage): boolean {
  return /第三方|收集|接入|third[- ]part|collect/i.test(text);
}

/** 联系电话 on a line of its own above the number. */
export function labelOf(passage: Passage, all: readonly Passage[]): Passage | undefined {
  const above = all[passage.index - 1];
  if (!above || above.sentence.document !== passage.sentence.document || above.text.length > LABEL || passage.text.length > VALUE) return undefined;
  return has(above, 'contact.phone') && !/[。；;!?！？]$/.test(above.text) && !phoneIn(above.text) ? above : undefined;
}

const LABEL = 24;
const VALUE = 60;

/** A named channel in a passage, as values; the word for a telephone may stand in the line above, its label. */
export function channelOf(passage: Passage, label?: Passage): Readonly<Record<string, string>> | undefined {
  const { text, language } = passage;
  const mail = mailIn(text);
  const phone = label || has(passage, 'contact.phone') || passage.headingCues.has('contact.phone') || DIALLED.test(text) ? phoneIn(text) : undefined;
  const address = has(passage, 'contact.address') && !isPlaceholder(text) && hasAddress(text, language);
  const im = has(passage, 'contact.im') || /QQ|群|t\.me|discord\.gg|wa\.me/i.test(text) ? messengerIn(text) : undefined;
  const link = has(passage, 'contact') && CONTACT_LINK.test(text) ? linkIn(text) : undefined;
  const filled = text.includes('.') ? FILLED_IN.exec(text)?.[1] : undefined;
  if (!mail && !phone && !address && !im && !link && !filled) return undefined;
  return {
    ...(filled && { filled }),
    ...(mail && { mail }),
    ...(phone && { phone }),
    ...(address && { address: 'given' }),
    ...(im && { messenger: im }),
    ...(link && { url: link }),
  };
}

/** An address that the program fills in: 邮箱：APP_CONFIG.email. */
const FILLED_IN = /(?:^|[\s：:（(「“{$])([A-Za-z_$][\w$]{0,40}(?:\.[\w$]{1,40}){0,3}\.\w{0,20}(?:e?mail|phone|hotline|tel))(?![\w.@])/i;

/** A number on its own by which users get in touch: 请通过 95000 与我们联系. */
const DIALLED = /(?:通过|拨打|致电)\s?[“"「]?[\d+()（）-][\d ()（）-]{3,18}[”"」]?\s?(?:与|和|跟|来|向|联系)/;

/** An address that leads to a page for questions, not to some policy. */
const CONTACT_LINK =
  /(?:https?:\/\/|www\.)[^\s，。；、）)]{0,100}(?:support|contact|help|feedback|kefu|service|issue|discussion|ticket|kf\.|report)|\bcontact(?: (?:us|me)[^.]{0,80}|:\s?)(?:https?:|www\.)|联系(?:我们|方式|开发者|作者|运营者)?[^，。；、]{0,12}(?:https?:|www\.)|(?:https?:|www\.)[^\s，。；、]{4,100}\s?(?:与|和|跟|向|来)?(?:我们|开发者|作者)?(?:取得)?联系/i;
