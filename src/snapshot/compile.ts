import type { Entity } from '../model/entity.ts';
import { featuresOf } from '../names/features.ts';
import { NAME_GROUPS } from '../names/groups.ts';
import { kindOf, levelOf, TOKEN_KINDS } from '../names/kinds.ts';
import { parseName } from '../names/parse-name.ts';
import { type BodyNote, encodeBodies } from './bodies.ts';
import { classHashes, deletionHashes, hasEdits } from './buckets.ts';
import { buildDictionary, Dictionary } from './dictionary.ts';
import { COMPILER_VERSION, type ListHeader, type SnapshotHeader } from './header.ts';
import { buildIdentifierIndex } from './identifier-index.ts';
import { compareText, joinEntities, type RefusedJoin } from './join-entities.ts';
import { bytesOf, FORMAT, layoutFile, type Section } from './layout.ts';
import { ArrayBuckets, buildBuckets, NeighbourSearch } from './neighbours.ts';
import {
  FLAG_INITIAL,
  FLAG_WEAK,
  GROUP_SHIFT,
  nameGroups,
  POSTING_SETS,
  RECORD_HEAD,
  SCHEMAS,
} from './records.ts';

/** One list as the compiler takes it. The order of the lists given is the catalogue's. */
export interface CompileList {
  readonly slug: string;
  readonly version: string | null;
  readonly hash: string;
  readonly excerpt: boolean;
  readonly incomplete: string | null;
  readonly entities: readonly Entity[];
  readonly notes: readonly BodyNote[];
  readonly values: { readonly mapped: number; readonly noted: number; readonly ignored: number };
}

export interface CompileResult {
  /** The file's pieces in order. */
  readonly pieces: readonly Uint8Array[];
  readonly header: SnapshotHeader;
  readonly refused: readonly RefusedJoin[];
}

interface NameRecord {
  readonly entity: number;
  readonly name: number;
  readonly set: number;
  readonly flags: number;
  readonly keys: readonly string[];
}

/** Compiles lists into one immutable file. Its bytes are a function of the lists' content and the versions in its header. */
export function compileSnapshot(lists: readonly CompileList[]): CompileResult {
  const { joined, refused } = joinEntities(lists);
  const entities = joined.map((item) => item.entity);
  const records = nameRecords(entities);
  const keys = [...new Set(records.flatMap((record) => record.keys))].sort(compareText);
  const arrays = buildDictionary(keys);
  const dictionary = new Dictionary(arrays.bytes, arrays.offsets, arrays.table);
  const edits = buildBuckets(keys.length, (id) =>
    hasEdits(keys[id]!) ? deletionHashes(keys[id]!.slice(1)) : [],
  );
  const classes = buildBuckets(keys.length, (id) => classHashes(featuresOf(keys[id]!)));
  const neighbours = neighbourLists(
    new NeighbourSearch(dictionary, new ArrayBuckets(edits), new ArrayBuckets(classes)),
    keys.length,
  );
  const written = writeRecords(records, entities.length, dictionary);
  const bodies = encodeBodies(
    joined,
    lists.map((list) => ({ slug: list.slug, notes: list.notes })),
    refused,
  );
  const identifiers = buildIdentifierIndex(entities);
  const header: SnapshotHeader = {
    format: FORMAT,
    compiler: COMPILER_VERSION,
    unicode: process.versions.unicode ?? 'unknown',
    lists: lists.map(listHeader),
    entities: entities.length,
    names: records.length,
    tokens: keys.length,
  };
  const section = (name: string, core: boolean, array: Parameters<typeof bytesOf>[0]): Section => ({
    name,
    core,
    data: bytesOf(array),
  });
  const sections: Section[] = [
    section('dictionary.bytes', true, arrays.bytes),
    section('dictionary.offsets', true, arrays.offsets),
    section('dictionary.table', true, arrays.table),
    section('dictionary.kinds', true, kindTable(keys)),
    section('dictionary.levels', true, levelTable(keys)),
    section('neighbours.offsets', true, neighbours.offsets),
    section('neighbours.list', true, neighbours.list),
    section('records', true, written.records),
    section(
      'entity.schema',
      true,
      Uint8Array.from(entities, (entity) => SCHEMAS.indexOf(entity.schema)),
    ),
    section('entity.records', true, written.entityRecords),
    section('entity.bodies', true, bodies.offsets),
    ...POSTING_SETS.flatMap((set, i) => [
      section(`postings.${set}.offsets`, true, written.postings[i]!.offsets),
      section(`postings.${set}.list`, true, written.postings[i]!.list),
    ]),
    section('identifiers', true, identifiers),
    section('ids', true, bodies.ids),
    section('edits.offsets', false, edits.offsets),
    section('edits.ids', false, edits.ids),
    section('edits.prints', false, edits.prints),
    section('classes.offsets', false, classes.offsets),
    section('classes.ids', false, classes.ids),
    section('classes.prints', false, classes.prints),
    section('bodies', false, bodies.bytes),
    section('notes', false, bodies.notes),
  ];
  return { pieces: layoutFile({ ...header }, sections), header, refused };
}

