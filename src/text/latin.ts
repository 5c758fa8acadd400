import { readTable } from '../facts/table.ts';
import { fallback } from './fallback.ts';

/** Readings of letters already met, by UTF-16 unit of the lower-case letter. */
const known = new Map<number, string>();
let loaded = false;

/** Folds a lower-case Latin word to a–z and 0–9; marks of the stacks that remain (Vietnamese) are dropped. */
export function readLatin(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit < 0x80) out += word[i];
    else {
      const code = word.codePointAt(i)!;
      if (code > 0xffff) i++;
      out += known.get(code) ?? learn(code);
    }
  }
  return out;
}

function learn(code: number): string {
  if (!loaded) {
    for (const row of readTable('romanisation/latin.tsv')) known.set(row.letter!.codePointAt(0)!, row.latin!);
    loaded = true;
    const listed = known.get(code);
    if (listed !== undefined) return listed;
  }
  const letter = String.fromCodePoint(code);
  const base = letter.normalize('NFD').codePointAt(0)!;
  let latin: string;
  if (base >= 0x61 && base <= 0x7a) latin = String.fromCodePoint(base);
  else if (base !== code && known.has(base)) latin = known.get(base)!;
  else latin = fallback(letter);
  known.set(code, latin);
  return latin;
}
