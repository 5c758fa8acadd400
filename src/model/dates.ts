import type { PartialDate } from './entity.ts';
import { islamicToGregorian, persianToGregorian } from './calendars.ts';

/** Years outside this are typos of the list (3017), not births, listings or ships' keels. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;

const MONTHS: ReadonlyMap<string, number> = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, i) => [name, i + 1]),
);

const CIRCA = /\b(?:circa|ca|approx(?:imately)?|about|around|c)\b\.?\s*/i;

/** Days of a month of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function unknown(raw: string, circa = false): PartialDate {
  return { raw, precision: 'unknown', from: null, to: null, circa, calendar: 'gregorian' };
}

export interface DateParts {
  readonly raw: string;
  readonly year?: number | null;
  readonly month?: number | null;
  readonly day?: number | null;
  readonly circa?: boolean;
  readonly calendar?: PartialDate['calendar'];
}

/**
 * A date from its parts; zero and null mean not given. Without a year, or with a day that the month does not have,
 * the date is unknown and only the raw text is kept. Islamic and Persian dates are converted by the tabular
 * calendars and widened by a day on either side, since the months were begun by sight of the moon.
 */
export function dateFromParts(parts: DateParts): PartialDate {
  const { raw, circa = false, calendar = 'gregorian' } = parts;
  const year = parts.year ?? 0;
  const month = parts.month ?? 0;
  const day = month === 0 ? 0 : (parts.day ?? 0);
  if (calendar === 'islamic' || calendar === 'persian') {
    const convert = calendar === 'islamic' ? islamicToGregorian : persianToGregorian;
    const range = year > 0 ? convert(year, month, day) : null;
    if (!range) return { ...unknown(raw, circa), calendar };
    const precision = month === 0 ? 'year' : day === 0 ? 'month' : 'day';
    return { raw, precision, from: range.from, to: range.to, circa, calendar };
  }
  if (calendar !== 'gregorian') return { ...unknown(raw, circa), calendar };
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return unknown(raw, circa);
  if (month < 0 || month > 12 || day < 0 || (month > 0 && day > daysInMonth(year, month))) return unknown(raw, circa);
  if (month === 0) return { raw, precision: 'year', from: iso(year, 1, 1), to: iso(year, 12, 31), circa, calendar };
  if (day === 0)
    return { raw, precision: 'month', from: iso(year, month, 1), to: iso(year, month, daysInMonth(year, month)), circa, calendar };
  return { raw, precision: 'day', from: iso(year, month, day), to: iso(year, month, day), circa, calendar };
}

/** A range between two dates or years, as text (`1962`, `1962-05`, `1962-05-03`). Unknown when either is or they are reversed. */
export function dateRange(range: { raw: string; from: string; to: string; circa?: boolean }): PartialDate {
  const from = parseDate(range.from);
  const to = parseDate(range.to);
  const circa = range.circa ?? (from.circa || to.circa);
  if (from.from === null || to.to === null || from.from > to.to) return unknown(range.raw, circa);
  if (from.from === to.from && from.to === to.to) return { ...from, raw: range.raw, circa };
  return { raw: range.raw, precision: 'range', from: from.from, to: to.to, circa, calendar: 'gregorian' };
}

const RANGE = /^(?:between\s+)?(.+?)\s*(?:\bto\b|\band\b|\bor\b|–|—|\/(?=\d{4}$)|(?<=\d{4})\s*-\s*(?=\d{4}))\s*(.+)$/i;
const DECADE = /^(?:born\s+)?(?:in\s+)?(?:the\s+)?(early|mid|late)?[\s-]*(\d{3})0s$/i;
/** Which years of a decade "early", "mid" and "late" mean, as offsets. */
const DECADE_PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['', [0, 9]],
  ['early', [0, 3]],
  ['mid', [3, 6]],
  ['late', [6, 9]],
]);

/**
 * Reads a date as lists and people write it. Numbers with strokes or stops are day first unless that is impossible
 * (05/30/1970); `dd`, `mm` and zeros stand for parts not known. What cannot be read, or is no day of the calendar,
 * has precision `unknown` and keeps its text.
 */
