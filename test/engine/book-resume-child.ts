/** Screens a book in a process that a test kills: snapshot, input, output. */
import { screenBook } from '../../src/engine/book.ts';
import { openSnapshotFile } from '../../src/snapshot/open.ts';

const [snapshot, input, output] = process.argv.slice(2) as [string, string, string];
await screenBook(
  openSnapshotFile(snapshot),
  input,
  { output },
  {
    threads: 2,
    recordEvery: 512,
    onProgress: ({ counts }) => void process.stdout.write(`${counts.rows}\n`),
  },
);
