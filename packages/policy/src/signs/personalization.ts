import { onceFor } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import type { PersonalizationSign } from '@mingshi/model';
import { byLanguage, type ByLanguage } from '../text/by-language.ts';
import { clauseAt, isDenied, isHeading, type Passage } from '../elements/passages.ts';
import { matcherOf, type Matcher } from '../text/matcher.ts';
import { before, sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';

type Part = 'content' | 'ads' | 'deed' | 'off' | 'about';

/** Content or advertising chosen by what is known of the user, and how to switch that off. */
export const readPersonalization: SignReader = function* ({ own, passages, knowledge }) {
  const matchers = matchersOf(knowledge);
  for (const passage of own) {
    const parts = partsIn(passage, matchers[passage.language]);
    if (!parts.has('off') && !parts.has('deed')) continue;
    const sign = (says: PersonalizationSign['says'], of: PersonalizationSign['of']): PersonalizationSign => ({
      kind: 'personalization', document: passage.sentence.document, quote: sentenceOf(passage), says, of,
    });
    if (parts.has('off') && (parts.has('about') || isOnIt(passage, passages, matchers))) yield sign('opt-out', parts.has('ads') ? 'advertising' : 'content');
    if (isHeading(passage) || !parts.has('deed') || !speaks(passage)) continue;
    for (const [part, of] of [['ads', 'advertising'], ['content', 'content']] as const) {
      if ((parts.get(part) ?? []).some((cue) => isDone(passage, cue))) yield sign('does', of);
    }
  }
};

type Cue = { readonly start: number; readonly end: number };

const matchersOf = onceFor((knowledge) => {
  const matcher = (language: Language): Matcher<Part> =>
    matcherOf(
      (['content', 'ads', 'deed', 'off', 'about'] as const).flatMap((part) =>
        (knowledge.lexicons[language].lists[`sign.personal.${part}`] ?? []).map((word): [string, Part] => [word, part]),
      ),
    );
  return byLanguage(matcher);
});

/** Whether what is switched off is personalization, as the sentence, its title, its row or what stands before tells. */
function isOnIt(passage: Passage, passages: readonly Passage[], matchers: ByLanguage<Matcher<Part>>): boolean {
  if (ITSELF.test(passage.text) || ABOUT.test(passage.heading)) return true;
  const earlier = passages[passage.index - 1];
  return isAnswer(earlier, matchers) || isRowOn(passage, earlier) || refersBack(passage, passages);
}

const NONE: ReadonlyMap<Part, Cue[]> = new Map();

function partsIn({ text, language }: Passage, find: Matcher<Part>): ReadonlyMap<Part, Cue[]> {
  const hits = find(text);
  if (hits.length === 0) return NONE;
  const parts = new Map<Part, Cue[]>();
  for (const { start, end, value } of hits) {
    if (language === 'en' && (/[\w-]/.test(text.charAt(start - 1)) || /[\w]/.test(text.charAt(end)))) continue;
    if (value === 'off' && language === 'zh' && SHUT_DOWN.test(text.slice(start, end + 12))) continue;
    const found = parts.get(value);
    if (found) found.push({ start, end });
    else parts.set(value, [{ start, end }]);
  }
  return parts;
}

/** The service itself comes to an end: nothing is switched off for the user. */
const SHUT_DOWN = /^(?:停止|停用|终止|关闭)(?:了|对)?(?:运营|营运|服务|提供|(?:相关|全部|部分|该项?|本|某项?)?(?:产品|业务)|全部或|部分或)/;

/** What is said of recommendations only. */
const ITSELF = /不感兴趣|\bnot interested\b|\bsee (?:fewer|less)\b/i;
const ABOUT = /个性化|推荐|猜您喜欢|\bsuggestions?\b|\brecommend\w*|推送|广告|营销|自动化决策|自动决策|\b(?:ads?|advertis\w*|personali\w*|marketing|choices|opt[- ]?out|cookies|tracking)\b/i;

/** "… shows personalised content. You can switch this off": the sentence before says what. */
function isAnswer(earlier: Passage | undefined, matchers: ByLanguage<Matcher<Part>>): boolean {
  if (!earlier) return false;
  const parts = partsIn(earlier, matchers[earlier.language]);
  return parts.has('ads') || parts.has('content');
}

/** 个性推荐 | 设置页，可关闭: the cell before says what. */
function isRowOn({ block }: Passage, earlier: Passage | undefined): boolean {
  const { table } = block;
  return table !== undefined && earlier?.block.table?.index === table.index && earlier.block.table.row === table.row && ABOUT.test(earlier.text);
}

/** "Should you not wish your data to be used for the above": what was said before may be refused. */
function refersBack(passage: Passage, all: readonly Passage[]): boolean {
  return REFERS.test(passage.text) && !/请勿|停止使用|stop using|do not use/i.test(passage.text) && [...before(all, passage, 3)].some(({ text }) => ABOUT.test(text));
}

const REFERS = /前述|上述|以上|这类|此类|该等|\b(?:such|the above|these) (?:use|purpose|messages?|communications?)/i;

/** The operator speaks of what it does itself. */
function speaks({ text, language, kind }: Passage): boolean {
  if (kind === 'definitions' || kind === 'sdk-list' || kind === 'minors') return false;
  return language === 'zh' ? SPEAKS_ZH.test(text) && !OTHERS_ZH.test(text) : SPEAKS_EN.test(text) && !OTHERS_EN.test(text);
}

const SPEAKS_ZH = /我们|我司|本公司|本应用|本平台|平台|为您|向您|给您/;
const OTHERS_ZH = /如果?您?不希望|未经|去标识|匿名|统计|cookie|第三方[^。]{0,12}(?:可能包括|网站)/i;
const BRINGS = /(?:推荐|推送|展示|提供|发送|投放|呈现|显示|推广)[^，。；]{0,16}$/;
const SPEAKS_EN = /\b(?:we|us|our)\b/i;
const OTHERS_EN = /\bcontent of the communication|\bthird[- ]part(?:y|ies)(?:['’]s?)? (?:may|can|will|ad|cookies|websites)|\bif you\b|\bthey\b|\bnot\b|\bdo(?:es)?n['’]t\b|\bwithout\b|\baggregate/i;

/** Not denied, not what the user is told to choose, and brought before the user: 您感兴趣的商品 alone may be the user's own list. */
function isDone(passage: Passage, cue: Cue): boolean {
  const { text } = passage;
  if (isDenied(passage, cue.start)) return false;
  if (/兴趣/.test(text.slice(cue.start, cue.end))) {
    const brought = BRINGS.test(text.slice(Math.max(0, cue.start - 24), cue.start)) || /^[^，。；]{0,10}(?:展示|推送|推荐|推广)/.test(text.slice(cue.end));
    if (!brought) return false;
  }
  const clause = clauseAt(passage, cue);
  // It comes with a permission that the user gives and takes back.
  if (/开启[^，。；]{0,12}权限[^，。；]{0,4}[后时]/.test(text)) return false;
  return !/不(?:会|进行|作|做|提供|使用|再|向|对|为|根据|利用|得)|没有|关闭|拒绝|退订|取消|停止|是否/.test(clause);
}
