import type { PolicyDocument, SectionKind } from '@mingshi/model';
import { plainOf } from '../text/plain.ts';

/** What each section of each document is about: by its title, else as the section around it. */
export function sectionKindsOf(documents: readonly PolicyDocument[]): SectionKind[][] {
  return documents.map((document) => {
    const kinds: SectionKind[] = [];
    document.sections.forEach((section, index) => {
      const around = section.parent === undefined ? undefined : kinds[section.parent];
      kinds[index] = kindOfTitle(plainOf(section.title)) ?? around ?? 'other';
    });
    return kinds;
  });
}

type Words = readonly (readonly [SectionKind, RegExp])[];

/** Titles that mean one thing whatever else they name; the first that matches wins. */
const TELLING: Words = [
  ['definitions', /定义|释义|名词解释|关键词|\bdefinitions?\b|glossary/i],
  ['sdk-list', /SDK|第三方(?:信息|服务|共享)?(?:清单|列表|目录)|third[- ]part(?:y|ies) (?:list|sdks?)/i],
  ['permissions', /权限|permissions?\b/i],
  ['minors', /未成年|儿童|青少年|监护人|\bminors?\b|\bchild(?:ren)?\b|\bkids\b/i],
  ['cookies', /cookie|同类技术|网络信标|web beacon/i],
  ['changes', /(?:政策|协议|声明|条款|指引).{0,8}(?:变更|修订|更新|修改|变化)/],
  ['changes', /(?:变更|修订|更新|修改).{0,8}(?:政策|协议|声明|条款|指引)|\bchanges to|\bupdates? to|amend/i],
  // What users give is collected, not passed on.
  ['collection', /(?:您|用户)(?:主动|自愿|直接|自行)?(?:向我们)?提供(?:给我们)?的?(?:个人)?(?:信息|资料|数据|内容)/],
  // Whoever has access but the user takes data, or is given them.
  ['sharing', /谁(?:能|会|可以?|有权)?(?:访问|查看|看到)|\bwho\b.{0,20}\baccess/i],
  ['collection', /(?:我们|团队|应用|App|软件)(?:会|能|可能?|可以|需要?|如何|怎样)*访问|\b(?:we|team|app|it) (?:may |can |will |could )*(?:have |has |gain )?access/i],
  ['contact', /联系我们|联系方式|联系电话|保护负责人|投诉|反馈|contact|complain/i],
];

/** Titles that name several things mean the first. */
const FIRST: Words = [
  ['rights', /权利|管理(?!措施|制度|体系|机制)|(?<!访问)控制(?!措施)|访问(?!控制)|查阅|更正|删除|查询|注销|撤[回销]|rights|choices|control|opt[- ]out|delet|access/i],
  ['security', /保护|安全|保障|secur|protect|safeguard/i],
  // 为您提供服务 tells what the app does for users.
  ['sharing', /共享|分享|披露|转让|(?<![为向给](?:您|用户))提供|委托|转移|跨境|出境|第三方|shar(?:e|ing)|disclos|third[- ]part|transfer|recipient/i],
  ['collection', /收集|获取|获得|使用|用途|处理|collect|gather|\buse\b|\busing\b|process/i],
  ['storage', /存储|保存|保留|留存|期限|\bstor(?:e|age|ing)|retention|retain|how long/i],
  ['changes', /变更|修订|更新|修改|changes?\b|updates?\b/i],
  ['contact', /联系(?!人)|客服/],
];

/** Titles of whole documents tell nothing of what stands in them. */
const DOCUMENT = /(?:隐私|信息保护|服务|用户)[^，。]{0,6}(?:政策|协议|声明|条款|指引|规则)$|privacy (?:policy|notice|statement)$|terms of/i;

/** The kind that a title tells by itself. */
export function kindOfTitle(title: string): SectionKind | undefined {
  const telling = TELLING.find(([, words]) => words.test(title));
  if (telling) return telling[0];
  if (DOCUMENT.test(title.trim())) return undefined;
  let best: SectionKind | undefined;
  let at = Infinity;
  for (const [kind, words] of FIRST) {
    const found = title.search(words);
    if (found < 0 || found >= at) continue;
    best = kind;
    at = found;
  }
  return best ?? (NOUNS.test(title) ? 'collection' : undefined);
}

/** "Data retention" is on keeping them; only a title without a verb is on what there is: "Personal information". */
const NOUNS = /information|\bdata\b/i;
