import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import type { PolicyStatement } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function read(...lines: readonly string[]): Promise<readonly PolicyStatement[]> {
  const text = ['小橘手环隐私政策', '一、说明', ...lines, '我们重视您的隐私。'].join('\n');
  const files = memoryFiles({ 'privacy.txt': new TextEncoder().encode(text) });
  const { statements } = await readPolicy(files, { named: ['privacy.txt'] }, knowledge);
  return statements;
}

const data = (statements: readonly PolicyStatement[]): string[] => [
  ...new Set(statements.flatMap((one) => (one.negated ? [] : one.dataTypes.map(({ id }) => id)))),
];
const permissions = (statements: readonly PolicyStatement[]): string[] => [
  ...new Set(statements.flatMap((one) => one.permissions.map((name) => name.replace('android.permission.', '')))),
];

describe('permissions as policies ask for them', () => {
  it.each([
    ['扫码付款时，我们需要您开放相机使用授权。', 'CAMERA'],
    ['1.摄像头，用于识别二维码、设置头像等用途，在扫一扫等场景中使用。', 'CAMERA'],
    ['上述功能可能需要您向小橘开启您的相机（摄像头）、地理位置（位置信息）、麦克风等的访问权限。', 'CAMERA'],
    ['更换头像时，我们会申请您的相册（存储）权限。', 'WRITE_EXTERNAL_STORAGE'],
    ['为导入本地歌曲而读取外部存储；', 'READ_EXTERNAL_STORAGE'],
    ['3 麦克风 动态获取，用户主动授权 用于给宠物录一段话。', 'RECORD_AUDIO'],
    ['需要以下权限：媒体文件（用于制作表盘）', 'READ_MEDIA_AUDIO'],
    ['配对时，应用会打开手机蓝牙搜索附近的手环。', 'BLUETOOTH_SCAN'],
    ['7.蓝牙权限 启动时询问，可以拒绝 用于连接体重秤。', 'BLUETOOTH_SCAN'],
  ])('%s', async (text, permission) => {
    expect(permissions(await read(text))).toContain(permission);
  });

  it.each([
    ['需要您授权读取和写入您的外置储存器权限，用于保存菜谱。', 'WRITE_EXTERNAL_STORAGE'],
    ['读取联系人：当您把菜谱发给亲友时，选择号码。', 'READ_CONTACTS'],
    ['查看WLAN状态：判断能否播放视频。', 'ACCESS_WIFI_STATE'],
    ['读写存储空间权限用于保存菜谱。', 'WRITE_EXTERNAL_STORAGE'],
    ['通讯录、精确地理位置、麦克风等权限均不会默认开启，只有经过您授权才会使用。', 'READ_CONTACTS'],
  ])('%s', async (text, permission) => {
    expect(permissions((await read(text)).filter(({ negated }) => !negated))).toContain(permission);
  });

  it.each([
    ['如果您拒绝授权相机，将无法扫描车牌。', 'CAMERA'],
    ['未获得短信权限时，您需要手动填写验证码。', 'READ_SMS'],
    ['查看附近的车位，需获取定位。', 'ACCESS_FINE_LOCATION'],
    ['试戴功能会启动摄像头。', 'CAMERA'],
    ['若不授予日历权限，您将收不到开课提醒。', 'READ_CALENDAR'],
    ['您可以开启定位，让司机更快找到您。', 'ACCESS_FINE_LOCATION'],
    ['试戴眼镜时会打开前置摄像头。', 'CAMERA'],
    ['我們會請求傳送簡訊的權限。', 'SEND_SMS'],
    ['储存空间：用于保存下载的乐谱。', 'WRITE_EXTERNAL_STORAGE'],
    ['自动打卡需要开启“辅助功能”。', 'BIND_ACCESSIBILITY_SERVICE'],
    ['使用前须打开通话历史权限。', 'READ_CALL_LOG'],
    ['需要以下权限：\n1、计步数据：绘制曲线\n2、本机号码（可选）：一键登录', 'ACTIVITY_RECOGNITION'],
    ['位置信息权限｜寻找附近的跑友｜拒绝后需手动选择', 'ACCESS_FINE_LOCATION'],
    ['搜索体重秤时会打开蓝牙扫描。', 'BLUETOOTH_SCAN'],
  ])('%s', async (text, permission) => {
    expect(permissions((await read(text)).filter(({ negated }) => !negated))).toContain(permission);
  });

  it('tell what goes without them', async () => {
    const [asked] = await read('若您关闭蓝牙权限，将无法给自行车开锁。');
    expect(asked?.purposes.map(({ text }) => text)).toEqual(['无法给自行车开锁']);
  });

  it.each([
    '您可以随时关闭相机权限，关闭后我们将无法继续收集相应的信息。',
    '如您撤回定位权限，不影响您使用本应用的完整功能。',
    '相机权限是指允许程序拍摄照片的系统权限。',
    '我们会基于您授权的GPS地理位置信息推荐车位。',
    '拒绝相机权限可能影响您的体验。',
  ])('are not asked for: %s', async (text) => {
    expect(permissions(await read(text))).toEqual([]);
  });

  it('are denied where nothing opens them, but not where nothing opens them unasked', async () => {
    const [denied] = await read('我们不会打开您的摄像头。');
    const [asked] = await read('我们不会擅自打开您的摄像头。');
    expect([denied?.negated, asked?.negated]).toEqual([true, false]);
  });

  it.each(['小橘不使用相机、麦克风、位置等敏感权限。', '特别提示：我们没有使用麦克风权限。', '手环从不读取通讯录权限。'])('are denied with the deed: %s', async (text) => {
    expect((await read(text)).map(({ negated }) => negated)).toEqual([true]);
  });

  it('take the data that the list of permissions begins with', async () => {
    const [asked] = await read('广告插件会请求您的设备信息、软件列表和粗略的位置信息权限，以便推荐广告。');
    expect(asked?.action).toBe('request-permission');
    expect(asked?.dataTypes.map(({ id }) => id)).toEqual(['device-info', 'installed-apps', 'location']);
  });

  it('fill a cell of a table of SDKs', async () => {
    const rows = ['SDK名称 | 用途 | 收集内容', '---|---|---', '彩虹推送 | 推送消息 | 查看WLAN连接', '图片加载 | 显示图片 | 读取外置存储卡'];
    expect(permissions(await read(...rows)).toSorted()).toEqual(['ACCESS_WIFI_STATE', 'READ_EXTERNAL_STORAGE']);
  });

  it('are read in the rows behind a broken cell', async () => {
    const rows = ['SDK | 用途 | 获取信息 | 政策', '---|---|---|---', '甲推送 | 推送 | MAC地址 |', 'https://example.com/a', '乙客服 | 客服 | 相册、麦克风、存储 |'];
    expect(data(await read(...rows, '丙统计 | 统计 | IMEI |'))).toEqual(
      expect.arrayContaining(['mac-address', 'photo', 'audio-recording', 'imei']),
    );
  });
});

