import { LetterTable } from './letter-table.ts';

/** Niqqud and cantillation, which customer files hardly ever carry and lists never. */
const POINTS = /[\u0591-\u05bd\u05bf\u05c1-\u05c7]/g;

let table: LetterTable | undefined;

/** Reads a Hebrew word without its points. The vowels that Hebrew does not write stay out. */
export function readHebrew(word: string): string {
  table ??= LetterTable.read('hebrew');
  return table.apply(word.replace(POINTS, ''));
}
