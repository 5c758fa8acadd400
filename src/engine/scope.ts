import { readTable } from '../facts/table.ts';
import type { Snapshot } from '../snapshot/open.ts';
import type { ListStatus, SnapshotStatement } from './answer.ts';

/** When lists were last checked, and which could not be read; lives beside the snapshot, never in it. */
export interface Freshness {
  /** Slug → ISO time of the last successful check. */
  readonly checked: Readonly<Record<string, string>>;
  /** Slug → why the newest version was refused. */
  readonly failed: Readonly<Record<string, string>>;
  /** Milliseconds since 1970: "now" for ages. */
  readonly now: number;
}

const known = new WeakMap<Snapshot, Freshness>();

/** Attaches what is known of the lists' checks to an open snapshot. */
export function setFreshness(snapshot: Snapshot, freshness: Freshness): void {
  known.set(snapshot, freshness);
  statements.delete(snapshot);
}

const DAY = 86_400_000;

interface CatalogueRow {
  readonly slug: string;
  readonly title: string;
  readonly staleDays: number;
  readonly reader: boolean;
}

let catalogue: readonly CatalogueRow[] | undefined;

function rows(): readonly CatalogueRow[] {
  catalogue ??= readTable('lists/catalogue.tsv').map((row) => ({
    slug: row['slug']!,
    title: row['title']!,
    staleDays: Number(row['stale_days']) || DEFAULT_STALE_DAYS,
    reader: row['reader'] === 'yes',
  }));
  return catalogue;
}

/** A list not checked for a week may lack a designation. */
const DEFAULT_STALE_DAYS = 7;

const statements = new WeakMap<Snapshot, SnapshotStatement>();

/** What was searched: the snapshot and each list's version and age. */
export function snapshotStatement(snapshot: Snapshot): SnapshotStatement {
  const before = statements.get(snapshot);
  if (before) return before;
  const freshness = known.get(snapshot);
  const lists: Record<string, ListStatus> = {};
  for (const list of snapshot.header.lists) {
    const checked = freshness?.checked[list.slug];
    const age =
      checked && freshness ? Math.max(0, Math.floor((freshness.now - Date.parse(checked)) / DAY)) : null;
    const limit = rows().find((row) => row.slug === list.slug)?.staleDays ?? DEFAULT_STALE_DAYS;
    lists[list.slug] = {
      version: list.version,
      age_days: age,
      stale: age === null || age > limit,
      failed: freshness?.failed[list.slug] ?? null,
      ...(list.excerpt ? { excerpt: true as const } : {}),
    };
  }
  const statement = { id: snapshot.id, carried: snapshot.carried, lists };
  statements.set(snapshot, statement);
  return statement;
}

const scopes = new WeakMap<Snapshot, readonly string[]>();

/** What was not searched: said in every answer, so that silence is never taken for clearance. */
export function notSearched(snapshot: Snapshot): readonly string[] {
  const before = scopes.get(snapshot);
  if (before) return before;
  const loaded = new Map(snapshot.header.lists.map((list) => [list.slug, list]));
  const out: string[] = [];
  for (const list of snapshot.header.lists) {
    if (list.excerpt) out.push(`${list.slug}: only an excerpt of this list is loaded`);
    if (list.incomplete !== null) out.push(`${list.slug}: ${list.incomplete}`);
  }
  for (const row of rows())
    if (!loaded.has(row.slug)) out.push(`${row.slug}: not loaded${row.reader ? '' : ' (no reader yet)'}`);
  out.push('ownership and control: who owns or is owned by a listed party was not looked at');
  out.push('places: addresses and ports under embargo were not looked at');
  scopes.set(snapshot, out);
  return out;
}
