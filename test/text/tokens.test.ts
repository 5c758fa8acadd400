import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean } from '../../src/text/clean.ts';
import { tokenise } from '../../src/text/tokens.ts';

const texts = (text: string): string[] => tokenise(clean(text).text).map((token) => token.text);

test.each([
  ['an apostrophe inside a word joins', "O'Neil", ['oneil']],
  ['so does a typographic one', 'Nu’man d’Ivoire', ['numan', 'divoire']],
  ['and an ain or hamza sign', 'Saʿīd Shāʾir', ['said', 'shair']],
  ['a hyphen divides', 'Al-Sha`er', ['al', 'shaer']],
  ['a slash divides', '25/26', ['25', '26']],
  [
    'letters with stops between them are one word',
    'S.A. d.o.o. L.L.C G.m.b.H.',
    ['sa', 'doo', 'llc', 'gmbh'],
  ],
  ['initials too', 'J.A. Perez', ['ja', 'perez']],
  ['but not the word after them', 'J.A.Perez', ['ja', 'perez']],
  ['an abbreviation loses its stop', 'St. Petersburg', ['st', 'petersburg']],
  ['a domain is two words', 'foo.example', ['foo', 'example']],
  ['an ampersand reads and', 'Foo & Bar', ['foo', 'and', 'bar']],
  ['ordinals stay whole', '3rd Plant 11420', ['3rd', 'plant', '11420']],
  ['the sign of a number is left out before one', 'Plant No. 5, №6, No 7', ['plant', '5', '6', '7']],
  ['but a name that reads No stays', 'No Kwang Chol', ['no', 'kwang', 'chol']],
  ['superscripts are digits', 'Foo²', ['foo2']],
  ['digits of other scripts are digits', 'مصنع ٢٥', ['msna', '25']],
  ['Cyrillic initials give one letter each', 'Ю. Ш.Ж. Иванов', ['y', 'sz', 'ivanov']],
  ['Cyrillic legal forms with stops too', 'О.О.О. Ромашка', ['ooo', 'romashka']],
  ['a plus divides', 'Foo+Bar', ['foo', 'bar']],
  ['a word divides where its script changes', 'SK하이', ['sk', 'ha', 'i']],
  ['marks alone are no word', '\u0301 — … !', []],
])('%s: %s', (_rule, text, expected) => {
  expect(texts(text)).toEqual(expected);
});

test('a token says how it was written', () => {
  expect(tokenise("Dr. J. O'Neil-Smith")).toEqual([
    {
      text: 'dr',
      raw: 'Dr',
      script: 'Latn',
      abjad: false,
      syllable: false,
      joined: false,
      dotted: false,
      start: 0,
    },
    {
      text: 'j',
      raw: 'J',
      script: 'Latn',
      abjad: false,
      syllable: false,
      joined: false,
      dotted: true,
      start: 4,
    },
    {
      text: 'oneil',
      raw: "O'Neil",
      script: 'Latn',
      abjad: false,
      syllable: false,
      joined: false,
      dotted: false,
      start: 7,
    },
    {
      text: 'smith',
      raw: 'Smith',
      script: 'Latn',
      abjad: false,
      syllable: false,
      joined: true,
      dotted: false,
      start: 14,
    },
  ]);
});

test('a hyphen between blanks does not join', () => {
  expect(tokenise('Foo - Bar').map((token) => token.joined)).toEqual([false, false]);
  expect(tokenise('Foo-Bar').map((token) => token.joined)).toEqual([false, true]);
});

test('a name that Object knows is a word like any other', () => {
  expect(texts('constructor __proto__ Конструктор')).toEqual(['constructor', 'proto', 'konstruktor']);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(..."aB1.'-& /אבגדا\u0644\u0648محЖшьの っー々孫김ი՛ո\u0301\ud800\ud83d½№"),
    maxLength: 16,
  }),
);

test('every token of every string is letters a–z and digits, and stands where it says', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const cleaned = clean(text).text;
      let before = -1;
      for (const token of tokenise(cleaned)) {
        expect(token.text).toMatch(/^[a-z0-9]+$/);
        expect(cleaned.startsWith(token.raw, token.start)).toBe(true);
        expect(token.start).toBeGreaterThan(before);
        before = token.start;
      }
    }),
    { numRuns: 500 },
  );
});

test('a string that was not cleaned gives such tokens too', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const token of tokenise(text)) expect(token.text).toMatch(/^[a-z0-9]+$/);
    }),
    { numRuns: 300 },
  );
});

test('ASCII text gives the same tokens in any case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), (text) => {
      const plain = (value: string): unknown =>
        tokenise(value).map((token) => [token.text, token.joined, token.dotted, token.start]);
      expect(plain(text.toUpperCase())).toEqual(plain(text.toLowerCase()));
      expect(plain(text)).toEqual(plain(text.toLowerCase()));
    }),
  );
});
