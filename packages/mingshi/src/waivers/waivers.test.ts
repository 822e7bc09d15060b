import type { Finding } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import type { Waiver } from '../config/config.ts';
import { settle } from './waivers.ts';
import type { Wishes } from './waivers.ts';

const finding = (rule: string, about: string, start: number): Finding => ({
  rule,
  about,
  severity: 'error',
  message: 'm',
  data: {},
  at: { file: 'a.xml', start, end: start + 1 },
  confidence: 'high',
});
const waiver = (about: string, until?: string): Waiver => ({
  rule: 'undisclosed-permission',
  about,
  reason: 'ticket 1',
  start: 5,
  end: 9,
  ...(until !== undefined && { until }),
});
const wishes = (more: Partial<Wishes>): Wishes => ({
  severities: {},
  waivers: [],
  config: 'mingshi.yaml',
  asked: new Set(['undisclosed-permission']),
  today: '2026-11-22',
  ...more,
});
const found = [finding('undisclosed-permission', 'CAMERA', 9), finding('vague-purpose', 'improve', 3)];

describe('settling', () => {
  it('silences what a waiver names and keeps the reason', () => {
    const { findings, waived } = settle(found, wishes({ waivers: [waiver('CAMERA', '2026-11-22')] }));
    expect(findings.map(({ rule }) => rule)).toEqual(['vague-purpose']);
    expect(waived.map(({ finding: { about }, waiver: { reason } }) => [about, reason])).toEqual([
      ['CAMERA', 'ticket 1'],
    ]);
  });

  it('no longer follows a waiver after its last day, and says so', () => {
    const { findings, waived } = settle(found, wishes({ waivers: [waiver('CAMERA', '2026-11-21')] }));
    expect(findings.map(({ rule, about }) => `${rule} ${about}`)).toEqual([
      'vague-purpose improve',
      'undisclosed-permission CAMERA',
      'expired-waiver undisclosed-permission:CAMERA',
    ]);
    expect(waived).toEqual([]);
  });

  it('reports a waiver that silences nothing, unless its rule was not asked', () => {
    const waivers = [waiver('MICROPHONE')];
    expect(settle([], wishes({ waivers })).findings).toMatchObject([
      { rule: 'unused-waiver', at: { file: 'mingshi.yaml', start: 5 } },
    ]);
    expect(settle([], wishes({ waivers, asked: new Set() })).findings).toEqual([]);
  });

  it('follows severities, off included, and the least level shown', () => {
    const { findings } = settle(
      found,
      wishes({ severities: { 'vague-purpose': 'info', 'undisclosed-permission': 'off' } }),
    );
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['vague-purpose', 'info']]);
    expect(settle(found, wishes({ severities: { 'vague-purpose': 'info' }, least: 'warning' })).findings).toHaveLength(
      1,
    );
  });

  it('orders by file, place and rule', () => {
    expect(settle(found, wishes({})).findings.map(({ at }) => at.start)).toEqual([3, 9]);
  });
});
