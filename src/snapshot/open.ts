import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { CordonError } from '../errors.ts';
import type { Schema } from '../model/entity.ts';
import { NAME_GROUPS, type NameGroup } from '../names/groups.ts';
import type { Body } from './bodies.ts';
import { BODY_ALIGN } from './bodies.ts';
import { Dictionary } from './dictionary.ts';
import { COMPILER_VERSION, type SnapshotHeader } from './header.ts';
import { findIdentifier } from './identifier-index.ts';
import { align8, BLOCK, FORMAT, MAGIC, PRELUDE, type SectionEntry } from './layout.ts';
import { type ByteSource, bufferSource, fileSource, LazySection, readSection } from './lazy-section.ts';
import { type Buckets, NeighbourSearch } from './neighbours.ts';
import { GROUP_MASK, GROUP_SHIFT, POSTING_SETS, type PostingSet, SCHEMAS } from './records.ts';

/** The memory of an open snapshot, to be handed to worker threads. */
export interface SharedMemory {
  readonly core: SharedArrayBuffer;
  readonly lazy: readonly { readonly memory: SharedArrayBuffer; readonly flags: SharedArrayBuffer }[];
}

interface FullHeader extends SnapshotHeader {
  readonly bytes: number;
  readonly sections: readonly SectionEntry[];
}

/** What `openSnapshot` takes: a path, a source of bytes, and the memory of another thread that has it open. */
export interface OpenOptions {
  readonly shared?: SharedMemory;
  /** The file, so that other threads can open it too. */
  readonly path?: string;
}

/** Bodies kept parsed. About 4 kB each. */
const BODY_CACHE = 4096;

/** A compiled snapshot, open. Immutable; may be used from any number of threads, one `Snapshot` each. */
export class Snapshot {
  /** sha256 of the file's content, lower-case hex: its name. */
  readonly id: string;
  /** The file it was opened from, null for one held in memory. */
  readonly path: string | null;
  readonly header: SnapshotHeader;
  readonly dictionary: Dictionary;
  readonly neighbourOffsets: Uint32Array;
  readonly neighbourList: Uint32Array;
  readonly records: Uint32Array;
  readonly entityRecords: Uint32Array;
  readonly memory: SharedMemory;
  /** True for the small snapshot that the package carries. */
  readonly carried: boolean;
  private readonly source: ByteSource;
  private readonly close_: () => void;
  private readonly dataStart: number;
  private readonly table: FullHeader;
  private readonly kinds: Uint8Array;
  private readonly levels: Uint8Array;
  private readonly schemas: Uint8Array;
  private readonly bodyOffsets: Uint32Array;
  private readonly identifiers: Uint32Array;
  private readonly idLines: Uint8Array;
  private readonly postings: ReadonlyMap<PostingSet, { offsets: Uint32Array; list: Uint32Array }>;
  private readonly lazy: ReadonlyMap<string, LazySection>;
  private readonly bodies = new Map<number, Body>();
  private search: NeighbourSearch | undefined;

  constructor(source: ByteSource, id: string, carried: boolean, close: () => void, options: OpenOptions) {
    this.source = source;
    this.id = id;
    this.path = options.path ?? null;
    this.carried = carried;
    this.close_ = close;
    const { header, dataStart } = readHeader(source);
    this.table = header;
    this.header = header;
    this.dataStart = dataStart;
    const core = header.sections.filter((section) => section.core);
    const lazy = header.sections.filter((section) => !section.core);
    const last = core[core.length - 1]!;
    const coreMemory = options.shared?.core ?? new SharedArrayBuffer(last.offset + align8(last.bytes));
    if (!options.shared)
      for (const entry of core)
        readSection(source, entry, dataStart, new Uint8Array(coreMemory, entry.offset, align8(entry.bytes)));
    const lazyMemory =
      options.shared?.lazy ??
      lazy.map((entry) => ({
        memory: new SharedArrayBuffer(align8(entry.bytes)),
        flags: new SharedArrayBuffer(Math.ceil(entry.bytes / BLOCK) + 1),
      }));
    this.memory = { core: coreMemory, lazy: lazyMemory };
    this.lazy = new Map(
      lazy.map((entry, i) => [
        entry.name,
        new LazySection(source, entry, dataStart, lazyMemory[i]!.memory, lazyMemory[i]!.flags),
      ]),
    );
    const entryOf = new Map(core.map((entry) => [entry.name, entry]));
    const u8 = (name: string): Uint8Array => {
      const entry = entryOf.get(name)!;
      return new Uint8Array(coreMemory, entry.offset, entry.bytes);
    };
    const u32 = (name: string): Uint32Array => {
      const entry = entryOf.get(name)!;
      return new Uint32Array(coreMemory, entry.offset, entry.bytes / 4);
    };
    this.dictionary = new Dictionary(
      u8('dictionary.bytes'),
      u32('dictionary.offsets'),
      u32('dictionary.table'),
    );
    this.kinds = u8('dictionary.kinds');
    this.levels = u8('dictionary.levels');
    this.neighbourOffsets = u32('neighbours.offsets');
    this.neighbourList = u32('neighbours.list');
    this.records = u32('records');
    this.entityRecords = u32('entity.records');
    this.schemas = u8('entity.schema');
    this.bodyOffsets = u32('entity.bodies');
    this.identifiers = u32('identifiers');
    this.idLines = u8('ids');
    this.postings = new Map(
      POSTING_SETS.map((set) => [
        set,
        { offsets: u32(`postings.${set}.offsets`), list: u32(`postings.${set}.list`) },
      ]),
    );
  }

