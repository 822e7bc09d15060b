import { onceFor } from '@mingshi/knowledge';
import type { PolicyStatement, SectionKind, UnconditionalSign } from '@mingshi/model';
import { byLanguage } from '../text/by-language.ts';
import { isHeading, type Passage } from '../elements/passages.ts';
import { before, behind, sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';
import { anyOf } from './words.ts';

/** What the policy says, or denies, without any condition, exception or scope in the sentence or right around it. */
export const readUnconditional: SignReader = function* (policy) {
  const { statements, passages, passageOf, sectionKinds, knowledge } = policy;
  const scope = scopeOf(knowledge);
  for (const statement of statements) {
    const passage = passageOf(statement);
    const of = deedOf(statement);
    if (!passage || !of || (of === 'sharing' && statement.condition) || !isOwn(statement, passage)) continue;
    const section = sectionKinds[statement.document]?.[statement.section] ?? 'other';
    if (ELSEWHERE.has(section) && !(section === 'cookies' && isOfCookies(statement))) continue;
    if (statement.negated ? !isFlat(passage, passages, scope) : !isPlain(statement, passage)) continue;
    if (statement.negated && !DENIES[passage.language][of].test(passage.text)) continue;
    const types = statement.negated && ANY.test(passage.text) ? deniedOf(statement) : kindsOf(statement);
    if (types.length === 0) continue;
    yield {
      kind: 'unconditional', document: statement.document, quote: sentenceOf(passage), says: statement.negated ? 'denies' : 'does', of, types,
    } satisfies UnconditionalSign;
  }
};

/** What is uploaded is collected, and so are cookies that are used; a permission only opens what the device may keep to itself. */
function deedOf(statement: PolicyStatement): 'collecting' | 'sharing' | undefined {
  const { action, negated } = statement;
  if (action === 'share') return 'sharing';
  const isCollecting = action === 'collect' || action === (negated ? 'request-permission' : 'transfer');
  return isCollecting || isOfCookies(statement) ? 'collecting' : undefined;
}

function isOfCookies({ action, dataTypes }: PolicyStatement): boolean {
  return (action === 'use' || action === 'other') && dataTypes.length > 0 && dataTypes.every(({ id }) => id === 'cookie');
}

const kindsOf = ({ dataTypes }: PolicyStatement): readonly string[] => dataTypes.filter(({ generic }) => !generic).map(({ id }) => id);

/** The kinds that are denied, or all: any data, any personal data. */
function deniedOf(statement: PolicyStatement): readonly string[] {
  const kinds = kindsOf(statement);
  return kinds.length > 0 ? kinds : statement.dataTypes.slice(0, 1).map(({ id }) => id);
}

const scopeOf = onceFor((knowledge) =>
  byLanguage((language) => {
    const words = anyOf(knowledge, language, 'sign.scope');
    return new RegExp(language === 'en' ? String.raw`\b(?:${words})\b` : words, 'i');
  }),
);
type Scope = ReturnType<typeof scopeOf>;

/** Sections that speak of somebody or something else. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set(['minors', 'definitions', 'sdk-list', 'cookies', 'security', 'changes']);

/** Of the operator itself; a denial on a condition denies little. */
function isOwn({ actor, negated, condition }: PolicyStatement, { text }: Passage): boolean {
  if (negated && condition) return false;
  return actor.role === 'first-party' || (negated && actor.role === 'unknown' && NOBODY.test(text));
}

/** Nobody is named: what is denied is not done. */
const NOBODY = /\b(?:is|are|will be) (?:not |never )?(?:ever )?(?:collected|gathered|stored|shared|disclosed|sold|accessed)(?: or \w+)?(?: by (?:us|this app|the app))?[^\w]*$/i;

/** Denied of everything and always: one short sentence that no word limits, and nothing beside it takes back. */
function isFlat(passage: Passage, all: readonly Passage[], scope: Scope): boolean {
  const { text, language, block, heading } = passage;
  if (block.kind === 'cell' || isHeading(passage) || text.length > (language === 'zh' ? 60 : 160) || /[:：]\s*$/.test(text)) return false;
  if (scope[language].test(text.replace(OURSELVES, 'we')) || OTHER_MODE.test(heading)) return false;
  const [next] = behind(all, passage, 1);
  const [last] = before(all, passage, 1);
  return !TAKES_BACK.test(next?.text ?? '') && !/[:：]\s*$/.test(last?.text ?? '') && !LEADS_ON.test(last?.text ?? '');
}

/** Said as a fact, if only of some occasion: what is denied of all is belied by one. No exception, no choice of the user's. */
function isPlain(statement: PolicyStatement, { text, block }: Passage): boolean {
  if (statement.modality === 'with-consent') return false;
  return block.kind !== 'heading' && !/不(?:会|再|是)|未|无需|除|如果|若|选择|自愿|可选|iOS|苹果|第三方|SDK|\b(?:not|never|unless|except|if you|optional|choose|third)\b|n['’]t\b/i.test(text);
}

const OURSELVES = /\bthis (?:mobile )?(?:app|application|game|software|service|website)\b/i;
const OTHER_MODE = /模式|游客|访客|功能|SDK|儿童|未成年|权限|第三方|Cookie|安全|\b(?:mode|guest|child|kids|permission|third|cookie|security|do not sell)\b/i;
/** The next sentence opens an exception. */
const TAKES_BACK = /^(?:但|然而|不过|除|以下情[况形]|例外|仅|只有|如|若|当)|除外|例外|^(?:but|however|except|unless|only|if|when|notwithstanding|exceptions?)\b|\bexcept/i;
/** The sentence before has set a scene: the denial belongs to it. */
const LEADS_ON = /(?:模式|功能|游客|访客|单机|离线|SDK)[^。]{0,30}$|^(?:如果|若|当)/;
/** English says it of all by the plural alone: not with third parties. */
const ANY = /任何|一切|所有|\bany\b|\bno\b|\b(?:share|disclose|provide|give)\b[^.]{0,60}\b(?:with|to) (?:other |outside )?(?:third parties|others)\b/i;
const DENIES = {
  zh: { collecting: /(?:不会?|从不|绝不|未|没有|并不)(?:去|向您)?(?:被)?(?:收集|获取|读取|访问|申请|采集|上传|使用(?:任何)?Cookie)/i, sharing: /(?:不会?|从不|绝不|未|没有)[^，。；]{0,20}(?:共享|分享|提供|披露|透露)/ },
  en: { collecting: /\b(?:not|never|no longer|n['’]t) (?:ever )?(?:collect|gather|access|read|obtain|request)|\bcollects? no\b|\bno\b[^.;]{0,40}\b(?:is|are|will be) (?:collected|gathered|accessed)|\b(?:is|are|be) (?:not|never) (?:collected|gathered|accessed)|\b(?:not|never|n['’]t) use (?:any )?cookies/i, sharing: /\b(?:not|never|n['’]t) (?:ever )?(?:share|disclose|provide|give|sell(?:,| or|, or) (?:share|give|disclose|provide|rent))/i },
} as const;

/** Data that stay in the country, and data that leave it, without any condition. */
export const readFlatAbroad: SignReader = function* ({ own, passages, knowledge }) {
  const scope = scopeOf(knowledge);
  for (const passage of own) {
    const { text, sentence, language } = passage;
    if (isHeading(passage) || !ABROAD[language].test(text)) continue;
    const sign = (says: UnconditionalSign['says']): UnconditionalSign => ({
      kind: 'unconditional', document: sentence.document, quote: sentenceOf(passage), says, of: 'abroad', types: [],
    });
    if (STAYS[language].test(text) && isFlat(passage, passages, scope)) yield sign('denies');
    else if (GOES[language].test(text) && !scope[language].test(text.replace(/可能会?/, ''))) yield sign('does');
  }
};

/** Every sentence on data abroad has one of these. */
const ABROAD = {
  zh: /境外|出境|跨境|海外|国外|美国|新加坡|日本|欧洲|其他国家/,
  en: /\b(?:china|united states|abroad|overseas|other countries|singapore|japan|europe)\b/i,
} as const;
const STAYS = {
  zh: /(?:信息|数据)[^。；]{0,20}(?:不会?|不涉及)[^，。；]{0,12}(?:出境|境外|跨境)|不会?[^，。；]{0,12}(?:向|到|至)(?:中国)?境外[^，。；]{0,8}(?:提供|传输|转移|存储)/,
  en: /\b(?:data|information)\b[^.;]{0,24}\b(?:never|not) (?:ever )?(?:leaves?|(?:be )?(?:transferred|sent|stored|moved|transmitted)) (?:outside (?:of )?|abroad|overseas|to (?:any )?other countries)?(?:the )?(?:mainland |people['’]s republic of )?(?:china\b|$|[.,])|\bnot (?:transfer|send|store|transmit)\b[^.;]{0,40}\b(?:abroad|overseas|outside (?:of )?(?:mainland )?china)\b/i,
} as const;
const GOES = {
  zh: /(?:信息|数据|资料)[^。；]{0,60}(?:传[输送]|转移|存储|保存)[至到在于]?[^，。；]{0,24}(?:境外|海外|国外|美国|新加坡|日本|欧洲|其他国家)/,
  en: /\b(?:transfer|send|store|transmit)\b[^.;]{0,40}\b(?:data|information)\b[^.;]{0,40}\b(?:in|to|abroad|overseas)\b[^.;]{0,24}\b(?:united states|singapore|japan|europe|abroad|overseas)\b/i,
} as const;
