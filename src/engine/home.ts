import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CordonError } from '../errors.ts';
import { openSnapshotFile, type Snapshot } from '../snapshot/open.ts';
import { type Freshness, setFreshness } from './scope.ts';

/** What is known of the lists' checks, kept beside the snapshots in `state.json`. */
export interface HomeState {
  /** Slug → ISO time of the last successful check. */
  readonly checked: Record<string, string>;
  /** Slug → ISO time at which the held version was fetched or read. */
  readonly fetched: Record<string, string>;
  /** Slug → why the newest version was refused, and when. */
  readonly failed: Record<string, { readonly reason: string; readonly when: string }>;
  /** Slug → the accepted version under `sources/`. */
  readonly held: Record<string, { readonly hash: string; readonly date: string | null }>;
}

const EMPTY: HomeState = { checked: {}, fetched: {}, failed: {}, held: {} };

/** The small snapshot in the package: made by the build. */
export const CARRIED_PATH: string = fileURLToPath(new URL('../../dist/carried.cordon', import.meta.url));

/**
 * A home folder: `snapshots/<sha256>.cordon`, `current` (the id in use), `state.json`, `sources/`. Reading it makes
 * nothing; writes go to a temporary file that is renamed, so that a process killed at any moment leaves the old state
 * or the new.
 */
export class Home {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Id of the snapshot in use, or null before the first update. */
  currentId(): string | null {
    const file = join(this.path, 'current');
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  }

  /** The snapshot in use, or null before the first update. Errors as of `openSnapshotFile`. */
  currentSnapshot(): Snapshot | null {
    const id = this.currentId();
    return id === null ? null : this.snapshot(id);
  }

  /** A snapshot by its id or the first eight or more digits of it. Errors: `snapshot-missing`. */
  snapshot(id: string): Snapshot {
    const full = this.snapshotIds().filter(
      (one) => one === id || (id.length >= MIN_PREFIX && one.startsWith(id)),
    );
    if (full.length !== 1)
      throw new CordonError(
        'snapshot-missing',
        `${full.length === 0 ? 'no' : 'more than one'} snapshot ${id} in ${this.path}`,
      );
    const snapshot = openSnapshotFile(this.snapshotPath(full[0]!));
    setFreshness(snapshot, this.freshness());
    return snapshot;
  }

  snapshotPath(id: string): string {
    return join(this.path, 'snapshots', `${id}.cordon`);
  }

  /** Ids of all snapshots held, in code-point order. */
  snapshotIds(): string[] {
    const folder = join(this.path, 'snapshots');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => /^[0-9a-f]{64}\.cordon$/.test(name))
      .map((name) => name.slice(0, 64))
      .sort();
  }

  state(): HomeState {
    const file = join(this.path, 'state.json');
    return existsSync(file) ? { ...EMPTY, ...(JSON.parse(readFileSync(file, 'utf8')) as HomeState) } : EMPTY;
  }

  freshness(): Freshness {
    const { checked, failed } = this.state();
    const reasons = Object.fromEntries(Object.entries(failed).map(([slug, { reason }]) => [slug, reason]));
    return { checked, failed: reasons, now: Date.now() };
  }

  writeState(state: HomeState): void {
    this.replace('state.json', [Buffer.from(`${JSON.stringify(state, null, 2)}\n`)]);
  }

  /** Writes a compiled snapshot under its id, if it is not there yet. Does not switch to it. */
  addSnapshot(id: string, pieces: readonly Uint8Array[]): void {
    if (!existsSync(this.snapshotPath(id))) this.replace(join('snapshots', `${id}.cordon`), pieces);
  }

  /** Makes a held snapshot the one in use. */
  switchTo(id: string): void {
    this.replace('current', [Buffer.from(`${id}\n`)]);
  }

  private replace(name: string, pieces: readonly Uint8Array[]): void {
    const target = join(this.path, name);
    const folder = join(target, '..');
    mkdirSync(folder, { recursive: true });
    const temporary = `${target}.${process.pid}.tmp`;
    const fd = openSync(temporary, 'w');
    try {
      for (const piece of pieces)
        for (let at = 0; at < piece.length; )
          at += writeSync(fd, piece, at, Math.min(piece.length - at, MAX_WRITE));
      fsyncSync(fd);
    } catch (error) {
      closeSync(fd);
      rmSync(temporary, { force: true });
      throw error;
    }
    closeSync(fd);
    renameSync(temporary, target);
    const directory = openSync(folder, 'r');
    fsyncSync(directory);
    closeSync(directory);
  }
}

/** Fewer digits of an id may name another snapshot tomorrow. */
const MIN_PREFIX = 8;
/** Largest single write; some systems refuse more than 2 GiB. */
const MAX_WRITE = 1 << 30;

export function openHome(path: string): Home {
  return new Home(path);
}

/** The small snapshot that the package carries. Errors: `snapshot-missing` when the package was not built. */
export function carriedSnapshot(): Snapshot {
  if (!existsSync(CARRIED_PATH))
    throw new CordonError('snapshot-missing', `${CARRIED_PATH} is not there: the package was not built`);
  return openSnapshotFile(CARRIED_PATH, { carried: true });
}
