import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { type BookSummary, screenBook } from '../engine/book.ts';
import type { ScreenOptions } from '../engine/options.ts';
import { snapshotStatement } from '../engine/scope.ts';
import { CordonError } from '../errors.ts';
import { snapshotInUse } from './home-in-use.ts';
import type { Io } from './io.ts';
import { grouped, progressBar } from './progress.ts';
import { listTable, notSearchedLines, warning } from './render-lists.ts';
import { EXIT_HIT } from './screen-options.ts';
import { styleOf } from './style.ts';
import { printable } from './width.ts';

/** What `screen --input` was given. */
export interface BookArguments {
  readonly input: string;
  /** Where the answer goes; without it JSON lines on standard output. */
  readonly output?: string | undefined;
  /** Whether the small snapshot of the package may stand in for the lists. */
  readonly carried: boolean;
  readonly failOnHit: boolean;
  /** Id of the snapshot to search instead of the one in use. */
  readonly snapshot?: string | undefined;
  readonly options: ScreenOptions;
}

/**
 * Screens a book of parties and returns the exit code: 0 when every row was answered, rows in error among them, 3 with
 * `failOnHit` when a row has a match. Errors: `snapshot-missing` when there are no lists but the carried ones and
 * these were not asked for; those of `screenBook`.
 */
export async function screenBookCommand(args: BookArguments, io: Io): Promise<number> {
  const snapshot = snapshotInUse(io, args.snapshot);
  try {
    if (snapshot.carried && !args.carried)
      throw new CordonError(
        'snapshot-missing',
        'no lists are compiled yet, and a book is not screened on the few parties that the package carries unless --carried says so',
      );
    io.stderr.write(warning(snapshotStatement(snapshot), styleOf({ ...io, stdout: io.stderr })));
    setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
    const bar = progressBar(io, `screening ${args.input}`, 'rows');
    const say = (line: string): void => {
      bar.end();
      io.stderr.write(`${printable(line)}\n`);
    };
    const target =
      args.output === undefined
        ? { write: async (bytes: Uint8Array) => io.stdout.write(Buffer.from(bytes).toString('utf8')) }
        : { output: args.output };
    const summary = await screenBook(snapshot, args.input, target, {
      screen: args.options,
      threads: availableParallelism(),
      onProgress: ({ counts, lines }) => bar.to(counts.rows, lines),
      onColumn: (heading, why) =>
        say(
          why === 'unknown'
            ? `column "${heading}" is unknown and was not screened`
            : `column "${heading}" is not screened`,
        ),
      onResume: (rows) => say(`${args.output} was begun: going on after ${grouped(rows)} rows`),
    }).finally(bar.end);
    io.stderr.write(renderSummary(summary, args, io));
    return args.failOnHit && summary.counts.matched > 0 ? EXIT_HIT : 0;
  } finally {
    snapshot.close();
  }
}

/**
 * Percent by which the heaps of this process may grow before dead objects in them are looked for. V8 lets a heap grow
 * several times over on a long run, which would make memory depend on the number of rows.
 */
const HEAP_GROWTH = 20;

/** What a book came to, on which lists of which dates. */
function renderSummary({ counts, snapshot, not_searched }: BookSummary, args: BookArguments, io: Io): string {
  const style = styleOf({ ...io, stdout: io.stderr });
  const parts = [
    `${grouped(counts.matched)} with a match`,
    ...(counts.hits_below_threshold > 0
      ? [`${grouped(counts.hits_below_threshold)} with hits below the threshold`]
      : []),
    `${grouped(counts.no_match)} without a match on these lists of these dates`,
  ];
  const errors =
    counts.errors === 0
      ? ''
      : `${style.caution(`${grouped(counts.errors)} could not be screened: their lines have "error".`)}\n`;
  const where = args.output === undefined ? '' : `; ${printable(args.output)} holds them`;
  return (
    `${grouped(counts.rows)} rows: ${parts.join(', ')}${where}.\n${errors}\n` +
    `${listTable(snapshot, style)}\n${notSearchedLines(not_searched, style)}`
  );
}
