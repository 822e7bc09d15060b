import { describe, expect, it } from 'vitest';
import { ELEMENT_IDS, type ElementId } from './collector.ts';
import { elementIn, readingOf, toldIn } from '../testing/elements.ts';
import { loadKnowledge } from '@mingshi/knowledge';

type Case = readonly [id: ElementId, told: 'yes' | 'partial' | 'no', text: string];

const cases: readonly Case[] = [
  // Who speaks, and how to reach them.
  ['operator-identity', 'yes', '小林天气由杭州小林软件有限公司（以下简称“我们”）开发并运营。'],
  ['operator-identity', 'yes', 'Tiny Weather is operated by Little Wood Software Ltd ("we", "us").'],
  ['operator-identity', 'yes', '开发者：林小木'],
  ['operator-identity', 'no', '“我们”是指本平台的运营团队。'],
  ['operator-identity', 'no', '本应用由【公司名称】有限公司（以下简称“我们”）运营。'],
  ['contact', 'yes', '如有疑问，请发送邮件至 hi@xiaolin.example 与我们联系。'],
  ['contact', 'yes', '## 联系我们\n\n客服热线：400-820-0000'],
  ['contact', 'yes', 'Write to us: privacy [at] littlewood [dot] org.'],
  ['contact', 'yes', '您可以将信件邮寄至：浙江省杭州市西湖区文一路 1 号 3 栋 201 室。'],
  ['contact', 'yes', '如有疑问，请通过 95000 与我们联系。'],
  ['contact', 'yes', '疑问请发送至邮箱 kefu@tingsdk.example，我们会回复。'],
  ['contact', 'no', '当您通过 5 次验证与我们的活动要求后，可以领奖。'],
  ['contact', 'partial', '如有疑问，可以通过应用内的在线客服与我们联系。'],
  ['contact', 'partial', 'If you have questions, open an issue on GitHub.'],
  ['contact', 'partial', 'For questions or bugs, open an issue.'],
  ['contact', 'partial', '**联系我们**：有疑问请联系 https://github.com/littlewood/notes/discussions'],
  ['contact', 'yes', '联系我们：https://littlewood.example/about'],
  ['contact', 'yes', '有疑问的，请通过 https://littlewood.example/wx 与我们联系。'],
  ['contact', 'partial', 'Contact: https://github.com/littlewood/notes/discussions'],
  ['contact', 'yes', '## 如何联系到我们\n\n负责人联系电话\n\n+86-571-88880000（微信同号）\n\n以上时间为工作日。'],
  ['contact', 'yes', '客服热线\n\n0571-88880000'],
  ['contact', 'no', '版本\n\n0571-88880000'],
  ['contact', 'no', '如您发现密码泄露，请立即联络我们的客服。'],
  ['contact', 'no', 'If you have any questions, contact us at [Your Contact Information].'],
  ['contact', 'no', '邮箱：xxx@xxx.com'],
  ['contact', 'no', '我们会收集您的电子邮箱地址和联系电话。'],
  ['account', 'yes', '我们收集您的账号信息。'],
  ['account', 'no', '我们不会将您的相册、日程或账号信息上传到服务器。'],
  ['security-measures', 'yes', '## 我们如何保护您的信息\n\n我们采用混淆、分级授权、防火墙等技术手段。'],
  ['right-delete', 'yes', '## 您的权利\n\n您可以在应用内查看、导出和删除帖子、评论。'],
  ['right-correct', 'no', '## 权限管理\n\n经您授权后，我们用文件管理功能保存您编辑过的图片。'],
  ['contact', 'no', '您填写的文字：如办事说明、意见反馈、打分等内容。'],
  ['right-delete', 'yes', '## Your Rights\n\n- Request data deletion\n- See your stored data'],
  ['right-withdraw-consent', 'no', '如您不同意本政策，请停止使用并卸载本应用。'],
  ['right-withdraw-consent', 'yes', '您可以卸载本应用，以停止我们收集信息。'],
  ['dpo', 'no', '您也可以向当地的个人信息保护主管部门投诉。'],
  ['dpo', 'yes', '我们设有个人信息保护负责人，邮箱：dpo@xiaolin.example。'],
  ['complaint-channel', 'yes', '如需投诉或举报，请发邮件至 report@xiaolin.example。'],
  ['complaint-channel', 'yes', 'You have the right to lodge a complaint with a supervisory authority.'],
  ['complaint-channel', 'yes', '对信息处理有疑问或者投诉的，可以拨打 0571-88880000。'],
  ['complaint-channel', 'partial', '如您对本政策有疑问或建议，请发邮件至 hi@xiaolin.example。'],
  ['complaint-channel', 'yes', '客服邮箱 kf@xiaolin.example，投诉举报同上，十五日内答复。'],
  ['complaint-channel', 'yes', '电话 0571-88880000 用于咨询和投诉。'],
  ['complaint-channel', 'partial', '您可以向我们投诉或举报。'],
  ['complaint-channel', 'no', '您可以使用的服务包括：报修、投诉表扬、缴费、快递代收等服务。'],
  ['complaint-channel', 'yes', '| 权利 | 怎样行使 |\n| --- | --- |\n| 投诉权 | 向个人信息保护主管部门投诉 |'],
  ['complaint-channel', 'yes', '您可以按文末的联系方式投诉。\n\n## 联系我们\n\n邮箱：hi@xiaolin.example'],
  ['complaint-channel', 'partial', '您可以按文末的联系方式投诉。'],
  ['complaint-channel', 'no', '如您是知识产权投诉人并已提起投诉，应被投诉人要求，我们会披露您的信息。'],
  ['complaint-channel', 'no', 'For questions or concerns, mail hi@littlewood.example.'],

  ['no-collection', 'no', 'We do not collect any information regarding your calls.'],
  ['no-collection', 'yes', '小橘便签不收集、不存储、不上传任何个人信息。'],
  ['no-collection', 'yes', '我们不会收集、上传或分享您的任何个人信息。'],
  ['no-third-parties', 'yes', '您的记录仅存储在本地，不会向外传输。'],
  ['no-third-parties', 'no', '我们不会对外公开披露您的信息。'],
  ['no-third-parties', 'no', '您的信息不会境外传输。'],
  ['no-third-parties', 'yes', '我们不会将您的个人信息出售或分享给任何第三方。'],
  ['no-third-parties', 'no', '我们不会将您的个人信息出售或分享给第三方用于其营销目的。'],
  ['no-third-parties', 'yes', '本应用不包含任何第三方 SDK。'],
  ['no-third-parties', 'partial', '该编号只在本机使用，不对外传输。'],
  ['no-third-parties', 'partial', '本应用不接入广告追踪 SDK。'],
  ['third-parties', 'no', '本应用不接入广告追踪 SDK。'],
  ['third-parties', 'no', '小林集团及其关联公司（以下统称“我们”）会保护您使用服务时的信息。'],
  ['cross-border', 'yes', '我们原则上不进行个人信息的跨境传输。'],
  ['no-third-parties', 'no', '本应用不包含任何用于行为分析或广告追踪的第三方 SDK。'],
  ['no-third-parties', 'no', 'We do not sell or share your information with third parties for their own marketing purposes.'],

  // How long, where and how safely.
  ['retention', 'yes', '订单信息自交易完成之日起保存三年。'],
  ['retention', 'yes', 'We keep support mail for two years.'],
  ['retention', 'yes', '语音转写完成后，录音会被删除。'],
  ['retention', 'yes', '所有记录随应用卸载而删除。'],
  ['retention', 'yes', 'The picture is deleted immediately after the scan.'],
  ['retention', 'yes', 'We retain your profile until you delete your account.'],
  ['retention', 'yes', '我们确定保存期限时参考下列因素，以较长者为准：\n\n- 完成订单；\n- 处理纠纷。'],
  ['retention', 'yes', 'The criteria used to determine our retention periods include whether your order is still open.'],
  ['retention', 'partial', '我们仅在实现目的所必需的最短时间内保存您的个人信息。'],
  ['retention', 'partial', 'We retain your data as long as necessary to provide the service.'],
  ['retention', 'partial', '我们只在实现功能所需时间内保存您的数据。'],
  ['retention', 'yes', '您可以在系统设置中清除应用数据，以删除所有记录。'],
  ['retention', 'no', '## 本地缓存与 Cookie\n\n本产品用 Cookie 记住您的偏好，您清除应用数据即可删除这些信息。'],
  ['retention', 'no', '我们会在 15 日内答复您的请求。'],
  ['retention', 'no', '本应用需要存储权限，用于保存图片。'],
  ['retention', 'no', 'If we learn that a child has given us data, we delete it immediately.'],
  ['retention', 'no', '更新日期：2024年3月1日'],
  ['security-measures', 'yes', '我们使用 TLS 加密传输您的个人信息。'],
  ['security-measures', 'yes', 'Passwords are stored encrypted to protect your data.'],
  ['security-measures', 'yes', 'All traffic is encrypted with TLS.'],
  ['security-measures', 'partial', '我们会采取合理的安全措施保护您的个人信息。'],
  ['security-measures', 'partial', 'We use commercially acceptable means of protecting your information.'],
  ['security-measures', 'partial', '我们采取恰当的技术与组织措施保护您的个人信息。'],
  ['security-measures', 'no', '为保障您的使用，我们会通过技术手段收集您的信息。'],
  ['security-measures', 'no', '我们非常重视您的隐私。'],
  ['security-measures', 'no', 'No method of electronic storage is 100% secure.'],
  ['security-measures', 'no', '您应妥善保管账号和密码，注意加密自己的文件。'],
  ['storage-location', 'yes', '您的个人信息存储在中华人民共和国境内的服务器上。'],
  ['incident-notice', 'yes', '发生个人信息泄露时，我们会及时告知您并上报主管部门。'],
  ['cross-border', 'yes', 'Your data may be transferred to servers in other countries.'],

  // Rights.
  ['account', 'yes', '当您注册账号时，我们会收集您的手机号。'],
  ['account', 'no', '您记下的收支、账户和类别都存在本机的数据库里。'],
  ['account', 'yes', '您注册账户后，账单可以在多台设备上同步。'],
  ['account', 'yes', 'When you create an account, we ask for your email.'],
  ['account', 'no', '本应用无需注册账号即可使用。'],
  ['account', 'no', 'No account is needed to use the app.'],
  ['account', 'no', '本应用会读取设备账户信息，以便选择日历。'],
  ['account', 'no', 'The app needs access to your Google account to sync.'],
  ['account-cancellation', 'yes', '您可以在“我的-设置-注销账号”中注销您的账号。'],
  ['account-cancellation', 'yes', 'You can delete your account at any time in the settings.'],
  ['account-cancellation', 'partial', '在您注销账号后，我们将删除您的个人信息。'],
  ['account-cancellation', 'yes', '## 注销账号\n\n您可通过客服邮箱联系我们。'],
  ['account-cancellation', 'yes', '## 账号注销\n\n您可以进入个人中心提交申请。'],
  ['account-cancellation', 'yes', '您可以在 App 内删除账号。'],
  ['account-cancellation', 'partial', '## 注销账号\n\n注销后，我们会删除您的信息。'],
  ['account-cancellation', 'partial', '## 账号与注销\n\n有疑问的，您可以通过客服联系我们。'],
  ['account-cancellation', 'no', '如您违反协议，我们有权注销您的账号。'],
  ['account-cancellation', 'no', '点击“退出登录”可以退出当前账号。'],
  ['account-cancellation', 'no', '您可以取消关注其他用户的账号。'],
  ['account-cancellation', 'no', 'You can delete photos from your account.'],
  ['right-withdraw-consent', 'yes', '您可以在系统设置中关闭相机权限，撤回您的同意。'],
  ['right-withdraw-consent', 'yes', 'You may revoke the location permission at any time.'],
  ['right-withdraw-consent', 'yes', '您一旦关闭该权限，即取消了对我们的授权。'],
  ['right-withdraw-consent', 'yes', 'Users can opt out of crash reporting in the settings.'],
  ['right-withdraw-consent', 'yes', '您可以在设置页随时管理您的授权。'],
  ['right-withdraw-consent', 'yes', '不想让好友看到您在哪里时，可以停止分享位置，方法是在手机上关闭定位。'],
  ['right-withdraw-consent', 'yes', '若不想再停留在地图上，希望停止分享您所处的地理位置信息，您可用手机自带的位置选项关闭。'],
  ['right-withdraw-consent', 'no', '您发布的内容视为不可撤销地授权我们使用。'],
  ['right-withdraw-consent', 'no', 'You may opt out of receiving newsletters.'],
  ['right-withdraw-consent', 'no', 'You can set your browser to refuse cookies.'],
  ['right-access', 'yes', '您可以在“我的-资料”页面查询您的个人信息。'],
  ['right-access', 'yes', '您可以登录账户，查询，补充或更正您的个人信息。'],
  ['right-delete', 'yes', 'You can request deletion of your data by email.'],
  ['right-delete', 'yes', '## Data retention and deletion\n\nYou can delete single transactions within the app.'],
  ['right-delete', 'partial', '您可以随时删除任何一笔交易。'],
  ['right-access', 'partial', '## 您的权利\n\n| 权利 | 说明 |\n| --- | --- |\n| 访问权 | 知道我们手里有些什么 |'],
  ['right-access', 'no', '## 网络访问范围\n\n网络用于读取课程、成绩和消息。'],
  ['right-correct', 'partial', '您有权更正您的个人信息。'],
  ['right-correct', 'partial', '## 您的权利\n\n您发现我们保存的个人信息有错漏时，有权要求我们作出更正。'],
  ['right-access', 'yes', '您可以通过 a@xiaolin.example 查阅、更正、删除登记的信息。'],
  ['right-correct', 'yes', '2、修改：您可以在“我的-设置”里换成别的支付方式。'],
  ['right-delete', 'no', '您可以删除本软件。'],
  ['right-correct', 'yes', '您可以登录后更正本软件账户中的资料。'],
  ['right-correct', 'yes', '## 您的权利\n\n- 查询、导出、更正：在“我的-设置”中操作；'],
  ['right-delete', 'no', '您可以随时删除本软件，我们另行保存的设置不受影响。'],
  ['minors', 'yes', '若您是未满14周岁的儿童，请在监护人同意后使用本应用。'],
  ['minors', 'yes', 'We do not knowingly collect data from children under 13.'],
  ['minors', 'yes', '本应用不面向未成年人。'],
  ['minors', 'no', '敏感个人信息包括生物识别、行踪轨迹以及儿童的个人信息等。'],
  ['minors', 'no', 'We may make minor changes and share data with our parent company.'],

  // The rest.
  ['no-collection', 'yes', '本应用不收集任何用户信息。'],
  ['no-collection', 'yes', 'The app does not collect any personal information.'],
  ['no-collection', 'no', '未经您同意，我们不会收集您的任何个人信息。'],
  ['no-collection', 'no', 'We do not collect any personal information from children.'],
  ['local-only', 'yes', '您的记录仅保存在您的设备本地，不会上传。'],
  ['local-only', 'yes', 'Your notes never leave your device.'],
  ['offline', 'yes', '本软件没有联网权限，也不会联网。'],
  ['offline', 'yes', 'The app never connects to the internet.'],
  ['offline', 'no', '未登录时可以完全离线使用。'],
  ['offline', 'no', '本软件不会联网上传您的图片。'],
  ['offline', 'no', 'Some features work completely offline.'],
  ['third-parties', 'yes', '我们接入了第三方SDK，由其收集您的设备信息。'],
  ['no-third-parties', 'yes', '我们不会将您的数据共享给任何第三方。'],
  ['no-third-parties', 'no', '未经您同意，我们不会将您的数据共享给任何第三方。'],
  ['effective-date', 'no', '《数据安全法》自2021年9月1日起施行。'],
  ['effective-date', 'yes', '本政策自2024年3月1日起施行。'],
  ['third-party-sdk-list', 'no', '## Service providers\n\nWe may employ others:\n\n- To provide the service on our behalf;'],
  ['third-party-sdk-list', 'yes', '## 第三方 SDK\n\n| 名称 | 目的 |\n| --- | --- |\n| 友盟统计 | 统计使用情况 |'],
  ['third-party-sdk-list', 'yes', '## 共享\n\n| 第三方名称 | 目的 | 提供的信息 |\n| --- | --- | --- |\n| 白鹭配送 | 送货 | 收货地址 |'],
  ['third-party-sdk-list', 'no', '## 共享\n\n| 第三方名称 | 目的 |\n| --- | --- |\n| 白鹭配送 | 送货 |'],
  ['third-party-sdk-list', 'no', '我们可能接入第三方SDK。'],
  ['vpn', 'yes', 'The app sets up a VPN on your device to filter traffic.'],
  ['vpn', 'no', '如果您使用 VPN，我们显示的城市可能不准确。'],
  ['biometric-consent', 'yes', '经您单独同意，我们会采集您的人脸图像用于核验身份。'],
  ['biometric', 'no', '我们会读取设备指纹用于反作弊。'],
  ['biometric', 'no', '修图时会使用您的人脸信息定位五官。这些数据只保存在您的手机，我们不会上传。'],
  ['biometric', 'no', '敏感个人信息：包括我们可能收集的人脸信息、行踪轨迹等一旦泄露会造成损害的信息。'],
  ['third-party-sdk-list', 'yes', '我们接入的小米推送 SDK 会收集您的设备标识（例如 OAID），用于送达消息。'],
  ['third-party-sdk-list', 'partial', '我们集成第三方 SDK，例如友盟 SDK，它会收集您的设备标识用于统计。'],
  ['sensitive-pi-separate-consent', 'yes', '收集敏感个人信息前，我们会征得您的单独同意。'],
  ['policy-change-notice', 'yes', '本政策更新后，我们会以弹窗通知您。'],
  ['personalization-opt-out', 'yes', '您可以在设置中关闭个性化推荐。'],
  ['cookies', 'yes', 'We use cookies to keep you signed in; you can refuse them.'],
  // What the program fills in, pages of the app, accounts elsewhere, rights in a row.
  ['contact', 'yes', '## 联系我们\n\n客服邮箱：SETTINGS.supportEmail'],
  ['contact', 'yes', '## 变更\n\n如有疑问，请通过以下方式与我们联系：\n\nSETTINGS.email'],
  ['security-measures', 'no', '编写隐私政策时，请确保遵守行业标准。'],
  ['contact', 'no', '## 联系我们\n\n我们使用 SETTINGS.theme 保存您的主题。'],
  ['complaint-channel', 'yes', '投诉与申诉请通过应用内“帮助与反馈”提交，我们在五日内答复。'],
  ['complaint-channel', 'partial', '如需投诉，可以在应用内联系“小木”。'],
  ['complaint-channel', 'no', '如您从别处付费买到本应用，请向该平台举报。'],
  ['account', 'no', '您用 GitHub 账号登录时，凭据只保存在本机。'],
  ['account', 'no', '请确认路由器可信后再输入账号密码。'],
  ['account', 'yes', '请妥善保管您的账号密码，服务器不会向您索要。'],
  ['right-access', 'yes', '行使查阅 / 更正 / 删除等权利，请通过邮箱与我们联系。'],
  ['right-correct', 'yes', '行使查阅 / 更正 / 删除等权利，请通过邮箱与我们联系。'],
  ['right-withdraw-consent', 'yes', '您有权调整通知、相机等权限设置。'],
  ['right-withdraw-consent', 'yes', 'You can remove our access in the settings of your phone.'],
  ['security-measures', 'partial', '## 数据安全\n\n我们采取技术、组织和物理措施，使您的信息不被未经授权的人查看。'],
  ['security-measures', 'yes', '## 保护\n\n所有流量都经过加密处理。'],
  ['no-third-parties', 'partial', '# Privacy policy\n\nHello there.\n\nDrawings are:\n\n- Kept on the device\n- Not shared with third parties'],
  ['no-third-parties', 'yes', '# Privacy policy\n\nWe promise:\n\n- Not to sell anything\n- Your data are not shared with third parties'],
];

