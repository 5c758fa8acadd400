import { islamicToGregorian, persianToGregorian } from './calendars.ts';
import { writtenDate, writtenDecade, writtenRange } from './date-shapes.ts';
import type { PartialDate } from './entity.ts';

/** Years outside this are typos of the list (3017), not births, listings or ships' keels. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;

const CIRCA = /(?<!\p{L})(?:circa|ca|approx(?:imately)?|about|around|c)(?!\p{L}|\))\.?\s*/giu;

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
 * A date from its parts; zero and null mean not given. Without a year, with a year outside 1800 to 2100 (Gregorian),
 * or with a day that the month does not have, the date is unknown and only the raw text is kept. Islamic and Persian
 * dates are converted by the tabular calendars and widened by a day on either side, since the months were begun by
 * sight of the moon; calendars that are not converted are unknown.
 */
export function dateFromParts(parts: DateParts): PartialDate {
  const { raw, circa = false, calendar = 'gregorian' } = parts;
  const year = parts.year ?? 0;
  const month = parts.month ?? 0;
  const day = month === 0 ? 0 : (parts.day ?? 0);
  const nothing = { ...unknown(raw, circa), calendar };
  if (![year, month, day].every((part) => Number.isInteger(part) && part >= 0)) return nothing;
  const precision = month === 0 ? 'year' : day === 0 ? 'month' : 'day';
  const range = rangeOf(calendar, year, month, day);
  return range ? { raw, precision, from: range.from, to: range.to, circa, calendar } : nothing;
}

function rangeOf(
  calendar: PartialDate['calendar'],
  year: number,
  month: number,
  day: number,
): { readonly from: string; readonly to: string } | null {
  if (calendar === 'islamic' || calendar === 'persian') {
    const range =
      year === 0
        ? null
        : (calendar === 'islamic' ? islamicToGregorian : persianToGregorian)(year, month, day);
    return range && isPlausible(Number(range.from.slice(0, 4))) ? range : null;
  }
  if (calendar !== 'gregorian' || !isPlausible(year) || month > 12) return null;
  if (month === 0) return { from: iso(year, 1, 1), to: iso(year, 12, 31) };
  const days = daysInMonth(year, month);
  if (day > days) return null;
  return { from: iso(year, month, day || 1), to: iso(year, month, day || days) };
}

