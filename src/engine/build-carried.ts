import { writeFileSync } from 'node:fs';
import { readTable } from '../facts/table.ts';
import { compileSnapshot } from '../snapshot/compile.ts';
import { carriedReadLists, toCompile } from './compile-lists.ts';

/** Compiles the carried lists into a file: a step of the package's build. */
export function buildCarried(path: string): void {
  const order = readTable('lists/catalogue.tsv').map((row) => row['slug']!);
  writeFileSync(path, Buffer.concat(compileSnapshot(toCompile(carriedReadLists(), order)).pieces));
}
