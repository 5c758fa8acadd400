import { resolve } from 'node:path';
import { carriedSnapshot, type Home, openHome } from '../engine/home.ts';
import type { Snapshot } from '../snapshot/open.ts';
import type { Io } from './io.ts';

/** The home folder when none is named, in the working folder. */
const DEFAULT_HOME = '.cordon';

/** The home folder of this call: `$CORDON_HOME`, else `.cordon` in the working folder. */
export function homeOf(io: Io): Home {
  const named = io.env.CORDON_HOME;
  return openHome(resolve(named === undefined || named === '' ? DEFAULT_HOME : named));
}

/**
 * The snapshot to search: the one named by `id`, else the one in use, else the carried one. Names the home and the
 * snapshot on standard error. Errors: `snapshot-missing`, `snapshot-damaged`, `snapshot-version`.
 */
export function snapshotInUse(io: Io, id?: string): Snapshot {
  const home = homeOf(io);
  const snapshot = id === undefined ? (home.currentSnapshot() ?? carriedSnapshot()) : namedSnapshot(home, id);
  const what = snapshot.carried
    ? 'the small snapshot that the package carries'
    : `snapshot ${snapshot.id.slice(0, SHORT_ID)}`;
  io.stderr.write(`home ${home.path}, ${what}\n`);
  return snapshot;
}

/** Digits of a snapshot's id that are shown to people. */
export const SHORT_ID = 12;

/** A snapshot of the home, or the carried one when `id` is its id. Errors: `snapshot-missing`. */
function namedSnapshot(home: Home, id: string): Snapshot {
  if (home.snapshotIds().some((one) => one.startsWith(id))) return home.snapshot(id);
  const carried = carriedSnapshot();
  if (id.length >= SHORT_ID && carried.id.startsWith(id)) return carried;
  carried.close();
  return home.snapshot(id);
}
