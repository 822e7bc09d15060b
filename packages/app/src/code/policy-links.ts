import type { Phrase } from '@mingshi/model';

const NAMED =
  /[隐隱]私(?:权|權)?(?:政策|协议|協議|声明|聲明|条款|條款|指引|保护|保護|说明|說明|规则)|个人信息保护(?:政策|指引|规则)|privacy[\s_-]?(?:policy|statement|notice|agreement|terms|url|link)|privacy\.html?\b|\/privacy\b/gi;

/** Places where a file of the app names its policy, or its address: a title on a screen, a link, a string. */
export function policyLinks(path: string, text: string): readonly Phrase[] {
  const links: Phrase[] = [];
  for (const match of text.matchAll(NAMED)) {
    links.push({ text: match[0], at: { file: path, start: match.index, end: match.index + match[0].length } });
    if (links.length >= ENOUGH) break;
  }
  return links;
}

/** One way is enough; a few let the report show the best. */
const ENOUGH = 3;
