import { cut, isolate, printable, textWidth } from './width.ts';

export interface Column {
  readonly title: string;
  /** Columns it takes at most. */
  readonly max: number;
  /** Columns below which it is never squeezed. */
  readonly min: number;
  /** Columns below which it is squeezed only when every other column is at its own `keep`; default `min`. */
  readonly keep?: number;
  readonly right?: boolean;
}

export interface Cell {
  readonly text: string;
  readonly style?: (text: string) => string;
}

const GAP = 2;

/**
 * A table of at most `width` columns: each column as wide as its longest cell, the widest ones squeezed until all fit,
 * longer cells cut with an ellipsis. Lines without trailing blanks, each ended by a newline.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  titleStyle: (text: string) => string,
): string {
  const texts = rows.map((row) => row.map((cell) => printable(cell.text)));
  const widths = columns.map((column, at) =>
    Math.min(column.max, Math.max(textWidth(column.title), ...texts.map((row) => textWidth(row[at]!)))),
  );
  const room = width - GAP * (columns.length - 1);
  squeeze(
    widths,
    room,
    columns.map((column) => column.keep ?? column.min),
  );
  squeeze(
    widths,
    room,
    columns.map((column) => column.min),
  );
  const line = (
    cells: readonly string[],
    style: (at: number) => ((text: string) => string) | undefined,
  ): string =>
    `${cells
      .map((text, at) => {
        const shown = cut(text, widths[at]!);
        const blanks = ' '.repeat(Math.max(0, widths[at]! - textWidth(shown)));
        const styled = (style(at) ?? same)(isolate(shown));
        return columns[at]!.right ? blanks + styled : styled + blanks;
      })
      .join(' '.repeat(GAP))
      .trimEnd()}\n`;
  return (
    titleStyle(
      line(
        columns.map((column) => column.title),
        () => undefined,
      ),
    ) + rows.map((row, at) => line(texts[at]!, (column) => row[column]!.style)).join('')
  );
}

/** Takes columns off the widest until all fit into `room` or each is at its floor. */
function squeeze(widths: number[], room: number, floors: readonly number[]): void {
  for (let over = sum(widths) - room; over > 0; over--) {
    let widest = -1;
    widths.forEach((one, at) => {
      if (one > floors[at]! && (widest < 0 || one > widths[widest]!)) widest = at;
    });
    if (widest < 0) return;
    widths[widest] = widths[widest]! - 1;
  }
}

function same(text: string): string {
  return text;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
