import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { CordonError } from '../errors.ts';
import { utf8Text } from './own-text.ts';
import type { ListFile } from './reader.ts';

/** One row of a legacy CSV file; a cell that is null in the list (`-0- `) is ''. */
export interface OfacRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Longest row, in UTF-16 units; the longest Remarks in the files hold about 4,300. */
const MAX_ROW = 1024 * 1024;

/** The end mark of the files, from the days of MS-DOS; two files put together leave it before an ent_num. */
const CONTROL_Z = '\u001a';

/**
 * The rows of one legacy file, streamed. `onEnd` is told whether the file ends with its control-Z.
 *
 * Throws `list-malformed` with file, line and text for a row that has not `columns` cells, a quote that is not closed,
 * a row of more than `MAX_ROW` characters, bytes that are not UTF-8, and a file without rows.
 */
export async function readOfacRows(
  file: ListFile,
  columns: number,
  onRow: (row: OfacRow) => void,
): Promise<{ readonly ended: boolean }> {
  const parser = parse({
    info: true,
    max_record_size: MAX_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  let last = '';
  async function* text(): AsyncGenerator<string> {
    for await (const piece of utf8Text(file)) {
      if (piece !== '') last = piece.trimEnd().slice(-1) || last;
      yield piece.replaceAll(CONTROL_Z, '');
    }
  }
  let rows = 0;
  parser.on('readable', () => {
    for (;;) {
      const next = parser.read() as { record: string[]; info: { lines: number } } | null;
      if (next === null) return;
      const { record, info } = next;
      rows++;
      if (record.length !== columns) {
        const shown = record.join(',').slice(0, 80);
        parser.destroy(
          new CordonError(
            'list-malformed',
            `${file.name}:${info.lines}: ${record.length} columns where ${columns} are expected: ${shown}`,
          ),
        );
        return;
      }
      onRow({ line: info.lines, cells: record.map(cell) });
    }
  });
  try {
    await pipeline(Readable.from(text()), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    throw new CordonError('list-malformed', `${file.name}:${lines ?? '?'}: ${error.message}`, {
      cause: error,
    });
  }
  if (rows === 0) throw new CordonError('list-malformed', `${file.name}:1: no row in it`);
  return { ended: last === CONTROL_Z };
}

function cell(raw: string): string {
  const text = raw.trim();
  return text === '-0-' ? '' : text;
}
