import type { DriftSign } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { describe as wordsOf } from '../describe.ts';
import { anApp, aPolicy, at, comparison } from '../testing.ts';
import rule from './rule.ts';

const drift = (what: DriftSign['what'], id: string, more: Partial<DriftSign> = {}): DriftSign => ({
  kind: 'drift',
  document: 0,
  quote: { text: id, at: at('docs/zh/privacy.md', 40) },
  what,
  id,
  other: { text: '1 March 2025', at: at('docs/en/privacy.md', 9) },
  between: 'languages',
  ...more,
});

const found = (...signs: readonly DriftSign[]) => [...rule.check(comparison(anApp([]), aPolicy({ signs })))];
const said = (...signs: readonly DriftSign[]): string[] =>
  found(...signs).map((each) => wordsOf({ ...each, rule: rule.id, severity: rule.severity }, rule, 'en').message);

describe('language-drift', () => {
  it('points at the version that lacks it and shows the other', () => {
    expect(found(drift('data', 'call-log'))).toMatchObject([
      {
        about: 'call-log',
        at: at('docs/en/privacy.md', 9),
        related: [{ at: at('docs/zh/privacy.md', 40), note: 'statement' }],
      },
    ]);
  });

  it('names what differs, and the files by what tells them apart', () => {
    expect(said(drift('data', 'call-log'), drift('permission', 'android.permission.READ_CALENDAR'))).toEqual([
      'zh/privacy.md mentions a kind of data, call log ("call-log"); en/privacy.md does not',
      'zh/privacy.md mentions a permission, read calendar ("android.permission.READ_CALENDAR"); en/privacy.md does not',
    ]);
  });

  it('tells different dates as such', () => {
    expect(said(drift('date', '2026-05-01'))).toEqual([
      'Two versions of the policy bear different dates: zh/privacy.md "2026-05-01", en/privacy.md "1 March 2025"; the older one was not updated',
    ]);
  });

  it('tells a handful of differences and the number of the rest', () => {
    const ids = ['imei', 'oaid', 'contacts', 'calendar', 'clipboard', 'gender', 'sms-content', 'call-log'];
    const messages = said(...ids.map((id) => drift('data', id)));
    expect(messages).toHaveLength(6);
    expect(messages.at(-1)).toContain('; and 2 more differences');
  });
});
