import type { Io } from './io.ts';
import { progressLine } from './progress-line.ts';

/** A bar for work of a known length. */
export interface ProgressBar {
  readonly to: (done: number, total: number) => void;
  /** Clears the bar. */
  readonly end: () => void;
}

const CELLS = 24;
/** Milliseconds between two drawings: the eye sees no more, and drawing costs more than the work between. */
const PAUSE = 100;
/** Below this many seconds a rate is a guess. */
const WARM_UP = 2;

/** A bar on standard error with rate and time left: drawn on a terminal only, elsewhere one line that names the work. */
export function progressBar(io: Io, work: string, unit: string): ProgressBar {
  const line = progressLine(io);
  const began = performance.now();
  let first: number | null = null;
  let drawn = Number.NEGATIVE_INFINITY;
  line.say(`${work}: …`);
  return {
    to: (done, total) => {
      const now = performance.now();
      // What an earlier run did tells nothing of the speed of this one.
      first ??= done;
      if (now - drawn < PAUSE) return;
      drawn = now;
      line.say(`${work}: ${barText(done, total, unit, done - first, (now - began) / 1000)}`);
    },
    end: line.end,
  };
}

/** `[████······] 41% 8,200 rows, 4,100 a second, 3 s left`. `fresh` of the `done` were done in these `seconds`. */
export function barText(done: number, total: number, unit: string, fresh: number, seconds: number): string {
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.floor(part * CELLS);
  const bar = `[${'█'.repeat(full)}${'·'.repeat(CELLS - full)}] ${Math.floor(part * 100)}% ${grouped(done)} ${unit}`;
  if (seconds < WARM_UP || fresh === 0) return bar;
  const rate = fresh / seconds;
  const left = Math.ceil(Math.max(0, total - done) / rate);
  return `${bar}, ${grouped(Math.round(rate))} a second, ${duration(left)} left`;
}

/** Whole number with commas between thousands. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
