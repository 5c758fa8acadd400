import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { BookLine } from '../../src/engine/book-output.ts';
import { buildCarried } from '../../src/engine/build-carried.ts';
import { openSnapshotFile, type Snapshot } from '../../src/snapshot/open.ts';

/** A folder for one test file, with the carried lists compiled in it. */
export interface BookFolder {
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly read: (name: string) => string;
  readonly snapshotPath: string;
  readonly snapshot: Snapshot;
}

export function bookFolder(): BookFolder {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-book-'));
  const path = (name: string): string => join(folder, name);
  buildCarried(path('lists.cordon'));
  const snapshot = openSnapshotFile(path('lists.cordon'));
  afterAll(() => {
    snapshot.close();
    rmSync(folder, { recursive: true });
  });
  return {
    path,
    write: (name, content) => {
      writeFileSync(path(name), content);
      return path(name);
    },
    read: (name) => readFileSync(path(name), 'utf8'),
    snapshotPath: path('lists.cordon'),
    snapshot,
  };
}

export function lines(text: string): BookLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BookLine);
}
