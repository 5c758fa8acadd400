import { featuresOf } from '../names/features.ts';
import type { TokenKey } from '../names/kinds.ts';
import { ONLY_WHOLE } from '../names/similarity.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { MAX_JOINED, MIN_SPLIT } from './joins.ts';

const NO_NEIGHBOURS = new Uint32Array(0);
const READINGS = ['w', 'a', 'k', 'c', 'b'];

/** Unknown spellings and joined words kept with what was found for them: a few hundred bytes each. */
const HALF = 16_384;

/** Adjacent dictionary tokens that spell one word of a query. */
export type Split = readonly number[];

/**
 * What a token of a query links to in one snapshot's dictionary: its neighbours, what it makes when joined, and the
 * tokens it splits into. Neighbours of the dictionary's own spellings lie in the snapshot; others are searched and
 * remembered.
 */
export class TokenLinks {
  private readonly snapshot: Snapshot;
  private readonly unknown = new Recent<Uint32Array>();
  private readonly joined = new Recent<Uint32Array>();
  private readonly split = new Recent<readonly Split[]>();

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  /** Packed neighbours of a token, by ascending id. */
  neighbours(key: TokenKey): Uint32Array {
    const { dictionary, neighbourOffsets, neighbourList } = this.snapshot;
    const id = dictionary.find(key);
    if (id >= 0) return neighbourList.subarray(neighbourOffsets[id]!, neighbourOffsets[id + 1]!);
    if (ONLY_WHOLE.has(key[0]!)) return NO_NEIGHBOURS;
    return this.unknown.get(key, () => this.snapshot.neighbourSearch().neighbours(featuresOf(key)));
  }

  /** Packed neighbours of a joined word. */
  joinedNeighbours(key: TokenKey): Uint32Array {
    return this.joined.get(key, () => this.snapshot.neighbourSearch().joinedNeighbours(featuresOf(key)));
  }

  /** The runs of two or three dictionary tokens that spell a word. */
  splitsOf(key: TokenKey): readonly Split[] {
    if (ONLY_WHOLE.has(key[0]!)) return [];
    return this.split.get(key, () => this.findSplits(key.slice(1)));
  }

  private findSplits(text: string): readonly Split[] {
    const known = new Map<string, readonly number[]>();
    const idsOf = (part: string): readonly number[] => {
      let ids = known.get(part);
      if (!ids) {
        ids = READINGS.map((reading) => this.snapshot.dictionary.find(reading + part)).filter(
          (id) => id >= 0,
        );
        known.set(part, ids);
      }
      return ids;
    };
    const found: Split[] = [];
    const n = text.length;
    if (n < MIN_SPLIT || n > MAX_JOINED) return found;
    for (let i = 1; i < n; i++) {
      const heads = idsOf(text.slice(0, i));
      if (heads.length === 0) continue;
      for (const tail of idsOf(text.slice(i))) for (const head of heads) found.push([head, tail]);
      for (let j = i + 1; j < n; j++) {
        const middles = idsOf(text.slice(i, j));
        if (middles.length === 0) continue;
        for (const tail of idsOf(text.slice(j)))
          for (const middle of middles) for (const head of heads) found.push([head, middle, tail]);
      }
    }
    return found;
  }
}

/** A bounded memory of two halves: when the new half is full, the old one is forgotten. */
class Recent<T> {
  private young = new Map<TokenKey, T>();
  private old = new Map<TokenKey, T>();

  get(key: TokenKey, find: () => T): T {
    let found = this.young.get(key);
    if (found !== undefined) return found;
    found = this.old.get(key) ?? find();
    if (this.young.size >= HALF) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, found);
    return found;
  }
}
