import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { plainOf } from '../text/plain.ts';
import { sentenceRanges } from '../units/sentences.ts';
import type { RawStatement, Sentence, Span, Unit } from '../units/unit.ts';
import { chinese } from './zh.ts';

const grammar = chinese(loadKnowledge());

function sentence(text: string, block = 0): Sentence {
  const plain = plainOf(text);
  return { document: 0, block, section: 0, start: 0, end: text.length, text, plain, language: 'zh' };
}

function read(text: string | readonly string[], around: Partial<Unit> = {}): readonly RawStatement[] {
  const sentences = [text].flat().map((one, block) => sentence(one, block + 1));
  const headers = sentences.map(() => '');
  return grammar({ kind: 'sentence', sentences, headers, headings: [], sectionKinds: ['other'], ...around });
}

/** Statements in short: `collect imei, real-name`, `not share location`. */
function short(statements: readonly RawStatement[]): string[] {
  return statements.map((one) => {
    const data = [...new Set(one.dataTypes.map(({ id }) => id))].join(', ');
    return `${one.negated ? 'not ' : ''}${one.action} ${data}`;
  });
}

const say = (text: string | readonly string[], around?: Partial<Unit>): string[] => short(read(text, around));
const words = ({ sentence: { text }, start, end }: Span): string => text.slice(start, end);
const roles = (text: string): string[] =>
  read(text).map(({ actor }) => `${actor.role}:${actor.span ? words(actor.span) : ''}`);
const parties = (text: string): string[] =>
  read(text).flatMap((one) => one.thirdParties.map(({ name, kind }) => `${kind}: ${name}`));
const condition = (text: string): (string | undefined)[] =>
  read(text).map((one) => one.condition && words(one.condition));
const purposes = (text: string): string[] =>
  read(text)
    .flatMap((one) => one.purposes)
    .map(({ category, vague, span }) => `${category}${vague ? ' (vague)' : ''}: ${words(span)}`);
const shortly = (name: string): string => name.replace('android.permission.', '');
const askedFor = (text: string): string[] =>
  read(text, { sectionKinds: ['permissions'] }).flatMap((one) =>
    one.permissions.slice(0, 1).map((name) => [shortly(name), ...one.purposes.map(({ span }) => words(span))].join(': ')),
  );
const asked = (text: string | readonly string[], around?: Partial<Unit>): string[] =>
  read(text, around).flatMap(({ action, negated, permissions }) =>
    action === 'request-permission' ? [`${negated ? 'not ' : ''}${permissions.map(shortly).join(' ')}`] : [],
  );

