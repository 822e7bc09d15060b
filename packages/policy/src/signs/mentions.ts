import { onceFor } from '@mingshi/knowledge';
import type { MentionSign } from '@mingshi/model';
import { byLanguage } from '../text/by-language.ts';
import type { Passage } from '../elements/passages.ts';
import { LATER } from '../languages/later.ts';
import { longest, matcherOf } from '../text/matcher.ts';
import { wordsOf } from './reader.ts';
import type { SignReader } from './reader.ts';

/** Data that are named without being told of: in definitions, for later, where users switch something off. */
export const readMentions: SignReader = function* ({ own, knowledge }) {
  const find = findersOf(knowledge);
  for (const passage of own) {
    const term = passage.language === 'zh' ? termOf(passage.text) : undefined;
    const how = term ? 'definition' : howOf(passage);
    if (!how) continue;
    const types = new Set<string>();
    for (const { start, end, value } of longest(find[passage.language](passage.text))) {
      const { type, isDeed } = value;
      // 存储 in 收集、存储个人信息 is no data; in a list of permissions it is one of them.
      if (types.has(type) || (isDeed && how !== 'switch-off') || (passage.language === 'en' && !isWord(passage.text, start, end))) continue;
      types.add(type);
      const quote = wordsOf(passage, start, end);
      yield { kind: 'mention', document: passage.sentence.document, quote, how, type, ...(term && { of: term }) };
    }
  }
};

const TERM =
  /^[\s*“"「【\d.、（）()]*(?:本(?:隐私)?(?:权)?(?:政策|协议|声明)(?:中)?所称的?|其中[，,]?)?[“"「【]?(?:(设备)(?:相关)?信息|(?:服务|系统)?(日志)信息)[”"」】*\s]*[，,]?(?:是指|系指|指的是|指|(?:主要)?包括|(?:主要)?包含)/;

/** 设备信息包括…: the data type whose name a sentence explains. */
function termOf(text: string): string | undefined {
  if (!text.includes('信息')) return undefined;
  const [, device, log] = TERM.exec(text) ?? [];
  return device ? 'device-info' : log && 'service-log';
}

function howOf({ text, language }: Passage): MentionSign['how'] | undefined {
  if (!ANY[language].test(text)) return undefined;
  if (LATER[language].test(text)) return 'later';
  if (SWITCHED[language].test(text)) return 'switch-off';
  return DEFINED[language].test(text) ? 'definition' : undefined;
}

/** One of these stands in every sentence of the kind. */
const ANY = {
  zh: /个人(?:敏感)?信息|敏感信息|更新|变更|修订|修改|新增|权限|授权/,
  en: /personal|sensitive|update|future|later|permission|access/i,
};
const DEFINED = {
  zh: /(?:个人(?:敏感)?信息|敏感信息)["”》）)]*[，,：:]?(?:是|系|均)?指|(?:个人(?:敏感)?信息|敏感信息)["”》）)]*(?:主要|一般)?(?:包括|包含|如|[：:])/,
  en: /\b(?:personal(?:ly identifiable)?|sensitive)(?: personal)? (?:information|data)["”']?,? (?:means|refers? to|is defined|includes?|is (?:any )?(?:information|data))\b/i,
};
/** 您可以在系统设置中关闭相机权限 */
const SWITCHED = {
  zh: /(?:可以?|能够?|有权)[^，。；不]{0,40}(?:关闭|取消|撤回|撤销|收回|停用|禁用|变更)[^。；]{0,60}(?:权限|授权)/,
  en: /\byou (?:can|may|could)\b[^.;]{0,60}\b(?:disable|turn off|switch off|revoke|withdraw|deny|manage|change)\b[^.;]{0,80}\b(?:permissions?|access)\b/i,
};

interface Named {
  readonly type: string;
  readonly isDeed: boolean;
}

const findersOf = onceFor((knowledge) =>
  byLanguage((language) => {
    const generic = new Set(knowledge.dataTypes.filter((type) => type.generic).map(({ id }) => id));
    const { data, lists } = knowledge.lexicons[language];
    const deeds = new Set(Object.entries(lists).flatMap(([name, words]) => (name.startsWith('verb.') ? words : [])));
    return matcherOf(
      data.flatMap(({ type, words }) =>
        generic.has(type) ? [] : words.map((word): [string, Named] => [word, { type, isDeed: deeds.has(word) }]),
      ),
    );
  }),
);

function isWord(text: string, start: number, end: number): boolean {
  return !/[a-z]/i.test(text.charAt(start - 1)) && !/[a-rt-z]/i.test(text.charAt(end));
}
