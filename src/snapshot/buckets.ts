import type { Features } from '../names/features.ts';
import { MIN_ONE_EDIT, MIN_TWO_EDITS } from '../names/similarity.ts';
import { hashText } from './hash.ts';

/**
 * The buckets in which similar tokens meet. Every pair of tokens with `similarity` ≥ 0.50 shares a bucket, is found
 * by its text under another reading, or stands in one cluster of equivalents; `test/snapshot/neighbours.test.ts`
 * holds that against a scan of the whole dictionary.
 *
 * Edits: deletion neighbourhoods (Mor & Fraenkel 1982; Bocek, Hunt & Stiller 2007). Two words within one edit
 * (swaps included) share a word that is each of them less at most one letter; likewise for two.
 */

/** Longer words are compared by skeleton and equality only: their two-letter deletions would be hundreds. */
export const MAX_EDIT_LENGTH = 24;

/** Hashes of the word less 0, 1 (from 4 letters) and 2 letters (from 8), without repeats. */
export function deletionHashes(text: string): number[] {
  const n = text.length;
  if (n < MIN_ONE_EDIT || n > MAX_EDIT_LENGTH + 2) return [];
  const hashes = new Set<number>([hashText(text)]);
  for (let i = 0; i < n; i++) {
    const one = text.slice(0, i) + text.slice(i + 1);
    hashes.add(hashText(one));
    if (n < MIN_TWO_EDITS) continue;
    for (let j = i; j < n - 1; j++) hashes.add(hashText(one.slice(0, j) + one.slice(j + 1)));
  }
  return [...hashes];
}

const LOOSE_SEED = 0x2545f491;
const KOREAN_SEED = 0x3c6ef372;
const CHINESE_SEED = 0x1b873593;

/** Hashes of the classes a token belongs to: its loose skeleton, its Korean key, its Chinese key. */
export function classHashes(features: Features): number[] {
  const out: number[] = [];
  if (features.role === 'l' || features.role === 'n' || features.role === 'i') return out;
  if (features.loose.length > 0) out.push(hashText(features.loose, LOOSE_SEED));
  if (features.korean !== null) out.push(hashText(features.korean, KOREAN_SEED));
  if (features.chinese !== null) out.push(hashText(features.chinese, CHINESE_SEED));
  return out;
}

/** Hash of the loose skeleton alone: where joined words look for their other romanisations. */
export function looseHash(features: Features): number {
  return hashText(features.loose, LOOSE_SEED);
}

/** Whether edits are looked for at all for a token of this reading. */
export function hasEdits(key: string): boolean {
  const role = key[0];
  return role === 'w' || role === 'k' || role === 'c' || role === 'b';
}
