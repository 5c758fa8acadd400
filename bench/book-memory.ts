/**
 * Question: does the memory that a book takes grow with its rows? Screens a small and a large book of invented parties
 * (`invented-book.ts`) as `cordon screen --input --output` does, each in a fresh process, and prints the peak of
 * resident memory of both.
 *
 *   npx tsx bench/book-memory.ts [--rows 60000] [--small 20000] [--home DIR]
 *
 * By hand with `--rows 2000000`; the peaks may lie 100 MB apart. Without a home the carried lists are searched.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { screenBookCommand } from '../src/cli/book.ts';
import type { BookSummary } from '../src/engine/book.ts';
import { buildCarried } from '../src/engine/build-carried.ts';
import { openHome } from '../src/engine/home.ts';
import { openSnapshotFile } from '../src/snapshot/open.ts';
import { inventedBook } from './invented-book.ts';

/** Megabytes that the large book may take above the small one. */
const ALLOWED_MB = 100;

interface Measured {
  readonly rows: number;
  readonly peakMb: number;
  readonly seconds: number;
  readonly outputMb: number;
}

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '60000' },
    small: { type: 'string', default: '20000' },
    home: { type: 'string' },
    one: { type: 'string' },
    folder: { type: 'string' },
  },
});

if (values.one === undefined) compareSizes();
else process.stdout.write(JSON.stringify(await measure(Number(values.one), values.folder!, values.home!)));

function compareSizes(): void {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-book-memory-'));
  try {
    const home = values.home ?? carriedHome(folder);
    const [small, large] = [Number(values.small), Number(values.rows)].map((rows) =>
      inFreshProcess(rows, folder, home),
    );
    const more = large!.peakMb - small!.peakMb;
    for (const one of [small!, large!])
      console.log(
        `${one.rows} rows: peak ${one.peakMb.toFixed(0)} MB resident, ${one.seconds.toFixed(1)} s, ` +
          `${Math.round(one.rows / one.seconds)} rows a second on ${availableParallelism()} threads, ${one.outputMb.toFixed(1)} MB written`,
      );
    console.log(`difference ${more.toFixed(0)} MB, allowed ${ALLOWED_MB} MB`);
    if (more > ALLOWED_MB) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A home whose snapshot holds the lists of the package. */
function carriedHome(folder: string): string {
  const file = join(folder, 'carried.cordon');
  buildCarried(file);
  const snapshot = openSnapshotFile(file);
  const path = join(folder, 'home');
  const home = openHome(path);
  home.addSnapshot(snapshot.id, [readFileSync(file)]);
  home.switchTo(snapshot.id);
  snapshot.close();
  return path;
}

function inFreshProcess(rows: number, folder: string, home: string): Measured {
  const input = join(folder, `${rows}.csv`);
  const file = openSync(input, 'w');
  for (const piece of inventedBook(rows)) writeSync(file, piece);
  closeSync(file);
  const script = fileURLToPath(import.meta.url);
  const args = [script, '--one', String(rows), '--folder', folder, '--home', home];
  const text = execFileSync(process.execPath, [...process.execArgv, ...args], { encoding: 'utf8' });
  rmSync(input);
  return JSON.parse(text) as Measured;
}

async function measure(rows: number, folder: string, home: string): Promise<Measured> {
  const output = join(folder, `${rows}.jsonl`);
  const silent = { write: () => undefined, isTTY: false, columns: undefined };
  const began = performance.now();
  await screenBookCommand(
    { input: join(folder, `${rows}.csv`), output, carried: false, failOnHit: false, options: {} },
    { stdout: silent, stderr: silent, env: { CORDON_HOME: home }, readStdin: async () => '' },
  );
  const seconds = (performance.now() - began) / 1000;
  const { counts } = JSON.parse(readFileSync(`${output}.summary.json`, 'utf8')) as BookSummary;
  if (counts.rows !== rows) throw new Error(`${counts.rows} rows answered of ${rows}`);
  const outputMb = statSync(output).size / 2 ** 20;
  rmSync(output);
  return { rows, peakMb: process.resourceUsage().maxRSS / 1024, seconds, outputMb };
}
