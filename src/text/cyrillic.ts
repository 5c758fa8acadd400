import { readTable } from '../facts/table.ts';
import { LetterTable } from './letter-table.ts';

/** A language whose reading of Cyrillic differs from the usual one, told by the letters that only it writes. */
type Language = 'usual' | 'uk' | 'be' | 'bg' | 'sr' | 'mk';

const LANGUAGES: readonly Language[] = ['usual', 'uk', 'be', 'bg', 'sr', 'mk'];

let tables: Map<Language, LetterTable> | undefined;

/**
 * Reads a lower-case Cyrillic word. `text` is the whole lower-case name: a letter of one word (Григорій) tells how the
 * others are read (г as h). Only letters that decide are used: the same word never reads otherwise without such a sign.
 */
export function readCyrillic(word: string, text: string): string {
  tables ??= load();
  return tables.get(languageOf(text))!.apply(word);
}

/** The language that the letters of the text tell; `usual` when they tell none. */
export function languageOf(text: string): Language {
  if (/[әғқңөұүһҳҷҙҡҫӣӯ]/.test(text)) return 'usual';
  if (text.includes('ў')) return 'be';
  if (/[ѓќѕ]/.test(text)) return 'mk';
  if (/[ђћјљњџ]/.test(text)) return 'sr';
  // -ський and -цький are the Ukrainian endings of -ский and -цкий.
  if (/[іїєґ]|[сц]ьк(?:ий|а|ого)(?![а-я])/.test(text)) return 'uk';
  // Russian writes ъ only before е, ё, ю, я; between consonants it is the Bulgarian vowel.
  if (/ъ[бвгджзйклмнпрстфхцчшщ]/.test(text)) return 'bg';
  return 'usual';
}

function load(): Map<Language, LetterTable> {
  const loaded = new Map(LANGUAGES.map((language) => [language, new LetterTable()]));
  for (const row of readTable('romanisation/cyrillic.tsv')) {
    const letter = row.letter!;
    for (const [language, table] of loaded) table.add(letter, row[language] || row.usual!);
    if (row.uk_first) loaded.get('uk')!.add(letter, row.uk_first, 'first');
    if (row.be_first) loaded.get('be')!.add(letter, row.be_first, 'first');
  }
  return loaded;
}
