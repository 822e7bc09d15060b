import type { PolicyDocument } from '@mingshi/model';
import { oneOf } from './one-of.ts';
import { simplify } from './simplified.ts';

/** What a text is by its title and its beginning; `body` may be marked-up source. */
export function kindOf(title: string, body: string): PolicyDocument['kind'] {
  const names = kindOfName(title);
  const { privacy, agreement } = weigh(body);
  if (names === 'privacy-policy') return 'privacy-policy';
  if (names === 'agreement') return privacy >= 6 && privacy > agreement ? 'privacy-policy' : 'agreement';
  if (privacy >= 3 && privacy >= agreement) return 'privacy-policy';
  return agreement >= 3 ? 'agreement' : 'unknown';
}

const PRIVACY_NAME = oneOf(
  'i',
  /隐私|私隐|个人(?:信息|资料|数据)(?:的)?(?:保护|处理|收集|保密)|信息保护(?:政策|声明)/,
  /privacy|data (?:protection|policy|safety)|personal (?:information|data)/,
);
const AGREEMENT_NAME = oneOf(
  'i',
  /(?:用户|服务|使用|注册|许可|会员|充值|软件|授权|免责)(?:使用|注册|服务|许可)?(?:协议|条款|声明|须知|规范|规则|合同)/,
  /terms|conditions|agreement|eula|licen[cs]e|disclaimer/,
);

/** What a title says a text is; privacy wins in a title of both. */
export function kindOfName(title: string): PolicyDocument['kind'] {
  const plain = simplify(title);
  if (PRIVACY_NAME.test(plain)) return 'privacy-policy';
  return AGREEMENT_NAME.test(plain) ? 'agreement' : 'unknown';
}

const PRIVACY_WORDS = oneOf(
  'gi',
  /隐私|个人(?:信息|资料|数据)|收集|搜集|采集|第三方|敏感信息|Cookie/,
  /\bprivacy\b|\bcollect(?:s|ed|ing|ion)?\b|\bpersonal(?:ly)? (?:data|information|identifiable)/,
  /\bthird[- ]part(?:y|ies)\b|\byour (?:data|information)\b|\bdata\b/,
);
const COLLECTING = /收集|搜集|采集|获取|上传|读取|访问|\bcollect|\bgather|\baccess|\bupload|\bprocess/i;
const AGREEMENT_WORDS = oneOf(
  'gi',
  /用户不得|用户应|本协议|服务条款|知识产权|违约|免责|赔偿|终止|甲方|乙方|仲裁|著作权|许可您/,
  /terms of (?:use|service)|\bliab(?:le|ility)\b|\bwarrant(?:y|ies)\b|\blicen[cs]e[ds]?\b|\bindemni/,
  /\bterminat|\bintellectual property\b|\barbitration\b|\bthis agreement\b/,
);

/** How much a text speaks of personal data, and how much like a contract. */
export function weigh(body: string): { privacy: number; agreement: number } {
  const plain = simplify(body);
  const privacy = COLLECTING.test(plain) ? (plain.match(PRIVACY_WORDS)?.length ?? 0) : 0;
  return { privacy, agreement: plain.match(AGREEMENT_WORDS)?.length ?? 0 };
}

const PARTS: readonly (readonly [PolicyDocument['part'], RegExp])[] = [
  ['children', /儿童|未成年|青少年|children|\bkids\b|\bminors?\b/i],
  [
    'sdk-list',
    oneOf(
      'i',
      /sdk|第三方(?:信息)?(?:共享|服务|合作)?(?:清单|列表|目录|名单|服务商)|共享(?:信息)?(?:清单|列表)/,
      /third[-_ ]?part(?:y|ies)[-_ ]?(?:list|services|sdks?|sharing)/,
    ),
  ],
  ['permission-list', /权限|permissions?/i],
  [
    'collection-list',
    oneOf(
      'i',
      /(?:收集|采集)(?:与使用)?(?:的)?(?:个人信息)?(?:清单|列表|明细)/,
      /(?:个人信息|信息)(?:收集|采集|清单)(?:与使用)?(?:清单|列表|明细)?/,
      /collection[-_ ]?list|(?:info|information|data)[-_ ]?list/,
    ),
  ],
];

/** Which part of the whole policy a document is, by its title, else by its file name. */
export function partOf(title: string, name: string): PolicyDocument['part'] {
  const byTitle = partOfName(title);
  if (byTitle !== 'main') return byTitle;
  return kindOfName(title) === 'privacy-policy' ? 'main' : partOfName(name.replaceAll(/[_\-.]/g, ' '));
}

/** Which part a name speaks of; a policy that names a list in passing stays the main text. */
function partOfName(name: string): PolicyDocument['part'] {
  const plain = simplify(name);
  const part = PARTS.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'main';
  const whole = /隐私(?:权)?(?:保护)?(?:政策|声明|协议)|privacy (?:policy|notice|statement)/i.test(plain);
  return whole && part !== 'children' && !/清单|列表|目录|名单|\blists?\b/i.test(plain) ? 'main' : part;
}
