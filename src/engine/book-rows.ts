import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { CordonError } from '../errors.ts';
import { diskFile } from '../lists/list-file.ts';
import { textLines, utf8Text } from '../lists/own-text.ts';
import type { ListFile } from '../lists/reader.ts';

/** One row of a book as it stands in the file: the cells of a table, a line of JSON, or what keeps it from being read. */
export type RawRow =
  | { readonly cells: readonly string[] }
  | { readonly json: string }
  | { readonly fault: string };

/** What a book is, found by reading it once from end to end before any row is screened. */
export interface BookFile {
  readonly path: string;
  /** Size without compression. */
  readonly bytes: number;
  /** sha256 of these bytes. */
  readonly sha256: string;
  /** Lines of the file: at least as many as it has rows. */
  readonly lines: number;
  /** Columns of a table in their order; null for JSON lines. */
  readonly header: readonly string[] | null;
  readonly delimiter: Delimiter;
}

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Longest row in UTF-16 units. A quote that closes no sooner was never meant to open a cell. */
const MAX_RECORD = 64 * 1024;

/**
 * Looks through a book: `.csv` and `.tsv` are tables, `.jsonl` and `.ndjson` JSON lines, any other file is told by its
 * first character. A `.gz` is decompressed on the way. Errors: `input-malformed` for a file that is empty, a JSON
 * array or not UTF-8 (the first wrong byte is named); the file system's when it cannot be read.
 */
export async function inspectBook(path: string): Promise<BookFile> {
  const file = diskFile(path);
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  const watched: ListFile = {
    name: file.name,
    async *open() {
      for await (const chunk of file.open()) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
  };
  let ends = true;
  let first = '';
  let begun = false;
  for await (const text of asInput(utf8Text(watched))) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
    if (text !== '') ends = text.endsWith('\n');
    if (!begun) {
      first = (first + text).trimStart().slice(0, 1);
      begun = first !== '';
    }
  }
  if (!ends) lines++;
  if (!begun) throw new CordonError('input-malformed', `${path}: the file is empty`);
  const shape = { path, bytes, sha256: hash.digest('hex'), lines };
  if (!isTable(file.name, first)) {
    if (first === '[')
      throw new CordonError('input-malformed', `${path} is a JSON array; give one object a line`);
    return { ...shape, header: null, delimiter: ',' };
  }
  return { ...shape, ...(await tableHead(path)) };
}

function isTable(name: string, first: string): boolean {
  const ending = extname(name).toLowerCase();
  if (ending === '.csv' || ending === '.tsv') return true;
  if (ending === '.jsonl' || ending === '.ndjson') return false;
  return first !== '{' && first !== '[';
}

async function tableHead(path: string): Promise<{ header: readonly string[]; delimiter: Delimiter }> {
  let record = '';
  for await (const { text } of textLines(diskFile(path))) {
    if (record === '' && text.trim() === '') continue;
    record = record === '' ? text : `${record}\n${text}`;
    const delimiter = delimiterOf(record);
    const cells = splitRecord(record, delimiter);
    if (cells === 'open' && record.length < MAX_RECORD) continue;
    if (typeof cells === 'string') break;
    return { header: cells.map((cell) => cell.trim()), delimiter };
  }
  throw new CordonError(
    'input-malformed',
    `${path}: the header is no row of a table: ${record.slice(0, 80)}`,
  );
}

/** The one of `,` `;` and TAB that the header line holds most of outside quotes; a comma for a table of one column. */
function delimiterOf(header: string): Delimiter {
  const bare = header.replace(/"[^"]*"/gu, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * The cells of one record (RFC 4180): a cell is quoted when its first character is a quote; quotes within other cells
 * stand for themselves. `open` when a quoted cell goes on past the end of the text; `wrong` when something but a
 * delimiter follows a closing quote.
 */
export function splitRecord(text: string, delimiter: string): string[] | 'open' | 'wrong' {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0) return 'open';
        if (text.charCodeAt(end + 1) !== QUOTE) break;
        end += 2;
      }
      cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
      if (at < text.length && text[at] !== delimiter) return 'wrong';
    } else {
      const end = text.indexOf(delimiter, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return cells;
    at++;
  }
}

const QUOTE = 34;

/**
 * The rows of a book in order, blank ones too. A quote that never closes, or closes in the middle of a word, makes the
 * line it stands on a faulty row, and reading goes on with the next line: one stray quote must not swallow the
 * parties after it.
 */
export async function* bookRows(book: BookFile): AsyncGenerator<RawRow> {
  const lines = asInput(textLines(diskFile(book.path)));
  if (book.header === null) for await (const { text } of lines) yield { json: text };
  else yield* tableRows(lines, book.header.length, book.delimiter);
}

async function* tableRows(
  lines: AsyncIterable<{ readonly text: string }>,
  columns: number,
  delimiter: string,
): AsyncGenerator<RawRow> {
  let head = true;
  const records = new RecordJoiner(columns, delimiter);
  for await (const { text } of lines) {
    records.push(text);
    for (const row of records.whole()) {
      if (!head) yield row;
      else if (!('cells' in row) || row.cells.length > 0) head = false;
    }
  }
  yield* records.rest();
}

/** Joins the lines of a table to records. */
class RecordJoiner {
  private readonly columns: number;
  private readonly delimiter: string;
  /** Lines that belong to no row yet, and how many of them are known to leave a quoted cell open. */
  private readonly pending: string[] = [];
  private open = 0;

  constructor(columns: number, delimiter: string) {
    this.columns = columns;
    this.delimiter = delimiter;
  }

  push(line: string): void {
    this.pending.push(line);
  }

  /** The rows that are whole by now. */
  *whole(last = false): Generator<RawRow> {
    const { pending } = this;
    while (this.open < pending.length) {
      this.open++;
      const text = this.open === 1 ? pending[0]! : pending.slice(0, this.open).join('\n');
      const cells = splitRecord(text, this.delimiter);
      const mayClose = text.length < MAX_RECORD && !(last && this.open === pending.length);
      if (cells === 'open' && mayClose) continue;
      const row = rowOf(cells, this.columns, this.open);
      if (row === null)
        yield { fault: `a quoted cell does not end as it should: ${pending.shift()!.slice(0, 80)}` };
      else {
        pending.splice(0, this.open);
        yield row;
      }
      this.open = 0;
    }
  }

  /** The rows of what is left when the file has ended. */
  *rest(): Generator<RawRow> {
    this.open = 0;
    yield* this.whole(true);
  }
}

/** A row, or null when its lines were joined by a quote that does not belong there. */
function rowOf(cells: string[] | 'open' | 'wrong', columns: number, lines: number): RawRow | null {
  if (typeof cells === 'string') return null;
  if (cells.every((cell) => cell.trim() === '')) return { cells: [] };
  // Spreadsheets leave empty cells at the end of a row.
  if (
    cells.length === columns ||
    (cells.length > columns && cells.slice(columns).every((cell) => cell.trim() === ''))
  )
    return { cells: cells.length === columns ? cells : cells.slice(0, columns) };
  if (lines > 1) return null;
  return { fault: `${cells.length} cells where the header has ${columns}` };
}

/** Speaks of a book where the readers of lists speak of a list. */
async function* asInput<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    if (!(error instanceof CordonError)) throw error;
    throw new CordonError('input-malformed', error.message, { cause: error });
  }
}