describe('policy elements', () => {
  it.each(cases)('%s is told: %s in %s', async (id, told, text) => {
    expect(await toldIn(text, id)).toBe(told);
  });

  it('reads Traditional characters', async () => {
    expect(await toldIn('您可以在「設定」中註銷您的帳號。', 'account-cancellation')).toBe('yes');
    expect(await toldIn('我們採用加密技術保護您的個人資料。', 'security-measures')).toBe('yes');
  });

  it('gives the values that rules need', async () => {
    expect((await elementIn('网络日志留存三个月后删除。', 'log-retention'))?.values).toEqual({ months: 3 });
    expect((await elementIn('Access logs are kept for 30 days.', 'log-retention'))?.values).toEqual({ days: 30 });
    expect((await elementIn('收到投诉后，我们会在 15 个工作日内答复您。', 'complaint-time-limit'))?.values).toEqual({
      days: 15,
      working: 1,
    });
    expect((await elementIn('不满十四周岁的未成年人应由监护人陪同使用。', 'minors'))?.values).toEqual({ age: 14 });
    expect((await elementIn('生效日期：2024年3月1日', 'effective-date'))?.values).toEqual({ date: '2024-03-01' });
    expect((await elementIn('更新日期：2024年3月1日 生效日期：2024年4月1日', 'effective-date'))?.values).toEqual({ date: '2024-04-01' });
    expect((await elementIn('**Last updated**\n\nMarch 1, 2024', 'update-date'))?.values).toEqual({ date: '2024-03-01' });
    expect((await elementIn('本政策仅适用杭州小林软件有限公司（以下简称“我们”）的产品。', 'operator-identity'))?.values).toEqual({ name: '杭州小林软件有限公司' });
    expect((await elementIn('本应用由华为软件有限公司（以下简称“我们”）运营。', 'operator-identity'))?.values).toEqual({ name: '华为软件有限公司' });
    expect((await elementIn('Mail hi@littlewood.example with questions.', 'contact'))?.values).toEqual({
      mail: 'hi@littlewood.example',
    });
  });

  it('reads an item with its lead-in and a cell with its header', async () => {
    expect((await elementIn('保存期限：\n\n- 聊天记录：六个月；\n- 头像：直至您注销账号；', 'retention'))?.values).toEqual({ months: 6 });
    expect(await toldIn('Retention:\n\n- Email address: until you delete your account;', 'retention')).toBe('yes');
    const table = '| 信息 | 保存期限 |\n| --- | --- |\n| 订单 | 三年 |';
    expect((await elementIn(table, 'retention'))?.quote.text).toBe('三年');
    expect(await toldIn('功能：\n\n- 会员：六个月；', 'retention')).toBe('no');
  });

  it('looks around for the channel of a complaint', async () => {
    expect(await toldIn('## 投诉与反馈\n\n您可以通过下列方式投诉：\n\n- 邮箱：ts@xiaolin.example', 'complaint-channel')).toBe('yes');
    expect(await toldIn('Mail: hi@littlewood.example.\n\nIf you have a complaint, write to the same address.', 'complaint-channel')).toBe('yes');
    expect(await toldIn('您可以向我们投诉。\n\n## 开发团队\n\n邮箱：dev@xiaolin.example', 'complaint-channel')).toBe('partial');
  });

  it('quotes the sentence that gives the fact, at its place', async () => {
    const text = '我们重视保存期限的告知。\n\n订单信息保存三年。\n';
    const found = await elementIn(text, 'retention');
    expect(found?.quote.text).toBe('订单信息保存三年。');
    expect(text.slice(found?.quote.at.start, found?.quote.at.end)).toBe('订单信息保存三年。');
  });

  it('tells each element once, in the order of the ids', async () => {
    const { elements } = await readingOf('联系：a@x.example。\n\n联系：b@x.example。\n\n数据保存一年，保存两年。');
    const ids = elements.map(({ id }) => id as ElementId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ELEMENT_IDS.filter((id) => ids.includes(id)));
  });

  it('has a name in the knowledge for every id, and no other', () => {
    expect(loadKnowledge().elements.map(({ id }) => id).toSorted()).toEqual([...ELEMENT_IDS].toSorted());
  });

  it('stays linear on hostile text', async () => {
    for (const piece of ['a@', '保存1年', '注销账号', 'a.', '1-', '（', 'delete your ', 'at ', 'A', '儿童色情', '我们收集相关信息，', ': ', '保存至']) {
      await expect(readingOf(piece.repeat(20_000 / piece.length))).resolves.toBeDefined();
    }
  }, 30_000);
});