function isPlausible(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Two dates or years as texts (`1962`, `1962-05`, `3 May 1962`), first and last. */
export interface DateBounds {
  readonly raw: string;
  readonly from: string;
  readonly to: string;
  readonly circa?: boolean;
}

/** All days from the first of `from` to the last of `to`. Unknown when either is, or when they are reversed. */
export function dateRange(range: DateBounds): PartialDate {
  const from = parseDate(range.from);
  const to = parseDate(range.to);
  const circa = range.circa ?? (from.circa || to.circa);
  if (from.from === null || to.to === null || from.from > to.to) return unknown(range.raw, circa);
  if (from.from === to.from && from.to === to.to) return { ...from, raw: range.raw, circa };
  return { raw: range.raw, precision: 'range', from: from.from, to: to.to, circa, calendar: 'gregorian' };
}

/**
 * Reads a date as lists and people write it; `date-shapes.ts` says in which shapes, and that numbers are day first
 * unless that is impossible. `dd`, `mm` and zeros stand for parts not known; alternatives (`1954 or 1955`) and decades
 * are ranges. What cannot be read, or is no day of the calendar, has precision `unknown` and keeps its text.
 */
export function parseDate(raw: string): PartialDate {
  const trimmed = raw
    .normalize('NFKC')
    .trim()
    .replace(/^['"`’‘]+|['"`’‘.,;]+$/g, '')
    .replace(/\s+/g, ' ');
  const text = trimmed.replace(CIRCA, '').trim();
  const circa = text !== trimmed.trim();
  const parts = writtenDate(text);
  if (parts) return dateFromParts({ raw, circa, ...parts });
  const decade = writtenDecade(text);
  if (decade) return dateRange({ raw, from: String(decade[0]), to: String(decade[1]), circa: true });
  const range = writtenRange(text);
  if (range === null || !writtenDate(range.from) || !writtenDate(range.to)) return unknown(raw, circa);
  if (!range.ordered && start(range.from) > start(range.to))
    return dateRange({ raw, from: range.to, to: range.from, circa });
  return dateRange({ raw, from: range.from, to: range.to, circa });
}

function start(text: string): string {
  return parseDate(text).from ?? '';
}

/** FtM has no ranges: a short range is given as its years, a long one not at all. In years, first to last. */
const MAX_YEARS_APART = 5;

/** The FtM projection: `1975-06-14`, `1975-06`, `1975`; the years of a range that are at most five apart; else none. */
export function dateText(date: PartialDate): string[] {
  if (date.from === null || date.to === null) return [];
  if (date.calendar === 'gregorian' || date.from === date.to) {
    if (date.precision === 'day') return [date.from];
    if (date.precision === 'month') return [date.from.slice(0, 7)];
    if (date.precision === 'year') return [date.from.slice(0, 4)];
  }
  const first = yearOf(date.from);
  const last = yearOf(date.to);
  if (last - first > MAX_YEARS_APART) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

export type DateComparison = 'same' | 'compatible' | 'close' | 'swapped' | 'contradicted' | 'unknown';

/** A year given alone is often an estimate from an age: one year beside is no contradiction. */
const YEARS_BESIDE = 1;
/** "Circa" is wider: 1962 and circa 1960. */
const YEARS_BESIDE_CIRCA = 2;
/** A year mistyped or counted wrongly: 14 June 1975 and 14 June 1976. More apart is another birth. */
const YEARS_MISTYPED = 1;

/**
 * How a query's date stands to a listed one. `same`: both are one day, and the same. `compatible`: they can be the
 * same day. `close`: a year alone or a range that is one year beside (two for circa), or full dates or months of which
 * one part differs (the day, the month, or the year by one). `swapped`: day and month exchanged. Else `contradicted`;
 * `unknown` if either could not be read. The order of the two never matters.
 */
export function compareDates(query: PartialDate, candidate: PartialDate): DateComparison {
  if (query.from === null || query.to === null || candidate.from === null || candidate.to === null)
    return 'unknown';
  const bothDays = isDay(query) && isDay(candidate);
  if (query.from <= candidate.to && candidate.from <= query.to) return bothDays ? 'same' : 'compatible';
  if (query.circa || candidate.circa || isWide(query) || isWide(candidate)) {
    if (bothDays && isSwapped(query.from, candidate.from)) return 'swapped';
    const yearsApart = Math.max(
      yearOf(candidate.from) - yearOf(query.to),
      yearOf(query.from) - yearOf(candidate.to),
    );
    const beside = query.circa || candidate.circa ? YEARS_BESIDE_CIRCA : YEARS_BESIDE;
    return yearsApart <= beside ? 'close' : 'contradicted';
  }
  // Days and months: what both give is compared part by part. A converted day is three days wide already.
  if (query.calendar !== 'gregorian' || candidate.calendar !== 'gregorian') return 'contradicted';
  if (bothDays && isSwapped(query.from, candidate.from)) return 'swapped';
  return differsInOnePart(query.from, candidate.from, bothDays) ? 'close' : 'contradicted';
}

function isDay(date: PartialDate): boolean {
  return date.precision === 'day' && date.from === date.to;
}

function isWide(date: PartialDate): boolean {
  return date.precision === 'year' || date.precision === 'range';
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function isSwapped(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7);
}

function differsInOnePart(a: string, b: string, withDays: boolean): boolean {
  const years = Math.abs(yearOf(a) - yearOf(b));
  const differing =
    Number(years > 0) +
    Number(a.slice(5, 7) !== b.slice(5, 7)) +
    Number(withDays && a.slice(8) !== b.slice(8));
  return differing === 1 && years <= YEARS_MISTYPED;
}
