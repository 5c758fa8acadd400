import { basename, dirname, resolve } from 'node:path';
import { isDay } from './recognise.ts';

/**
 * The date in a file's name, else in the name of its folder: `2026-02-27`, `20260227` or `2026-02`. Given as it is
 * known, `YYYY-MM-DD` or `YYYY-MM`; null when neither name holds one.
 */
export function dateFromPath(path: string): string | null {
  const whole = resolve(path);
  return dateIn(basename(whole)) ?? dateIn(basename(dirname(whole)));
}

/** Centuries 19 and 20 only: `eu-833-2014-annex` holds no date, nor does an eight-digit number of another kind. */
const DATE = /(?<!\d)((?:19|20)\d{2})(?:-(\d{2})(?:-(\d{2}))?|(\d{2})(\d{2}))(?!\d)/g;

function dateIn(name: string): string | null {
  for (const [, year, dashedMonth, dashedDay, month, day] of name.matchAll(DATE)) {
    const parts = [year, dashedMonth ?? month, dashedDay ?? day].filter((part) => part !== undefined);
    const date = parts.join('-');
    if (isDay(parts.length === 2 ? `${date}-01` : date)) return date;
  }
  return null;
}
