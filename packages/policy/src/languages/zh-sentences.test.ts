import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import type { PolicyStatement } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function read(...lines: readonly string[]): Promise<readonly PolicyStatement[]> {
  const text = ['小橘菜谱隐私政策', '一、说明', ...lines, '我们重视您的隐私。'].join('\n');
  const files = memoryFiles({ 'privacy.txt': new TextEncoder().encode(text) });
  const { statements } = await readPolicy(files, { named: ['privacy.txt'] }, knowledge);
  return statements;
}

const told = async (text: string): Promise<string[]> =>
  (await read(text)).map(({ negated, action, actor, dataTypes }) =>
    [negated ? 'not ' : '', action, ' ', actor.role, ': ', dataTypes.map(({ id }) => id).join(', ')].join(''),
  );
const purposes = async (text: string): Promise<string[]> =>
  [...new Set((await read(text)).flatMap((one) => one.purposes.map((purpose) => purpose.text)))];
const parties = async (text: string): Promise<string[]> =>
  [...new Set((await read(text)).flatMap((one) => one.thirdParties.map((party) => party.text)))];

describe('who acts', () => {
  it.each([
    ['为更好地帮助您做菜，有可能收集您的位置、照片。', ['collect first-party: location, photo']],
    ['经您同意，运营商会将您的手机号发送给我们。', ['share third-party: phone-number']],
    ['提升用户使用的体验，可能会与关联方共享您的昵称。', ['share first-party: nickname']],
    ['小橘的合作伙伴会依照约定，向小橘公司分享您的昵称。', ['share third-party: nickname']],
    ['支付机构：共享您的订单号。', ['share first-party: order-info']],
    ['支付机构：提供您的订单号给我们。', ['share third-party: order-info']],
    ['支付机构：收集您的银行卡号。', ['collect third-party: bank-account']],
    ['法律规定收集指纹应当取得单独同意。', []],
    ['根据《个人信息保护法》，处理人脸信息应当取得单独同意。', []],
    ['您登录时会收集您的昵称。', ['collect first-party: nickname']],
    ['我们会收集诊断信息和错误记录文件。', ['collect first-party: crash-log, crash-log']],
    ['您提交的文本会发送至您配置的服务商。', ['share first-party: user-content']],
    ['授权后，我们会读取健康数据。具体数据类型包括：睡眠和体重。', ['collect first-party: health-info, sleep-data, body-measurements']],
    ['在点评页面我们会收集您的昵称。', ['collect first-party: nickname']],
    ['在点评页面我们不会收集您的昵称。', []],
    ['在您同意我们会收集昵称后，您仍可改变主意。', []],
    ['如我们访问您的麦克风，是为了听您说出菜名。', ['collect first-party: audio-recording']],
    ['如我们访问您的麦克风，您会看到提示。', []],
    ['用户使用扫码功能时需要调用摄像头。', ['collect first-party: camera-capture']],
    ['您点评时需填写您的昵称。', ['collect user: nickname']],
    ['您上传的照片会保存在我们的服务器中。', ['store first-party: photo']],
    ['您的昵称、生日会存储在我们的服务器中。', ['store first-party: nickname, birth-date-age']],
    ['本应用集成了晨光统计SDK，晨光统计SDK收集您的设备型号。', ['collect third-party: device-model']],
    ['我们会向芝麻信用传输您的姓名。', ['transfer first-party: real-name']],
    ['我们不会与小橘公司以外的任何公司分享您的照片。', ['not share first-party: photo']],
    ['为了预防病毒、恶意程序、网站会了解您设备安装的应用信息。', ['use first-party: installed-apps']],
    ['导出菜谱时，我们会读取、修改或删除存储卡中的内容。', ['collect first-party: storage-files']],
    ['扫描食材时会用到相机功能。', ['use first-party: camera-capture']],
    ['拍菜谱时，我们会申请使用相机拍照。', ['use first-party: camera-capture']],
    ['语音输入：通过麦克风将您的话转为文字。', ['use first-party: audio-recording']],
    ['我们会通过GPS、WiFi确定您所在的位置。', ['collect user: precise-location, wifi-info']],
    ['您需要允许我们查看您的电话簿。', ['collect first-party: contacts']],
    ['我们会搜索附近的蓝牙设备。', ['collect first-party: bluetooth-info']],
    ['您可以查看您的相册。', []],
    ['我们会检查您手机上安装了哪些应用。', ['use first-party: installed-apps']],
    ['我们会将用餐时间写入您的日历。', ['store first-party: calendar']],
    ['您点击“存号码”后，我们会把商家电话新建为手机联系人。', ['store first-party: contacts']],
    ['您可以自行将商家电话存入手机联系人。', []],
    ['我们会保留您与在线客服的通话记录。', []],
    ['我们通过GPS记录您的跑步轨迹。', ['collect first-party: precise-location, fitness-activity']],
    ['小程序会拿到您手机的经纬度。', ['collect first-party: precise-location']],
    ['我们将海报存进您手机的SD卡。', ['store first-party: storage-files']],
    ['小橘会不定时地采集您的位置信息。', ['collect first-party: location']],
    ['我们会把通讯录上传到云端。', ['share first-party: contacts']],
    ['本应用可能会使用到您设备的相机。', ['use first-party: camera-capture']],
    ['我们会采集录音，用于识别菜名。', ['collect first-party: audio-recording']],
    ['为拦截骚扰，应用会扫描短信并给出提示。', ['collect first-party: sms-content']],
    ['换封面时，您可从相册中挑选图片。', ['collect user: photo']],
    ['下载的菜谱会保存在您手机的存储空间。', ['store first-party: storage-files']],
    ['我们不会将您的昵称与提供广告、分析服务的合作伙伴共享。', ['not share first-party: nickname']],
    ['为便于我们统一提供服务，您的昵称会与我们的关联公司共享。', ['share first-party: nickname']],
    ['为便于我们统一提供服务，推荐您喜欢的菜谱，您的昵称会与我们的关联公司共享。', ['share first-party: nickname']],
  ])('%s', async (text, expected) => expect(await told(text)).toEqual(expected));
});

