import { describe, expect, it } from 'vitest';
import { datesIn } from './dates.ts';

describe('dates', () => {
  it.each([
    ['2024年3月1日', '2024-03-01'],
    ['2024 年 12 月 31 日', '2024-12-31'],
    ['二〇二四年十一月二十五日', '2024-11-25'],
    ['2024/3/1', '2024-03-01'],
    ['2024.03.01', '2024-03-01'],
    ['20240301', '2024-03-01'],
    ['2024年3月', '2024-03'],
    ['March 1, 2024', '2024-03-01'],
    ['1st of March 2024', '2024-03-01'],
    ['Sept 9 2023', '2023-09-09'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['01/02/2024', '2024'],
    ['2024', '2024'],
  ])('reads %s as %s', (text, iso) => {
    expect(datesIn(text).map((date) => date.iso)).toEqual([iso]);
  });

  it('takes no version, telephone or impossible month for a date', () => {
    expect(datesIn('v3.2.1, 400-820-0000, 2024-19-45')).toEqual([]);
  });

  it('tells where each date stands', () => {
    expect(datesIn('自2024年3月1日起').map(({ start, end }) => [start, end])).toEqual([[1, 10]]);
  });
});
