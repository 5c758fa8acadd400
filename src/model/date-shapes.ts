/** Parts of a date as a text gives them; zero or absent means not given. Not checked against the calendar. */
export interface WrittenDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** Shortest abbreviation of a month: "Jan", "Sep" (also "Sept"). */
const SHORTEST_MONTH = 3;

/** 1 to 12 for an English month name or its abbreviation, else 0. "Mayor 1970" names no month. */
function monthNumber(word: string): number {
  const name = word.toLowerCase();
  return name.length < SHORTEST_MONTH ? 0 : MONTHS.findIndex((month) => month.startsWith(name)) + 1;
}

/**
 * The parts of one date in any shape that lists and people write, or null when the text is none of them: `1975`,
 * `1975-06(-14)` also with a time, `1975/06/14`, `19750614`, `14/06/1975` and `14.06.1975`, `06/1975`, `14 Jun 1975`,
 * `14-Jun-1975`, `June 14, 1975`, `Feb 1962`, `1951年3月`, `1975년 6월 14일`; masks `dd/mm/1958`, `00/05/1980`. A year of
 * two digits (`Sep-71`) or a masked one (`19yy`) says too little to be one.
 *
 * Numbers with strokes or stops are day first, as on every list but the American ones, which name their months; they
 * are month first only where that is the only possibility (`05/30/1970`).
 */
export function writtenDate(text: string): WrittenDate | null {
  for (const shape of SHAPES) {
    const found = shape(text);
    if (found) return found;
  }
  return null;
}

type Shape = (text: string) => WrittenDate | null;

/** A shape whose groups `y`, `m`, `d` are numbers (or masks, read as not given). */
function numbers(pattern: RegExp): Shape {
  return (text) => {
    const groups = pattern.exec(text)?.groups;
    return groups ? { year: Number(groups.y), month: part(groups.m), day: part(groups.d) } : null;
  };
}

/** A shape whose group `m` is the name of a month. */
function named(pattern: RegExp): Shape {
  return (text) => {
    const groups = pattern.exec(text)?.groups;
    const month = groups ? monthNumber(groups.m!) : 0;
    return groups && month > 0 ? { year: Number(groups.y), month, day: part(groups.d) } : null;
  };
}

function part(text: string | undefined): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : 0;
}

const DAY_FIRST = numbers(/^(?<d>\d{1,2}|dd)[./-](?<m>\d{1,2}|mm)[./-](?<y>\d{4})(?:[T ]\d.*)?$/i);

const SHAPES: readonly Shape[] = [
  numbers(/^(?<y>\d{4})(?:-(?<m>0?\d|1[0-2])(?:-(?<d>\d{1,2})(?:[T ]\d.*)?)?)?$/),
  numbers(/^(?<y>\d{4})[./](?<m>\d{1,2})[./](?<d>\d{1,2})$/),
  numbers(/^(?<y>1[89]\d{2}|20\d{2}|2100)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])$/),
  (text) => {
    const date = DAY_FIRST(text);
    if (date === null) return null;
    const { year, month = 0, day = 0 } = date;
    return month > 12 && day >= 1 && day <= 12 ? { year, month: day, day: month } : date;
  },
  numbers(/^(?<m>\d{1,2}|mm)[./](?<y>\d{4})$/i),
  named(/^(?<d>\d{1,2})(?:st|nd|rd|th)?[ -]+(?<m>[a-z]{3,9})\.?,?[ -]+(?<y>\d{4})$/i),
  named(/^(?<m>[a-z]{3,9})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})$/i),
  named(/^(?<m>[a-z]{3,9})\.?,?[ -](?<y>\d{4})$/i),
  numbers(/^(?<y>\d{4}) ?[年년](?: ?(?<m>\d{1,2}) ?[月월](?: ?(?<d>\d{1,2}) ?[日일])?)?$/),
];

/** The first and last part of a text that gives two dates, and whether it says which is first. */
export interface WrittenRange {
  readonly from: string;
  readonly to: string;
  /** `1962 to 1963` is in order; `30/04/1963 or 1960` are alternatives. */
  readonly ordered: boolean;
}

const JOINED =
  /^(?:between |from )?(?<from>.+?)(?: (?:to|and|until) | ?[–—] ?| - | ?\/ ?(?=\d{4}$)|(?<=\d{4})-(?=\d{4}$))(?<to>.+)$/i;
const ALTERNATIVES = /^(?:either )?(?<from>.+?)(?: or |, ?)(?<to>\d{4}|.*\d.* .*|.*\d[./-]\d.*)$/i;
/** `1960-62`; up to 12 the last two digits are a month. */
const SHORT_YEARS = /^(?<century>\d{2})(?<from>\d{2})[-/–](?<to>1[3-9]|[2-9]\d)$/;
const MONTH_ALONE = /^(?:early |mid |late )?(?<m>[a-z]{3,9})\.?$/i;

/** The two dates of `1962 to 1963`, `Between Aug. and Sep. 1977`, `circa 1960-1962`, `1954 or 1955`; null when none. */
export function writtenRange(text: string): WrittenRange | null {
  const years = SHORT_YEARS.exec(text)?.groups;
  if (years) return { from: years.century! + years.from!, to: years.century! + years.to!, ordered: true };
  const joined = JOINED.exec(text)?.groups;
  const groups = joined ?? ALTERNATIVES.exec(text)?.groups;
  if (!groups) return null;
  const to = groups.to!.trim();
  let from = groups.from!.trim();
  // "Aug. and Sep. 1977": the first month borrows the year.
  const month = MONTH_ALONE.exec(from)?.groups?.m;
  const year = /\d{4}$/.exec(to)?.[0];
  if (month !== undefined && monthNumber(month) > 0 && year !== undefined) from = `${month} ${year}`;
  return { from, to, ordered: joined !== undefined };
}

/** Which years of a decade "early", "mid" and "late" mean, as offsets. */
const DECADE_PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['', [0, 9]],
  ['early', [0, 3]],
  ['mid', [3, 6]],
  ['late', [6, 9]],
]);

/** First and last year of `1960s`, `in the early 1960s`, `mid-1970's`; null for any other text. */
export function writtenDecade(text: string): readonly [first: number, last: number] | null {
  const groups = /^(?:born )?(?:in )?(?:the )?(?<part>early|mid|late)?[ -]*(?<decade>\d{3})0['’]?s$/i.exec(
    text,
  )?.groups;
  if (!groups) return null;
  const [first, last] = DECADE_PARTS.get((groups.part ?? '').toLowerCase())!;
  const start = Number(groups.decade) * 10;
  return [start + first, start + last];
}
