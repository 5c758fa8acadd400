/**
 * Islamic and Persian dates as Gregorian ranges, by tabular rules. Islamic: the civil calendar with leap years 2, 5, 7,
 * 10, 13, 16, 18, 21, 24, 26, 29 of each 30 (Reingold & Dershowitz, Calendrical Calculations, 4th ed. 2018, ch. 7).
 * Persian: eight leap years in each 33, which is exact from 1210 to 1634 AP (1831 to 2255), where the cycles run
 * unbroken (Borkowski, The Persian Calendar for 3000 Years, Earth, Moon and Planets 74, 1996).
 */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Rata die (day 1 = 1 January of the year 1) of the epochs. */
const ISLAMIC_EPOCH = 227_015;
const PERSIAN_EPOCH = 226_896;
const UNIX_EPOCH = 719_163;
const DAY = 86_400_000;
/** The tabular calendar and the month that was proclaimed may differ by a day. */
const UNCERTAINTY = 1;

function isoOf(rataDie: number): string {
  return new Date((rataDie - UNIX_EPOCH) * DAY).toISOString().slice(0, 10);
}

function widened(first: number, last: number): DayRange {
  return { from: isoOf(first - UNCERTAINTY), to: isoOf(last + UNCERTAINTY) };
}

function islamicDay(year: number, month: number, day: number): number {
  return (
    ISLAMIC_EPOCH -
    1 +
    (year - 1) * 354 +
    Math.floor((3 + 11 * year) / 30) +
    29 * (month - 1) +
    Math.floor(month / 2) +
    day
  );
}

function persianDay(year: number, month: number, day: number): number {
  const leaps = Math.floor((8 * year - 12) / 33);
  const before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
  return PERSIAN_EPOCH - 1 + 365 * (year - 1) + leaps + before + day;
}

type DayOf = (year: number, month: number, day: number) => number;

function convert(dayOf: DayOf, maxDay: number, year: number, month: number, day: number): DayRange | null {
  if (month > 12 || day > maxDay) return null;
  if (month === 0) return widened(dayOf(year, 1, 1), dayOf(year + 1, 1, 1) - 1);
  const first = dayOf(year, month, 1);
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  if (day === 0) return widened(first, next - 1);
  return first + day - 1 < next ? widened(first + day - 1, first + day - 1) : null;
}

/** Gregorian days of an Islamic year, month or day (zeros: not given); null when there is no such day. */
export function islamicToGregorian(year: number, month: number, day: number): DayRange | null {
  return year > 1600 ? null : convert(islamicDay, 30, year, month, day);
}

/** The same for the Persian (solar) calendar. */
export function persianToGregorian(year: number, month: number, day: number): DayRange | null {
  return year > 1600 ? null : convert(persianDay, 31, year, month, day);
}
