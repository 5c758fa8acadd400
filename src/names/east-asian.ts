import { readTable } from '../facts/table.ts';

/**
 * Korean and Chinese names: their syllables are the units of meaning, joined or apart at the writer's whim
 * (Chang Ho-jin, Chang Hojin), and romanised by half a dozen systems. A name is read so only when every word parses
 * as syllables and one of them is a surname of that language: a syllable test alone would read "Usama bin Ladin" as
 * Korean.
 */
export type EastAsian = 'k' | 'c' | 'b';

const KOREAN =
  /^(kk|gg|gh|kh|k|g|tt|th|t|d|pp|ph|p|b|tch|ts|ch|jj|j|ss|sh|s|h|n|m|rh|r|l)?(yeo|yae|you|yoo|weo|wae|woo|yo|yu|ya|ye|yi|wa|we|wi|wo|oo|ou|eo|eu|ee|ae|ai|ay|oe|oi|ui|a|e|i|o|u)(h(?=n|m|$)|r(?=k))?(ng|n|m|ck|k|g|t|d|s|l|r|p|b)?$/;

const CHINESE =
  /^(zh|ch|sh|hs|ts|tz|sz|b|p|m|f|d|t|n|l|g|k|h|j|q|x|r|z|c|s|y|w)?(iang|iong|uang|iung|ueng|ang|eng|ing|ong|ung|ian|ien|iao|uai|uan|uei|uen|ueh|ieh|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|iou|ua|uo|ue|ui|ih|eh|er|yan|a|o|e|i|u|v)$/;

/** Onsets after which `ui` is a Korean vowel (hui, ui); elsewhere it is two syllables (su-il). */
const UI_ONSETS = new Set(['', 'h']);

const KOREAN_ONSET: ReadonlyMap<string, string> = new Map([
  ...['kk', 'gg', 'gh', 'kh', 'k', 'g'].map((o) => [o, 'K'] as const),
  ...['tt', 'th', 't', 'd'].map((o) => [o, 'T'] as const),
  ...['pp', 'ph', 'p', 'b'].map((o) => [o, 'P'] as const),
  ...['tch', 'ts', 'ch', 'jj', 'j'].map((o) => [o, 'C'] as const),
  ...['ss', 'sh', 's'].map((o) => [o, 'S'] as const),
  ...['rh', 'r', 'l'].map((o) => [o, 'R'] as const),
  ['h', 'H'],
  ['n', 'N'],
  ['m', 'M'],
]);

const KOREAN_VOWEL: ReadonlyMap<string, string> = new Map([
  ['a', 'A'],
  ['ya', 'YA'],
  ...['ae', 'e', 'ai', 'ay', 'oe', 'oi', 'we', 'wae'].map((v) => [v, 'E'] as const),
  ...['ye', 'yae'].map((v) => [v, 'YE'] as const),
  ...['eo', 'o', 'u', 'oo', 'ou', 'eu', 'woo'].map((v) => [v, 'O'] as const),
  ...['yeo', 'yo', 'yu', 'you', 'yoo'].map((v) => [v, 'YO'] as const),
  ...['i', 'ee', 'ui', 'yi', 'wi'].map((v) => [v, 'I'] as const),
  ['wa', 'WA'],
  ...['wo', 'weo'].map((v) => [v, 'WO'] as const),
]);

const KOREAN_CODA: ReadonlyMap<string, string> = new Map([
  ...['k', 'g', 'ck'].map((c) => [c, 'K'] as const),
  ...['t', 'd', 's'].map((c) => [c, 'T'] as const),
  ...['l', 'r'].map((c) => [c, 'L'] as const),
  ...['p', 'b'].map((c) => [c, 'P'] as const),
  ['n', 'N'],
  ['m', 'M'],
  ['ng', 'Q'],
]);

/** What all romanisations of one Korean syllable share (jang = chang, ri = lee = yi); null when it is none. */
export function koreanKey(syllable: string): string | null {
  const parts = KOREAN.exec(syllable);
  if (!parts) return null;
  const onset = parts[1] ?? '';
  if (parts[2] === 'ui' && !UI_ONSETS.has(onset)) return null;
  const vowel = KOREAN_VOWEL.get(parts[2]!)!;
  let first = onset === '' ? '' : KOREAN_ONSET.get(onset)!;
  // The South drops r and n before i and y: Ri, Rhee and Yi are one name, Ryu and Yoo another.
  if ((first === 'R' || first === 'N') && (vowel === 'I' || vowel.startsWith('Y'))) first = '';
  const coda = parts[4] === undefined ? '' : KOREAN_CODA.get(parts[4])!;
  return `${first}${vowel}${coda}`;
}

