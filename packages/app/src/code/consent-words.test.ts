import { describe, expect, it } from 'vitest';
import { consentWords } from './consent-words.ts';

const implied = (text: string, path = 'a.kt') => consentWords(path, text).impliedConsent.map(({ text: words }) => words);
const asks = (text: string, path = 'a.kt') => consentWords(path, text).consentChoices.length > 0;

describe('a label that takes another act for consent', () => {
  it.each([
    ['"登录即表示同意《隐私政策》"', '登录即表示同意《隐私政策》'],
    ['"登录即表示同意《用户协议》并同意《隐私政策》"', '登录即表示同意《用户协议》并同意《隐私政策》'],
    ["'登录/注册即代表您已阅读并同意《用户协议》和《隐私政策》'", '登录/注册即代表您已阅读并同意《用户协议》和《隐私政策》'],
    ['>点击“登录”即视为同意<Text>《隐私政策》</Text>', '点击“登录”即视为同意'],
    ['Text("继续即表示您同意"), Text("《隐私政策》")', '继续即表示您同意'],
    ['<string name="a">登錄即表示您同意我們的隱私政策</string>', '登錄即表示您同意我們的隱私政策'],
    ['"By signing in you agree to the Privacy Policy."', 'By signing in you agree to the Privacy Policy.'],
    ["'By clicking Continue, you accept our terms and privacy policy'", 'By clicking Continue, you accept our terms and privacy policy'],
    ['>By creating an account, I agree to the <a>Privacy Policy</a>', 'By creating an account, I agree to the'],
  ])('is seen in %s', (text, words) => expect(implied(text)).toEqual([words]));

  it.each([
    '"我已阅读并同意《隐私政策》"',
    '"登录即表示同意《会员协议》"',
    '"您使用我们的服务，即表示您同意本隐私政策"',
    '"请先登录，再查看隐私政策；不同意的可以退出"',
    '"By using this app you agree to the privacy policy."',
    '"We will ask you to agree to the privacy policy when signing in."',
    `"登录后我们即按照本隐私政策处理您的信息${'，您同意的除外'.repeat(20)}"`,
  ])('is not seen in %s', (text) => expect(implied(text)).toEqual([]));

  it('bears its place', () => {
    const text = '<string name="note">\n  登录即表示同意《隐私政策》</string>';
    const [found] = consentWords('strings.xml', text).impliedConsent;
    expect(text.slice(found?.at.start, found?.at.end)).toBe('登录即表示同意《隐私政策》');
  });
});

describe('a choice to agree or not', () => {
  it.each([
    '<CheckBox android:id="@+id/box" android:text="@string/privacy_agree" />',
    '<van-checkbox v-model="ok">我已阅读并同意《隐私政策》</van-checkbox>',
    'CheckboxListTile(value: ok, title: Text("同意隐私政策"))',
    'val agreed = mutableStateOf(false)',
    'data() { return { isAgree: false } }',
    'const [agreed, setAgreed] = useState(false)',
    'bool _agreePrivacy = false;',
    'const [checked, setChecked] = useState(false); <Icon name={checked ? on : off} /><Text>登录即表示同意《隐私政策》</Text>',
    'Checkbox({ name: "terms" }).select(false); Text("同意《隐私政策》")',
    '<image :src="isSelected ? on : off" @click="toggle" /><text>登录即代表同意《隐私政策》</text>',
    'builder.setNegativeButton("不同意", null)',
    '<string name="no">Disagree</string>',
    '<string name="no">拒绝并退出</string>',
  ])('is seen in %s', (text) => expect(asks(text)).toBe(true));

  it.each([
    '<CheckBox android:text="@string/remember_me" />',
    '"登录即表示同意《隐私政策》"',
    `<checkbox v-model="remember">记住我</checkbox>${'<view class="line" />'.repeat(20)}<text>登录即表示同意《隐私政策》</text>`,
    'agreement.show()',
    '<string name="title">同意书</string>',
  ])('is not seen in %s', (text) => expect(asks(text)).toBe(false));
});
