import { crc32 } from 'node:zlib';

/**
 * The file of a snapshot: `CORDON01`, header length and CRC-32 (u32 each), a JSON header padded to 8 bytes, then the
 * sections, each aligned to 8 bytes, little-endian. Core sections come first and are read at open; lazy ones follow
 * and are read in blocks at first use. Every block of `BLOCK` bytes of a section, padding
 * included, has its CRC-32 in the header.
 */
export const MAGIC = 'CORDON01';
export const FORMAT = 1;
/** Bytes of one checksummed block: about 0.1 ms to read and check. */
export const BLOCK = 65_536;
/** Bytes before the header. */
export const PRELUDE = 16;

export interface SectionEntry {
  readonly name: string;
  readonly core: boolean;
  /** From the start of the file's data part (after the header). */
  readonly offset: number;
  readonly bytes: number;
  /** CRC-32 of each block, in order. */
  readonly crc: readonly number[];
}

export interface Section {
  readonly name: string;
  readonly core: boolean;
  readonly data: Uint8Array;
}

export function align8(n: number): number {
  return Math.ceil(n / 8) * 8;
}

function pad8(data: Uint8Array, filler: number): Uint8Array {
  if (data.length % 8 === 0) return data;
  const padded = new Uint8Array(align8(data.length)).fill(filler);
  padded.set(data);
  return padded;
}

function blockCrcs(data: Uint8Array): number[] {
  const crcs: number[] = [];
  for (let at = 0; at < data.length; at += BLOCK) crcs.push(crc32(data.subarray(at, at + BLOCK)));
  return crcs;
}

/** The pieces of the file in order; concatenated they are the snapshot. `header` gets the section table added. */
export function layoutFile(
  header: Readonly<Record<string, unknown>>,
  sections: readonly Section[],
): Uint8Array[] {
  const ordered = [...sections.filter((s) => s.core), ...sections.filter((s) => !s.core)];
  const entries: SectionEntry[] = [];
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const section of ordered) {
    const data = pad8(section.data, 0);
    const { name, core } = section;
    entries.push({ name, core, offset, bytes: section.data.length, crc: blockCrcs(data) });
    pieces.push(data);
    offset += data.length;
  }
  const json = new TextEncoder().encode(JSON.stringify({ ...header, bytes: offset, sections: entries }));
  const padded = pad8(json, 0x20);
  const prelude = new Uint8Array(PRELUDE);
  prelude.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(prelude.buffer);
  view.setUint32(8, padded.length, true);
  view.setUint32(12, crc32(padded), true);
  return [prelude, padded, ...pieces];
}

/** The bytes behind a typed array. */
export function bytesOf(
  array: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array,
): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
