import { numberOf } from '@mingshi/knowledge';
import { forCues } from './found.ts';
import { cuesIn, has, isHeading } from './passages.ts';

/** What holds for children: a rule, or the clear word that the app is not for them. */
export const readMinors = forCues(['minors'], function* (passage) {
  const others = cuesIn(passage, 'minors.not');
  const cue = cuesIn(passage, 'minors').find(
    ({ start, end }) => !others.some((other) => other.start <= start && end <= other.end),
  );
  if (!cue) return;
  const { text, kind } = passage;
  if (isHeading(passage)) {
    if (kind === 'minors') yield { id: 'minors', told: 'partial', score: 0 };
    return;
  }
  const home = kind === 'minors';
  if (!home && (DEFINES.test(text) || (ASIDE.test(text) && !GUARDED.test(text)))) return;
  const age = ageIn(text);
  // Menus for kids, beneficiaries: a word on minors without any rule tells nothing.
  const rule = home || has(passage, 'minors.rule');
  if (!rule && age === undefined) return;
  yield {
    id: 'minors',
    told: rule ? 'yes' : 'partial',
    score: (age !== undefined ? 2 : 0) + (home ? 1 : 0),
    ...(age !== undefined && { values: { age } }),
  };
});

/** A list of what counts as sensitive, or of content that is forbidden. */
const DEFINES = /敏感(?:个人)?信息[^。]{0,20}(?:包括|是指|指|定义)|(?:包括|例如|比如|如)[^。]{0,80}儿童(?:的)?个人信息[^。]{0,6}(?:等|。|$)/;
const ASIDE =
  /淫秽|色情|暴力|侵害|网络游戏|年龄段|防沉迷|触碰|触电|误食|吞咽|窒息|药品|接触不到|走失|亲子|out of (?:the )?reach|\belderly|\bparent-and-child|health of (?:children|minors)|parent(?:al)? (?:compan|corporat)|child (?:process|window|element)/i;

/** Somebody grown up stands by: no mere word on minors. */
const GUARDED = /(?:监护人|家长|父母)[^,，。；]{0,16}(?:同意|授权|许可|确认|陪同|指导|阅读)/;

/** The age limit that a sentence names. */
function ageIn(text: string): number | undefined {
  const zh = /(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[(（][^)）]{1,6}[)）])?\s*周?岁/.exec(text)?.[1];
  if (zh) return numberOf(zh);
  const en = /\bunder (?:the )?(?:age (?:of )?)?(\d{1,2})\b|\b(\d{1,2}) years? (?:of age|old)|\bage of (\d{1,2})\b|\bbelow (?:the age of )?(\d{1,2})\b/i.exec(text);
  const age = en?.slice(1).find((number) => number !== undefined);
  return age ? Number(age) : undefined;
}
