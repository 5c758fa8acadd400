import { readTable } from '../facts/table.ts';

/** What the remark of a name says about it; null when it says something else. */
export type AliasQuality = 'weak' | 'strong' | 'former';

const WORDS: readonly (readonly [RegExp, AliasQuality])[] = readTable('lists/eu-alias-quality.tsv').map(
  (row) => [
    new RegExp(`(?<![\\p{L}\\p{N}])${row.words!.replace(/[.]/gu, '\\.')}(?![\\p{L}\\p{N}])`, 'iu'),
    row.quality as AliasQuality,
  ],
);

/**
 * Alias quality hidden in a name's remark (`data/lists/eu-alias-quality.tsv`, misspellings included). `only` is true when
 * the remark says nothing more, so that nothing of it is left to keep.
 */
export function aliasQuality(remark: string): { quality: AliasQuality | null; only: boolean } {
  for (const [words, quality] of WORDS) {
    if (!words.test(remark)) continue;
    const left = remark.replace(words, ' ').replace(/\balias(?:es)?\b|\ba\.k\.a\.?/giu, ' ');
    return { quality, only: !/[\p{L}\p{N}]/u.test(left) };
  }
  return { quality: null, only: false };
}
