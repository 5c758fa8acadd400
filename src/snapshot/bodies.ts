import type { Entity } from '../model/entity.ts';
import type { Joined, RefusedJoin } from './join-entities.ts';

/** A note of a reader as the snapshot keeps it. */
export interface BodyNote {
  readonly file: string;
  readonly line: number | null;
  readonly field: string;
  readonly value: string;
  readonly code: string;
  readonly entity?: string;
}

/** What a hit is made from: the entity and the ids of the entries joined to it. */
export interface Body {
  readonly entity: Entity;
  readonly referents: readonly string[];
}

/** Bodies start at multiples of this, so that 32-bit offsets reach 32 GB. */
export const BODY_ALIGN = 8;

/** Serialised bodies and notes. `offsets` counts units of `BODY_ALIGN` bytes; a body is JSON padded with blanks. */
export function encodeBodies(
  joined: readonly Joined[],
  notes: readonly { readonly slug: string; readonly notes: readonly BodyNote[] }[],
  refused: readonly RefusedJoin[],
): { bytes: Uint8Array; offsets: Uint32Array; ids: Uint8Array; notes: Uint8Array } {
  const offsets = new Uint32Array(joined.length + 1);
  const parts: Buffer[] = [];
  const ids: [string, number][] = [];
  joined.forEach(({ entity, referents }, at) => {
    const json = Buffer.from(JSON.stringify({ entity, referents }), 'utf8');
    const size = Math.ceil(json.length / BODY_ALIGN);
    parts.push(json, Buffer.alloc(size * BODY_ALIGN - json.length, 0x20));
    offsets[at + 1] = offsets[at]! + size;
    for (const id of [entity.id, ...referents]) ids.push([id, at]);
  });
  ids.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  return {
    bytes: Buffer.concat(parts),
    offsets,
    // Sorted lines "id TAB entity number": searched by bisection over bytes.
    ids: Buffer.from(ids.map(([id, at]) => `${id}\t${at}\n`).join(''), 'utf8'),
    notes: Buffer.from(JSON.stringify({ lists: notes, refused }), 'utf8'),
  };
}
