import type { Io } from './io.ts';
import { cut, printable } from './width.ts';

/** A line on standard error that says what is being done. */
export interface ProgressLine {
  readonly say: (line: string) => void;
  /** Clears the line. */
  readonly end: () => void;
}

const CLEAR = '\r\u001b[K';
const DEFAULT_COLUMNS = 80;

/**
 * On a terminal one line that is written over; elsewhere a line each time the work changes, so that a log does not
 * fill with counts of bytes.
 */
export function progressLine(io: Io): ProgressLine {
  const out = io.stderr;
  if (out.isTTY) {
    const width = (out.columns ?? DEFAULT_COLUMNS) - 1;
    return { say: (line) => out.write(CLEAR + cut(printable(line), width)), end: () => out.write(CLEAR) };
  }
  let before = '';
  return {
    say: (line) => {
      const [work = line] = line.split(':');
      if (work !== before) out.write(`${printable(work)}\n`);
      before = work;
    },
    end: () => {},
  };
}
