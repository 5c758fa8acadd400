import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { CordonError } from '../errors.ts';
import { align8, BLOCK, type SectionEntry } from './layout.ts';

/** Where the bytes of a snapshot come from: a file, or a buffer in tests. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Fills `into` from `position`; fewer bytes than asked for mean a truncated file. */
  read(into: Uint8Array, position: number): number;
}

export function fileSource(fd: number, name: string, size: number): ByteSource {
  return {
    name,
    size,
    read(into, position) {
      let done = 0;
      while (done < into.length) {
        const count = readSync(fd, into, done, into.length - done, position + done);
        if (count === 0) break;
        done += count;
      }
      return done;
    },
  };
}

export function bufferSource(bytes: Uint8Array, name = 'memory'): ByteSource {
  return {
    name,
    size: bytes.length,
    read(into, position) {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    },
  };
}

/** Reads a range of the file into place and checks the block's CRC-32. */
export function readChecked(
  source: ByteSource,
  into: Uint8Array,
  position: number,
  crc: number,
  what: string,
): void {
  const got = source.read(into, position);
  if (got !== into.length)
    throw new CordonError(
      'snapshot-damaged',
      `${source.name}: ${what} ends after ${got} of ${into.length} bytes`,
    );
  const seen = crc32(into);
  if (seen !== crc)
    throw new CordonError('snapshot-damaged', `${source.name}: ${what} has checksum ${seen}, not ${crc}`);
}

/** Reads a whole section with its padding, block by block, into memory that is there (`align8(entry.bytes)` bytes). */
export function readSection(
  source: ByteSource,
  entry: SectionEntry,
  dataStart: number,
  into: Uint8Array,
): void {
  const bytes = align8(entry.bytes);
  for (let block = 0, at = 0; at < bytes; block++, at += BLOCK)
    readChecked(
      source,
      into.subarray(at, Math.min(at + BLOCK, bytes)),
      dataStart + entry.offset + at,
      entry.crc[block]!,
      `section ${entry.name}, block ${block}`,
    );
}

/**
 * A section that is read in blocks at first use. Its memory is shared between threads: two that read the same block
 * at once write the same bytes.
 */
export class LazySection {
  /** The section's memory, padding included. */
  readonly bytes: Uint8Array;
  /** Bytes of the section itself. */
  readonly size: number;
  private readonly source: ByteSource;
  private readonly entry: SectionEntry;
  private readonly dataStart: number;
  private readonly loaded: Uint8Array;

  constructor(
    source: ByteSource,
    entry: SectionEntry,
    dataStart: number,
    memory: SharedArrayBuffer,
    flags: SharedArrayBuffer,
  ) {
    this.size = entry.bytes;
    this.source = source;
    this.entry = entry;
    this.dataStart = dataStart;
    this.bytes = new Uint8Array(memory);
    this.loaded = new Uint8Array(flags);
  }

  /** Makes sure that bytes [from, to) are there and whole. */
  ensure(from: number, to: number): void {
    const last = Math.floor((to - 1) / BLOCK);
    for (let block = Math.floor(from / BLOCK); block <= last; block++)
      if (this.loaded[block] === 0) this.load(block);
  }

  private load(block: number): void {
    const at = block * BLOCK;
    const length = Math.min(BLOCK, this.bytes.length - at);
    const fresh = Buffer.allocUnsafe(length);
    readChecked(
      this.source,
      fresh,
      this.dataStart + this.entry.offset + at,
      this.entry.crc[block]!,
      `section ${this.entry.name}, block ${block}`,
    );
    this.bytes.set(fresh, at);
    Atomics.store(this.loaded, block, 1);
  }
}