describe('who does what with which data', () => {
  it.each([
    ['我们会收集您的手机号。', ['collect phone-number']],
    ['我们可能会读取您设备的IMEI、MAC地址与系统版本。', ['collect imei, mac-address, os-version']],
    ['您注册时需要向我们提供昵称和生日。', ['collect nickname, birth-date-age']],
    ['小橘记账会在后台记录您的步数。', ['collect fitness-activity']],
    ['为了给您推荐附近的球友，需要您的位置信息。', ['collect location']],
    ['我们会将您的身高、体重上传至云端服务器。', ['share body-measurements']],
    ['您的体温数据仅保存在本机。', ['store vital-signs']],
    ['未成年人在提交个人信息之前，应当取得父母或监护人的同意。', ['collect personal-information']],
    ['您的建议将会得到及时的处理。', []],
    ['您的经期记录，只会存储在您手机的加密数据库中。', ['store reproductive-health']],
    ['我们使用您的设备型号来适配界面。', ['use device-model']],
    ['收货地址会提供给为您送货的快递公司。', ['share delivery-address']],
    ['您授权我们获取您的运动轨迹。', ['collect fitness-activity']],
    ['您可以使用手机号或者邮箱登录。', ['collect phone-number, email-address']],
    ['第三方统计服务会采集您的安卓ID。', ['collect android-id']],
    ['我们会采集到店顾客的人脸信息。', ['collect face-data']],
    ['门店会通过收银台的摄像头拍摄画面。', ['use camera-capture']],
    ['我们会通过基站、Wi-Fi名称等（例如蓝牙信息）来获取您的位置信息。', ['collect cell-info, wifi-info, bluetooth-info, location']],
    ['我们会把崩溃日志发给服务商。', ['share crash-log']],
    ['应用只会在您使用导入功能时读取您选择的照片。', ['collect photo']],
    ['您的日记只保存在本机，不上传。', ['store user-content']],
    ['天气插件根据您的位置信息显示预报。', ['use location']],
    ['本應用會讀取您的通訊錄。', ['collect contacts']],
    ['我们使用相机识别条码。', ['use camera-capture']],
    ['我们使用麦克风把您的话变成文字。', ['use audio-recording']],
    ['您使用相机识别条码时，我们会收集设备型号。', ['collect device-model']],
    ['请在向华为提交您的手机号之前，阅读它的隐私政策。', []],
    ['蓝天云服务，用于用户上传的日记图片存储。', ['store photo']],
    ['剪好的视频会保存到您的手机相册。', ['store storage-files']],
    ['我们自动获得设备的信息，包括网络状态（无线等）、系统版本。', ['collect device-info, network-info, wifi-info, os-version']],
    ['您的**出生日期**会被用来计算星座。', ['use birth-date-age']],
  ])('%s', (text, expected) => {
    expect(say(text)).toEqual(expected);
  });

  it('gives verbs side by side a statement each', () => {
    expect(say('我们会收集、使用并存储您的头像。')).toEqual(['collect avatar', 'use avatar', 'store avatar']);
    expect(say('我们将您的姓名共享、转让给关联公司。')).toEqual(['share real-name', 'transfer real-name']);
  });

  it('follows a list over brackets and commas', () => {
    expect(say('我们会收集设备信息（如型号、IMEI），以及崩溃日志、电池电量等信息。')).toEqual([
      'collect device-info, device-model, imei, crash-log, battery-info',
    ]);
    expect(say('我们将您的昵称、头像，您的学校以及生日提供给合作伙伴。')).toEqual(['share nickname, avatar, education-info, birth-date-age']);
  });

  it('takes what describes the data for no verb of its own', () => {
    expect(say('我们会收集您在注册时填写的手机号。')).toEqual(['collect phone-number']);
    expect(say('我们会保存您发布在社区中的照片。')).toEqual(['store photo']);
    expect(say('我们会收集设备信息，例如浏览器或用于接入服务的其他程序提供的配置信息、IP地址。')).toEqual([
      'collect device-info, ip-address',
    ]);
    expect(say('我们向广告主共享无法识别您身份的用户画像。')).toEqual(['share user-profile-tags']);
  });

  it('names who acts', () => {
    expect(roles('我们会收集您的IMEI。')).toEqual(['first-party:我们']);
    expect(roles('蓝鲸地图可能会收集您的位置信息。')).toEqual(['first-party:蓝鲸地图']);
    expect(roles('推送服务提供商会读取您的IMEI。')).toEqual(['third-party:推送服务提供商']);
    expect(roles('您需要填写姓名。')).toEqual(['user:您']);
    expect(roles('会收集您的IMEI。')).toEqual(['first-party:']);
  });
});

describe('what is denied', () => {
  it.each([
    ['我们不会收集您的通讯录。', ['not collect contacts']],
    ['本应用不会读取、上传您的短信内容。', ['not collect sms-content']],
    ['未经您同意，我们不会向任何第三方提供您的身份证号。', ['not share id-card-number']],
    ['我们不收集手机号，但会收集设备型号。', ['not collect phone-number', 'collect device-model']],
    ['我们不使用相机识别人脸。', ['not use camera-capture']],
    ['我们承诺不会将您的通话记录出售给任何人。', ['not sell call-log']],
    ['收集的信息包括但不限于IMEI。', ['collect imei']],
    ['我们会不定期收集您的步数。', ['collect fitness-activity']],
    ['我们无需征得您的同意即可收集您的IP地址。', ['collect ip-address']],
  ])('%s', (text, expected) => {
    expect(say(text)).toEqual(expected);
  });

  it('keeps the condition of a denial', () => {
    const [denied] = read('未经您的明确同意，我们不会公开您的位置信息。');
    expect(denied && { negated: denied.negated, condition: denied.condition && words(denied.condition) }).toEqual({
      negated: true,
      condition: '未经您的明确同意',
    });
  });

  it('carries a denial to its examples', () => {
    expect(say('我们绝不会要求获取任何敏感权限，例如读取通讯录、录音。')).toEqual(['not request-permission contacts, audio-recording']);
  });
});

