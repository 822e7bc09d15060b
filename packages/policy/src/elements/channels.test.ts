import { describe, expect, it } from 'vitest';
import { hasAddress, isPlaceholder, mailIn, messengerIn, phoneIn } from './channels.ts';

describe('channels', () => {
  it.each([
    ['mail us at hi@littlewood.example today', 'hi@littlewood.example'],
    ['发送至hi@xiaolin.example。', 'hi@xiaolin.example'],
    ['wood [at] little [dot] org', 'wood [at] little [dot] org'],
    ['xxx@xxx.com', undefined],
    ['your-mail@your-domain.com', undefined],
    ['email@example.com', undefined],
    ['meet at noon', undefined],
  ])('finds the address in %s', (text, mail) => {
    expect(mailIn(text)).toBe(mail);
  });

  it.each([
    ['客服 400-820-0000', '400-820-0000'],
    ['0571-88880000', '0571-88880000'],
    ['+1 650 555 0100', '+1 650 555 0100'],
    ['95000', '95000'],
    ['版本 1.2.3', undefined],
    ['邮编 310000', undefined],
  ])('finds the number in %s', (text, phone) => {
    expect(phoneIn(text)).toBe(phone);
  });

  it('knows postal addresses and messengers', () => {
    expect(hasAddress('浙江省杭州市西湖区文一路1号', 'zh')).toBe(true);
    expect(hasAddress('请填写收货地址', 'zh')).toBe(false);
    expect(hasAddress('1 Main Street, Springfield, USA', 'en')).toBe(true);
    expect(messengerIn('客服QQ群：12345678')).toBe('QQ群：12345678');
    expect(messengerIn('支持QQ登录')).toBeUndefined();
  });

  it('knows what has yet to be filled in', () => {
    expect(['[Your Company]', '【公司名称】', 'XX 公司', '某某科技', '______'].every((text) => isPlaceholder(text))).toBe(true);
    expect(isPlaceholder('杭州小林软件有限公司')).toBe(false);
  });
});
