import { describe, expect, it } from 'vitest';
import { add, addNumber, jsonBytes, put, take } from './json-bytes.ts';
import type { WritesItself } from './json-bytes.ts';

function written(value: unknown, room = 64): string {
  const json = jsonBytes(room);
  add(json, value);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(take(json));
}

describe('writes what JSON.stringify writes', () => {
  it.each([
    ['nothing', [null, undefined, true, false]],
    ['numbers', [0, 9, 10, 99, 100, 999_999_999, 1_000_000_000, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -1, -0, 0.5, 1e21, 1e-7, Number.NaN, Infinity]],
    ['plain words', ['', 'a', '隐私政策', 'é', '𠮷野家', '👨‍👩‍👧']],
    ['signs that are escaped', ['"', '\\', '\n\r\t\b\f', '\u0000\u001f', '\u007f\u0080\u07ff\u0800\uffff', '\u2028\u2029', '</script>']],
    ['halves of pairs', ['\ud800', 'a\udc00b', '\ud83d', '\udc00\ud800', '\ud800\ud800\udc00']],
    ['a byte order mark', ['\ufeff我们']],
    ['nothing in them', [{}, [], { left: undefined }, [[]], [{}]]],
    ['fields', { 'a "b"': 1, 位置: { start: { line: 1 }, end: undefined }, none: null, list: [{ a: [1, [2]] }] }],
  ])('%s', (_, value) => {
    expect(written(value)).toBe(JSON.stringify(value));
  });

  it('every unit by itself', () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    expect(written(units)).toBe(JSON.stringify(units));
  });

  it('more than there is room for', () => {
    const value = { text: '我们"收集"\n'.repeat(1000), numbers: Array.from({ length: 1000 }, (_, i) => i * 7919) };
    expect(written(value, 1)).toBe(JSON.stringify(value));
  });
});

const place: WritesItself = (json) => {
  put(json, '{"offset":');
  addNumber(json, 12);
  put(json, '}');
};

it('lets data write themselves between others', () => {
  expect(written({ id: 'st1', span: place, spans: [place, place] }, 1)).toBe(
    '{"id":"st1","span":{"offset":12},"spans":[{"offset":12},{"offset":12}]}',
  );
});

it('keeps what was taken apart from what comes next', () => {
  const json = jsonBytes(8);
  put(json, '[');
  add(json, '甲');
  expect(json.length).toBe(6);
  const first = take(json);
  expect(json.length).toBe(0);
  add(json, '乙');
  put(json, ']');
  expect(new TextDecoder().decode(first)).toBe('["甲"');
  expect(new TextDecoder().decode(take(json))).toBe('"乙"]');
});
