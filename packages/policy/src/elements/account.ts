import { forAll, NOTHING, type Found } from './found.ts';
import { PATH } from './ways.ts';
import { cuesIn, has, isDenied, isHeading, underHeading, type Passage } from './passages.ts';

/** Whether the policy speaks of accounts of its own, and how one is cancelled. */
export const readAccount = forAll((passage) => {
  return has(passage, 'account', 'account-cancellation') ? accountsIn(passage) : NOTHING;
});

function* accountsIn(passage: Passage): Iterable<Found> {
  const { text, language } = passage;
  const account = cuesIn(passage, 'account')[0];
  if (account && !has(passage, 'account.none')) {
    const foreign = cuesIn(passage, 'account.foreign');
    const own = cuesIn(passage, 'account').find(
      (cue) =>
        !foreign.some((other) => other.start < cue.end && cue.start < other.end) &&
        !isDenied(passage, cue.start) && !isOfMoney(text, cue) && !isOfServer(text, cue),
    );
    if (own) yield { id: 'account', told: 'yes', score: isHeading(passage) ? 0 : 1 };
  }
  const cancel = cuesIn(passage, 'account-cancellation').find(
    ({ start, end }) => (language === 'zh' ? !INSIDE.test(text.slice(end, end + 6)) : !DETOUR.test(text.slice(start, end).replaceAll(BOTH, ''))),
  );
  if (!cancel || has(passage, 'account-cancellation.penalty') || REFUSED.test(text) || OPERATORS.test(text)) return;
  if (has(passage, 'account.foreign') || isDenied(passage, cancel.start)) return;
  if (isHeading(passage)) {
    yield { id: 'account-cancellation', told: 'partial', score: 1 };
    return;
  }
  const way = has(passage, 'account-cancellation.way');
  const effectOnly = (language === 'zh' ? EFFECT_ZH : EFFECT_EN).test(text) && !OFFER.test(text);
  const path = PATH.test(text);
  const told = (way || path) && !effectOnly ? 'yes' : 'partial';
  const home = underHeading(passage, 'account-cancellation');
  yield { id: 'account-cancellation', told, score: (path ? 2 : 0) + (home ? 1 : 0) };
}

/** The accounts that a book of income and expenses holds are no users': 收支记录、账户信息. */
function isOfMoney(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return /账户/.test(text.slice(start, end)) && MONEY.test(text) && !SIGNED_UP.test(text);
}

/** 确认服务器可信后再输入账号密码: the account on a server that users chose themselves. */
function isOfServer(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return PASSWORD.test(text.slice(start, end)) && SERVER.test(text) && !/注册|本应用的?账|我们|妥善|注销|\bour\b|\bregister/i.test(text);
}

const PASSWORD = /^(?:账号密码|用户名[和及]密码|user ?names? and passwords?)$/i;
const SERVER = /服务器|主机|路由器|网关|节点|NAS|WebDAV|FTP|SMB|\b(?:servers?|hosts?|routers?)\b/i;

const MONEY = /收支|记账|账单|账本|流水|余额|财务|资产|收入和支出/;
const SIGNED_UP = /注册|登录|密码|账号|昵称|用户名|注销/;

/** 删除您账号中的信息 deletes what is in it. */
const INSIDE = /^(?:他|的?(?:个人)?(?:信息|资料|数据|内容|记录)|[中里内下])/;
/** Between verb and noun only words that go with the noun: "delete data from your account" cancels nothing. */
const DETOUR = /\b(?:from|in|on|by|through|via|with|and|or|data|content|information (?:from|in|on)|posts?|history|logging|using)\b/i;
/** "deactivate and remove": two verbs with one object. */
const BOTH = /\b(?:and|or) (?:permanently )?(?:delet|clos|eras|remov|deactivat|cancel|terminat)\w*/gi;
/** The operator's own right to close accounts is another matter. */
const OPERATORS =
  /(?<![您户])有权[^,，。]{0,16}(?:注销|关闭|删除|取消|终止)|(?:我们|公司|平台|本站|[我本]行)可能会?(?:关闭|删除|注销|终止)|可立即(?:关闭|删除|注销)/;
const REFUSED = /不提供[^,，。]{0,6}注销|无法(?:为您)?注销|不支持[^,，。]{0,6}注销|不能注销/;
const EFFECT_ZH = /(?:注销|关闭|删除)[^,，。]{0,12}(?:后|之后|之日|时|前|期间)|(?:如|若|如果|一旦)[^,，。]{0,20}注销/;
const EFFECT_EN = /\b(?:after|when|once|until|unless|following|upon|if)\b[^.]{0,30}(?:delet|clos|cancel|deactivat|terminat|remov)\w*/i;
/** The words with which a way is offered, not only its effect told. */
const OFFER =
  /(?:您|用户)可|(?<!人)可以|可通过|请(?:联系|拨打|发送|点击|前往|通过)|点击|申请|设置|拨打|发送邮件|联系|有权|我的|[>→]|\b(?:you (?:can|may)|please|contact|settings|by e-?mail|e-?mail us|request|right to|by (?:deleting|closing|deactivating)|click|visit|want|wish|like)\b/i;