describe('what is no statement', () => {
  it.each([
    '您有权访问、更正或删除您的手机号。',
    '您可以在设置中修改昵称和头像。',
    '请妥善保管您的账号和密码，切勿告知他人。',
    '个人敏感信息是指身份证件号码、个人生物识别信息、银行账号等。',
    '您可以发送邮件至 help@example.com 或拨打客服电话联系我们。',
    '如有变更，我们会通过短信或电子邮件通知您。',
    '我们会采取加密等措施保护您的密码不被泄露。',
    '如您拒绝提供位置信息，将无法使用附近的人功能。',
    '我们使用信息是为了更好地理解用户需求、快速定位问题。',
    '您可以把图片分享到通讯录以外的群聊。',
    '我们为您提供语音通话服务。',
    '您向交易对方披露银行账号时请谨慎。',
    '我们如何使用您的位置信息？',
    '您可以不提供真实姓名。',
    '我们会给您发送短信验证码。',
    '如您关闭定位，我们将无法获取您的位置信息。',
    '注销后我们将停止收集您的手机号。',
    '合作伙伴无权将您的昵称用于其他用途。',
    '我们建议您不将自己的密码告知他人。',
    '对于重大变更，我们会通过短信或在浏览页面提示您。',
  ])('%s', (text) => {
    expect(say(text)).toEqual([]);
  });
});

describe('what a sentence leans on', () => {
  it('reads the items of a list by its lead-in', () => {
    const lead = sentence('我们会收集以下信息：');
    expect(say(['昵称；', '您上传的照片；', '设备信息：型号、系统版本'], { kind: 'list', lead })).toEqual([
      'collect nickname, photo, device-info, device-model, os-version',
    ]);
  });

  it('denies the items of a denying lead-in', () => {
    const lead = sentence('我们不会收集：');
    expect(say(['通讯录', '通话记录'], { kind: 'list', lead })).toEqual(['not collect contacts, call-log']);
  });

  it('lets an item with a verb speak for itself', () => {
    expect(say(['当您支付时，我们会将订单号共享给支付机构。'], { kind: 'list', lead: sentence('我们在以下场景处理信息：') })).toEqual([
      'share order-info',
    ]);
  });

  it('takes the verb from a heading', () => {
    expect(say('设备标识：IMEI、OAID', { headings: ['一、我们收集哪些信息'] })).toEqual(['collect device-identifier, imei, oaid']);
    expect(say('设备标识：IMEI、OAID', { headings: ['一、联系我们'] })).toEqual([]);
    const about = '本政策涉及的个人信息包括：通讯录、通话记录。';
    expect(say(about, { headings: ['二、我们收集的信息的范围'] })).toEqual(['collect contacts, call-log']);
    expect(say(about, { headings: ['二、名词解释'] })).toEqual([]);
  });

  it('reads a table by its header', () => {
    const headers = ['SDK名称', '收集的个人信息', '使用目的'];
    const [row] = read(['青鸟推送', 'IMEI、设备型号', '推送消息'], { kind: 'row', headers });
    expect(row && short([row])).toEqual(['collect imei, device-model']);
    expect(row?.actor).toMatchObject({ role: 'third-party', name: '青鸟推送' });
    expect(row?.purposes.map(({ span }) => words(span))).toEqual(['推送消息']);
  });
});

