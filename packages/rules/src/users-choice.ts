/** Whether it is the user who picks the one that gets the data: 发送至您在设置中配置的服务商. Nobody can be listed for them. */
export function isUsersChoice(words: string): boolean {
  return CHOICE_ZH.test(words) || CHOICE_EN.test(words);
}

const CHOICE_ZH =
  /(?:您|你|用户)(?:自己|自行|主动|所)?(?:在[^，。；]{1,16}(?:中|里|内))?(?:自己|自行|主动|所)?(?:配置|选择|选定|指定|填写|设定|设置|添加|部署|搭建)的[^，。；]{0,16}(?:第三方|服务商|服务器|服务提供[商方]|服务|平台|接口|模型|网盘|邮箱)/;
const CHOICE_EN =
  /\b(?:provider|service|server|third[- ]part(?:y|ies)|endpoint|cloud|platform|model)s?\b[^.;]{0,20}\b(?:that |which )?(?:you|the user|users) (?:yourself |have |has |had )*(?:choose|chose|chosen|configure|configured|select|selected|designate|designated|set up|specif(?:y|ied)|enter(?:ed)?|add(?:ed)?)\b/i;
