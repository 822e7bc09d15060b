import { onceFor } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import type { ChangeSign } from '@mingshi/model';
import { byLanguage, type ByLanguage } from '../text/by-language.ts';
import type { Passage } from '../elements/passages.ts';
import { behind, sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';
import { anyOf } from './words.ts';
import { oneOf } from '../text/one-of.ts';

/** That the policy changes, and how users learn of it: they are told, or have to look themselves. */
export const readChanges: SignReader = function* ({ own, passages, knowledge }) {
  const words = wordsOf(knowledge);
  for (const passage of own) {
    if (!isOnChanges(passage, words)) continue;
    const document = passage.sentence.document;
    const around = [passage, ...behind(passages, passage, 5)];
    const says = around.some((near) => tells(near, words))
      ? 'tells'
      : around.some((near) => words[near.language].look.test(near.text)) ? 'look' : 'changes';
    yield { kind: 'change', document, quote: sentenceOf(passage), says } satisfies ChangeSign;
  }
};

type Part = 'changes' | 'policy' | 'tells' | 'look';
type Words = ByLanguage<Readonly<Record<Part, RegExp>>>;

const wordsOf = onceFor((knowledge): Words => {
  const pattern = (language: Language, part: Part): RegExp => {
    const words = anyOf(knowledge, language, `sign.change.${part}`);
    return new RegExp(language === 'en' ? String.raw`\b(?:${words})\b` : words, 'i');
  };
  const all = (language: Language): Readonly<Record<Part, RegExp>> => ({
    changes: pattern(language, 'changes'), policy: pattern(language, 'policy'), tells: pattern(language, 'tells'), look: pattern(language, 'look'),
  });
  return byLanguage(all);
});

/** Speaks of a change of the policy; a bare date ("last updated …") tells of none to come. */
function isOnChanges({ text: whole, language, kind, block }: Passage, words: Words): boolean {
  const { changes, policy } = words[language];
  if (kind === 'changes' && block.kind !== 'heading' && LISTED.test(whole)) return true;
  if (!changes.test(whole) || DATE_LINE.test(whole) || DONE.test(whole)) return false;
  const text = whole.replaceAll(MENTIONS, '');
  return kind === 'changes' ? block.kind !== 'heading' : policy.test(text) && block.kind !== 'heading' && NEAR[language].test(text);
}

/** Under 政策变更 the ways alone are listed: "Major: e-mail". */
const LISTED = /^[^:：。.]{2,24}[:：]\s?(?:[^。；.]{0,12}(?:公告|公布|公示|弹窗|推送|短信|邮件|站内信|通知|告知)|(?:by |an? )?(?:e-?mail|push|text|pop-?up|banner|notification|this page|in-app message))[^。；.]{0,12}[。；.]?$/i;
const DATE_LINE = /^.{0,30}(?:更新|修订|修改|发布|版本|updated|revised|modified).{0,24}\d{4}.{0,20}$/i;
/** It has changed: nothing is said of the next time. */
const DONE = /已[经于]?[^，。；]{0,16}(?:更新|修订|修改)|\b(?:last|latest) (?:revis|updat|modif)\w*(?![^.]*\b(?:may|will|reserve)\b)/i;
/** The policy is only pointed to: "as described in this statement", "the Privacy Policy Coordinator". */
const MENTIONS =
  /\b(?:described|explained|outlined|set (?:out|forth)|provided|stated) in (?:this|our|the) [\w ]{0,24}?(?:policy|statement|notice)\b|\bprivacy policy (?:coordinator|officer|team)/gi;
/** The change is the policy's, not that of data, settings or a device. */
const NEAR = {
  zh: /(?:政策|声明|条款|协议|指引|规则|说明|约定)[》”"」]?[^，。；]{0,30}(?:更新|修订|变更|修改|调整|变化|更改|改动|变动|改了|变了|有变)|(?:更新|修订|变更|修改|调整|更改|改动)[^，。；]{0,16}(?:政策|声明|条款|协议|指引|规则|说明)/,
  en: oneOf(
    'i',
    /\b(?:this|our|the|its|these|any|privacy|such)\s(?:[\w-]+\s){0,2}?(?:policy|policies|statement|notice|terms|agreement|practices)\b[^.;]{0,80}\b(?:chang|updat|modif|amend|revis)\w*/,
    /\b(?:chang|updat|modif|amend|revis)\w*[^.;]{0,60}\b(?:this|our|the|its|these|any|privacy|such)\s(?:[\w-]+\s){0,2}?(?:policy|policies|statement|notice|terms|agreement|practices)\b/,
    /\b(?:chang\w*|updat\w*|edit\w*) (?:anything|something) (?:here|on this page|in this)\b/,
    /\b(?:about|of) changes\?$/,
  ),
} as const;

/** Users are told: not "without notice to you". */
function tells({ text, language }: Passage, words: Words): boolean {
  return (words[language].tells.test(text) || LISTED.test(text)) && (!NOT_TOLD.test(text) || PUBLICLY.test(text));
}

/** Told to all, though not to each one. */
const PUBLICLY = /公告|公示|弹窗|推送|站内/;
const NOT_TOLD =
  /(?:无需|无须|不再|不另行?|不必|恕不|不会)[^，。；]{0,10}(?:通知|告知|公告)|\bwithout (?:prior |any |further |advance |giving )*(?:notice|notif|obtaining)/i;
