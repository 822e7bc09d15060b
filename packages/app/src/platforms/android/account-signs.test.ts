import { describe, expect, it } from 'vitest';
import { appPlugin, manifest, read, wordsAt, type Contents } from './sample.ts';

async function signs(text: string, folder = 'values') {
  const contents: Contents = {
    'settings.gradle': "include ':app'",
    'app/build.gradle': appPlugin,
    'app/src/main/AndroidManifest.xml': manifest(),
    [`app/src/main/res/${folder}/strings.xml`]: `<resources>\n  <string name="a">${text}</string>\n</resources>`,
  };
  const [app] = (await read(contents)).apps;
  const words = (phrases: typeof app extends undefined ? never : NonNullable<typeof app>['accountSigns'] | undefined) =>
    (phrases ?? []).map(({ text: own, at }) => (wordsAt(contents, at) === own ? own : 'misplaced'));
  return { accounts: words(app?.accountSigns), cancellation: words(app?.cancellationSigns) };
}

describe('signs of accounts', () => {
  it.each([
    '登录',
    '立即注册',
    '注册账号',
    '请先登录',
    '手机号登录',
    '忘记密码？',
    '登錄',
    'Sign in',
    'Log in',
    'Create an account',
    'Forgot password?',
    'Register',
  ])('%s is one', async (text) => {
    expect(await signs(text)).toMatchObject({ accounts: [expect.any(String)], cancellation: [] });
  });

  it.each([
    '注销账号',
    '账号注销',
    '申请删除帐户',
    '註銷帳號',
    'Delete account',
    'Delete my account',
    'Account deletion',
  ])('%s is a way to cancel it', async (text) => {
    expect(await signs(text)).toMatchObject({ accounts: [], cancellation: [expect.any(String)] });
  });

  it.each([
    '退出登录',
    'Log out',
    'Sign out',
    '注销',
    '无需注册即可使用',
    'No account needed',
    '注册商标',
    '登山记录',
    'Signal strength',
    'WebDAV 登录失败',
    'SSH login',
    '删除照片',
    '账户余额',
    'Cancel',
    '设置',
    '我们收集您注册账号时填写的手机号码，用于创建账号和登录，并在您注销账号之后删除，或者做匿名化处理，法律另有规定的除外。',
  ])('%s is neither', async (text) => {
    expect(await signs(text)).toEqual({ accounts: [], cancellation: [] });
  });

  it('are found in screens too', async () => {
    const layout = manifest('<Button android:text="立即登录"/>', '<Button android:text="@string/x"/>');
    const { apps } = await read({
      'app/src/main/AndroidManifest.xml': manifest(),
      'app/src/main/res/layout-land/login.xml': layout.replaceAll('manifest', 'LinearLayout'),
      'app/src/main/res/xml/settings.xml': manifest('<Preference android:title="注销账号"/>').replaceAll(
        'manifest',
        'PreferenceScreen',
      ),
    });
    expect(apps[0]?.accountSigns.map(({ text }) => text)).toEqual(['立即登录']);
    expect(apps[0]?.cancellationSigns.map(({ text }) => text)).toEqual(['注销账号']);
  });

  it('are looked for in Chinese and English', async () => {
    expect((await signs('登录', 'values-zh-rCN')).accounts).toEqual(['登录']);
    expect((await signs('Sign in', 'values-en')).accounts).toEqual(['Sign in']);
    expect((await signs('login', 'values-fr')).accounts).toEqual([]);
  });
});

async function withActivities(...names: readonly string[]) {
  const activities = names.map((name) => `<activity android:name="${name}" />`).join('');
  const [app] = (await read({
    'settings.gradle': "include ':app'",
    'app/build.gradle': appPlugin,
    'app/src/main/AndroidManifest.xml': `<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.example.tea"><application>${activities}</application></manifest>`,
  })).apps;
  return app?.accountSigns.map(({ text }) => text.slice(text.lastIndexOf('.') + 1));
}

describe('screens for signing in', () => {
  it.each(['.ui.LoginActivity', 'com.example.tea.UserRegisterActivity', '.SignUpActivity'])('%s is a sign', async (name) => {
    expect(await withActivities(name)).toEqual([name.slice(name.lastIndexOf('.') + 1)]);
  });

  it.each(['com.mobile.auth.LoginActivity', '.LoginHistoryActivity', '.ServerLoginActivity', '.WebDavLoginActivity'])('%s is none', async (name) => {
    expect(await withActivities(name)).toEqual([]);
  });
});
