import { existsSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { CordonError } from '../errors.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { type PolicyStatement, SCHEMA_VERSION, type SnapshotStatement } from './answer.ts';
import { type Batch, type BatchResult, type BatchSetup, type BookCounts, noCounts } from './book-batch.ts';
import { type BookFormat, bookHead } from './book-output.ts';
import { type BatchScreener, manyThreads, ownThread } from './book-pool.ts';
import { BookFileWriter, type BookIdentity, type BookProgress, findProgress } from './book-progress.ts';
import { columnUse, namesParty } from './book-query.ts';
import { type BookFile, bookRows, inspectBook, type RawRow } from './book-rows.ts';
import { readOptions, type ScreenOptions } from './options.ts';
import { notSearched, snapshotStatement } from './scope.ts';
import { engineVersion } from './version.ts';

/** Where the answer to a book goes: to a file (`.csv` for a table, else JSON lines), or piece by piece to a function. */
export type BookTarget =
  | { readonly output: string }
  | { readonly write: (bytes: Uint8Array) => Promise<void> };

export interface BookOptions {
  readonly screen?: ScreenOptions;
  /** Threads to screen on, from 1, the default. Small books are screened on the calling thread all the same. */
  readonly threads?: number;
  /** Rows that go to a thread at once. From 1, default 256. Never changes the answer. */
  readonly batch?: number;
  /** Lines between two records of the point reached, for going on after a kill. From 1, default 4,096. */
  readonly recordEvery?: number;
  /** Told of the rows done so far, after each batch. */
  readonly onProgress?: (state: BookState) => void;
  /** Told once of each column that is not screened: `unknown`, or known and no part of a query. */
  readonly onColumn?: (heading: string, why: 'unknown' | 'not screened') => void;
  /** Told when an output that was begun is gone on with. */
  readonly onResume?: (rows: number) => void;
}

export interface BookState {
  readonly counts: Readonly<BookCounts>;
  /** Lines of the input: about the number of its rows. */
  readonly lines: number;
}

/** What a book came to; stands in `OUTPUT.summary.json`. */
export interface BookSummary {
  readonly schemaVersion: string;
  readonly input: { readonly name: string; readonly bytes: number; readonly sha256: string };
  readonly counts: Readonly<BookCounts>;
  /** Headings of columns that were not screened. */
  readonly columns: { readonly unknown: readonly string[]; readonly not_screened: readonly string[] };
  readonly snapshot: SnapshotStatement;
  readonly policy: PolicyStatement;
  readonly engine: string;
  readonly not_searched: readonly string[];
}

/** Rows a batch: some milliseconds of work, a hundred kilobytes of answer. */
const BATCH = 256;
/** Below this many lines threads take longer to start than the rows take. */
const SMALL_BOOK = 512;
const RECORD_EVERY = 4096;
/** Columns that are remembered as told; JSON lines may bring new ones without end. */
const MAX_COLUMNS = 1000;

/**
 * Screens every row of a book, in order, each as `screen` would by itself: the answer has at least one line a row,
 * whatever the row holds, and does not depend on threads or batches. Memory does not grow with the rows. With an
 * `output`, a run that was killed goes on when it is started again with the same input, snapshot and policy.
 *
 * Errors: `input-malformed` for an input that is empty, not UTF-8 or without a column that names a party, and for an
 * output begun with something else; `usage` as of `screen`; the file system's.
 */
export async function screenBook(
  snapshot: Snapshot,
  input: string,
  target: BookTarget,
  options: BookOptions = {},
): Promise<BookSummary> {
  const policy = readOptions(options.screen ?? {}).statement;
  const output = 'output' in target ? target.output : null;
  if (output !== null && existsSync(output) && realpathSync(output) === realpathSync(input))
    throw new CordonError('usage', `${output} is the input itself`);
  const book = await inspectBook(input);
  if (book.header !== null && !namesParty(book.header))
    throw new CordonError(
      'input-malformed',
      `${input}: no column names a party or gives an identifier; there are ${book.header.join(', ')}`,
    );
  const format: BookFormat = output?.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl';
  const setup: BatchSetup = { header: book.header, format, options: options.screen ?? {}, policy };
  const identity: BookIdentity = {
    input: book.sha256,
    snapshot: snapshot.id,
    policy: JSON.stringify(policy),
    format,
    engine: engineVersion(),
  };
  const begun = output === null ? null : findProgress(output, identity);
  if (begun) options.onResume?.(begun.rows);
  const start = begun ?? { identity, rows: 0, bytes: 0, counts: noCounts(), unused: [] };
  const run = new BookRun(book, setup, start, options);
  const file = output === null ? null : await BookFileWriter.open(output, start);
  const screener = screenerFor(snapshot, setup, book, options.threads ?? 1);
  try {
    await run.through(
      screener,
      file ?? new FunctionWriter((target as Extract<BookTarget, { write: unknown }>).write),
    );
    const summary = run.summary(snapshot, policy);
    await file?.finish(summary);
    return summary;
  } finally {
    await screener.close();
    await file?.close();
  }
}

function screenerFor(snapshot: Snapshot, setup: BatchSetup, book: BookFile, threads: number): BatchScreener {
  const { path } = snapshot;
  if (threads <= 1 || path === null || book.lines < SMALL_BOOK) return ownThread(snapshot, setup);
  return manyThreads(snapshot, path, setup, threads);
}

/** Where the bytes go. */
interface Writer {
  write(bytes: Uint8Array): Promise<void>;
  record?(progress: BookProgress): Promise<void>;
  readonly bytes: number;
}

class FunctionWriter implements Writer {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly bytes = 0;

  constructor(write: (bytes: Uint8Array) => Promise<void>) {
    this.write = write;
  }
}

/** One run through a book: rows out in batches, results in as they were sent. */
class BookRun {
  private readonly book: BookFile;
  private readonly setup: BatchSetup;
  private readonly start: BookProgress;
  private readonly options: BookOptions;
  private readonly counts: BookCounts;
  private readonly unused: Set<string>;
  private recorded: number;

  constructor(book: BookFile, setup: BatchSetup, start: BookProgress, options: BookOptions) {
    this.book = book;
    this.setup = setup;
    this.start = start;
    this.options = options;
    this.counts = { ...start.counts };
    this.recorded = start.rows;
    this.unused = new Set();
    for (const heading of start.unused) this.tell(heading);
    // A table's columns are told before the first row, filled or not.
    for (const heading of book.header ?? []) this.tell(heading);
  }

  async through(screener: BatchScreener, writer: Writer): Promise<void> {
    if (this.start.bytes === 0) await writer.write(Buffer.from(bookHead(this.setup.format)));
    const sent: Promise<BatchResult>[] = [];
    for await (const batch of this.batches()) {
      const result = screener.screen(batch);
      // A failure is met when its turn comes; until then it is not unhandled.
      result.catch(() => undefined);
      sent.push(result);
      if (sent.length >= screener.capacity) await this.take(await sent.shift()!, writer);
    }
    for (const result of sent) await this.take(await result, writer);
  }

  summary(snapshot: Snapshot, policy: PolicyStatement): BookSummary {
    const headings = [...this.unused];
    return {
      schemaVersion: SCHEMA_VERSION,
      input: { name: basename(this.book.path), bytes: this.book.bytes, sha256: this.book.sha256 },
      counts: this.counts,
      columns: {
        unknown: headings.filter((heading) => columnUse(heading).use === 'unknown'),
        not_screened: headings.filter((heading) => columnUse(heading).use === 'none'),
      },
      snapshot: snapshotStatement(snapshot),
      policy,
      engine: engineVersion(),
      not_searched: notSearched(snapshot),
    };
  }

  private async *batches(): AsyncGenerator<Batch> {
    const size = this.options.batch ?? BATCH;
    let row = 0;
    let rows: RawRow[] = [];
    for await (const raw of bookRows(this.book)) {
      if (++row <= this.start.rows) continue;
      rows.push(raw);
      if (rows.length < size) continue;
      yield { first: row - rows.length + 1, rows };
      rows = [];
    }
    if (rows.length > 0) yield { first: row - rows.length + 1, rows };
  }

  private async take(result: BatchResult, writer: Writer): Promise<void> {
    await writer.write(result.bytes);
    for (const key of Object.keys(this.counts) as (keyof BookCounts)[])
      this.counts[key] += result.counts[key];
    for (const heading of result.unused) this.tell(heading);
    if (this.counts.rows - this.recorded >= (this.options.recordEvery ?? RECORD_EVERY)) {
      this.recorded = this.counts.rows;
      const { rows } = this.counts;
      await writer.record?.({
        identity: this.start.identity,
        rows,
        bytes: writer.bytes,
        counts: this.counts,
        unused: [...this.unused],
      });
    }
    this.options.onProgress?.({ counts: this.counts, lines: this.book.lines });
  }

  private tell(heading: string): void {
    const { use } = columnUse(heading);
    if ((use !== 'unknown' && use !== 'none') || this.unused.has(heading) || this.unused.size >= MAX_COLUMNS)
      return;
    this.unused.add(heading);
    this.options.onColumn?.(heading, use === 'unknown' ? 'unknown' : 'not screened');
  }
}