function listHeader(list: CompileList): ListHeader {
  const entries = new Map<string, number>();
  for (const entity of list.entities) entries.set(entity.schema, (entries.get(entity.schema) ?? 0) + 1);
  return {
    slug: list.slug,
    version: list.version,
    hash: list.hash,
    excerpt: list.excerpt,
    entries: Object.fromEntries([...entries].sort((a, b) => compareText(a[0], b[0]))),
    notes: list.notes.length,
    values: list.values,
    incomplete: list.incomplete,
  };
}

/** Every name of every entity as token keys; names of one entity with equal tokens are kept once, the strongest. */
function nameRecords(entities: readonly Entity[]): NameRecord[] {
  const records: NameRecord[] = [];
  entities.forEach((entity, at) => {
    for (const group of nameGroups(entity.schema)) {
      const seen = new Map<string, number>();
      entity.names.forEach((name, number) => {
        const keys = parseName(name.value, group).tokens.map((token) => token.key);
        if (keys.length === 0) return;
        const initial = group === 'person' && keys.some((key) => key[0] === 'i');
        const record = {
          entity: at,
          name: number,
          set: initial ? POSTING_SETS.indexOf('person-initials') : NAME_GROUPS.indexOf(group),
          flags:
            (name.weak ? FLAG_WEAK : 0) |
            (initial ? FLAG_INITIAL : 0) |
            (NAME_GROUPS.indexOf(group) << GROUP_SHIFT),
          keys,
        };
        const text = keys.join(' ');
        const before = seen.get(text);
        if (before === undefined) {
          seen.set(text, records.length);
          records.push(record);
        } else if ((records[before]!.flags & FLAG_WEAK) !== 0 && !name.weak) records[before] = record;
      });
    }
  });
  return records;
}

function writeRecords(
  records: readonly NameRecord[],
  entities: number,
  dictionary: Dictionary,
): {
  records: Uint32Array;
  entityRecords: Uint32Array;
  postings: { offsets: Uint32Array; list: Uint32Array }[];
} {
  const out = new Uint32Array(records.reduce((total, record) => total + RECORD_HEAD + record.keys.length, 0));
  const entityRecords = new Uint32Array(entities + 1);
  const counts = POSTING_SETS.map(() => new Uint32Array(dictionary.size + 1));
  const ids = records.map((record) => record.keys.map((key) => dictionary.find(key)));
  records.forEach((record, at) => {
    for (const id of new Set(ids[at])) counts[record.set]![id + 1]!++;
  });
  const postings = counts.map((offsets) => {
    for (let i = 1; i < offsets.length; i++) offsets[i]! += offsets[i - 1]!;
    return { offsets, list: new Uint32Array(offsets[offsets.length - 1]!) };
  });
  const next = postings.map(({ offsets }) => offsets.slice());
  let at = 0;
  records.forEach((record, number) => {
    out[at] = record.keys.length | record.flags;
    out[at + 1] = record.entity;
    out[at + 2] = record.name;
    ids[number]!.forEach((id, i) => {
      out[at + RECORD_HEAD + i] = id;
    });
    for (const id of new Set(ids[number])) postings[record.set]!.list[next[record.set]![id]!++] = at;
    at += RECORD_HEAD + record.keys.length;
    entityRecords[record.entity + 1] = at;
  });
  // An entity without a usable name starts where the one before it ends.
  for (let i = 1; i <= entities; i++) if (entityRecords[i] === 0) entityRecords[i] = entityRecords[i - 1]!;
  return { records: out, entityRecords, postings };
}

function neighbourLists(search: NeighbourSearch, size: number): { offsets: Uint32Array; list: Uint32Array } {
  const offsets = new Uint32Array(size + 1);
  const lists: Uint32Array[] = [];
  for (let id = 0; id < size; id++) {
    const found = search.neighbours(search.features(id));
    lists.push(found);
    offsets[id + 1] = offsets[id]! + found.length;
  }
  const list = new Uint32Array(offsets[size]!);
  lists.forEach((found, id) => {
    list.set(found, offsets[id]);
  });
  return { offsets, list };
}

/** Kind code of each token in each group: `group * size + id`. */
function kindTable(keys: readonly string[]): Uint8Array {
  const table = new Uint8Array(NAME_GROUPS.length * keys.length);
  NAME_GROUPS.forEach((group, g) => {
    keys.forEach((key, id) => {
      table[g * keys.length + id] = TOKEN_KINDS.indexOf(kindOf(key, group));
    });
  });
  return table;
}

/** Commonness of each token in each group, in tenths of a level. */
function levelTable(keys: readonly string[]): Uint8Array {
  const table = new Uint8Array(NAME_GROUPS.length * keys.length);
  NAME_GROUPS.forEach((group, g) => {
    keys.forEach((key, id) => {
      table[g * keys.length + id] = Math.round(levelOf(key, group) * 10);
    });
  });
  return table;
}
