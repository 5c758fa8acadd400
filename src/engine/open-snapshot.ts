import { statSync } from 'node:fs';
import { openSnapshotFile, type Snapshot } from '../snapshot/open.ts';
import { carriedSnapshot, openHome } from './home.ts';

/**
 * Opens a snapshot: of a home folder (`.cordon`, the one in use, or the carried one before the first update), of a
 * snapshot file, or without a path the one that the package carries. Errors: `snapshot-missing`, `snapshot-damaged`,
 * `snapshot-version`, or the file system's when the path is not there.
 */
export function openSnapshot(path?: string): Snapshot {
  if (path === undefined) return carriedSnapshot();
  return statSync(path).isDirectory()
    ? (openHome(path).currentSnapshot() ?? carriedSnapshot())
    : openSnapshotFile(path);
}
