/** What a snapshot says about one of its lists. No clock in it: fetch and check times live beside the snapshot. */
export interface ListHeader {
  readonly slug: string;
  /** Date of the version, from inside the file or its name; null when unknown. */
  readonly version: string | null;
  /** sha256 of the list's decompressed bytes. */
  readonly hash: string;
  /** True for the package's own hand-written excerpt of a list. */
  readonly excerpt: boolean;
  /** Entries by FtM schema. */
  readonly entries: Readonly<Record<string, number>>;
  readonly notes: number;
  /** Values mapped, noted and ignored by the reader. */
  readonly values: { readonly mapped: number; readonly noted: number; readonly ignored: number };
  /** Said in every answer: what the list itself is known to lack. */
  readonly incomplete: string | null;
}

export interface SnapshotHeader {
  readonly format: number;
  /** Version of the compiler and of the matching data; a snapshot of another version is compiled again. */
  readonly compiler: string;
  readonly unicode: string;
  readonly lists: readonly ListHeader[];
  readonly entities: number;
  readonly names: number;
  readonly tokens: number;
}

/** Raised whenever the same lists would give other bytes: parsing of names, similarity, layout, readers. */
export const COMPILER_VERSION = '2';
