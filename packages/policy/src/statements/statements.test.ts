import type { PolicyDocument } from '@mingshi/model';
import { expect, it } from 'vitest';
import { sentencesOf } from '../units/sentences.ts';
import { statementsOf } from './statements.ts';
import type { RawStatement } from '../units/unit.ts';

it('gives words their places in the file', () => {
  const text = '我们会收集以下信息：';
  const item = '手机号';
  const source = `${text}\n* **${item}**\n`;
  const at = source.indexOf(item);
  const file = 'privacy.md';
  const document: PolicyDocument = {
    path: file, format: 'markdown', encoding: 'utf-8', language: 'zh', part: 'main', kind: 'privacy-policy',
    length: source.length,
    sections: [{ id: 's1', title: '', level: 1, at: { file, start: 0, end: source.length } }],
    blocks: [
      { kind: 'paragraph', text, level: 0, section: 0, strong: [], at: { file, start: 0, end: text.length },
        runs: [{ start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length }] },
      { kind: 'item', text: item, level: 1, section: 0, strong: [], at: { file, start: at, end: at + 3 },
        runs: [{ start: 0, end: 3, sourceStart: at, sourceEnd: at + 3 }] },
    ],
  };
  const [lead, phone] = [0, 1].flatMap((block) => sentencesOf(document, 0, block));
  if (!lead || !phone) throw new Error('two sentences were expected');
  const raw: RawStatement = {
    action: 'collect',
    verb: { sentence: lead, start: 3, end: 5 },
    negated: false,
    modality: 'will',
    actor: { role: 'first-party', name: '我们', span: { sentence: lead, start: 0, end: 2 } },
    dataTypes: [{ id: 'phone-number', generic: false, span: { sentence: phone, start: 0, end: 3 } }],
    purposes: [],
    thirdParties: [],
    permissions: [],
  };
  expect(statementsOf([raw], [document]).map(({ statement }) => statement)).toEqual([
    {
      id: 'st1', document: 0, section: 0, language: 'zh', action: 'collect', negated: false, modality: 'will',
      verb: { text: '收集', at: { file, start: 3, end: 5 } },
      actor: { role: 'first-party', name: '我们', text: '我们', at: { file, start: 0, end: 2 } },
      dataTypes: [{ id: 'phone-number', generic: false, text: item, at: { file, start: at, end: at + 3 } }],
      purposes: [], thirdParties: [], permissions: [],
      text: `${text}\n${item}`,
      at: { file, start: 0, end: at + 3 },
    },
  ]);
});
