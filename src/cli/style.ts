import type { Io } from './io.ts';

/** How answers for people are laid out in one terminal. */
export interface Style {
  /** Columns to keep to. */
  readonly width: number;
  /** Whether escape sequences may be used; without them words and `^` say the same. */
  readonly colour: boolean;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly alarm: (text: string) => string;
  readonly caution: (text: string) => string;
  readonly underline: (text: string) => string;
}

/** Columns where nothing says how many there are (a file, a pipe). */
const DEFAULT_WIDTH = 100;
/** Narrower than this no table can be read: lines are broken by the terminal instead. */
const MIN_WIDTH = 60;
/** Wider lines are hard to follow with the eye. */
const MAX_WIDTH = 160;

/** The style for standard output: `NO_COLOR` (no-color.org) and `COLUMNS` are heeded. */
export function styleOf(io: Io): Style {
  const asked = Number(io.env.COLUMNS ?? '');
  const columns = Number.isInteger(asked) && asked > 0 ? asked : (io.stdout.columns ?? DEFAULT_WIDTH);
  const noColour = io.env.NO_COLOR;
  const colour = io.stdout.isTTY && (noColour === undefined || noColour === '') && io.env.TERM !== 'dumb';
  const code =
    (on: number, off: number) =>
    (text: string): string =>
      colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    width: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, columns)),
    colour,
    bold: code(1, 22),
    dim: code(2, 22),
    alarm: code(31, 39),
    caution: code(33, 39),
    underline: code(4, 24),
  };
}
