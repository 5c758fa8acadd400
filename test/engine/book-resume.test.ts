import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, truncateSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inventedBook } from '../../bench/invented-book.ts';
import { type BookOptions, screenBook } from '../../src/engine/book.ts';
import { bookFolder, lines } from './book-fixture.ts';

const folder = bookFolder();
const ROWS = 20_000;
const CHILD = fileURLToPath(new URL('./book-resume-child.ts', import.meta.url));
const LOADER = import.meta.resolve('tsx');

/** Runs the child until it has told of `rows` rows and `pause` ms have gone, then kills it; true when it ended before. */
function runUntil(input: string, output: string, rows: number, pause: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', LOADER, CHILD, folder.snapshotPath, input, output], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let killing = false;
  child.stdout.on('data', (data: Buffer) => {
    if (killing || Number(data.toString().trim().split('\n').at(-1)) < rows) return;
    killing = true;
    setTimeout(() => child.kill('SIGKILL'), pause);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code !== null && code !== 0) reject(new Error(`the child ended with ${code}`));
      else resolve(signal === null);
    });
  });
}

/** Stops a run from within, as an end of the process would. */
class Stop extends Error {}

async function stopAfter(
  input: string,
  output: string,
  rows: number,
  options: BookOptions = {},
): Promise<void> {
  const stopped = screenBook(
    folder.snapshot,
    input,
    { output },
    {
      batch: 10,
      recordEvery: 50,
      ...options,
      onProgress: ({ counts }) => {
        if (counts.rows >= rows) throw new Stop();
      },
    },
  );
  await expect(stopped).rejects.toBeInstanceOf(Stop);
}

describe('a book that was killed', () => {
  it.each(['jsonl', 'csv'])('ends in the same bytes as one that was not (%s)', async (format) => {
    const input = folder.write('book.csv', [...inventedBook(ROWS)].join(''));
    const whole = folder.path(`whole.${format}`);
    await screenBook(folder.snapshot, input, { output: whole }, { threads: 2 });
    const output = folder.path(`killed.${format}`);
    let kills = 0;
    let reached = 0;
    for (let turn = 0; turn < 5; turn++) {
      reached += Math.floor((Math.random() * ROWS) / 5);
      if (await runUntil(input, output, reached, Math.random() * 20)) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(0);
    await runUntil(input, output, Number.POSITIVE_INFINITY, 0);
    expect(folder.read(`killed.${format}`) === folder.read(`whole.${format}`)).toBe(true);
    expect(JSON.parse(folder.read(`killed.${format}.summary.json`))).toEqual(
      JSON.parse(folder.read(`whole.${format}.summary.json`)),
    );
    expect(existsSync(`${output}.progress.json`)).toBe(false);
  });

  it('goes on after the last record, whatever was written behind it', async () => {
    const input = folder.write('tail.csv', [...inventedBook(300)].join(''));
    const output = folder.path('tail.jsonl');
    await stopAfter(input, output, 130);
    appendFileSync(output, '{"row":131,"re');
    let from = -1;
    await screenBook(folder.snapshot, input, { output }, { onResume: (rows) => (from = rows) });
    expect(from).toBe(100);
    expect(lines(folder.read('tail.jsonl')).map((line) => line.row)).toEqual(
      Array.from({ length: 300 }, (_, i) => i + 1),
    );
  });

  it('begins anew when it never came to a record', async () => {
    const input = folder.write('early.csv', [...inventedBook(100)].join(''));
    const output = folder.path('early.csv.out.csv');
    await stopAfter(input, output, 20);
    await screenBook(folder.snapshot, input, { output });
    const text = folder.read('early.csv.out.csv');
    expect(text.startsWith('row,')).toBe(true);
    expect(text.split('\r\n').filter((line) => line.startsWith('row,'))).toHaveLength(1);
    expect(new Set(text.split('\r\n').map((line) => line.split(',')[0])).size).toBe(102);
  });

  it('says when the input, the policy or the output is another than it was begun with', async () => {
    const input = folder.write('other.csv', [...inventedBook(300)].join(''));
    const output = folder.path('other.jsonl');
    await stopAfter(input, output, 130);
    const before = folder.read('other.jsonl');
    await expect(
      screenBook(folder.snapshot, input, { output }, { screen: { threshold: 0.8 } }),
    ).rejects.toMatchObject({ code: 'input-malformed', message: expect.stringContaining('another policy') });
    folder.write('other.csv', [...inventedBook(301)].join(''));
    await expect(screenBook(folder.snapshot, input, { output })).rejects.toMatchObject({
      message: expect.stringContaining('another input'),
    });
    expect(folder.read('other.jsonl')).toBe(before);
    folder.write('other.csv', [...inventedBook(300)].join(''));
    truncateSync(output, 10);
    await expect(screenBook(folder.snapshot, input, { output })).rejects.toMatchObject({
      message: expect.stringContaining('10 bytes, fewer than'),
    });
  });

  it('writes a finished output over again when asked again', async () => {
    const input = folder.write('again.csv', 'name\nKim Jong Un\n');
    const output = folder.path('again.jsonl');
    await screenBook(folder.snapshot, input, { output });
    folder.write('again.csv', 'name\nMarta Quillfeather\n');
    await screenBook(folder.snapshot, input, { output });
    expect(lines(folder.read('again.jsonl')).map((line) => line.results.length)).toEqual([0]);
  });
});
