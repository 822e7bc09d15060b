import type { AbroadSign } from '@mingshi/model';
import { isHeading, type Passage } from '../elements/passages.ts';
import { behind, before, sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';
import { oneOf } from '../text/one-of.ts';

/** Where data are kept, and whether they leave the country. */
export const readAbroad: SignReader = function* ({ own, passages }) {
  for (const passage of own) {
    if (!speaks(passage)) continue;
    const around = isHeading(passage) ? [passage] : [passage, ...before(passages, passage, 2), ...behind(passages, passage, 3)];
    const consent = around.some((near) => CONSENT.test(near.text));
    yield { kind: 'abroad', document: passage.sentence.document, quote: sentenceOf(passage), says: said(passage), consent } satisfies AbroadSign;
  }
};

function speaks({ text, language }: Passage): boolean {
  return language === 'zh' ? SPEAKS.zh.test(text) && OF_DATA.test(text) : SPEAKS.en.test(text) || SERVERS_IN.test(text);
}

const COUNTRIES =
  String.raw`china|prc|us\b|u\.s|usa|united states|eu\b|european|eea|uk\b|united kingdom|singapore|hong kong|japan|canada|germany|ireland|india|russia|switzerland|korea|australia|new zealand`;
const SPEAKS = {
  zh: /境外|境内|出境|跨境|海外|国外|中国大陆|其他(?:国家|法域)|所在的?(?:法域|国家)|全球范围|(?:服务器|数据中心|机房|存储|保存|存放)[^，。；]{0,8}(?:位于|设在|在|于)[^，。；]{0,12}(?:中国|香港|台湾|东京|澳门|新加坡|美国|日本|韩国|欧洲|欧盟|德国|爱尔兰|北京|上海|杭州|深圳|广州)|(?:阿里云|腾讯云|华为云|百度云)/,
  en: oneOf(
    'i',
    /\b(?:other|another|different|outside (?:of )?(?:your|the)|your own|home) (?:countr(?:y|ies)|jurisdictions?|state)/,
    /\bcross-border (?:transf|data|process|flow|disclos|provi|shar|access)|\binternational(?:ly)? transf/,
    /\btransfer[^.]{0,60}\b(?:abroad|overseas|internationally)/,
    new RegExp(String.raw`\b(?:stored?|stays?|remains?|located?|hosted|processed|servers?|kept|maintained|transferred|transmitted|facilities|data cent(?:er|re)s?)\b[^.]{0,60}\b(?:in|to|within|outside|outside of)\s+(?:the\s+)?(?:mainland |people['’]s republic of )?(?:${COUNTRIES})`),
    /\b(?:AWS|Azure|GCP|Google Cloud|Alibaba Cloud)\b[^.]{0,24}\bregions?\b|\bgeographically distributed/,
    /\boutside (?:of )?(?:china|mainland|the prc)/,
    /\b(?:adequacy|standard contractual) (?:decision|clauses)|\bprivacy shield/,
  ),
} as const;
/** Servers in any place with a name. */
const SERVERS_IN = /\b(?:[Ss]ervers?|[Dd]ata [Cc]ent(?:er|re)s?)\b[^.]{0,40}\bin (?!Section|Article|Chapter)[A-Z][a-z]{3}/;
/** Travel, goods and papers are abroad as well. */
const OF_DATA = /信息|数据|资料|传输|传送|转移|存储|保存|存放|服务器|机房|接收方|出境(?!游|旅)|云/;
const CONSENT = /同意|授权|\bconsent|\bpermission|\bagree/i;

function said({ text, language, kind, block }: Passage): AbroadSign['says'] {
  if (language === 'zh') {
    if (STAYS_ZH.test(text)) return 'stays';
    return block.kind !== 'heading' && kind !== 'sdk-list' && GOES_ZH.test(text) && !HEDGED_ZH.test(text) ? 'goes' : 'spoken-of';
  }
  return STAYS_EN.test(text) ? 'stays' : 'spoken-of';
}

const STAYS_ZH = /不(?:会|向|在|涉及|存在|对外)?[^，。；]{0,16}(?:境外|跨境|出境|海外)|(?:存储|保存|存放)[^，。；]{0,16}(?:境内|中国大陆)|(?:境内|中国大陆)[^，。；]{0,20}(?:存储|保存|存放|服务器)/;
/** Data are moved or kept abroad, said as a fact. */
const GOES_ZH =
  /(?:信息|数据|资料)[^。；]{0,60}(?:传[输送]|转移|存储|保存|提供)[至到在于给]?[^，。；]{0,30}(?:境外|海外|国外|美国|新加坡|日本|韩国|欧洲|德国|爱尔兰|香港|其他国家)|在境外被?(?:访问|存储|处理)/;
/** What happens only if, may not happen, or is done to people elsewhere. */
const HEDGED_ZH = /如果|如需|如因|若|倘|当[您我]|确需|需要向|情形|情况下|位于(?:中国|中华人民共和国)?境外|境外(?:主体|用户)|除非|例外|不会|不向|将来|今后|未来|法律法规|规定执行/;
const STAYS_EN = /\bnot\b[^.]{0,60}\b(?:outside|abroad|overseas)|\b(?:only|solely|all)\b[^.]{0,60}\bin china\b/i;
