import { expect, test } from 'vitest';
import { scriptOf } from '../../src/text/scripts.ts';

test.each([
  ['Kim Jong Un', 'Latn'],
  ['Trần Hưng Đạo', 'Latn'],
  ['Пушкин', 'Cyrl'],
  ['صلاح الدين', 'Arab'],
  ['سلیمانی', 'Arab'],
  ['김정은', 'Hang'],
  ['孫文', 'Hani'],
  ['𠀀', 'Hani'],
  ['とくがわ', 'Hira'],
  ['トクガワ', 'Kana'],
  ['Όμηρος', 'Grek'],
  ['רמב״ם', 'Hebr'],
  ['რუსთაველი', 'Geor'],
  ['Թումանյան', 'Armn'],
  ['สุนทรภู่', 'Thai'],
  ['कबीर', 'Deva'],
  ['ᏣᎳᎩ', 'Zzzz'],
  ['2026/27 — №', 'Zyyy'],
  ['', 'Zyyy'],
])('the script of "%s" is %s', (text, script) => {
  expect(scriptOf(text)).toBe(script);
});

test('most letters decide', () => {
  expect(scriptOf('ООО Romashka')).toBe('Latn');
  expect(scriptOf('Газпром PJSC')).toBe('Cyrl');
});

test('on a tie the script met first is the answer', () => {
  expect(scriptOf('ab аб')).toBe('Latn');
  expect(scriptOf('аб ab')).toBe('Cyrl');
});

test('digits and points of a script are no letters of it', () => {
  expect(scriptOf('١٢٣')).toBe('Zyyy');
  expect(scriptOf('a ١٢٣٤')).toBe('Latn');
});
