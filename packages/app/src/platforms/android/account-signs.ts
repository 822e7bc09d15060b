import type { Component, Phrase } from '@mingshi/model';
import { isUnread, readSource } from '../../source-text.ts';
import { ANDROID, attributePhrase, findAttribute, type XmlDocument, type XmlElement } from '../../xml/elements.ts';
import type { Project } from './project.ts';
import { contentPhrase } from './resources.ts';

/** Words of the interface that show accounts, and that show a way to cancel them. */
export interface AccountSigns {
  readonly accounts: readonly Phrase[];
  readonly cancellation: readonly Phrase[];
}

/** Longer strings are prose: a policy or a notice that happens to be a resource is not a button. */
const LONGEST = 48;
const anyOf = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'i');

/** 账号 in its spellings, Simplified and Traditional. */
const ZH_ACCOUNT = '[账帐賬帳](?:[号號]|[户戶])';
/** A cheap test before parsing. */
const WORTH_PARSING = anyOf(
  '登[录錄入]',
  '[注註][册冊销銷]',
  ZH_ACCOUNT,
  '密[码碼]',
  'sign[ -]?(?:in|up)',
  'log[ -]?in',
  'account',
  'password',
  'register',
);
const ACCOUNT = anyOf(
  '(?:请先?|請先?|立即|一键|快捷|手[机機][号號]?[码碼]?|[验驗][证證][码碼]|密[码碼]|微信|用[户戶]|第三方)?登[录錄入]',
  `(?:立即|免费|快速|新?用[户戶]|手[机機][号號]?|[会會][员員]|${ZH_ACCOUNT})[注註][册冊]`,
  '^[注註][册冊]$',
  `(?:[注註][册冊]|[创創]建|建立)(?:新|一个)?(?:${ZH_ACCOUNT}|用[户戶]|[会會][员員])`,
  '(?:忘[记記]|找回|重置|修改)(?:登[录錄])?密[码碼]',
  String.raw`\b(?:sign|log)[ -]?in\b|\bsign[ -]?up\b|^register$`,
  String.raw`\b(?:create|register)(?: an?| your)?(?: new)? account\b`,
  String.raw`\b(?:already|don['’]?t) have an account\b|\bforgot(?: your)? password\b`,
);
/** Leaving is no sign by itself; neither is a promise that no account is needed. */
const NOT_AN_ACCOUNT = anyOf(
  '退出登[录錄]|登出|登[录錄](?:项|日志)',
  '(?:[无無][需须須]|不需要?|不用|免|自动|开机|后台)(?:用[户戶])?(?:登[录錄入]|[注註][册冊])',
  String.raw`\b(?:log|sign)[ -]?(?:out|off)\b`,
  String.raw`\b(?:no|without|not?)\b.{0,20}\b(?:account|log[ -]?in|sign[ -]?(?:in|up))\b`,
);
/** Logins to somebody else's server, which the app only passes on. */
const ANOTHER_SERVICE = anyOf(
  'web-?dav|smtp|imap|pop3|ssh|telnet|wi-?fi|wlan|proxy|shell',
  'github|gitlab|gitee|drive|dropbox',
  String.raw`s?ftp\b|\bsmb\b|\bserver|\brouter|\bhost`,
  '网盘|坚果云|[邮郵]箱|服务器|伺服器|路由|校园网|代理|数据库',
);
const CANCELLATION = anyOf(
  `(?:[注註][销銷]|[删刪]除)(?:您的|我的|本|该|此|当前|目前|用[户戶])?${ZH_ACCOUNT}`,
  `${ZH_ACCOUNT}(?:[注註][销銷]|[删刪]除)|[销銷][户戶]`,
  String.raw`\b(?:delete|close|cancel|deactivate|erase)(?: my| your| this| the| user)? account\b`,
  String.raw`\baccount (?:deletion|cancellation|deactivation|closure)\b`,
);

/** Looks for the signs in resources: strings in Chinese, English and the default language, and screens. */
export function readAccountSigns(project: Project, folders: readonly string[]): AccountSigns {
  const { values, screens } = project.layout;
  const accounts: Phrase[] = [];
  const cancellation: Phrase[] = [];
  for (const folder of folders) {
    const strings = (values.get(folder) ?? []).filter(({ qualifier }) => /^$|^(?:b\+)?(?:zh|en)\b/.test(qualifier));
    for (const path of [...strings.map((file) => file.path), ...(screens.get(folder) ?? [])]) {
      for (const words of texts(project, path)) {
        const sign = accountSign(words);
        if (sign.cancellation) cancellation.push(sign.cancellation);
        if (sign.account) accounts.push(sign.account);
      }
    }
  }
  return { accounts, cancellation };
}

/** The app's own screens for signing in or up, by their names; those of libraries need not be used. */
export function accountScreens(components: readonly Component[], applicationId: string | undefined): readonly Phrase[] {
  const own = applicationId?.split('.').slice(0, 2).join('.');
  return components.flatMap(({ kind, name, at }) => {
    const isOwn = name.startsWith('.') || !name.includes('.') || (own !== undefined && name.startsWith(`${own}.`));
    return kind === 'activity' && isOwn && SCREEN.test(name) && !ANOTHER_SERVICE.test(name) ? [{ text: name, at }] : [];
  });
}

const SCREEN = /(?:^|\.)(?:User|Phone|Mobile|Sms|Account|App|My|New)?(?:Login|Logon|SignIn|SignUp|Register|Registration)(?:Main|New|By\w{0,12})?Activity$/;

/** What short words of the interface show: that there are accounts, or how to cancel one. */
export function accountSign(words: Phrase): { readonly account?: Phrase; readonly cancellation?: Phrase } {
  const cancellation = firstMatch(words, CANCELLATION);
  if (cancellation) return { cancellation };
  const isOther = NOT_AN_ACCOUNT.test(words.text) || ANOTHER_SERVICE.test(words.text);
  const account = isOther ? undefined : firstMatch(words, ACCOUNT);
  return account ? { account } : {};
}

/** Whether a text holds any word that could be such a sign: a cheap test. */
export function mayShowAccounts(text: string): boolean {
  return WORTH_PARSING.test(text);
}

/** The short texts of a resource file that a user can meet. */
function texts(project: Project, path: string): readonly Phrase[] {
  const source = readSource(project.files, path);
  if (isUnread(source) || !mayShowAccounts(source.text)) return [];
  const document = project.document(path);
  if (!document) return [];
  const { root, text } = document;
  const phrases =
    root.name === 'resources'
      ? root.children
          .flatMap((child) => (child.name === 'string-array' ? child.children : child.name === 'string' ? [child] : []))
          .map((element) => contentPhrase(text, path, element))
      : screenTexts(document, root);
  return phrases.filter((phrase) => phrase.text.length <= LONGEST);
}

function screenTexts(document: XmlDocument, element: XmlElement): readonly Phrase[] {
  const own = ['text', 'hint', 'title'].flatMap((name) => {
    const attribute = findAttribute(element, ANDROID, name);
    return attribute && !attribute.value.startsWith('@') ? [attributePhrase(document, attribute)] : [];
  });
  return [...own, ...element.children.flatMap((child) => screenTexts(document, child))];
}

function firstMatch({ text, at }: Phrase, pattern: RegExp): Phrase | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const start = at.start + match.index;
  return { text: match[0], at: { file: at.file, start, end: start + match[0].length } };
}
