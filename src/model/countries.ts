import { readTable } from '../facts/table.ts';
import type { Country } from './entity.ts';

/** Names that do not tell which of two countries is meant. "Korea" in a record of North Koreans has cost a bank dear. */
const AMBIGUOUS: ReadonlyMap<string, readonly string[]> = new Map([
  ['korea', ['kp', 'kr']],
  ['korean', ['kp', 'kr']],
  ['congo', ['cd', 'cg']],
]);

let byName: Map<string, string> | undefined;

/** Lower case without marks and punctuation, words parted by one blank. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function table(): Map<string, string> {
  if (byName) return byName;
  byName = new Map();
  const rows = readTable('countries.tsv');
  for (const row of rows)
    for (const name of [row['code']!, row['iso3']!, row['name']!, ...row['other']!.split('|')]) {
      const key = fold(name);
      if (key !== '' && !byName.has(key)) byName.set(key, row['code']!);
    }
  return byName;
}

function lookUp(text: string): string | null {
  const names = table();
  const key = fold(text);
  const found = names.get(key) ?? names.get(key.replace(/^(?:the|republic of|region|state of) /, ''));
  if (found) return found;
  // "Region: Crimea, Ukraine", "Dubai, United Arab Emirates": the last part that is a country.
  const parts = text
    .split(/[,;/()]/)
    .map(fold)
    .filter(Boolean);
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = names.get(parts[i]!);
    if (part && parts[i]!.length > 2) return part;
  }
  return null;
}

const cache = new Map<string, Country>();
const CACHE = 5_000;

/** The country that a cell names: ISO-2, ISO-3, a name in English or its own language, a demonym. Code null if none. */
export function country(raw: string): Country {
  const known = cache.get(raw);
  if (known) return known;
  const trimmed = raw.trim();
  const found: Country = { code: AMBIGUOUS.has(fold(trimmed)) ? null : lookUp(trimmed), raw: trimmed };
  if (cache.size < CACHE) cache.set(raw, found);
  return found;
}

/** Every country that the text may mean: two for "Korea" and "Congo", one, or none. */
export function countryCandidates(raw: string): readonly string[] {
  const several = AMBIGUOUS.get(fold(raw.trim()));
  if (several) return several;
  const { code } = country(raw);
  return code === null ? [] : [code];
}

let names: Map<string, string> | undefined;

/** English name of a code, for people; the code itself when it has none. */
export function countryName(code: string): string {
  names ??= new Map(readTable('countries.tsv').map((row) => [row['code']!, row['name']!]));
  return names.get(code) ?? code;
}
