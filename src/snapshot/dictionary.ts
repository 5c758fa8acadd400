import { hashText, powerOfTwo } from './hash.ts';

/**
 * Every distinct token key of the lists, numbered in code-point order, so that ids order tokens the same way in any
 * snapshot. Keys are ASCII: one reading letter, then a–z and 0–9.
 */
export class Dictionary {
  readonly size: number;
  private readonly bytes: Buffer;
  private readonly offsets: Uint32Array;
  /** Open addressing: id + 1, 0 for empty. */
  private readonly table: Uint32Array;

  constructor(bytes: Uint8Array, offsets: Uint32Array, table: Uint32Array) {
    this.bytes = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
    this.offsets = offsets;
    this.table = table;
    this.size = offsets.length - 1;
  }

  key(id: number): string {
    return this.bytes.toString('latin1', this.offsets[id], this.offsets[id + 1]);
  }

  /** Code of the first letter of the token's text. */
  first(id: number): number {
    return this.bytes[this.offsets[id]! + 1]!;
  }

  /** The id of a key, or -1. */
  find(key: string): number {
    const mask = this.table.length - 1;
    const n = key.length;
    for (let slot = hashText(key) & mask; ; slot = (slot + 1) & mask) {
      const found = this.table[slot]!;
      if (found === 0) return -1;
      const start = this.offsets[found - 1]!;
      if (this.offsets[found]! - start !== n) continue;
      let i = 0;
      while (i < n && this.bytes[start + i] === key.charCodeAt(i)) i++;
      if (i === n) return found - 1;
    }
  }
}

export interface DictionaryArrays {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  readonly table: Uint32Array;
}

/** The arrays of a dictionary of these keys, which must be sorted in code-point order and distinct. */
export function buildDictionary(keys: readonly string[]): DictionaryArrays {
  const bytes = Buffer.from(keys.join(''), 'latin1');
  const offsets = new Uint32Array(keys.length + 1);
  const table = new Uint32Array(powerOfTwo(Math.max(2, keys.length * 2)));
  const mask = table.length - 1;
  let at = 0;
  keys.forEach((key, id) => {
    at += key.length;
    offsets[id + 1] = at;
    let slot = hashText(key) & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = id + 1;
  });
  return { bytes, offsets, table };
}
