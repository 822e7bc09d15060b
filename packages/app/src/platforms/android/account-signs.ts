import type { Phrase } from '@mingshi/model';
import { isUnread, readSource } from '../../source-text.ts';
import type { XmlElement } from '../../xml/elements.ts';
import type { Project } from './project.ts';
import { contentPhrase } from './resources.ts';

/** Words of the interface that show accounts, and that show a way to cancel them. */
export interface AccountSigns {
  readonly accounts: readonly Phrase[];
  readonly cancellation: readonly Phrase[];
}

/** Longer strings are prose: a policy or a notice that happens to be a resource is not a button. */
const LONGEST = 48;
/** A cheap test before parsing. */
const WORTH_PARSING = /登[录錄入]|注[册冊销銷]|註[冊銷]|[账帐賬帳][号號户戶]|密[码碼]|sign[ -]?(?:in|up)|log[ -]?in|account|password|register/i;

const ACCOUNT = [
  /(?:请先?|立即|马上|一键|快捷|手机号?码?|验证码|短信|密码|账号|帐号|微信|用户|会员|第三方|去|前往|返回|還未|尚未|請先?|立即|手機號?碼?|驗證碼|帳號)?(?:登录|登錄|登入)/,
  /(?:新用户|立即|免费|快速|手机号?|账号|帐号|会员|用户|新用戶|手機號?|帳號)(?:注册|註冊)|^(?:注册|註冊)$|(?:注册|註冊|创建|創建|建立)(?:新|一个)?(?:账号|帐号|账户|帐户|用户|會員|会员|帳號|帳戶|賬號)/,
  /忘记密码|忘記密碼|(?:修改|重置|设置|找回)(?:登录)?密码/,
  /\b(?:sign|log)[ -]?in\b|\blogin\b|\bsign[ -]?up\b/i,
  /\b(?:create|register)(?: an| your| a new| new)? account\b|\b(?:already|don['’]?t) have an account\b|^register$|\bforgot(?: your)? password\b/i,
];
/** Logins to somebody else's server, which the app only passes on. */
const ANOTHER_SERVICE =
  /web-?dav|smtp|imap|pop3|s?ftp\b|ssh|telnet|\bsmb\b|wi-?fi|wlan|github|gitlab|gitee|drive|dropbox|网盘|坚果云|邮箱|郵箱|服务器|伺服器|路由|校园网|代理|proxy|\bserver|\brouter|\bhost|数据库|shell/i;
/** Leaving is no sign by itself; neither is a promise that no account is needed, nor another service's login. */
const NOT_AN_ACCOUNT =
  /退出登[录錄]|登出|(?:无需|无须|不需要|不用|免|無需|無須|自动|開機|开机|后台)(?:用户)?(?:登[录錄入]|注[册冊]|註冊)|登[录錄](?:项|日志)|\b(?:log|sign)[ -]?(?:out|off)\b|\b(?:no|without|not?)\b.{0,20}\b(?:account|log[ -]?in|sign[ -]?(?:in|up))\b/i;
const CANCELLATION = [
  /(?:注销|註銷|销户|銷戶|删除|刪除|永久删除)(?:您的|我的|本|该|此|当前|目前|用户)?(?:账号|帐号|账户|帐户|帳號|帳戶|賬號|賬戶)|(?:账号|帐号|账户|帐户|帳號|帳戶|賬號|賬戶)(?:注销|註銷|删除|刪除)|销户|銷戶/,
  /\b(?:delete|close|cancel|deactivate|erase)(?: my| your| this| the| user)? account\b|\baccount (?:deletion|cancellation|deactivation|closure)\b/i,
];

/** Looks for the signs in the strings of resource folders, in Chinese, English and the default language. */
export function readAccountSigns(project: Project, folders: readonly string[]): AccountSigns {
  const accounts: Phrase[] = [];
  const cancellation: Phrase[] = [];
  for (const folder of folders) {
    for (const { path, qualifier } of project.layout.values.get(folder) ?? []) {
      if (!/^$|^(?:zh|en|b\+zh|b\+en)\b/.test(qualifier)) continue;
      const source = readSource(project.files, path);
      if (isUnread(source) || !WORTH_PARSING.test(source.text)) continue;
      const document = project.document(path);
      if (!document) continue;
      for (const element of strings(document.root)) {
        const words = contentPhrase(document.text, path, element);
        if (words.text.length > LONGEST) continue;
        const cancels = firstMatch(words, CANCELLATION);
        if (cancels) cancellation.push(cancels);
        const sign = cancels || NOT_AN_ACCOUNT.test(words.text) || ANOTHER_SERVICE.test(words.text) ? undefined : firstMatch(words, ACCOUNT);
        if (sign) accounts.push(sign);
      }
    }
  }
  return { accounts, cancellation };
}

function strings(root: XmlElement): readonly XmlElement[] {
  return root.children.flatMap((child) => (child.name === 'string' ? [child] : child.name === 'string-array' ? child.children : []));
}

function firstMatch({ text, at }: Phrase, patterns: readonly RegExp[]): Phrase | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const start = at.start + match.index;
    return { text: match[0], at: { file: at.file, start, end: start + match[0].length } };
  }
  return undefined;
}
