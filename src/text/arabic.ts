import { readTable } from '../facts/table.ts';
import { fallback } from './fallback.ts';

/** What one written Arabic word reads as: the article split off where there is one. Offsets are UTF-16 units. */
export interface ArabicPiece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** True for the article, which lacks no vowel. */
  readonly vowelled: boolean;
}

/** Fewer letters after alef-lam are a word that begins so (الله, ألما), not an article. */
const LETTERS_AFTER_ARTICLE = 3;
const WAW = 'و';
const YA = new Set(['ي', 'ی']);
/** A waw before one of these is the consonant w (نواز, داوود, طويل); before another letter it is the vowel u (محمود). */
const VOWEL_LETTERS = new Set(['ا', 'آ', 'أ', 'إ', 'و', 'ي', 'ی', 'ى', 'ة', 'ې', 'ے']);
/** Short vowels, doubling and Quranic marks, and the tatweel that only stretches a word. */
const UNREAD = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
/** Letters that Persian, Urdu and Pashto write and Arabic does not. */
const PERSIAN = /[پچژگکیټډړږښځڅڼګېۍٹڈڑںےہھ]/;

let tables: { arabic: Map<string, string>; persian: Map<string, string> } | undefined;

/** Reads one Arabic-script word; `text` is the whole name, whose letters tell Arabic from Persian and Urdu. */
export function readArabic(word: string, text: string): ArabicPiece[] {
  tables ??= load();
  const table = PERSIAN.test(text) ? tables.persian : tables.arabic;
  const article = articleLength(word);
  const pieces: ArabicPiece[] = [];
  if (article > 0) pieces.push({ text: 'al', from: 0, to: article, vowelled: true });
  const rest = readLetters(word.slice(article).replace(UNREAD, ''), table);
  if (rest !== '') pieces.push({ text: rest, from: article, to: word.length, vowelled: false });
  return pieces;
}

function articleLength(word: string): number {
  const marked = /^[اٱ]\p{M}*ل\p{M}*/u.exec(word);
  if (!marked) return 0;
  const letters = word.slice(marked[0].length).replace(UNREAD, '').length;
  return letters >= LETTERS_AFTER_ARTICLE ? marked[0].length : 0;
}

function readLetters(word: string, table: ReadonlyMap<string, string>): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!;
    const before = i === 0 ? undefined : word[i - 1]!;
    const after = i + 1 === word.length ? undefined : word[i + 1]!;
    if (letter === WAW) out += waw(before, after);
    else if (YA.has(letter)) out += ya(before, after);
    else out += table.get(letter) ?? fallback(String.fromCodePoint(word.codePointAt(i)!));
  }
  return out;
}

function waw(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return 'w';
  if (after === undefined || !VOWEL_LETTERS.has(after)) return 'u';
  // The second of two waws is the vowel (داوود → dawud).
  return before === WAW ? 'u' : 'w';
}

function ya(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return 'y';
  return after === 'ا' || after === 'آ' || after === WAW || after === 'ة' ? 'y' : 'i';
}

function load(): { arabic: Map<string, string>; persian: Map<string, string> } {
  const arabic = new Map<string, string>();
  const persian = new Map<string, string>();
  for (const row of readTable('romanisation/arabic.tsv')) {
    const reading = (cell: string): string => (cell === '-' ? '' : cell);
    arabic.set(row.letter!, reading(row.arabic!));
    persian.set(row.letter!, reading(row.persian || row.arabic!));
  }
  return { arabic, persian };
}