export function parseDate(raw: string): PartialDate {
  let text = raw.trim().replace(/^['"`’]+|['"`’.,]+$/g, '').replace(/\s+/g, ' ');
  const circa = CIRCA.test(text);
  if (circa) text = text.replace(CIRCA, '').trim();
  const parts = readParts(text);
  if (parts) return dateFromParts({ raw, circa, ...parts });
  const decade = DECADE.exec(text);
  if (decade) {
    const [first, last] = DECADE_PARTS.get((decade[1] ?? '').toLowerCase())!;
    const start = Number(decade[2]) * 10;
    return dateRange({ raw, from: String(start + first), to: String(start + last), circa: true });
  }
  const range = RANGE.exec(text);
  if (range && readable(range[1]!) && readable(range[2]!)) return dateRange({ raw, from: range[1]!, to: range[2]!, circa });
  return unknown(raw, circa);
}

function readable(text: string): boolean {
  return readParts(text.replace(CIRCA, '').trim()) !== null;
}

type Parts = { year: number; month?: number; day?: number };

function readParts(text: string): Parts | null {
  let m = /^(\d{4})$/.exec(text);
  if (m) return { year: Number(m[1]) };
  m = /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?$/.exec(text);
  if (m) return { year: Number(m[1]), month: Number(m[2]), day: Number(m[3] ?? 0) };
  m = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(text);
  if (m) return { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) };
  m = /^(\d{1,2}|dd)[./-](\d{1,2}|mm)[./-](\d{4})(?:[T ].*)?$/i.exec(text);
  if (m) return dayFirst(m[1]!, m[2]!, Number(m[3]));
  m = /^(\d{1,2}|mm)[./](\d{4})$/i.exec(text);
  if (m) return { year: Number(m[2]), month: Number.parseInt(m[1]!, 10) || 0 };
  m = /^(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4})$/i.exec(text);
  if (m) return named(m[2]!, Number(m[1]), Number(m[3]));
  m = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  if (m) return named(m[1]!, Number(m[2]), Number(m[3]));
  m = /^([a-z]{3,9})\.?,?[ -](\d{4})$/i.exec(text);
  if (m) return named(m[1]!, 0, Number(m[2]));
  return null;
}

function named(month: string, day: number, year: number): Parts | null {
  const number = MONTHS.get(month.slice(0, 3).toLowerCase());
  return number === undefined ? null : { year, month: number, day };
}

function dayFirst(first: string, second: string, year: number): Parts {
  const a = Number.parseInt(first, 10) || 0;
  const b = Number.parseInt(second, 10) || 0;
  return b > 12 && a >= 1 && a <= 12 ? { year, month: a, day: b } : { year, month: b, day: a };
}

/** FtM has no ranges: a short range is given as its years, a long one not at all. */
const MAX_YEARS_SHOWN = 5;

/** The FtM projection: `1975-06-14`, `1975-06`, `1975`; the years of a range of up to five; nothing when unknown. */
export function dateText(date: PartialDate): string[] {
  if (date.from === null || date.to === null) return [];
  if (date.calendar === 'gregorian') {
    if (date.precision === 'day') return [date.from];
    if (date.precision === 'month') return [date.from.slice(0, 7)];
    if (date.precision === 'year') return [date.from.slice(0, 4)];
  }
  const first = Number(date.from.slice(0, 4));
  const last = Number(date.to.slice(0, 4));
  if (last - first >= MAX_YEARS_SHOWN) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

export type DateComparison = 'same' | 'compatible' | 'close' | 'swapped' | 'contradicted' | 'unknown';

/** A year given alone is often an estimate from an age: one year beside is no contradiction. */
const YEARS_BESIDE = 1;
/** "Circa" is wider. */
const YEARS_BESIDE_CIRCA = 2;

/**
 * How a query's date stands to a listed one. `same`: both are days and equal. `compatible`: they can be the same day.
 * `close`: a year alone that is one beside (two for circa), or full dates that differ in one part only (day, or month,
 * or year by one). `swapped`: day and month exchanged. Else `contradicted`; `unknown` if either could not be read.
 */
export function compareDates(query: PartialDate, candidate: PartialDate): DateComparison {
  if (query.from === null || query.to === null || candidate.from === null || candidate.to === null) return 'unknown';
  const days = query.precision === 'day' && candidate.precision === 'day';
  if (days && query.from === candidate.from) return 'same';
  if (query.from <= candidate.to && candidate.from <= query.to) return days ? 'same' : 'compatible';
  if (days) {
    const [qy, qm, qd] = query.from.split('-').map(Number) as [number, number, number];
    const [cy, cm, cd] = candidate.from.split('-').map(Number) as [number, number, number];
    if (qy === cy && qm === cd && qd === cm) return 'swapped';
    const differing = Number(qy !== cy) + Number(qm !== cm) + Number(qd !== cd);
    if (differing === 1 && Math.abs(qy - cy) <= YEARS_BESIDE) return 'close';
    if (!query.circa && !candidate.circa) return 'contradicted';
  }
  const beside = query.circa || candidate.circa ? YEARS_BESIDE_CIRCA : YEARS_BESIDE;
  const yearsApart = Math.max(
    Number(candidate.from.slice(0, 4)) - Number(query.to.slice(0, 4)),
    Number(query.from.slice(0, 4)) - Number(candidate.to.slice(0, 4)),
  );
  return yearsApart <= beside ? 'close' : 'contradicted';
}
