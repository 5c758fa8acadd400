import type { TokenKey } from '../names/kinds.ts';
import { ONLY_WHOLE } from '../names/similarity.ts';

/** Adjacent tokens that may have been written together on the other side. */
export interface Span {
  readonly from: number;
  readonly count: number;
  /** Key of the joined word: an abjad spelling if any part is one. */
  readonly key: TokenKey;
}

/** A joined word is at most this long; longer ones do not occur in the lists. */
export const MAX_JOINED = 22;
/** Three parts at most: Kyrgyz Trans Avia. */
export const MAX_PARTS = 3;

/** All spans of two and three adjacent tokens that may be joined; legal forms, numbers and initials never are. */
export function joinableSpans(keys: readonly TokenKey[]): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < keys.length - 1; from++) {
    let text = '';
    let abjad = false;
    for (let count = 1; count <= MAX_PARTS && from + count <= keys.length; count++) {
      const key = keys[from + count - 1]!;
      if (ONLY_WHOLE.has(key[0]!)) break;
      text += key.slice(1);
      abjad ||= key[0] === 'a';
      if (text.length > MAX_JOINED) break;
      if (count > 1) spans.push({ from, count, key: (abjad ? 'a' : 'w') + text });
    }
  }
  return spans;
}

/** Similarity, in hundredths, of one word to two or three adjacent tokens that spell it exactly. */
export const SPLIT_EXACT = 97;

/** Shorter words are not taken apart. */
export const MIN_SPLIT = 4;
