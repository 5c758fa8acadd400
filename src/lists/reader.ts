import type { Entity } from '../model/entity.ts';

/** One file of a list, already decompressed. `open` may be called more than once. */
export interface ListFile {
  /** File name without folder, for notes and errors. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** A dirty value of a list: never an error, never lost. */
export interface Note {
  readonly file: string;
  /** From 1; null when the format has no lines (one-line XML: the line the parser is on). */
  readonly line: number | null;
  /** Column, element or attribute, e.g. `Remarks/DOB`, `DOBs/DOB`. */
  readonly field: string;
  /** The raw value, cut to 200 characters. */
  readonly value: string;
  /** Stable kebab-case code, e.g. `unreadable-date`, `bad-check-digit`, `orphan-row`, `duplicate-uid`. */
  readonly code: string;
  /** The entity it belongs to, when known. */
  readonly entity?: string;
}

/** What happened to the values of one field of a list. */
export interface FieldCount {
  /** Values that reached the entity as a typed value. */
  mapped: number;
  /** Values kept raw with a note. */
  noted: number;
  /** Values left out, for the reason that the reader's field table gives. */
  ignored: number;
}

/** What a reader makes of one version of a list. */
export interface ListContent {
  /** `YYYY-MM-DD` from inside the file, null when the format has none. */
  readonly date: string | null;
  /** The publisher's own count of entries, null when the format has none. */
  readonly recordCount: number | null;
  readonly entities: readonly Entity[];
  readonly notes: readonly Note[];
  /** Field → counts, for every column, element and attribute that occurs. */
  readonly fields: Readonly<Record<string, FieldCount>>;
}

/**
 * A reader of one list format: bytes → entities and notes. It throws `CordonError('list-malformed', …)` and gives
 * nothing when the file is not whole (unclosed root, count unequal to the publisher's, wrong column count,
 * unclosed quote); everything smaller is a note.
 */
export interface ListReader {
  /** e.g. `ofac-csv`, `ofac-xml`, `un-xml`, `eu-xml-1.1`, `uk-xml`. */
  readonly format: string;
  /** Every column, element or attribute the format documents that is left out, with the reason. */
  readonly ignored: Readonly<Record<string, string>>;
  read(files: readonly ListFile[], slug: string): Promise<ListContent>;
}
