import { dateFromParts, dateRange, parseDate } from '../model/dates.ts';
import type { PartialDate } from '../model/entity.ts';
import type { EntityDraft } from './entity-draft.ts';
import { attribute, childrenOf, type EuElement, type EuNote, textOf } from './eu-element.ts';
import { euCountry, joined } from './eu-place.ts';

/** Countries whose everyday Islamic calendar is the solar one; the list's ISLAMIC says neither solar nor lunar. */
const SOLAR_ISLAMIC: ReadonlySet<string> = new Set(['IR', 'AF']);

function number(element: EuElement, name: string): number | null {
  const text = attribute(element, name);
  return /^\d+$/u.test(text) ? Number(text) : null;
}

/** Day, month and year as the element gives them, `1402-06-24`, `1962-04`, `1960`; '' without a year. */
function partsText(element: EuElement): string {
  return ['year', 'monthOfYear', 'dayOfMonth']
    .map((name) => attribute(element, name))
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

function islamicDates(birth: EuElement, parts: string, note: EuNote): readonly PartialDate[] {
  const circa = attribute(birth, 'circa') === 'true';
  const gregorian = attribute(birth, 'birthdate');
  const raw = `${parts} (Islamic calendar)`;
  if (gregorian !== '') {
    // The list converts the day itself; its own conversion is what its readers compare with.
    const given = parseDate(gregorian);
    return [{ ...given, raw: `${raw}, ${gregorian}`, circa, calendar: 'islamic' }];
  }
  const date = {
    raw,
    year: number(birth, 'year'),
    month: number(birth, 'monthOfYear'),
    day: number(birth, 'dayOfMonth'),
    circa,
  };
  const lunar = dateFromParts({ ...date, calendar: 'islamic' });
  if (!SOLAR_ISLAMIC.has(attribute(birth, 'countryIso2Code'))) return [lunar];
  note(birth, 'birthdate@calendarType', raw, 'ambiguous-calendar');
  return [dateFromParts({ ...date, calendar: 'persian' }), lunar];
}

function birthDates(birth: EuElement, note: EuNote): readonly PartialDate[] {
  const circa = attribute(birth, 'circa') === 'true';
  const parts = partsText(birth);
  const calendar = attribute(birth, 'calendarType');
  if (calendar === 'ISLAMIC' && parts !== '') return islamicDates(birth, parts, note);
  if (calendar !== '' && calendar !== 'GREGORIAN' && calendar !== 'ISLAMIC')
    note(birth, 'birthdate@calendarType', calendar, 'unknown-calendar');
  const from = number(birth, 'yearRangeFrom');
  const to = number(birth, 'yearRangeTo');
  if (from !== null && to !== null)
    return [dateRange({ raw: `${from}-${to}`, from: `${from}`, to: `${to}`, circa })];
  const whole = attribute(birth, 'birthdate');
  if (whole !== '') return [{ ...parseDate(whole), circa }];
  if (parts === '') return [];
  return [
    dateFromParts({
      raw: circa ? `circa ${parts}` : parts,
      year: number(birth, 'year'),
      month: number(birth, 'monthOfYear'),
      day: number(birth, 'dayOfMonth'),
      circa,
      calendar: 'gregorian',
    }),
  ];
}

/** One `birthdate`: a date, a place, or either. A remark that is a date of its own is one where no other is given. */
export function addEuBirth(draft: EntityDraft, birth: EuElement, note: EuNote): void {
  const dates = birthDates(birth, note);
  for (const date of dates) {
    if (date.precision === 'unknown') note(birth, 'birthdate@birthdate', date.raw, 'unreadable-date');
    draft.add('birthDates', date);
  }
  for (const remark of childrenOf(birth, 'remark').map(textOf)) {
    const read = dates.length === 0 && remark !== '' ? parseDate(remark) : null;
    if (read && read.precision !== 'unknown') draft.add('birthDates', read);
    else if (remark !== '') draft.property('notes', `Birth: ${remark}`);
  }
  const place = joined(birth, ['place', 'city', 'zipCode', 'region']);
  const where = euCountry(birth, note);
  if (place !== '' || where) draft.add('birthPlaces', { full: place || where!.raw, country: where });
}
