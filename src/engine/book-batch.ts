import { CordonError } from '../errors.ts';
import type { Snapshot } from '../snapshot/open.ts';
import type { PolicyStatement, Screening } from './answer.ts';
import { type BookFormat, type BookLine, bookText } from './book-output.ts';
import { columnUse, readBookRow } from './book-query.ts';
import type { RawRow } from './book-rows.ts';
import type { ScreenOptions } from './options.ts';
import type { Query } from './query.ts';
import { screen } from './screen.ts';

/** Rows that follow each other in a book. */
export interface Batch {
  /** Number of the first row, from 1. */
  readonly first: number;
  readonly rows: readonly RawRow[];
}

/** What is the same for all batches of a book. */
export interface BatchSetup {
  readonly header: readonly string[] | null;
  readonly format: BookFormat;
  readonly options: ScreenOptions;
  readonly policy: PolicyStatement;
}

/** How the rows of a book came out. Every row is counted once in `rows` and in one of the others. */
export interface BookCounts {
  rows: number;
  /** Rows with at least one hit at or above the threshold. */
  matched: number;
  /** Rows with hits, none of which reaches the threshold. */
  hits_below_threshold: number;
  no_match: number;
  errors: number;
}

export interface BatchResult {
  /** The answer, in UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly counts: BookCounts;
  /** Headings of filled cells that no query takes up, as they first occur. */
  readonly unused: readonly string[];
}

export function noCounts(): BookCounts {
  return { rows: 0, matched: 0, hits_below_threshold: 0, no_match: 0, errors: 0 };
}

/** Screens rows one after the other. Errors: those of `screen` that are no fault of a row. */
export function screenBatch(snapshot: Snapshot, batch: Batch, setup: BatchSetup): BatchResult {
  const counts = noCounts();
  const unused = new Set<string>();
  const heard = (heading: string): void => {
    const { use } = columnUse(heading);
    if (use === 'none' || use === 'unknown') unused.add(heading);
  };
  let text = '';
  batch.rows.forEach((raw, i) => {
    const line = screenRow(snapshot, raw, batch.first + i, setup, heard);
    counts.rows++;
    if (line.error !== undefined) counts.errors++;
    else if (line.results.length === 0) counts.no_match++;
    else if (line.results.some((hit) => hit.match)) counts.matched++;
    else counts.hits_below_threshold++;
    text += bookText(line, setup.format);
  });
  return { bytes: new TextEncoder().encode(text), counts, unused: [...unused] };
}

function screenRow(
  snapshot: Snapshot,
  raw: RawRow,
  row: number,
  { header, options, policy }: BatchSetup,
  heard: (heading: string) => void,
): BookLine {
  let ref: string | null = null;
  let query: Query | null = null;
  let results: Screening['results'] = [];
  let total: Screening['total'] | undefined;
  let error: string | undefined;
  try {
    const read = readBookRow(raw, header, heard);
    ref = read.ref;
    const screening = screen(snapshot, read.query, options);
    ({ query, results } = screening);
    if (screening.total.value > results.length) total = screening.total;
  } catch (fault) {
    // The options were checked before the first row, so that what is refused here is the row.
    if (!(fault instanceof CordonError) || (fault.code !== 'input-malformed' && fault.code !== 'usage'))
      throw fault;
    error = fault.message;
  }
  const { id, version, threshold, cutoff, as_of } = policy;
  return {
    row,
    ref,
    query,
    results,
    ...(total ? { total } : {}),
    snapshot: { id: snapshot.id, carried: snapshot.carried },
    policy: { id, version, threshold, cutoff, as_of },
    ...(error === undefined ? {} : { error }),
  };
}
