import { numberOf, onceFor } from '@mingshi/knowledge';
import type { ChildAgeSign, PolicyDocument } from '@mingshi/model';
import { has, type Passage } from '../elements/passages.ts';
import { plainOf } from '../text/plain.ts';
import { sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';

/** Below which age somebody is a child, wherever the text draws that line. */
export const readChildAges: SignReader = function* ({ own, documents }) {
  for (const passage of own) {
    if (!has(passage, 'minors') && passage.kind !== 'minors') continue;
    const age = ageIn(passage);
    if (age === undefined) continue;
    const index = passage.sentence.document;
    const document = documents[index];
    const chinese = document !== undefined && isChinese(document);
    yield { kind: 'child-age', document: index, quote: sentenceOf(passage), age, chinese } satisfies ChildAgeSign;
  }
};

/** Whether a document is in Chinese or says that the law of China holds; looked for once. */
const isChinese = onceFor(
  ({ language, blocks }: PolicyDocument) =>
    language.startsWith('zh') || blocks.some(({ text }) => CHINESE_LAW.test(plainOf(text))),
);

const CHINESE_LAW =
  /\b(?:personal information protection law|cyber ?security law of|laws? of (?:mainland |the people['’]s republic of )china|PIPL\b|(?:PRC|Chinese) laws?)\b|个人信息保护法|网络安全法/i;

function ageIn({ text, language }: Passage): number | undefined {
  // Rules of other countries that the text sets apart by name.
  if (/免票|门票|票价|半价|入园|乘车|身高|\bfor free\b|\btickets?\b|\badmission\b|COPPA|GDPR|美国|欧盟|欧洲|\bunited states\b|\bU\.?S\b|\bEU\b|\bEEA\b|european|california/i.test(text)) return undefined;
  const match = (language === 'zh' ? AGE_ZH : AGE_EN).exec(text);
  const number = match?.slice(1).find((group) => group !== undefined);
  const age = number === undefined ? undefined : (WORDS[number.toLowerCase()] ?? numberOf(number));
  return age !== undefined && age > 0 && age < 21 ? age : undefined;
}

/** 不满十三周岁, 13 岁以下 …; "尤其是十岁以下子女" draws no line. */
const AGE_ZH =
  /(?:不满|未满|不足|低于|小于|未达到?|不到)\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[(（][^)）]{1,6}[)）])?\s*周?岁|(?<!尤其是|特别是|至|到|[-—~])(?<!\d)(\d{1,2}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3})\s*(?:[(（][^)）]{1,6}[)）])?\s*周?岁\s*(?:[(（]含[)）])?(?:及|或)?(?:以下|以内|之下)/;
const WORDS: Readonly<Record<string, number>> = {
  six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, eighteen: 18,
};
const NUMBER_EN = String.raw`(\d{1,2}|${Object.keys(WORDS).join('|')})\b`;
const AGE_EN = new RegExp(
  String.raw`\b(?:under|below|younger than|less than|not yet)\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?${NUMBER_EN}(?!\s*(?:days|hours|%))` +
    String.raw`|\b(?:have|has) not (?:yet )?(?:reached|attained|turned) (?:the age of )?${NUMBER_EN}`,
  'i',
);