describe('what names data', () => {
  it.each([
    ['我们需要核实您的身份。', []],
    ['我们会用您的订单号进行身份核验。', ['use first-party: order-info']],
    ['我们可能进行合并、资产转让或类似的交易。', []],
    ['我们会将日历里的菜谱存储在分析软件中。', ['store first-party: calendar']],
    ['小橘基于位置提供的找菜场服务很方便，我们会收集您的昵称。', ['collect first-party: nickname']],
    ['我们会尽力避免收集与做菜无关的个人信息。', []],
    ['在涉及合并时，如涉及个人信息转让，我们会要求接手的公司守约。', []],
    ['如有账户异常，请找客服。', []],
    ['我们遵守《菜谱网络信息保护规定》，会收集您的昵称。', ['collect first-party: nickname']],
    ['我们向您发送的电子邮件可能含有菜谱。', []],
    ['您不登录可能影响发表评论等互动功能。', []],
    ['通过登录账号，您可以查看菜谱。', []],
    ['如果您希望访问或编辑您的年龄，请联系客服。', []],
    ['个人资料—如果您希望访问或编辑您的年龄，请联系客服。', []],
    ['我们需要验证您的身份，您点评的照片只给厨师看。', []],
    ['我们可能与伙伴共享您的昵称，这些信息不包含您的姓名。', ['share first-party: nickname']],
    ['您需要提供手机号，并创建用户名和密码。', ['collect user: phone-number, username, password']],
    ['您可能需要提供联系邮箱、联系电话。', ['collect user: email-address, phone-number']],
    [
      '我们会记录您的设备型号，您对软件的使用记录、浏览记录。',
      ['collect first-party: device-model, usage-info, browsing-history'],
    ],
    [
      '我们会收集订单信息（包括收货地址以及履行订单所需的其他信息）。',
      ['collect first-party: order-info, delivery-address'],
    ],
    ['我们会将提供菜谱所必需的昵称与第三方共享。', ['share first-party: nickname']],
    ['菜谱以文字、照片形式展示您的昵称。', ['use first-party: nickname']],
    ['我们会收集您的昵称、投诉等级、职业。', ['collect first-party: nickname, work-info']],
    ['厨师仅能存储其履行职务所需的菜谱。', []],
    ['当您使用小橘账号登录时，或将小橘账号与其他账号绑定，我们会收集您的昵称。', ['collect first-party: nickname']],
    ['菜谱研究院向外发表学术研究或描述的结果时，对其中的个人信息进行处理。', []],
    ['我们会收集您对服务的使用情况，包括浏览记录。', ['collect first-party: usage-info, browsing-history']],
    [
      '我们不会将您的身份信息（指能认出您的信息，例如姓名）与广告公司共享。',
      ['not share first-party: identity-info, real-name'],
    ],
  ])('%s', async (text, expected) => expect(await told(text)).toEqual(expected));

  it.each([
    ['我们收集这些信息是为了做菜谱。', true],
    ['我们会将上述信息共享给菜场。', true],
    ['菜场会使用共享的个人信息。', true],
    ['菜场会使用提供的信息。', true],
    ['我们会说明收集个人信息的目的。', true],
    ['我们会收集您的信息。', undefined],
    ['菜场会使用您的个人信息。', undefined],
    ['我们会收集统计信息。', undefined],
  ])('points to data: %s', async (text, expected) => {
    const [data] = (await read(text)).flatMap((one) => one.dataTypes);
    expect(data?.generic).toBe(true);
    expect(data?.pointing).toBe(expected);
  });
});