describe('permissions', () => {
  it('are known by their names', () => {
    expect(asked('本应用需要相机权限用于扫码。')).toEqual(['CAMERA']);
    expect(asked('我们会申请麦克风、通讯录权限。')).toEqual(['READ_CONTACTS RECORD_AUDIO WRITE_CONTACTS']);
    expect(asked('开启“位置”权限后可以查看附近的店。')).toEqual(['ACCESS_COARSE_LOCATION ACCESS_FINE_LOCATION']);
    expect(asked('当您发语音时，我们会请求您授权录音权限。')).toEqual(['RECORD_AUDIO']);
    expect(asked('需要以下权限：相机、日历。')).toEqual(['CAMERA READ_CALENDAR WRITE_CALENDAR']);
    expect(asked('应用声明了 android.permission.READ_SMS 与 RECEIVE_SMS。')).toEqual(['READ_SMS RECEIVE_SMS']);
    expect(asked('扫码时会调用您的摄像头。')).toEqual(['CAMERA']);
  });

  it('carry the data they open and what they are for', () => {
    const [statement] = read('存储权限用于保存您编辑好的海报。');
    expect(statement && short([statement])).toEqual(['request-permission storage-files']);
    expect(statement?.purposes.map(({ span }) => words(span))).toEqual(['保存您编辑好的海报']);
  });

  it('are not asked for when denied, refused or switched off', () => {
    expect(asked('我们不会申请通话记录权限。')).toEqual(['not READ_CALL_LOG']);
    expect(asked('您可以随时在系统设置里关闭相机权限。')).toEqual([]);
    expect(asked('如您拒绝授予位置权限，不影响其他功能。')).toEqual([]);
    expect(asked('我们会申请相机权限，但不会存储您的照片。')).toEqual(['CAMERA']);
    expect(asked('相机、麦克风权限均不会默认开启。')).toEqual(['CAMERA RECORD_AUDIO']);
  });

  it('stand by their plain names in tables of permissions', () => {
    expect(asked(['读取外部存储', '读取您选择的图片'], { kind: 'row', headers: ['权限名称', '用途'] })).toEqual(['READ_EXTERNAL_STORAGE']);
  });

  it('are told in short lines of a list', () => {
    expect(askedFor('相机：拍照识别植物')).toEqual(['CAMERA: 拍照识别植物']);
    expect(askedFor('【麦克风】录制您的歌声。')).toEqual(['RECORD_AUDIO: 录制您的歌声']);
    expect(askedFor('日历（可选）：提醒考试')).toEqual(['READ_CALENDAR: 提醒考试']);
    expect(askedFor('android.permission.CAMERA 用来扫码')).toEqual(['CAMERA: 扫码']);
  });

  it('speak below a heading that names them', () => {
    const [statement] = read('用于拍摄头像。', { headings: ['权限说明', '相机权限'], sectionKinds: ['permissions'] });
    expect(statement).toMatchObject({ action: 'request-permission', permissions: ['android.permission.CAMERA'] });
    expect(statement?.purposes.map(({ span }) => words(span))).toEqual(['拍摄头像']);
  });
});

describe('purposes, conditions and parties', () => {
  it('are found before and after the verb', () => {
    expect(purposes('为了防范盗号风险，我们会收集您的IP地址。')).toEqual(['security: 防范盗号风险']);
    expect(purposes('我们会收集您的步数，用于生成运动周报。')).toEqual(['service: 生成运动周报']);
    expect(purposes('我们会收集您的身高，供教练安排训练。')).toEqual(['service: 教练安排训练']);
    expect(purposes('我们会打开蓝牙以发现附近的跑步机。')).toEqual(['service: 发现附近的跑步机']);
    expect(purposes('我们会收集您的手机号，您可以查看它。')).toEqual([]);
    expect(purposes('我们会使用您的浏览记录，以便向您展示广告。')).toEqual(['advertising: 向您展示广告']);
    expect(purposes('我们会收集您的信息，以提升服务质量。')).toEqual(['service (vague): 提升服务质量']);
  });

  it('go on over commas', () => {
    expect(purposes('为完成订单，核对收货人，减少错送，我们会收集您的手机号。')).toEqual(['service: 完成订单，核对收货人，减少错送']);
  });

  it('keep the circumstance', () => {
    expect(condition('当您扫码时，我们会收集您的照片。')).toEqual(['当您扫码时']);
    expect(condition('征得您的同意后，我们会读取您的通讯录。')).toEqual(['征得您的同意后']);
    expect(read('征得您的同意后，我们会读取您的通讯录。')[0]?.modality).toBe('with-consent');
  });

  it('name the parties in full', () => {
    expect(parties('我们会与提供物流服务的合作伙伴共享您的收货地址。')).toEqual(['partner: 提供物流服务的合作伙伴']);
    expect(parties('我们可能向司法机关提供您的订单信息。')).toEqual(['authority: 司法机关']);
    expect(parties('我们不会向任何公司、组织和个人转让您的姓名。')).toEqual(['unnamed: 任何公司、组织和个人']);
    expect(parties('我们会从关联公司获取您的昵称。')).toEqual(['affiliate: 关联公司']);
  });
});

