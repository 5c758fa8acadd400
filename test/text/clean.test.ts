import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, isPlain } from '../../src/text/clean.ts';

test.each([
  ['a zero-width space inside a word', 'Ki\u200bm', 'Kim', ['zero-width']],
  ['a soft hyphen', 'Pe\u00adtrov', 'Petrov', ['zero-width']],
  ['direction marks', '\u202eKim\u202c', 'Kim', ['bidi']],
  ['a control character', 'Ki\u0007m', 'Kim', ['control']],
  ['full-width letters', 'ＫＩＭ', 'KIM', ['full-width']],
  ['mathematical letters', '𝐊𝐢𝐦', 'Kim', ['styled']],
  ['Arabic presentation forms', 'ﻣﺤﻤﺪ', 'محمد', ['styled']],
  ['a Cyrillic letter in a Latin word', 'K\u0430poor', 'Kapoor', ['look-alike']],
  ['a Greek letter in a Latin word', 'Petr\u03bfv', 'Petrov', ['look-alike']],
  ['a Latin letter in a Cyrillic word', 'Пyшкин', 'Пушкин', ['look-alike']],
  ['a Latin letter with a stress accent in a Cyrillic word', 'Влáдимир', 'Владимир', ['look-alike']],
  ['a stress accent in a Cyrillic word', 'Толсто\u0301й', 'Толстой', ['combining']],
  [
    'more marks on a letter than any spelling has',
    'K\u0301\u0301\u0301\u0301im',
    'Ḱ\u0301\u0301im',
    ['combining'],
  ],
])('%s is set right and said', (_what, dirty, right, found) => {
  expect(clean(dirty)).toEqual({ text: right, found });
});

test.each([
  'Kim Jong Un',
  'Андрій Їжакевич',
  'Йозеф Ўладзімір Ёлкин',
  'Trần Hưng Đạo',
  '김정은',
  'とくがわ',
  'רמב״ם',
])('"%s" is clean as it stands', (text) => {
  expect(clean(text)).toEqual({ text, found: [] });
});

test('composed Cyrillic letters keep the mark that makes them another letter', () => {
  expect(clean('и\u0306 і\u0308 у\u0306 е\u0308')).toEqual({ text: 'й ї ў ё', found: [] });
});

test('the joiner of Persian spelling is removed without a word', () => {
  expect(clean('علی\u200cرضا')).toEqual({ text: 'علیرضا', found: [] });
});

test('a word with letters of two scripts that cannot be mistaken stays as it is', () => {
  expect(clean('Газbank').text).toBe('Газbank');
});

test('a trade mark sign does not become two letters', () => {
  expect(clean('Foo™ Bar®').text).toBe('Foo Bar');
});

test('blanks of every kind become plain ones', () => {
  expect(clean('Kim\u00a0Jong\u3000Un\tx').text).toBe('Kim Jong Un x');
});

test('cleaning what is clean changes nothing and finds nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const once = clean(text).text;
      expect(clean(once).text).toBe(once);
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'aаαеeрp\u0301\u0306\u200bйиК Kім.ﬁ™№´'), maxLength: 12 }),
      (text) => {
        const once = clean(text).text;
        expect(clean(once)).toEqual({ text: once, found: [] });
      },
    ),
  );
});

test('printable ASCII is clean', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(isPlain(text)).toBe(true);
      expect(clean(text)).toEqual({ text, found: [] });
    }),
  );
});
