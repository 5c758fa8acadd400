import { readTable } from '../facts/table.ts';
import type { Country } from './entity.ts';

/** Letters that have no decomposition and yet are written without their stroke, dot or hook. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ß', 'ss'],
]);

/** Lower case without marks, stops and apostrophes, words parted by one blank. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıøłđß]/g, (letter) => PLAIN.get(letter)!)
    .replace(/['’‘`´ʻʼ.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const NOTHING: readonly string[] = [];

let byName: Map<string, readonly string[]> | undefined;

/** Folded name → the codes of all rows that hold it, in code-point order. */
function table(): Map<string, readonly string[]> {
  if (byName) return byName;
  byName = new Map();
  for (const row of readTable('countries.tsv'))
    for (const name of [row.code!, row.iso3!, row.name!, ...row.other!.split('|')]) {
      const key = fold(name);
      const codes = byName.get(key) ?? NOTHING;
      if (key !== '' && !codes.includes(row.code!)) byName.set(key, [...codes, row.code!].sort());
    }
  return byName;
}

/** Words before a country's name that do not make it another. */
const LEAD = /^(?:(?:the|former|republic of|region|state of|government of) )+/;

function exact(text: string): readonly string[] {
  const names = table();
  const key = fold(text);
  return names.get(key) ?? names.get(key.replace(LEAD, '')) ?? NOTHING;
}

/** Two letters inside a longer text are a state or a postcode rather than a country: `Springfield, IN`. */
const SHORTEST_PART = 3;

/** Of a place from the smallest to the largest (`Dubai, United Arab Emirates`), the last part that is a country. */
function lastPart(text: string): readonly string[] {
  const parts = text.split(',');
  for (let i = parts.length - 1; i >= 0; i--) {
    const codes = fold(parts[i]!).length < SHORTEST_PART ? NOTHING : exact(parts[i]!);
    if (codes.length > 0) return codes;
  }
  return NOTHING;
}

/** What a text means that is not as a whole a name: what stands before a bracket counts more than what is in it. */
function place(text: string): readonly string[] {
  const whole = exact(text);
  if (whole.length > 0) return whole;
  const bracket = /^(?<before>[^()]*)\((?<within>[^()]*)\)?/.exec(text)?.groups;
  if (!bracket) return lastPart(text);
  const before = lastPart(bracket.before!);
  return before.length > 0 ? before : lastPart(bracket.within!);
}

function candidates(text: string): readonly string[] {
  const whole = place(text);
  if (whole.length > 0 || !/[/;]/.test(text)) return whole;
  return [...new Set(text.split(/[/;]/).flatMap((part) => place(part.trim())))].sort();
}

/** Bounds the memory of the caches: lists and books name a few hundred countries, dirt has no end. In entries. */
const CACHE_SIZE = 5_000;

const known = new Map<string, readonly string[]>();

/**
 * The codes of every country that the text may mean, in code-point order: two for "Korea" and "Congo" (a "Korea" in
 * the record of a North Korean has cost a bank dear) or for a cell that names two, else one or none.
 */
export function countryCandidates(raw: string): readonly string[] {
  const text = raw.trim();
  const found = known.get(text);
  if (found) return found;
  const codes = candidates(text);
  if (known.size < CACHE_SIZE) known.set(text, codes);
  return codes;
}

const cells = new Map<string, Country>();

/**
 * The country that a cell names: by ISO-2, ISO-3, a name in English or its own language, or a demonym, in any case and
 * with or without marks and punctuation. Code null when none is recognised and when two may be meant.
 */
export function country(raw: string): Country {
  const found = cells.get(raw);
  if (found) return found;
  const codes = countryCandidates(raw);
  const read: Country = { code: codes.length === 1 ? codes[0]! : null, raw: raw.trim() };
  if (cells.size < CACHE_SIZE) cells.set(raw, read);
  return read;
}

let englishNames: Map<string, string> | undefined;

/** Whether a text is a code of the table, as `ru` or `xk`; its other names are not looked at. */
export function isCountryCode(code: string): boolean {
  return namesByCode().has(code);
}

/** English name of a code, for people; the code itself when it has none. */
export function countryName(code: string): string {
  return namesByCode().get(code) ?? code;
}

function namesByCode(): ReadonlyMap<string, string> {
  englishNames ??= new Map(readTable('countries.tsv').map((row) => [row.code!, row.name!]));
  return englishNames;
}
