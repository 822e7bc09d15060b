import { expect, it } from 'vitest';
import { foldWidth } from './fold.ts';

it('folds full-width letters, digits and signs, and leaves sentence marks', () => {
  expect(foldWidth('Ｗi－Ｆｉ　１２＠ａ＿ｂ')).toBe('Wi-Fi 12@a_b');
  expect(foldWidth('《甲》（乙），丙；丁：戊？“己”！')).toBe('《甲》（乙），丙；丁：戊？“己”！');
});

it('leaves alone at first sight only what stays as it is', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  // A wide space makes it look at every unit.
  expect(units.filter((unit) => foldWidth(unit) !== foldWidth(`\u3000${unit}`).slice(1))).toEqual([]);
});
