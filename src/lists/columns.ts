import { readTable } from '../facts/table.ts';

interface Column {
  readonly property: string;
  readonly split: boolean;
}

/** Letters and digits of a header in lower case: `Date of Birth`, `date_of_birth` and `DATE-OF-BIRTH` are one. */
function columnKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const COLUMNS: ReadonlyMap<string, Column> = new Map(
  readTable('columns.tsv').map((row) => [
    columnKey(row.column!),
    { property: row.property!, split: row.split === 'yes' },
  ]),
);

const SPLIT: ReadonlySet<string> = new Set(
  [...COLUMNS.values()].filter((column) => column.split).map((column) => column.property),
);

/**
 * The FollowTheMoney property that a column of a person's own table stands for, by `data/columns.tsv`; case, blanks,
 * underscores and punctuation do not matter. `id` is the row's own key (also `client_ref`), `schema` the kind of
 * party. Null for a column that the table does not know.
 */
export function columnProperty(header: string): string | null {
  return COLUMNS.get(columnKey(header))?.property ?? null;
}

/** The property, or null, and whether cells of this very column may hold several values joined by `;` or `|`. */
export function columnValues(header: string, cell: string): readonly string[] {
  const column = COLUMNS.get(columnKey(header));
  const values = column?.split ? cell.split(/[;|]/u) : [cell];
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** Whether a property is one that a cell may hold several of. */
export function isSplit(property: string): boolean {
  return SPLIT.has(property);
}
