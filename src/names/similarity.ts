import { editDistance } from '../text/edit-distance.ts';
import { vowelDifferences } from '../text/skeleton.ts';
import { servantOf } from './arabic.ts';
import type { Features } from './features.ts';

/** How two tokens are alike. */
export type Relation =
  | 'equal'
  | 'joined'
  | 'romanisation'
  | 'equivalent'
  | 'plural'
  | 'edit'
  | 'initial'
  | 'syllable'
  | 'part';

/**
 * Similarities in hundredths. They belong to the policy's version and are not overridden per call, so that the
 * snapshot can carry each word's neighbours. Below `FLOOR` a pair is no pair: it then counts as a contradiction,
 * not as half a match.
 */
export const FLOOR = 50;
export const EQUAL = 100;
const EQUIVALENT = 90;
const PLURAL = 90;
const SKELETON = 94;
const SKELETON_SHORT = 88;
const SKELETON_ONE_VOWEL = 84;
const SKELETON_ONE_VOWEL_SHORT = 70;
const LOOSE = 78;
const LOOSE_SHORT = 72;
const KOREAN = 86;
const CHINESE = 84;
const SERVANT = 82;
/** Taken off an edit between two words that both are well known (a typo is rare, another name is not). */
const BOTH_KNOWN = 35;
/** People rarely miss the first letter. */
const FIRST_LETTER = 6;

/** One edit, by the length of the shorter word; longer than the table counts as its last entry. */
const ONE_EDIT: readonly number[] = [0, 0, 0, 0, 66, 76, 82, 85, 88];
/** Two edits from 8 letters on. */
const TWO_EDITS: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 68, 72, 76, 76, 80];

/** Shortest word that may have one, and two, edits. */
export const MIN_ONE_EDIT = 4;
export const MIN_TWO_EDITS = 8;

/** Readings that are equal or nothing, and never part of a joined word: legal forms, numbers, initials. */
export const ONLY_WHOLE: ReadonlySet<string> = new Set(['l', 'n', 'i']);
const SYLLABLE = new Set(['k', 'c', 'b']);

function shares(a: readonly number[], b: readonly number[]): boolean {
  for (const x of a) if (b.includes(x)) return true;
  return false;
}

/** The similarity of two tokens in hundredths: 0 or `FLOOR`–100. Symmetric; a function of the two keys alone. */
export function similarity(a: Features, b: Features): number {
  if (a.key === b.key) return EQUAL;
  if (ONLY_WHOLE.has(a.role) || ONLY_WHOLE.has(b.role)) return 0;
  if (a.text === b.text) return EQUAL;
  const aSyllable = SYLLABLE.has(a.role);
  const bSyllable = SYLLABLE.has(b.role);
  if (shares(a.clusters, b.clusters)) return EQUIVALENT;
  if (aSyllable && bSyllable) {
    if (a.korean !== null && a.korean === b.korean) return KOREAN;
    if (a.chinese !== null && a.chinese === b.chinese) return CHINESE;
    return 0;
  }
  if (shares(a.different, b.different)) return 0;
  if (a.givenClusters.length > 0 && b.givenClusters.length > 0) return 0;
  let best = 0;
  if (isPlural(a, b) || isPlural(b, a)) best = PLURAL;
  const bySkeleton = skeletonSimilarity(a, b);
  if (bySkeleton > best) best = bySkeleton;
  if (best < SKELETON_SHORT && !a.abjad && !b.abjad) {
    const byEdit = editSimilarity(a, b);
    if (byEdit > best) best = byEdit;
  }
  if (best < SERVANT && (servantOf(a.text) === b.text || servantOf(b.text) === a.text)) best = SERVANT;
  return best >= FLOOR ? best : 0;
}

/** "Service" and "Services"; not "Peter" and "Peters", which are two names. */
function isPlural(a: Features, b: Features): boolean {
  return (
    a.text.length === b.text.length + 1 &&
    b.text.length >= MIN_ONE_EDIT &&
    a.text.endsWith('s') &&
    a.text.startsWith(b.text) &&
    !a.abjad &&
    !b.abjad &&
    !(a.personal && b.personal)
  );
}

/** Consonants below which two loose skeletons meet by chance. */
const MIN_LOOSE = 3;

function skeletonSimilarity(a: Features, b: Features): number {
  const n = a.skeleton.classes.length;
  if (n === 0 || a.loose !== b.loose) return 0;
  const bothKnown = a.known && b.known ? BOTH_KNOWN : 0;
  if (a.skeleton.classes === b.skeleton.classes) {
    const off = vowelDifferences(a.skeleton, b.skeleton, a.abjad, b.abjad);
    if (off === 0)
      return n > 3 || (n === 3 && a.text.length > 3 && b.text.length > 3) ? SKELETON : SKELETON_SHORT;
    if (off === 1 && n >= 3) return (n >= 4 ? SKELETON_ONE_VOWEL : SKELETON_ONE_VOWEL_SHORT) - bothKnown;
    return 0;
  }
  if (n < MIN_LOOSE || a.skeleton.masks.length !== b.skeleton.masks.length) return 0;
  const off = vowelDifferences(a.skeleton, b.skeleton, a.abjad, b.abjad);
  return off === 0 ? (n > MIN_LOOSE ? LOOSE : LOOSE_SHORT) - bothKnown : 0;
}

function editSimilarity(a: Features, b: Features): number {
  const shorter = Math.min(a.text.length, b.text.length);
  if (shorter < MIN_ONE_EDIT) return 0;
  const limit = shorter >= MIN_TWO_EDITS ? 2 : 1;
  const distance = editDistance(a.text, b.text, limit);
  if (distance > limit) return 0;
  const table = distance === 1 ? ONE_EDIT : TWO_EDITS;
  let value = table[Math.min(shorter, table.length - 1)]!;
  if (a.text[0] !== b.text[0]) value -= FIRST_LETTER;
  if (a.known && b.known) value -= BOTH_KNOWN;
  return value;
}

/** How two tokens of that similarity are alike, for explanations. */
export function relationOf(a: Features, b: Features): Relation {
  if (a.text === b.text) return 'equal';
  if (shares(a.clusters, b.clusters)) return 'equivalent';
  if (SYLLABLE.has(a.role) && SYLLABLE.has(b.role)) return 'syllable';
  if (isPlural(a, b) || isPlural(b, a)) return 'plural';
  if (skeletonSimilarity(a, b) >= FLOOR && skeletonSimilarity(a, b) >= editSimilarity(a, b))
    return 'romanisation';
  if (editSimilarity(a, b) >= FLOOR) return 'edit';
  return 'part';
}

/** Similarity of a word written as two or three on the other side. */
export const JOINED = 97;
/** The same with another romanisation of the joined word. */
export const JOINED_ROMANISATION = 90;
/** Consonants from which a joined word may meet by skeleton. */
const MIN_JOINED_CLASSES = 4;

/** The similarity of adjacent tokens written together to one token of the other side: 0, 90 or 97. */
export function joinedSimilarity(joined: Features, single: Features): number {
  if (ONLY_WHOLE.has(single.role)) return 0;
  if (joined.text === single.text) return JOINED;
  if (
    joined.skeleton.classes.length >= MIN_JOINED_CLASSES &&
    joined.skeleton.classes === single.skeleton.classes &&
    vowelDifferences(joined.skeleton, single.skeleton, joined.abjad, single.abjad) === 0
  )
    return JOINED_ROMANISATION;
  return 0;
}