describe('who receives', () => {
  it.each([
    ['小橘不会向任何第三方公开（包括共享、转让等方式）您的照片。', ['任何第三方']],
    ['我们不会与小橘公司以外的任何公司分享您的照片。', ['小橘公司以外的任何公司']],
    ['我们不会与小橘菜场之外的任何第三方分享您的照片。', ['小橘菜场之外的任何第三方']],
    ['我们可能与菜场的服务商、供应商和其他合作伙伴共享您的昵称。', ['菜场的服务商', '供应商', '其他合作伙伴']],
    ['我们会与数据分析合作伙伴共享您的昵称。', ['数据分析合作伙伴']],
    ['我们会将您的昵称提供给我们的关联公司或第三方服务提供方。', ['关联公司', '第三方服务提供方']],
    ['我们会将您的昵称共享至运营菜场的第三方。', ['运营菜场的第三方']],
    ['我们需要向合作伙伴等，分享您的昵称。', ['合作伙伴']],
    ['我们会与顾问、开放平台或其他合作伙伴共享您的昵称。', ['顾问', '开放平台', '其他合作伙伴']],
    ['您同意小橘为提供服务而向第三方提供您的昵称。', ['第三方']],
    ['我们会按司法机关的要求，对外提供您的昵称。', []],
    ['您的昵称会与华为的关联公司共享。', ['华为的关联公司']],
    ['我们会与关联公司（例如为菜谱提供位置数据的地图供应商）共享您的昵称。', ['关联公司', '地图供应商']],
    ['我们可能从小橘金融关联公司获取您的姓名。', ['小橘金融关联公司']],
    ['我们会向芝麻信用传输您的姓名。', ['芝麻信用']],
    ['我们会将您的昵称提供给江南晨光网络科技有限公司，用于推送。', ['江南晨光网络科技有限公司']],
    ['我们可能需要向省图书馆提供您的姓名。', ['省图书馆']],
    ['我们会将您的照片传输至服务器。', []],
    ['我们会将您的照片提供给您的朋友。', []],
    ['支付机构（包括微信、支付宝）收集您的银行卡号。', ['微信', '支付宝']],
    ['我们会通过SDK等技术与终端设备制造商（华为、小米等）共享设备型号。', ['华为', '小米']],
    ['我们会与合作伙伴（如微信、微博）共享您的昵称。', ['合作伙伴', '微信', '微博']],
    ['我们会将您的昵称共享给合作伙伴（如微信、微博）。', ['合作伙伴', '微信', '微博']],
  ])('%s', async (text, expected) => expect(await parties(text)).toEqual(expected));
});

describe('what for', () => {
  it.each([
    ['我们会收集崩溃日志，帮助我们更好地了解菜谱页面的运行情况。', ['帮助我们更好地了解菜谱页面的运行情况']],
    ['您可以填写生日，这将有助于我们推荐合适的菜谱。', ['有助于我们推荐合适的菜谱']],
    ['您需要提供姓名进行身份认证。', ['进行身份认证']],
    ['我们必须与物流公司共享您的收货地址才能安排送货。', ['安排送货']],
    ['我们会收集您的昵称，目的是为了显示在点评旁边。', ['显示在点评旁边']],
    ['为改善菜谱向合作伙伴提供您的昵称。', ['改善菜谱']],
    ['您同意小橘为提供菜谱而向第三方提供您的昵称。', ['提供菜谱']],
    ['我们会出于推荐菜谱的目的与合作伙伴共享您的昵称。', ['推荐菜谱的目的']],
    ['您的手机号是为提供菜谱必须收集的信息。', ['提供菜谱']],
    ['为防止欺诈，小橘的关联方、合作伙伴会依照约定，向小橘公司分享您的昵称。', ['防止欺诈']],
    ['我们会收集崩溃日志，用于统计https://example.com/stat。', ['统计']],
  ])('%s', async (text, expected) => expect(await purposes(text)).toEqual(expected));

  it.each([
    '晨光公司不得将我们共享的昵称用于任何其他用途。',
    '我们不会将您的昵称用于与菜谱无关的用途。',
    '本政策适用于商家，我们会收集您的昵称。',
    '我们会收集您的昵称，以实现这些权限所涉及信息的收集。',
    '我们会向您的手机号码以短信形式发送菜谱并收集您的昵称。',
    '您可以便捷地填写您的昵称。',
    '我们会在为提供菜谱服务之目的所必需的期间内保留您的昵称。',
    '我们会对您的姓名进行加密。',
    '我们会将昵称汇总，以便它不会识别您个人。',
    '我们会收集点评，作为服务日志保存。',
    '我们会收集昵称并加粗，以此提示您注意。',
  ])('no purpose: %s', async (text) => expect(await purposes(text)).toEqual([]));
});

