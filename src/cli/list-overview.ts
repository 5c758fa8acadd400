import { SCHEMA_VERSION, type SnapshotStatement } from '../engine/answer.ts';
import type { Home } from '../engine/home.ts';
import { snapshotStatement } from '../engine/scope.ts';
import { loadCatalogue } from '../lists/catalogue.ts';
import type { Snapshot } from '../snapshot/open.ts';

/** One loaded list: what is in it, of what date, how fresh. */
export interface ListOverview {
  readonly slug: string;
  /** Null for an own list. */
  readonly title: string | null;
  /** What being on it means, null for an own list. */
  readonly kind: string | null;
  /** Date of publication, null when unknown. */
  readonly version: string | null;
  /** ISO times of the last successful check and of taking the held version over; null when not known. */
  readonly checked: string | null;
  readonly fetched: string | null;
  readonly age_days: number | null;
  readonly stale: boolean;
  readonly failed: string | null;
  readonly excerpt: boolean;
  readonly incomplete: string | null;
  /** sha256 of its decompressed bytes. */
  readonly hash: string;
  readonly entries: Readonly<Record<string, number>>;
  readonly total: number;
  readonly notes: number;
  readonly values: { readonly mapped: number; readonly noted: number; readonly ignored: number };
}

/** All that `cordon lists` says. */
export interface ListsOverview {
  readonly schemaVersion: string;
  readonly home: string;
  readonly snapshot: SnapshotStatement;
  /** Whether the whole file was read and its hash found equal to its id; null when it was not asked for. */
  readonly verified: true | null;
  /** Ids of all snapshots in the home. */
  readonly snapshots: readonly string[];
  readonly lists: readonly ListOverview[];
  /** Lists of the catalogue that the snapshot does not hold. */
  readonly absent: readonly {
    readonly slug: string;
    readonly title: string;
    readonly reader: boolean;
    readonly failed: string | null;
  }[];
}

/** Describes the lists of an open snapshot. With `verify` the whole file is checked. Errors: `snapshot-damaged`. */
export function overviewOf(home: Home, snapshot: Snapshot, verify: boolean): ListsOverview {
  if (verify) snapshot.verify();
  const catalogue = loadCatalogue();
  const state = home.state();
  const statement = snapshotStatement(snapshot);
  const loaded = snapshot.header.lists;
  return {
    schemaVersion: SCHEMA_VERSION,
    home: home.path,
    snapshot: statement,
    verified: verify ? true : null,
    snapshots: home.snapshotIds(),
    lists: loaded.map((list): ListOverview => {
      const entry = catalogue.find((one) => one.slug === list.slug);
      const { age_days, stale, failed } = statement.lists[list.slug]!;
      return {
        slug: list.slug,
        title: entry?.title ?? null,
        kind: entry?.kind ?? null,
        version: list.version,
        checked: state.checked[list.slug] ?? null,
        fetched: state.fetched[list.slug] ?? null,
        age_days,
        stale,
        failed,
        excerpt: list.excerpt,
        incomplete: list.incomplete,
        hash: list.hash,
        entries: list.entries,
        total: Object.values(list.entries).reduce((sum, count) => sum + count, 0),
        notes: list.notes,
        values: list.values,
      };
    }),
    absent: catalogue
      .filter((entry) => !loaded.some((list) => list.slug === entry.slug))
      .map(({ slug, title, hasReader }) => ({
        slug,
        title,
        reader: hasReader,
        failed: state.failed[slug]?.reason ?? null,
      })),
  };
}
