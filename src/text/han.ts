import { createRequire } from 'node:module';
import { fallback } from './fallback.ts';

type Pinyin = (
  text: string,
  options: { toneType: 'none'; type: 'array'; surname: 'head' },
) => readonly string[];

const REPETITION = '々';

let pinyin: Pinyin | undefined;

/**
 * The pinyin of a run of Han characters, simplified or traditional, without tones, one piece a character (孙中山 → sun
 * zhong shan). A character that opens the run is read as a surname where its surname reading differs (单 → shan).
 * The package is loaded at the first such run. Characters without a reading are left out.
 */
export function readHan(word: string): { text: string; from: number; to: number }[] {
  pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as { pinyin: Pinyin }).pinyin;
  const readings = pinyin(word, { toneType: 'none', type: 'array', surname: 'head' });
  const pieces: { text: string; from: number; to: number }[] = [];
  let from = 0;
  let index = 0;
  let before = '';
  for (const character of word) {
    const reading = character === REPETITION ? before : fold(readings[index] ?? '');
    if (reading !== '') pieces.push({ text: reading, from, to: from + character.length });
    before = reading;
    from += character.length;
    index++;
  }
  return pieces;
}

/** pinyin-pro writes ü as such and leaves a character that it does not know as it is. */
function fold(reading: string): string {
  const base = reading.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return /^[a-z]*$/.test(base) ? base : fallback(base);
}
