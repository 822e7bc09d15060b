import { describe, expect, it } from 'vitest';
import { periodsIn } from './periods.ts';

const told = (text: string, language: 'zh' | 'en'): string[] =>
  periodsIn(text, language).map(({ count, unit, working }) => `${count} ${unit}${working ? ' working' : ''}`);

describe('periods', () => {
  it.each([
    ['保存三年', ['3 years']],
    ['不少于六个月', ['6 months']],
    ['十五个工作日内', ['15 days working']],
    ['72小时', ['72 hours']],
    ['两周', ['2 weeks']],
    ['半年', ['0.5 years']],
    ['三五年', ['5 years']],
    ['三（3）年', ['3 years']],
  ])('reads %s', (text, periods) => {
    expect(told(text, 'zh')).toEqual(periods);
  });

  it.each(['2024年3月15日', '18周岁', '第三日', '7天气', '5月'])('takes %s for no period', (text) => {
    expect(told(text, 'zh')).toEqual([]);
  });

  it.each([
    ['for two years', ['2 years']],
    ['within 15 business days', ['15 days working']],
    ['thirty (30) days', ['30 days']],
    ['a 90-day period', ['90 days']],
  ])('reads %s', (text, periods) => {
    expect(told(text, 'en')).toEqual(periods);
  });

  it.each(['13 years old', '16 years of age', 'once a month'])('takes %s for no period', (text) => {
    expect(told(text, 'en')).toEqual([]);
  });
});
