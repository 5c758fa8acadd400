import { scriptOfCodePoint } from './scripts.ts';

/** What a character is to the word that it stands in. */
export const SEPARATOR = 0;
export const LETTER = 1;
export const CAPITAL = 2;
export const DIGIT = 3;
export const APOSTROPHE = 4;
export const HYPHEN = 5;
export const STOP = 6;
export const AMPERSAND = 7;
/** A mark on the letter before it: part of the word, without a sound of its own. */
export const MARK = 8;

export type CharacterClass = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ASCII = new Uint8Array(128);
ASCII.fill(DIGIT, 0x30, 0x3a);
ASCII.fill(CAPITAL, 0x41, 0x5b);
ASCII.fill(LETTER, 0x61, 0x7b);
ASCII[0x27] = APOSTROPHE;
ASCII[0x60] = APOSTROPHE;
ASCII[0x2d] = HYPHEN;
ASCII[0x2e] = STOP;
ASCII[0x26] = AMPERSAND;

/** Quotation marks and modifier letters used as apostrophe, ain, hamza, glottal stop, soft sign, geresh, gershayim. */
const APOSTROPHES = new Set<number>([
  0x2b9, 0x2ba, 0x2bb, 0x2bc, 0x2bd, 0x2be, 0x2bf, 0x2c8, 0x2018, 0x2019, 0x201b, 0x2032, 0x5f3, 0x5f4, 0x55a,
  0xa78b, 0xa78c,
]);
const HYPHENS = new Set<number>([
  0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x5be, 0x58a, 0xfe63, 0x1400,
]);
/** The code point of the digit nought in the scripts that count in tens. */
const NOUGHTS: readonly number[] = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
];
const KATAKANA_LONG_MARK = 0x30fc;
const TATWEEL = 0x640;
const MARKS = /\p{M}/u;

/** The class of a code point; ASCII by table. */
export function classOf(code: number): CharacterClass {
  if (code < 0x80) return ASCII[code] as CharacterClass;
  // Before the letters: these modifier letters and stretching marks are letters to Unicode.
  if (APOSTROPHES.has(code)) return APOSTROPHE;
  if (code === KATAKANA_LONG_MARK || code === TATWEEL) return MARK;
  if (scriptOfCodePoint(code) !== 'Zyyy') return LETTER;
  if (HYPHENS.has(code)) return HYPHEN;
  if (digitOf(code) !== undefined) return DIGIT;
  return MARKS.test(String.fromCodePoint(code)) ? MARK : SEPARATOR;
}

/** The value 0–9 of a decimal digit of another script; undefined for every other character. */
export function digitOf(code: number): number | undefined {
  for (const nought of NOUGHTS) if (code >= nought && code <= nought + 9) return code - nought;
  return undefined;
}