  get entities(): number {
    return this.schemas.length;
  }

  /** Number of the entity's schema in `SCHEMAS`. */
  schemaCode(entity: number): number {
    return this.schemas[entity]!;
  }

  schema(entity: number): Schema {
    return SCHEMAS[this.schemas[entity]!]!;
  }

  /** The group under which a name record was taken apart. */
  recordGroup(record: number): NameGroup {
    return NAME_GROUPS[(this.records[record]! >> GROUP_SHIFT) & GROUP_MASK]!;
  }

  /** Kind codes of the dictionary's tokens in names of a group, by token id. */
  kindCodes(group: NameGroup): Uint8Array {
    const at = NAME_GROUPS.indexOf(group) * this.dictionary.size;
    return this.kinds.subarray(at, at + this.dictionary.size);
  }

  /** Levels of commonness, in tenths, by token id. */
  levelTenths(group: NameGroup): Uint8Array {
    const at = NAME_GROUPS.indexOf(group) * this.dictionary.size;
    return this.levels.subarray(at, at + this.dictionary.size);
  }

  posting(set: PostingSet): { readonly offsets: Uint32Array; readonly list: Uint32Array } {
    return this.postings.get(set)!;
  }

  /** The body of an entity, read and checked at first use. */
  body(entity: number): Body {
    const known = this.bodies.get(entity);
    if (known) return known;
    const section = this.lazy.get('bodies')!;
    const from = this.bodyOffsets[entity]! * BODY_ALIGN;
    const to = this.bodyOffsets[entity + 1]! * BODY_ALIGN;
    section.ensure(from, to);
    const text = Buffer.from(section.bytes.buffer, section.bytes.byteOffset + from, to - from).toString(
      'utf8',
    );
    const body = JSON.parse(text) as Body;
    if (this.bodies.size >= BODY_CACHE) this.bodies.delete(this.bodies.keys().next().value!);
    this.bodies.set(entity, body);
    return body;
  }

  /** Entities that may bear an identifier of this value; verify each against its body. */
  bearersOf(value: string): number[] {
    return findIdentifier(this.identifiers, value);
  }