describe('sentences that do nothing with data', () => {
  it.each([
    '本站刊登的资料（诸如文字、图像、声音文件）均是小橘的财产。',
    '您上传的图片、音频均由您原创或已获得授权。',
    '您对您上传的图片、音频独立承担法律责任。',
    '您不得冒用他人的姓名、照片。',
    '我们在平台的任何位置都可能展示广告。',
    '菜谱推荐基于图像识别技术。',
    '彩虹短信为手机短信验证服务。',
  ])('%s', async (text) => expect(await told(text)).toEqual([]));

  it('does not take the calls of a service for those of the device', async () => {
    expect(await told('您联系客服时，我们可能会保存您的通信或通话记录和内容。')).toEqual([
      'store first-party: communication-records',
    ]);
  });

  it('does not take a number that gets messages for reading them', async () => {
    expect(await told('注册时需提供手机号码（可正常接收短信）。')).toEqual(['collect user: phone-number']);
  });
});

describe('quotes', () => {
  it.each([
    ['游戏会访问您的“麦克风”，为您提供语音聊天。', ['audio-recording']],
    ['我们会收集您的「手机号」和“位置信息”。', ['phone-number', 'location']],
  ])('%s', async (text, ids) => {
    const [statement] = await read(text);
    expect(statement?.dataTypes.map(({ id }) => id)).toEqual(ids);
  });
  it('keeps those of what is only named', async () => {
    expect(await read('“个人信息”是指以电子方式记录的各种信息，如“手机号”。')).toEqual([]);
  });
});

describe('deeds that can be data', () => {
  it.each(['存储', '储存', '保存'])('reads 收集、使用、%s和分享 as deeds', async (keeping) => {
    const statements = await read(`我们会收集、使用、${keeping}和分享您的手机号。`);
    expect(statements.map(({ action }) => action)).toEqual(['collect', 'use', 'store', 'share']);
    for (const { dataTypes } of statements) expect(dataTypes.map(({ text }) => text)).toEqual(['手机号']);
  });
  it('reads 浏览、点赞和分享 as what is collected', async () => {
    const [statement] = await read('我们收集您的浏览、点赞和分享。');
    expect(statement?.dataTypes.map(({ text }) => text)).toEqual(['浏览', '点赞', '分享']);
  });
});

describe('words as they are written', () => {
  it('reads links of Markdown in plain text as their words', async () => {
    const text = '我们会通过[GPS](https://example.com/a#gps)、[WiFi](https://example.com/a#wifi)获取您的位置信息。';
    const [statement] = await read(text);
    expect(statement?.dataTypes.map((one) => one.text)).toEqual(['GPS', 'WiFi', '您的位置信息']);
  });

  it('knows the other spelling of a word', async () => {
    expect(await told('我们会读取您的外部储存空间。')).toEqual(['collect first-party: storage-files']);
    expect(await told('我们会读取您的剪切板。')).toEqual(['collect first-party: clipboard']);
  });

  it('tells of the storage where what is loaded down is kept on the device', async () => {
    expect(await told('缓存的菜谱视频会保存在您的手机中。')).toEqual(['store first-party: storage-files']);
    expect((await told('我们会在您的电脑中存储Cookie。')).join()).not.toContain('storage-files');
  });
});

describe('a title that denies', () => {
  it('denies what stands below it', async () => {
    const text = '# 小橘菜谱隐私政策\n\n## 我们不会收集的信息\n\n- 通讯录\n- 您的住址\n\n## 我们收集的信息\n\n- 昵称\n';
    const { statements } = await readPolicy(memoryFiles({ 'p.md': text }), { named: ['p.md'] }, knowledge);
    expect(statements.flatMap(({ negated, dataTypes }) =>
      dataTypes.flatMap(({ id, generic }) => (generic ? [] : [`${negated ? 'not ' : ''}${id}`])))).toEqual(['not contacts', 'not postal-address', 'nickname']);
  });
});
