import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

/** What is told under a heading on what is collected, without the heading itself. */
async function told(...lines: readonly string[]): Promise<string[]> {
  const text = ['# 小橘菜谱隐私政策', '## 我们收集的信息', ...lines].join('\n\n');
  const files = memoryFiles({ 'privacy.md': new TextEncoder().encode(text) });
  const { statements } = await readPolicy(files, { named: ['privacy.md'] }, knowledge);
  return statements
    .filter(({ text: words, dataTypes }) => dataTypes.length > 0 && words !== '我们收集的信息')
    .map(({ negated, action, actor, dataTypes, purposes, permissions }) =>
      [
        `${negated ? 'not ' : ''}${action} ${actor.role}: ${dataTypes.map(({ id }) => id).join(', ')}`,
        ...purposes.map((one) => ` for ${one.text}`),
        ...(permissions.length > 0 ? [` by ${permissions.map((one) => one.split('.').at(-1)).join(', ')}`] : []),
      ].join(''),
    );
}

describe('a list that says what it is for before it closes', () => {
  it.each([
    ['- 下单资料：包括您的姓名、手机号、住址等用于送餐的信息', ['collect first-party: real-name, phone-number, postal-address for 送餐的信息']],
    ['- 取餐凭证：包括姓名、身份证号等用于身份核验的资料', ['collect first-party: real-name, id-card-number for 身份核验的资料']],
  ])('%s', async (text, expected) => expect(await told(text)).toEqual(expected));
});

describe('a label', () => {
  it.each([
    ['- 菜谱照片：本应用不会收集菜谱照片。', ['not collect first-party: photo']],
    ['- 定位：我们从不收集您的位置。', ['not collect first-party: location']],
    // What is left open is told by the label.
    ['- 位置信息：不会收集您的精确位置，仅收集粗略位置。', ['collect first-party: location', 'not collect first-party: precise-location', 'collect first-party: coarse-location']],
  ])('whose data are denied behind it tells none: %s', async (text, expected) => expect(await told(text)).toEqual(expected));
});

describe('examples', () => {
  it('go on with the sentence before them below a lead-in as well', async () => {
    expect(await told('与您有关的资料：\n\n您同意我们收集与您有关的资料。例如，您的姓名、生日、微信号。')).toEqual([
      'collect first-party: real-name, birth-date-age, third-party-social-account-number',
    ]);
  });
});

describe('what is no data', () => {
  it.each([
    ['相关支付由某某钱包处理。'],
    ['订单由合作餐厅负责。'],
    ['浏览菜谱无需注册账号。'],
    ['插件会申请相关操作系统权限。'],
    ['请在关于页查看并使用最新版本。'],
    ['我们会保存服务器地址。'],
    ['我们会保存您的主题偏好。'],
    ['我们会为每道菜计算健康评分。'],
  ])('%s', async (text) => expect(await told(text)).toEqual([]));
});

it('takes whoever keeps to this policy for the one who made it', async () => {
  expect(await told('小橘医院仅会出于本政策所述的目的，收集您的姓名。')).toEqual(['collect first-party: real-name for 本政策所述的目的']);
});

it('takes data that something needs as what is given for it', async () => {
  const [one] = await told('我们会与晨光云共享语音识别所需信息。');
  expect(one).toBe('share first-party: unspecified-information');
});

const table = (...rows: readonly string[]): string => ['| 功能 | 处理方式 | 用途说明 | 信息类型 |', '|---|---|---|---|', ...rows].join('\n');

describe('a table', () => {
  it('names nobody in the column that tells how', async () => {
    expect(await told(table('| 注册 | 应用收集 | 创建账号 | 手机号 |'))).toEqual(['collect first-party: phone-number for 注册 for 创建账号']);
  });

  it('takes the cell that tells how for no statement', async () => {
    expect(await told(table('| 注册 | 姓名提供给学校，由学校录入 | 创建账号 | 手机号 |'))).toEqual(['collect first-party: phone-number for 注册 for 创建账号']);
  });

  it('tells data in the cell on what they are for', async () => {
    const rows = await told(['| 信息类型 | 用途说明 |', '|---|---|', '| 设备信息 | 设备型号、系统版本，用于适配机型 |'].join('\n'));
    expect(rows).toEqual(['collect first-party: device-info for 适配机型', 'collect first-party: device-model, os-version for 适配机型']);
  });

  it('tells a permission in the cell on what data are for', async () => {
    const rows = await told(table('| 拍菜谱 | 用户输入 | 用户开启摄像头权限后，上传菜谱照片 | 照片 |'));
    expect(rows).toContain('request-permission first-party: camera-capture by CAMERA');
  });
});

describe('the title above fields', () => {
  const FIELDS = '收集信息：设备型号；位置信息\n\n使用目的：推送上新';

  it.each([
    ['晨光推送SDK', 'third-party'],
    ['2. 晨光地图 SDK（定位）', 'third-party'],
    ['第三方SDK', 'first-party'],
    ['推送类SDK', 'first-party'],
  ])('tells whose they are where it names an SDK: %s', async (title, role) => {
    expect(await told(`## ${title}\n\n${FIELDS}`)).toEqual([`collect ${role}: device-model, location for 推送上新`]);
  });

  it('leaves it to the fields that name a company', async () => {
    const fields = '公司主体：晨光公司\n\n使用目的：推送上新\n\n共享信息：设备型号';
    expect(await told(`## 晨光推送SDK\n\n${fields}`)).toEqual(['share first-party: device-model for 推送上新']);
  });
});
