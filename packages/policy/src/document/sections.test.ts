import { describe, expect, it } from 'vitest';
import { kindOfTitle } from './sections.ts';

describe('what a section is about', () => {
  it.each([
    ['一、我们如何收集和使用您的个人信息', 'collection'],
    ['我们如何共享、转让、公开披露您的信息', 'sharing'],
    ['信息的存储与保护', 'storage'],
    ['1.1 您主动提供的信息', 'collection'],
    ['向第三方提供您的信息', 'sharing'],
    ['（一）为您提供挂号服务', undefined],
    ['个人信息保护负责人联系电话', 'contact'],
    ['我们如何保护您的信息', 'security'],
    ['您如何管理您的个人信息', 'rights'],
    ['七、未成年人保护', 'minors'],
    ['Cookie 和同类技术的使用', 'cookies'],
    ['第三方SDK列表', 'sdk-list'],
    ['设备权限说明', 'permissions'],
    ['本政策的更新', 'changes'],
    ['如何联系我们', 'contact'],
    ['附录：名词解释', 'definitions'],
    ['Information we collect', 'collection'],
    ['Personal data', 'collection'],
    ['Data retention and deletion', 'storage'],
    ['Information security', 'security'],
    ['How we share your data', 'sharing'],
    ['Children', 'minors'],
    ['您如何访问您的信息', 'rights'],
    ['我们会访问哪些信息', 'collection'],
    ['谁能看到您的信息', 'sharing'],
    ['How to access your data', 'rights'],
    ['Access, correction and deletion', 'rights'],
    ['Data that our team may have access to', 'collection'],
    ['What the app can access on your phone', 'collection'],
    ['Who has access to your data', 'sharing'],
    ['Changes to this policy', 'changes'],
  ])('%s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });

  it('is not told by the title of the whole', () => {
    expect(kindOfTitle('某某应用隐私保护政策')).toBeUndefined();
    expect(kindOfTitle('Privacy Policy')).toBeUndefined();
  });

  it('is the chapter’s where it names measures, not what users may do', () => {
    expect(kindOfTitle('5.2 管理措施')).toBeUndefined();
    expect(kindOfTitle('访问控制')).toBeUndefined();
  });

  it('is no way to reach the operator where others are to be reached', () => {
    expect(kindOfTitle('紧急联系人通知')).toBeUndefined();
  });
});
