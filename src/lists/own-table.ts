import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { CordonError } from '../errors.ts';
import { MAX_ROW, utf8Text } from './own-text.ts';
import type { ListFile } from './reader.ts';

/** One row of a table: the cells by header, in the order of the file. A header that occurs twice keeps both cells. */
export interface TableRow {
  /** Line of the file where the row ends, from 1. */
  readonly line: number;
  readonly cells: readonly (readonly [header: string, cell: string])[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/** The one of `,` `;` and TAB that the header line holds most of outside quotes; a comma for a table of one column. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/gu, '');
  let best: string = DELIMITERS[0];
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) {
      most = count;
      best = delimiter;
    }
  }
  return best;
}

/**
 * The rows of a CSV file (RFC 4180; delimiter told from the header), streamed. Throws `list-malformed` naming file and
 * line for an unclosed quote, a row with more or fewer cells than the header, or one beyond `MAX_ROW` characters.
 */
export async function* tableRows(file: ListFile): AsyncGenerator<TableRow> {
  const text = utf8Text(file);
  let head = '';
  for (;;) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
    if (head.trimStart().includes('\n') || head.length > MAX_ROW) break;
  }
  const first = head.trimStart().split('\n', 1)[0]!;
  const parser = parse({
    delimiter: delimiterOf(first),
    info: true,
    max_record_size: MAX_ROW,
    skip_empty_lines: true,
  });
  // Its failure reaches the reader through the parser, which the pipeline destroys with the same error.
  pipeline(Readable.from(chain(head, text)), parser).catch(() => undefined);
  let headers: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (!headers) headers = record.map((header) => header.trim());
      else yield { line: info.lines, cells: record.map((cell, i) => [headers![i]!, cell] as const) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as CsvError & { lines?: number }).lines;
    throw new CordonError('list-malformed', `${file.name}:${line ?? '?'}: ${error.message}`, {
      cause: error,
    });
  }
}

async function* chain(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  for await (const text of rest) yield text;
}