  /** The entity with this id or referent, or -1. */
  find(id: string): number {
    const lines = Buffer.from(
      this.idLines.buffer as ArrayBuffer,
      this.idLines.byteOffset,
      this.idLines.length,
    );
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = middle === 0 ? 0 : lines.lastIndexOf(10, middle - 1) + 1;
      const tab = lines.indexOf(9, start);
      const end = lines.indexOf(10, start);
      const found = lines.toString('utf8', start, tab);
      if (found === id) return Number(lines.toString('utf8', tab + 1, end));
      if (found < id) low = end + 1;
      else high = start;
    }
    return -1;
  }

  /** Search for the neighbours of spellings that the dictionary lacks; its buckets are read at first use. */
  neighbourSearch(): NeighbourSearch {
    this.search ??= new NeighbourSearch(this.dictionary, this.buckets('edits'), this.buckets('classes'));
    return this.search;
  }

  /** The readers' notes by list, and the refused joins. */
  notes(): { lists: { slug: string; notes: unknown[] }[]; refused: unknown[] } {
    const section = this.lazy.get('notes')!;
    section.ensure(0, section.size);
    return JSON.parse(Buffer.from(section.bytes.subarray(0, section.size)).toString('utf8'));
  }

  /** sha256 of the whole file against the id, and every block against its checksum. */
  verify(): void {
    const seen = hashSource(this.source);
    if (seen !== this.id)
      throw new CordonError(
        'snapshot-damaged',
        `${this.source.name}: content has sha256 ${seen}, not ${this.id}`,
      );
    for (const entry of this.table.sections)
      readSection(this.source, entry, this.dataStart, Buffer.allocUnsafe(align8(entry.bytes)));
  }

  close(): void {
    this.close_();
  }

  private buckets(name: string): Buckets {
    const offsets = this.lazy.get(`${name}.offsets`)!;
    const ids = this.lazy.get(`${name}.ids`)!;
    const prints = this.lazy.get(`${name}.prints`)!;
    const offsetWords = new Uint32Array(offsets.bytes.buffer, 0, offsets.size / 4);
    const idWords = new Uint32Array(ids.bytes.buffer, 0, ids.size / 4);
    const mask = offsetWords.length - 2;
    return {
      visit(hash, visit) {
        const bucket = hash & mask;
        offsets.ensure(bucket * 4, bucket * 4 + 8);
        const from = offsetWords[bucket]!;
        const to = offsetWords[bucket + 1]!;
        if (from === to) return;
        prints.ensure(from, to);
        const print = hash >>> 24;
        for (let i = from; i < to; i++)
          if (prints.bytes[i] === print) {
            ids.ensure(i * 4, i * 4 + 4);
            visit(idWords[i]!);
          }
      },
    };
  }
}

function readHeader(source: ByteSource): { header: FullHeader; dataStart: number } {
  const damaged = (what: string): CordonError =>
    new CordonError('snapshot-damaged', `${source.name}: ${what}`);
  const prelude = Buffer.alloc(PRELUDE);
  if (source.read(prelude, 0) !== PRELUDE) throw damaged('the file ends before its header');
  if (prelude.toString('latin1', 0, 8) !== MAGIC) throw damaged('it does not begin as a snapshot does');
  const length = prelude.readUInt32LE(8);
  if (PRELUDE + length > source.size) throw damaged(`its header of ${length} bytes is longer than the file`);
  const bytes = Buffer.alloc(length);
  if (source.read(bytes, PRELUDE) !== length) throw damaged('the file ends within its header');
  if (crc32(bytes) !== prelude.readUInt32LE(12)) throw damaged('its header has another checksum');
  const header = JSON.parse(bytes.toString('utf8')) as FullHeader;
  if (header.format !== FORMAT || header.compiler !== COMPILER_VERSION)
    throw new CordonError(
      'snapshot-version',
      `${source.name} was compiled by version ${header.format}.${header.compiler}, this is ${FORMAT}.${COMPILER_VERSION}`,
    );
  if (source.size !== PRELUDE + length + header.bytes)
    throw damaged(`it has ${source.size} bytes, not ${PRELUDE + length + header.bytes}`);
  return { header, dataStart: PRELUDE + length };
}

/** Opens a snapshot file. Errors: `snapshot-damaged`, `snapshot-version`, or the file system's. */
export function openSnapshotFile(
  path: string,
  options: OpenOptions & { readonly carried?: boolean } = {},
): Snapshot {
  const fd = openSync(path, 'r');
  try {
    const id = /([0-9a-f]{64})/.exec(path.slice(path.lastIndexOf('/') + 1))?.[1] ?? hashFile(fd);
    return new Snapshot(
      fileSource(fd, path, fstatSync(fd).size),
      id,
      options.carried === true,
      () => closeSync(fd),
      { ...options, path },
    );
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function hashFile(fd: number): string {
  return hashSource(fileSource(fd, '', fstatSync(fd).size));
}

function hashSource(source: ByteSource): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(1 << 20);
  for (let at = 0; at < source.size; ) {
    const got = source.read(chunk.subarray(0, Math.min(chunk.length, source.size - at)), at);
    if (got === 0) break;
    hash.update(chunk.subarray(0, got));
    at += got;
  }
  return hash.digest('hex');
}

/** Opens a snapshot that is held in memory (tests, and lists made on the fly). */
export function openSnapshotBytes(
  bytes: Uint8Array,
  options: OpenOptions & { readonly carried?: boolean } = {},
): Snapshot {
  const source = bufferSource(bytes);
  return new Snapshot(source, hashSource(source), options.carried === true, () => {}, options);
}
