import { vowelledReading } from './abjad-words.ts';
import { readArabic } from './arabic.ts';
import { readCyrillic } from './cyrillic.ts';
import { fallback } from './fallback.ts';
import { readHan } from './han.ts';
import { readSyllable } from './hangul.ts';
import { readHebrew } from './hebrew.ts';
import { readKana } from './kana.ts';
import { readLatin } from './latin.ts';
import { LetterTable } from './letter-table.ts';

/** One token of a word, lower-case a–z and 0–9, not empty. `from` and `to` are UTF-16 offsets in the word. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** True for a word of an abjad whose reading is known with its vowels (ابن → ibn, the article). */
  readonly vowelled?: boolean;
}

/** Scripts that are read by letter, longest group first, with nothing else to know. */
const BY_TABLE = new Map([
  ['Grek', 'greek'],
  ['Geor', 'georgian'],
  ['Armn', 'armenian'],
]);
/** Scripts that write syllables: each one is a token of its own. */
const SYLLABIC = new Set(['Hang', 'Hani']);
/** Scripts that may leave vowels out. */
const ABJADS = new Set(['Arab', 'Hebr', 'Syrc']);

const tables = new Map<string, LetterTable>();

export function isSyllabic(script: string): boolean {
  return SYLLABIC.has(script);
}

export function isAbjad(script: string): boolean {
  return ABJADS.has(script);
}

/**
 * The tokens of one word written in one script (digits may stand among its letters). `context` is the whole name: in
 * some scripts its other words tell the language. Empty when no letter has a known reading.
 */
export function romanise(word: string, script: string, context: string): Piece[] {
  if (script === 'Hang') return syllables(word, readSyllable);
  if (script === 'Hani') return readHan(word);
  if (isAbjad(script)) {
    const text = vowelledReading(word, script);
    if (text !== undefined) return [{ text, from: 0, to: word.length, vowelled: true }];
  }
  if (script === 'Arab') return readArabic(word, context);
  const text = readWhole(word, script, context);
  return text === '' ? [] : [{ text, from: 0, to: word.length }];
}

function readWhole(word: string, script: string, context: string): string {
  const lower = word.toLowerCase();
  if (script === 'Latn') return readLatin(lower);
  if (script === 'Cyrl') return readCyrillic(lower, context.toLowerCase());
  if (script === 'Hebr') return readHebrew(lower);
  if (script === 'Hira' || script === 'Kana') return readKana(lower);
  const name = BY_TABLE.get(script);
  if (name === undefined) return fallback(lower);
  let table = tables.get(script);
  if (!table) {
    table = LetterTable.read(name);
    tables.set(script, table);
  }
  return table.apply(lower.normalize('NFC'));
}

function syllables(word: string, read: (syllable: string) => string): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < word.length; i++) {
    const text = read(word[i]!);
    if (text !== '') pieces.push({ text, from: i, to: i + 1 });
  }
  return pieces;
}