describe('who is entrusted with data', () => {
  it.each([
    ['为发送通知短信，我们委托青岛苍鹭信息服务有限公司处理您的手机号码。', 'share phone-number', 'partner: 青岛苍鹭信息服务有限公司'],
    ['我们委托合作伙伴对您的位置信息进行分析。', 'share location', 'partner: 合作伙伴'],
    ['我们会将您的身份证号码委托认证中心核验。', 'share id-card-number', 'partner: 认证中心'],
    ['我们不会委托任何第三方处理您的通讯录。', 'not share contacts', 'unnamed: 任何第三方'],
  ])('receives them: %s', (text, statement, party) => {
    expect(say(text)).toEqual([statement]);
    expect(parties(text)).toEqual([party]);
  });

  it('collects for the app', () => {
    expect(say('我们委托第三方调研机构收集您的姓名。')).toEqual(['share real-name', 'collect real-name']);
  });

  it('with a deed that is not done to data receives none', () => {
    expect(say('我们委托第三方及时向您兑现奖励。')).toEqual([]);
  });
});

describe('the line', () => {
  it('keeps the places of words in a text with signs between them', () => {
    const [statement] = read('我们会收集您的 **IP** **地址** 。');
    expect(statement?.dataTypes.map(({ span }) => words(span))).toEqual(['IP** **地址']);
  });

  it.each(['我们会收集您的手机号、', '（如', '为了', '将您的', '权限、', '当您', '以便我们', '与第三方', '信息均', '是必须'])('%s…, over and over, is read', (piece) => {
    const text = piece.repeat(20_000);
    const sentences = sentenceRanges(text).map(([from, to], block) => sentence(text.slice(from, to), block));
    const group = { kind: 'list', sentences, headers: sentences.map(() => ''), headings: [], sectionKinds: ['other'] } as const;
    expect(() => grammar(group)).not.toThrow();
  });
});

const aims = (lead: string, ...items: readonly string[]): string[] =>
  read(items, { kind: 'list', lead: sentence(lead) }).flatMap((one) =>
    one.purposes.map(({ category, span }) => `${one.action} ${category}: ${words(span)}`),
  );

describe('a list of what data are for', () => {
  it('goes to the lead-in', () => {
    expect(aims('我们收集您的手机号，用于以下用途：', '1. 创建账号；', '（2）防止欺诈；')).toEqual([
      'collect service: 创建账号',
      'collect security: 防止欺诈',
    ]);
    expect(aims('我们将这些信息用于下列目的：', '在您下单时，用于身份核验；')).toEqual(['use security: 身份核验']);
  });

  it('ends where a statement begins', () => {
    expect(aims('我们将这些信息用于以下用途：', '推荐门店；', '我们会向合作伙伴共享您的昵称；', '展示；')).toEqual(['use personalization: 推荐门店']);
  });

  it('holds what is a statement of its own', () => {
    expect(say(['您注册时，我们会收集您的昵称；'], { kind: 'list', lead: sentence('为提供服务，个人信息的用途如下：') })).toContain('collect nickname');
  });

  it('is none of data', () => {
    expect(say(['短信通知；'], { kind: 'list', lead: sentence('我们使用您的手机号，用于以下用途：') })).toEqual(['use phone-number']);
  });
});
