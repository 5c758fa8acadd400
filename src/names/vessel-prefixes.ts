import { readTable } from '../facts/table.ts';

let prefixes: Set<string> | undefined;

/** Whether a word before a ship's name says only what kind of ship it is (M/V, MT, LPG). */
export function isVesselPrefix(word: string): boolean {
  prefixes ??= new Set(readTable('names/vessel-prefixes.tsv').map((row) => row['word']!.replaceAll(' ', '')));
  return prefixes.has(word);
}