const CHINESE_ONSET: ReadonlyMap<string, string> = new Map([
  ...['zh', 'ch', 'j', 'q'].map((o) => [o, 'C'] as const),
  ...['x', 'hs'].map((o) => [o, 'X'] as const),
  ...['z', 'c', 'ts', 'tz'].map((o) => [o, 'Z'] as const),
  ...['b', 'p'].map((o) => [o, 'P'] as const),
  ...['d', 't'].map((o) => [o, 'T'] as const),
  ...['g', 'k'].map((o) => [o, 'K'] as const),
  ...['s', 'sz'].map((o) => [o, 'S'] as const),
  ['sh', 'SH'],
  ['r', 'R'],
]);

const CHINESE_RIME: ReadonlyMap<string, string> = new Map([
  ['ien', 'ian'],
  ['yan', 'ian'],
  ['ung', 'ong'],
  ['iung', 'iong'],
  ['ih', 'i'],
  ['eh', 'e'],
  ['ieh', 'ie'],
  ['ueh', 'ue'],
  ['uei', 'ui'],
  ['uen', 'un'],
  ['iou', 'iu'],
  ['uo', 'o'],
  ['v', 'u'],
]);

/** What pinyin and Wade-Giles spellings of one syllable share (zhang = chang, xi = hsi); null when it is none. */
export function chineseKey(syllable: string): string | null {
  const parts = CHINESE.exec(syllable);
  if (!parts) return null;
  const onset = parts[1] ?? '';
  const rime = CHINESE_RIME.get(parts[2]!) ?? parts[2]!;
  // Wade-Giles writes ko, ho for ge, he; and jen for ren.
  const open = rime === 'e' && /^[gkh]$/.test(onset) ? 'o' : rime;
  return `${CHINESE_ONSET.get(onset) ?? onset.toUpperCase()}${open}`;
}

type Key = (syllable: string) => string | null;

/** Longest chain that is still one given name written together (three syllables: rare, but 'sebyolun'). */
const MAX_SYLLABLES = 3;

/**
 * The syllables of a word written together, or null. Longest first for Korean (jong-un, not jon-gun); for Chinese a
 * consonant between vowels opens the next syllable (pinyin orthography), which the shorter first syllable gives.
 */
function syllables(word: string, key: Key, longestFirst: boolean, depth = 1): string[] | null {
  if (key(word) !== null) return [word];
  if (depth === MAX_SYLLABLES) return null;
  const longest = Math.min(6, word.length - 1);
  for (let step = 0; step < longest; step++) {
    const length = longestFirst ? longest - step : step + 1;
    const head = word.slice(0, length);
    if (key(head) === null) continue;
    const rest = syllables(word.slice(length), key, longestFirst, depth + 1);
    if (rest) return [head, ...rest];
  }
  return null;
}

let surnames: { k: Set<string>; c: Set<string> } | undefined;

function surnameSets(): { k: Set<string>; c: Set<string> } {
  if (!surnames) {
    surnames = { k: new Set(), c: new Set() };
    for (const row of readTable('names/east-asian-surnames.tsv')) {
      if (row['languages']!.includes('k')) surnames.k.add(row['surname']!);
      if (row['languages']!.includes('c')) surnames.c.add(row['surname']!);
    }
  }
  return surnames;
}

/** A word longer than this is no East Asian given name written together; saves parsing most words. */
const MAX_WORD = 14;

/** Reads a person's Latin words as a Korean or Chinese name: its syllables and language(s), or null when it is neither. */
export function eastAsianSyllables(
  words: readonly string[],
): { syllables: string[]; language: EastAsian } | null {
  if (words.length < 2 || words.length > 4) return null;
  for (const word of words) if (word.length > MAX_WORD || !/^[a-z]+$/.test(word)) return null;
  const sets = surnameSets();
  const korean = words.some((word) => sets.k.has(word)) ? read(words, koreanKey, true) : null;
  const chinese = words.some((word) => sets.c.has(word)) ? read(words, chineseKey, false) : null;
  // "wei" is one Chinese syllable and two Korean ones: the reading with fewer syllables is the likelier.
  if (korean && chinese && korean.join(' ') === chinese.join(' '))
    return { syllables: korean, language: 'b' };
  if (chinese && (!korean || chinese.length < korean.length)) return { syllables: chinese, language: 'c' };
  if (korean && chinese && korean.length === chinese.length) return { syllables: korean, language: 'b' };
  if (korean) return { syllables: korean, language: 'k' };
  return null;
}

function read(words: readonly string[], key: Key, longestFirst: boolean): string[] | null {
  const out: string[] = [];
  for (const word of words) {
    const parts = syllables(word, key, longestFirst);
    if (!parts) return null;
    out.push(...parts);
  }
  return out.length >= 2 && out.length <= 4 ? out : null;
}
