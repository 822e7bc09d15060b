import type { ElementId } from './ids.ts';
import { forCues, type Found } from './found.ts';
import { clauseAt, cuesIn, has, isDenied, isHeading, restOfRow, underHeading, type Passage } from './passages.ts';
import { isWay, PERSONS } from './ways.ts';
import { oneOf } from '../text/one-of.ts';

const RIGHTS: readonly ElementId[] = ['right-access', 'right-copy', 'right-correct', 'right-delete'];

/** The user's rights over their data. */
export const readRights = forCues([...RIGHTS, 'right-withdraw-consent'], function* (passage, all) {
  if (!isHeading(passage)) {
    for (const id of RIGHTS) {
      const right = has(passage, id) ? rightIn(passage, id, all) : undefined;
      if (right) yield right;
    }
  }
  const withdrawal = withdrawalIn(passage);
  if (withdrawal) yield withdrawal;
});

/** In a list of rights the user stands in the lead-in. */
function leadOf(passage: Passage, all: readonly Passage[]): boolean {
  if (passage.kind === 'rights') return true;
  for (let i = passage.index - 1; i >= Math.max(0, passage.index - 10); i--) {
    const before = all[i];
    if (before && /[:：]\s*$/.test(before.text)) return RIGHTS_LEAD.test(before.text);
  }
  return false;
}

const RIGHTS_LEAD = /权利|(?:您|用户)(?:可以|有权)|\brights?\b|\byou (?:can|may)\b/i;

function rightIn(passage: Passage, id: ElementId, all: readonly Passage[]): Found | undefined {
  const { text, language, kind } = passage;
  const user = (language === 'zh' ? USER_ZH : USER_EN).test(text);
  const isRow = (passage.block.kind === 'cell' ? kind === 'rights' : passage.block.kind === 'item' && leadOf(passage, all)) && NAMED_RIGHT.test(text.replaceAll(MARKS, ''));
  const label = text.search(/[:：]/);
  const isItem = kind === 'rights' || user;
  // "改：点击铅笔图标" needs nobody named.
  const isLabelled = label > 0 && label <= SHORT && passage.block.kind === 'item' && isWay(text);
  const isCoupled = user && COUPLED.test(text) && (language === 'zh' || /\b(?:you|users?)\b/i.test(text)) && isWay(text) && !OF_OTHERS.test(text);
  const cue = cuesIn(passage, id).find((each) => {
    if (isDenied(passage, each.start) || OTHER_VERB.test(text.slice(each.end - 1, each.end + 1))) return false;
    if (language === 'zh' && (BY_OTHERS.test(text.slice(Math.max(0, each.start - 12), each.start)) || MEANWHILE.test(text.slice(each.end, each.end + 24)))) return false;
    // 查询，更正个人信息: a verb with nothing behind it takes what the next one takes.
    const clause = clauseAt(passage, each) + (/^[,，]?[^,，。；;:：]{0,30}/.exec(text.slice(each.end))?.[0] ?? '');
    // "查阅、更正：在……中修改", an item of a list of rights.
    if ((isItem || isLabelled) && each.end <= label + 1 && label <= LABEL) return true;
    // 查询, 访问权: the row of a table of rights, whose next cell says what it is.
    if (isRow || isCoupled) return true;
    if (language === 'zh') return (DATA_ZH.test(clause) || (user && kind === 'rights' && CONTENT_ZH.test(clause))) && (!NOT_DATA_ZH.test(clause) || OWN_ZH.test(clause));
    return DATA_EN.test(text.slice(each.start, each.end + 80)) || OF_DATA.test(text.slice(Math.max(0, each.start - 14), each.start)) || ITS.test(text.slice(Math.max(0, each.start - 60), each.start));
  });
  if (!cue) return undefined;
  if (FRAMING.test(text)) return undefined;
  if (!user && !isLabelled && !leadOf(passage, all)) return undefined;
  if (kind === 'collection' || kind === 'sdk-list' || kind === 'permissions') return undefined;
  if ((language === 'zh' ? WE_DO_ZH : WE_DO_EN).test(text) && !user) return undefined;
  const how = (language === 'zh' ? HOW_ZH : HOW_EN).test(isRow ? restOfRow(passage, all) : text);
  const home = kind === 'rights' || underHeading(passage, id);
  return { id, told: how ? 'yes' : 'partial', score: (how ? 1 : 0) + (home ? 1 : 0) };
}

