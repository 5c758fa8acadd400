import { LetterTable } from './letter-table.ts';

const FIRST_KATAKANA = 0x30a1;
const LAST_KATAKANA = 0x30f6;
const KATAKANA_TO_HIRAGANA = 0x60;

let table: LetterTable | undefined;

/**
 * Reads hiragana or katakana by the Hepburn system. Long vowels are written once (とうきょう → tokyo, オーサカ →
 * osaka), as newspapers and passports do.
 */
export function readKana(word: string): string {
  table ??= LetterTable.read('kana');
  const doubled = table
    .apply(toHiragana(word))
    // The small tsu doubles the consonant after it, ch as tch.
    .replace(/\^+(ch|[a-z])?/g, (_, next: string | undefined) =>
      next === undefined ? '' : next === 'ch' ? 'tch' : /[aeiou]/.test(next) ? next : next + next,
    );
  return doubled.replace(/ou|oo/g, 'o').replace(/uu/g, 'u');
}

function toHiragana(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    out +=
      unit >= FIRST_KATAKANA && unit <= LAST_KATAKANA
        ? String.fromCharCode(unit - KATAKANA_TO_HIRAGANA)
        : word[i];
  }
  return out;
}
