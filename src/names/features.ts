import { looseClasses, type Skeleton, skeleton } from '../text/skeleton.ts';
import { differentSets, equivalentClusters, isGivenNameCluster } from './clusters.ts';
import { chineseKey, koreanKey } from './east-asian.ts';
import type { TokenKey } from './kinds.ts';
import { wordInfo } from './words.ts';

/** Everything about one token that its similarity to others needs, derived from its key and the fact files. */
export interface Features {
  readonly key: TokenKey;
  readonly role: string;
  readonly text: string;
  readonly abjad: boolean;
  readonly skeleton: Skeleton;
  readonly loose: string;
  readonly korean: string | null;
  readonly chinese: string | null;
  readonly clusters: readonly number[];
  readonly givenClusters: readonly number[];
  readonly different: readonly number[];
  /** Known as a name or word that many bear: two such words are different words, not typos of each other. */
  readonly known: boolean;
  readonly personal: boolean;
}

/**
 * Words from this level on are known to all who type them. Lower levels hold so many rare names that a typo often is
 * one of them by chance (at 2 one letter in forty lost its match).
 */
const KNOWN_LEVEL = 4;

export function featuresOf(key: TokenKey): Features {
  const role = key[0]!;
  const text = key.slice(1);
  const info = wordInfo(text);
  const bare = skeleton(text);
  const abjad = role === 'a';
  // An abjad's first letter alef or ain may carry any vowel (Usama is written "asamt").
  const skel =
    abjad && bare.masks[0] !== 0 ? { classes: bare.classes, masks: [7, ...bare.masks.slice(1)] } : bare;
  const clusters = equivalentClusters(text);
  return {
    key,
    role,
    text,
    abjad,
    skeleton: skel,
    loose: looseClasses(skel.classes),
    korean: role === 'k' || role === 'b' ? koreanKey(text) : null,
    chinese: role === 'c' || role === 'b' ? chineseKey(text) : null,
    clusters,
    givenClusters: clusters.filter(isGivenNameCluster),
    different: differentSets(text),
    known: info !== undefined && Math.max(info.person, info.company) >= KNOWN_LEVEL,
    personal: info?.personal === true,
  };
}