/** The policy announcing itself. */
const FRAMING = /希望[^,，。]{0,6}通过本|向(?:您|用户)(?:充分)?(?:解释和)?说明|\bthis (?:privacy )?(?:policy|notice) (?:describes|explains|outlines)\b/i;
const DATA_ZH = /(?:要求|申请|请求|如需|需要|自助|自行)(?:我们)?(?:对其)?(?:[作做]出|进行|予以)?(?:删除|查阅|更正|更新|补充|修正|清除)|(?:信息|数据|资料)的?[^。；]{0,40}等权利|自[助行](?:修改|更改)|信息|资料|数据|记录|内容|昵称|头像|副本|笔记|照片|交易|历史|病历|档案|简历|账单|它们|其中|将其|把它|行使[^，。；]{1,40}等(?:各项|法定|上述)?权利/;
/** 修改、删除评论: not what the operator holds on them. */
const OF_OTHERS = /软件|版本|协议|条款|政策|授权|范围|评论|帖子|动态|密码|地址|订单|作品|商品|课程|权限|cookie|\b(?:comments?|posts?|passwords?|orders?|photos?|files?|permissions?|polic(?:y|ies)|content|subscriptions?|e-?mails?)\b/i;
/** 查询、修改: verbs side by side. */
const COUPLED = /(?:查看?|查询|查阅|修?改|更[改正新]|编辑|补充|删除?)[、，和与及或要](?:查看?|查询|查阅|修?改(?!变)|更[改正新]|编辑|补充|删除?)|\b(?:access|view|see|correct|edit|updat|chang|fix|delet|eras|remov)\w*(?:,? and |,? or |, |\/)(?:correct|edit|updat|chang|fix|delet|eras|remov)\w*/i;
/** What users have made: a chapter on their rights speaks of it. */
const CONTENT_ZH = /录音|文章|作品|帖子|动态|评论|日记|图片|视频|文件/;
const NOT_DATA_ZH = /权限|网页|网站|Cookie|cookies|政策|订单号|软件/;
/** 网站账户中的资料 is the user's, whatever the account is for. */
const OWN_ZH = /(?:网站|网页|软件)[^,，。；]{0,8}(?:账[户号][^,，。；]{0,4})?(?:个人信息|资料)/;
/** 我们将会查询您的订单, 数据因合服被删除: what others do is no right of the user. */
const BY_OTHERS = /(?:我们|公司|平台|第三方|人员|员工|哪些人)(?:可能|将?会|将|可以|能够?|有权)+$|被[^,，。]{0,3}$/;
/** 您访问本站时的信息: when, and nothing that users may do. */
const MEANWHILE = /^(?:[、和或及]?(?:使用|浏览|登录|访问))*(?:我们的?|本|该)[^，。；的]{0,10}(?:时|过程中|期间)[的所产]/;
/** The number before an item, the stop behind it. */
const MARKS = /^[\s(（]*[\da-z一二三四五六七八九十]{1,2}[)）.、]\s*(?:the )?|[；;。.]\s*$/gi;
const NAMED_RIGHT = /^[\s*]*(?:(?:访问|查阅|查询|查看|复制|更正|修改|补充|删除|清空|[、和与及/])+权?|(?:right (?:of|to) )?(?:access|view|correct(?:ion)?|rectif\w+|edit|eras\w+|delet(?:e|ion)|remov\w+|cop(?:y|ies))(?:(?:,| and| or|\/) ?\w+){0,2})[\s*]*$/i;
/** 想改变 is no 想改. */
const OTHER_VERB = /改[变善进用动版]|[查看]到|看[法好]|删[减节]/;
/** How long the name of an item of a list gets. */
const LABEL = 20;
/** A label that is the verb alone. */
const SHORT = 12;
const DATA_EN = /\b(?:information|data|profile|records?|accounts?|content|it|copy|messages|transactions|notes|photos|entries|details|mistakes|errors)\b|^(?:delet|eras|remov|correct|edit|fix|view|see)\w* them\b/i;
/** "data deletion" */
const OF_DATA = /\b(?:data|information|records?) $/i;
/** Data named just before: "personal data and its correction". */
const ITS = /\b(?:data|information)\b[^.]{0,20}\b(?:its|their)\b[^.]{0,40}$/i;
const USER_ZH = oneOf(
  'i',
  /想[看查改删清]|您(?:可|有权|能|得|随时|也可|还可|享有)/,
  new RegExp(`(?:${PERSONS.zh})(?:可|有权|能|得|[^，。；]{1,12}即可)`),
  /请(?:联系|通过)|(?:如|若|如果|当)[^,，。]{0,12}(?:您|用户(?=想|希望|需要|要|发现|认为))|保障(?:您|用户)|(?:您|用户)的?权利|为(?:您|用户)提供/,
);
const USER_EN = oneOf(
  'i',
  /(?:^|\byou |\busers? )want to\b/,
  /\byou (?:can|may|have|are (?:able|entitled)|also|could|would|wish|want|should)\b|\bif you\b/,
  /\busers? have\b/,
  new RegExp(String.raw`\b(?:${PERSONS.en}) (?:can|may|shall|are entitled|have the right)\b`),
  /\byour rights?\b|\brequests?\b|\bright to\b|\ballows? you\b/,
);
const WE_DO_ZH = /^我们(?:会|将|可能)/;
const WE_DO_EN = /^we (?:may|will|can)\b/i;
const HOW_ZH = /通过|点击|设置|联系|页面|我的|路径|邮件|邮箱|电话|客服|登录|功能|操作|申请|自行|进入|应用内|个人中心|(?:在|手机)系统里|[>→-]|“/;
const HOW_EN = /\b(?:settings|contact(?:ing)?|e-?mail(?:ing)?|by|through|via|log(?:ging)? in|at any time|visit|click|request|in the app|within the app|profile|form|locally|under|in writing)\b|[@>]/i;

