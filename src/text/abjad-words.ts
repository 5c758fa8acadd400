import { readTable } from '../facts/table.ts';

/** Vowel points and stretching marks of Arabic and Hebrew, which never decide which word it is here. */
const POINTS = /[\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;

let words: Map<string, string> | undefined;

/**
 * The reading with its vowels of a word whose letters alone would mislead: the small words of names (ابن, بن, أبو, בן)
 * and names that open with another vowel than a (عمر → umar). Undefined for every other word.
 */
export function vowelledReading(word: string, script: string): string | undefined {
  if (script !== 'Arab' && script !== 'Hebr') return undefined;
  words ??= new Map(readTable('romanisation/abjad-words.tsv').map((row) => [row.word!, row.latin!]));
  return words.get(word.replace(POINTS, ''));
}
