import { readFileSync } from 'node:fs';

/** One row of a fact table: column name → cell, both as written. */
export type Row = Readonly<Record<string, string>>;

const DATA = new URL('../../data/', import.meta.url);

/** The text of a file of the package's `data/` folder (UTF-8). Throws the file system's error when it is not there. */
export function readData(path: string): string {
  return readFileSync(new URL(path, DATA), 'utf8');
}

/**
 * The rows of a tab-separated fact table of `data/`.
 *
 * Lines that start with `#` and blank lines are comments (each file's head names its source, licence and reader);
 * the first other line names the columns. A row with more or fewer cells than columns is a fault of the package
 * and throws with file, line and text, since a fact that is silently cut would be a wrong answer later.
 */
export function readTable(path: string): Row[] {
  const rows: Row[] = [];
  const columns: string[] = [];
  eachRow(path, columns, (cells) => {
    const row: Record<string, string> = Object.create(null);
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i]!;
    rows.push(row);
  });
  return rows;
}

/**
 * Hands the cells of each row to `visit` and fills `columns` with their names: for the large tables that a cold
 * command reads, where an object a row costs too much. Errors as `readTable`.
 */
export function eachRow(path: string, columns: string[], visit: (cells: readonly string[]) => void): void {
  let line = 0;
  for (const text of readData(path).split('\n')) {
    line++;
    if (text === '' || text.startsWith('#')) continue;
    const cells = text.split('\t');
    if (columns.length === 0) columns.push(...cells);
    else if (cells.length === columns.length) visit(cells);
    else
      throw new Error(
        `data/${path}:${line}: ${cells.length} cells where ${columns.length} are named: ${text}`,
      );
  }
}
