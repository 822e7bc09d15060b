/** A way through the menus, or an address to write to. */
export const PATH = /[>→]|->|[“「【][^”」】]{2,40}[”」】]|@|\bsettings\b|(?:我的|设置|个人中心|首页)\s?[-—–/]|入口(?:在|位于|[:：])|\b(?:by|via) e-?mail\b/i;

/** Those whose data it is, by the part they play. */
export const PERSONS = {
  zh: '用户|客户|员工|会员|学员|家长|患者|访客|玩家|本人|当事人|持卡人|住户|业主|居民|学生|师生|校友|家属|老人|乘客|司机|骑手|考生|读者|旅客|租户|投保人|市民',
  en: 'users?|patients?|customers?|consumers?|individuals?|data subjects?|data principals?|students?|pupils?|owners?|players?|members?|holders?|cardholders?|alumni|passengers?|drivers?|tenants?|visitors?|employees?|residents?(?:[^.,]{0,20})?',
} as const;

/** What the user does, or may do, to get something done: 点击, 请联系, "tap", "write to". */
export function isWay(text: string): boolean {
  return PATH.test(text) || STEP.test(text);
}

const STEP =
  /(?:(?:您|用户|客户|家长|患者|请|可以?)[^。；]{0,16}|(?:^|[,，。；:：])[^,，。；:：]{0,4})(?<![未不])(?:点击|点按|加(?:客服|管理员|我|群)?的?(?:微信|QQ|群)|点开|长按|左滑|右滑|勾选|取消勾选|进入|打开|前往|登录|拨打|致电|来电|发送?(?:电子)?邮件|发邮件|写信|来信|联系(?!方式|人|电话|地址|信息)|申请|提交|填写|携带|办理)|\b(?:tap|click|press|swipe|go to|open|hit|select|choose|contact|e-?mail|write to|call|visit|log ?in|sign in|send us|drop (?:us|me)|request|uninstall|edit)\b/i;
