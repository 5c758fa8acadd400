import { servantOf } from '../names/arabic.ts';
import { equivalentsOf } from '../names/clusters.ts';
import { type Features, featuresOf } from '../names/features.ts';
import { joinedSimilarity, similarity } from '../names/similarity.ts';
import { classHashes, deletionHashes, hasEdits, looseHash } from './buckets.ts';
import type { Dictionary } from './dictionary.ts';
import { powerOfTwo } from './hash.ts';

/** A neighbour in one number: dictionary id · 128 + similarity in hundredths. */
export type Neighbour = number;
export const NEIGHBOUR_SHIFT = 7;
export const NEIGHBOUR_MASK = 127;

/** Hash buckets of dictionary ids; an 8-bit fingerprint of the hash saves most wrong looks. */
export interface BucketArrays {
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  readonly prints: Uint8Array;
}

/** Reads buckets; `visit` is told each id of the bucket whose fingerprint agrees. */
export interface Buckets {
  visit(hash: number, visit: (id: number) => void): void;
}

export function buildBuckets(size: number, hashesOf: (id: number) => readonly number[]): BucketArrays {
  const hashes: number[] = [];
  const ids: number[] = [];
  for (let id = 0; id < size; id++)
    for (const hash of hashesOf(id)) {
      hashes.push(hash);
      ids.push(id);
    }
  const buckets = powerOfTwo(Math.max(1, hashes.length / 2));
  const offsets = new Uint32Array(buckets + 1);
  for (const hash of hashes) offsets[(hash & (buckets - 1)) + 1]!++;
  for (let b = 0; b < buckets; b++) offsets[b + 1]! += offsets[b]!;
  const next = offsets.slice(0, buckets);
  const outIds = new Uint32Array(hashes.length);
  const prints = new Uint8Array(hashes.length);
  for (let i = 0; i < hashes.length; i++) {
    const at = next[hashes[i]! & (buckets - 1)]!++;
    outIds[at] = ids[i]!;
    prints[at] = hashes[i]! >>> 24;
  }
  return { offsets, ids: outIds, prints };
}

/** Buckets over arrays that are wholly in memory. */
export class ArrayBuckets implements Buckets {
  private readonly arrays: BucketArrays;

  constructor(arrays: BucketArrays) {
    this.arrays = arrays;
  }

  visit(hash: number, visit: (id: number) => void): void {
    const { offsets, ids, prints } = this.arrays;
    const bucket = hash & (offsets.length - 2);
    const print = hash >>> 24;
    const end = offsets[bucket + 1]!;
    for (let i = offsets[bucket]!; i < end; i++) if (prints[i] === print) visit(ids[i]!);
  }
}

/** Readings under which one text may stand in the dictionary. */
const ROLES = ['w', 'a', 'k', 'c', 'b'];

/** Finds, for any token, the dictionary's tokens that are similar to it: exactly those that a full comparison finds. */
export class NeighbourSearch {
  private readonly dictionary: Dictionary;
  private readonly edits: Buckets;
  private readonly classes: Buckets;
  /** Last search that looked at an id. */
  private readonly seen: Uint32Array;
  private search = 0;
  private readonly cache: (Features | undefined)[] = [];

  constructor(dictionary: Dictionary, edits: Buckets, classes: Buckets) {
    this.dictionary = dictionary;
    this.edits = edits;
    this.classes = classes;
    this.seen = new Uint32Array(dictionary.size);
  }

  features(id: number): Features {
    let found = this.cache[id];
    if (!found) {
      found = featuresOf(this.dictionary.key(id));
      this.cache[id] = found;
    }
    return found;
  }

  /** Neighbours with similarity ≥ 0.50, by ascending id. */
  neighbours(token: Features): Uint32Array {
    const found: number[] = [];
    const look = this.looker((id) => {
      const value = similarity(token, this.features(id));
      if (value > 0) found.push(id * (NEIGHBOUR_MASK + 1) + value);
    });
    look(this.dictionary.find(token.key));
    if (token.role !== 'l' && token.role !== 'n' && token.role !== 'i') {
      const texts = [token.text, ...equivalentsOf(token.text), `abd${token.text}`];
      const servant = servantOf(token.text);
      if (servant !== null) texts.push(servant);
      for (const text of texts) for (const role of ROLES) look(this.dictionary.find(role + text));
      for (const hash of classHashes(token)) this.classes.visit(hash, look);
      if (hasEdits(token.key)) for (const hash of deletionHashes(token.text)) this.edits.visit(hash, look);
    }
    return Uint32Array.from(found.sort((a, b) => a - b));
  }

  /** Dictionary tokens that adjacent tokens written together (`joined`) make, by ascending id. */
  joinedNeighbours(joined: Features): Uint32Array {
    const found: number[] = [];
    const look = this.looker((id) => {
      const value = joinedSimilarity(joined, this.features(id));
      if (value > 0) found.push(id * (NEIGHBOUR_MASK + 1) + value);
    });
    for (const role of ROLES) look(this.dictionary.find(role + joined.text));
    if (joined.loose.length > 0) this.classes.visit(looseHash(joined), look);
    return Uint32Array.from(found.sort((a, b) => a - b));
  }

  private looker(take: (id: number) => void): (id: number) => void {
    this.search++;
    const search = this.search;
    const seen = this.seen;
    return (id) => {
      if (id < 0 || seen[id] === search) return;
      seen[id] = search;
      take(id);
    };
  }
}