/** Consent taken back, permissions switched off, opting out; cookies and newsletters are another matter. */
function withdrawalIn(passage: Passage): Found | undefined {
  const id = 'right-withdraw-consent';
  const cues = cuesIn(passage, id);
  if (cues.length === 0 || (has(passage, `${id}.not`) && cues.length === 1)) return undefined;
  const { text, language } = passage;
  const own = cues.filter((each) => !isDenied(passage, each.start));
  const cue = own.find(({ start, end }) => STRONG.test(text.slice(start, end))) ?? own[0];
  if (!cue) return undefined;
  if (isHeading(passage)) return { id, told: 'partial', score: 2 };
  // Take it or leave it: who never agreed takes nothing back.
  if (LEAVES.test(text.slice(cue.start, cue.end)) && NOT_AGREED.test(text)) return undefined;
  const words = text.slice(cue.start, cue.end);
  if (/设置|settings/i.test(words) && !PERMITTED.test(text)) return undefined;
  const strong = STRONG.test(words);
  if (!strong && has(passage, `${id}.cookie`)) return undefined;
  if (!strong && NEWSLETTERS.test(text.slice(cue.end, cue.end + 60))) return undefined;
  const user = /您|用户|监护人|授权|\byou\b|\byour\b|\busers?\b/i.test(text);
  const way = (language === 'zh' ? HOW_ZH : HOW_EN).test(text);
  const home = passage.kind === 'rights' || underHeading(passage, id);
  if (!strong && !user && !way && !home) return undefined;
  return { id, told: 'yes', score: (strong ? 2 : 0) + (way ? 1 : 0) + (home ? 1 : 0) };
}

const LEAVES = /卸载|\buninstall/i;
const NOT_AGREED = /不(?:同意|接受|认可)|拒绝(?:接受|同意)|\b(?:do not|don['’]t) (?:agree|accept|consent)|\bdisagree/i;

const STRONG = /撤回|撤销|收回|取消|withdraw|revok/i;

/** What is switched off in the settings must be a permission or an access. */
const PERMITTED = /权限|授权|同意|相机|麦克风|定位|位置|通讯录|\b(?:permission|access|location|camera|microphone|contacts|consent|it)\b/i;

/** Opting out of mail is no withdrawal of consent. */
const NEWSLETTERS = /^ (?:of|from) (?:getting |receiving |our |these |such |any |all |future |certain )*(?:[a-z-]+ ){0,2}(?:communications?|messages|e-?mails?|newsletters?|notifications?|offers|mailings?)\b/i;
