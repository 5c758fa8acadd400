import { createReadStream } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
import { CordonError } from '../errors.ts';

/** One row of a file of name pairs. */
export interface NamePair {
  readonly a: string;
  readonly b: string;
  readonly schema: string | null;
}

/**
 * The pairs of a CSV file with a header that names `a`, `b` and perhaps `schema`; other columns are left alone.
 * Errors: `input-malformed` naming file and line; the file system's.
 */
export async function* readPairs(path: string): AsyncGenerator<NamePair> {
  const source = createReadStream(path);
  const parser = source.pipe(parse({ bom: true, info: true, skip_empty_lines: true }));
  // `pipe` hands on data but not faults.
  source.on('error', (error) => parser.destroy(error));
  let header: readonly string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (header === null) {
        header = record.map((title) => title.trim().toLowerCase());
        if (!header.includes('a') || !header.includes('b'))
          throw new CordonError(
            'input-malformed',
            `${path}: the header is "${record.join(',')}", without the columns a and b`,
          );
        continue;
      }
      const [a, b, schema] = ['a', 'b', 'schema'].map(
        (title) => record[header!.indexOf(title)]?.trim() ?? '',
      );
      if (!a || !b)
        throw new CordonError(
          'input-malformed',
          `${path}:${info.lines}: a pair needs two names, this is "${record.join(',')}"`,
        );
      yield { a, b, schema: schema === '' || schema === undefined ? null : schema };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new CordonError(
        'input-malformed',
        `${path}:${(error as CsvError).lines ?? '?'}: ${error.message}`,
        { cause: error },
      );
    throw error;
  }
}
