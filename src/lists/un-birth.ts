import { dateFromParts, dateRange } from '../model/dates.ts';
import type { PartialDate } from '../model/entity.ts';
import type { EntityDraft } from './entity-draft.ts';
import { childText, type UnNote, unDate } from './un-element.ts';
import { addressLine, unCountry } from './un-place.ts';
import type { XmlElement } from './xml.ts';

const CIRCA = /^approximately$/iu;

/**
 * One `INDIVIDUAL_DATE_OF_BIRTH`. EXACT does not mean a full date, only that the year alone or the day is held to be
 * right; some give the date in the note only.
 */
export function addUnBirthDate(draft: EntityDraft, birth: XmlElement, note: UnNote): void {
  const at = (name: string) => childText(birth, name);
  const remark = at('NOTE');
  const circa = at('TYPE_OF_DATE').toUpperCase() === 'APPROXIMATELY' || CIRCA.test(remark);
  const date = at('DATE');
  const year = at('YEAR');
  const [from, to] = [at('FROM_YEAR'), at('TO_YEAR')];
  let read: PartialDate | null = null;
  if (date !== '') read = { ...unDate(date), circa };
  else if (year !== '') read = dateFromParts({ raw: year, year: Number(year), circa });
  else if (from !== '' && to !== '') read = dateRange({ raw: `${from} to ${to}`, from, to, circa });
  else if (from !== '' || to !== '') read = { ...unDate(from || to), circa };
  let field = date !== '' ? 'DATE' : year !== '' ? 'YEAR' : 'FROM_YEAR';
  if (read === null && remark !== '') {
    const said = unDate(remark);
    read = { ...said, circa: said.circa || circa };
    field = 'NOTE';
  } else if (remark !== '' && !CIRCA.test(remark)) draft.property('notes', `Date of birth: ${remark}`);
  if (read === null) return;
  if (read.precision === 'unknown')
    note(birth, `INDIVIDUAL_DATE_OF_BIRTH/${field}`, read.raw, 'unreadable-date');
  draft.add('birthDates', read);
}

export function addUnBirthPlace(draft: EntityDraft, place: XmlElement, note: UnNote): void {
  const full = addressLine(place);
  const country = unCountry(place, 'COUNTRY', note);
  if (full !== '' || country !== null) draft.add('birthPlaces', { full, country });
  const remark = childText(place, 'NOTE');
  if (remark !== '') draft.property('notes', `Place of birth: ${remark}`);
}

/** The birth that some aliases of a person give. */
export function addUnAliasBirth(draft: EntityDraft, alias: XmlElement, note: UnNote): void {
  const date = childText(alias, 'DATE_OF_BIRTH');
  if (date !== '') {
    const read = unDate(date);
    if (read.precision === 'unknown') note(alias, `${alias.name}/DATE_OF_BIRTH`, date, 'unreadable-date');
    draft.add('birthDates', read);
  }
  const full = childText(alias, 'CITY_OF_BIRTH');
  const country = unCountry(alias, 'COUNTRY_OF_BIRTH', note);
  if (full !== '' || country !== null) draft.add('birthPlaces', { full, country });
}