describe('data as policies tell of them', () => {
  it.each([
    ['收到短信后，我们会读取其中的验证码用于登录。', ['sms-content']],
    ['为了让您用语音拨号，我们需要收集您的以下个人信息：通讯录中的联系人姓名及电话号码。', ['contacts', 'real-name', 'phone-number']],
    ['连接耳机时，本应用将读取手机中蓝牙设置的开关状态。', ['bluetooth-info']],
    ['您需通过蓝牙绑定您的手环。', ['bluetooth-info']],
    ['您发布到圈子里的图片、评论将被收集。', ['photo', 'comments']],
    ['您的图片、手机号会被收集。', ['photo', 'phone-number']],
    ['您同意小橘在注册时将自动提取您的设备识别码。', ['device-identifier']],
    ['日志信息指您使用服务时，系统可能自动采集的技术信息，包括：IP地址、设备识别码。', ['ip-address', 'device-identifier']],
    ['我们会收集设备信号：您使用设备的网络状态、蓝牙状态等。', ['network-info', 'bluetooth-info']],
    ['我们会收集设备属性：如您移动设备的品牌、屏幕尺寸。', ['device-model', 'screen-info']],
    ['我们会从运营商获取您的通话详单。', ['call-log']],
    ['手环会通过人体传感器获得您的步数。', ['vital-signs', 'fitness-activity']],
    ['您发送到圈子中的图片、评论等信息将被收集。', ['photo', 'comments']],
    ['我们用多种技术定位，包括GPS和手机的传感器（比如可能会为我们提供附近设备、基站的信息）。', ['bluetooth-info', 'cell-info']],
    ['我们会收集手机号、日志（如故障信息）、照片、摄像头这类信息是为提供服务必须收集的基础信息。', ['photo', 'camera-capture']],
    ['姓名、身份证号均是办理保险必须提供的信息。', ['real-name', 'id-card-number']],
    ['通讯录：用于备份通讯录、备份通话记录。', ['call-log']],
    ['我们会读取短信。', ['sms-content']],
    ['手表会显示未接来电，为此我们会读取来电记录。', ['call-log']],
    ['求助时，我们会从您的手机向家人发送短信。', ['sms-send-action']],
    ['我们需要代您发送一条上行短信。', ['sms-send-action']],
    ['我们会把演出时间添加到您的日历。', ['calendar']],
    ['应用需要修改您的日历。', ['calendar']],
    ['我们会查看您手机上安装的应用。', ['installed-apps']],
    ['海报会存入您的相册。', ['storage-files']],
    ['乐谱会下载到您的手机相册。', ['storage-files']],
    ['护林员可以拍摄现场照片并上传。', ['camera-capture']],
    ['我们会在手机日历中新建一个提醒。', ['calendar']],
    ['录像会在手机存储卡中写入。', ['storage-files']],
    ['您可以将手机里的短信同步到云端。', ['sms-content']],
    ['您可以从手机通讯录中导入亲友。', ['contacts']],
    ['我们会通过附近的WLAN接入点推算您的位置。', ['wifi-info']],
    ['如您不同意我们访问通话记录，我们将无法标记骚扰电话。', ['call-log']],
  ])('%s', async (text, expected) => {
    expect(data(await read(text))).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['您需提供可接收短信的手机号码。', 'sms-content'],
    ['在前述过程中收集的手机号码通过短信、电话的方式，为您推荐活动。', 'sms-content'],
    ['您存储的信息由我们妥善保存。', 'storage-files'],
    ['供应商会帮助我们分析和/或存储数据。', 'storage-files'],
    ['若服务之使用中断，您的帐号和文件可能丢失。', 'storage-files'],
    ['个人信息包括个人基本资料、个人生物识别信息、短信等个人通信信息。', 'sms-content'],
    ['本政策涉及的个人信息包括：通讯录、通话记录。', 'call-log'],
    ['本隐私政策中的个人敏感信息包括：面部识别特征、通话记录、健康信息。', 'call-log'],
    ['通讯录：用于备份通讯录、拨打通话记录中的号码。', 'call-log'],
    ['我们会保存您与客服的通话记录。', 'call-log'],
    ['我们会发送短信通知您。', 'sms-send-action'],
    ['您可以修改您的日历。', 'calendar'],
    ['请将本应用下载到您的手机存储。', 'storage-files'],
    ['请勿拍摄他人照片并发布。', 'camera-capture'],
    ['我们限制访问信息的人员范围。', 'usage-info'],
    ['店内装有监控摄像头。', 'camera-capture'],
    ['录音是指把声音记录下来。', 'audio-recording'],
    ['请您在无线网络下使用。', 'wifi-info'],
  ])('%s does not', async (text, type) => {
    expect(data(await read(text))).not.toContain(type);
  });
});

it('what stands behind a permission and 以 is its purpose', async () => {
  const statements = await read('我们需要日历权限以添加浇水提醒。');
  expect(statements.flatMap(({ purposes }) => purposes.map(({ text }) => text))).toEqual(['添加浇水提醒']);
  expect((await read('日历权限以及相机权限均可关闭。')).flatMap(({ purposes }) => purposes)).toEqual([]);
});
