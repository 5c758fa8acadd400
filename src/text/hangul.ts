import { readTable } from '../facts/table.ts';
import { fallback } from './fallback.ts';

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const VOWELS = 21;
const ENDINGS = 28;

interface Parts {
  readonly opening: readonly string[];
  readonly vowel: readonly string[];
  readonly ending: readonly string[];
}

let parts: Parts | undefined;

/**
 * The Revised Romanisation of one Hangul syllable read alone (장 → jang, 은 → eun), by the arithmetic decomposition of
 * the Unicode Standard, section 3.12. A lone letter of an unfinished syllable is read by the general fallback.
 */
export function readSyllable(syllable: string): string {
  const code = syllable.charCodeAt(0);
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return fallback(syllable);
  parts ??= load();
  const index = code - FIRST_SYLLABLE;
  return (
    parts.opening[Math.floor(index / (VOWELS * ENDINGS))]! +
    parts.vowel[Math.floor(index / ENDINGS) % VOWELS]! +
    parts.ending[index % ENDINGS]!
  );
}

function load(): Parts {
  const rows = readTable('romanisation/hangul.tsv');
  const of = (part: string): string[] =>
    rows.filter((row) => row.part === part).map((row) => (row.latin === '-' ? '' : row.latin!));
  return { opening: of('opening'), vowel: of('vowel'), ending: of('ending') };
}
