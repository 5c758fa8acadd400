import { country } from '../model/countries.ts';
import type { Country } from '../model/entity.ts';
import type { EntityDraft } from './entity-draft.ts';
import { attribute, childrenOf, type EuElement, type EuNote, textOf } from './eu-element.ts';

/** The list's own code for a country that is not known; its description is `UNKNOWN`. */
const UNKNOWN_CODE = '00';

/** Country of an element by its ISO code, else by its description; null when the list says that it knows none. */
export function euCountry(element: EuElement, note: EuNote): Country | null {
  const code = attribute(element, 'countryIso2Code');
  const description = attribute(element, 'countryDescription');
  const named = description === '' || description === 'UNKNOWN' ? '' : description;
  if ((code === '' || code === UNKNOWN_CODE) && named === '') return null;
  const byCode = code === '' || code === UNKNOWN_CODE ? null : country(code).code;
  const found = byCode ?? (named === '' ? null : country(named).code);
  const raw = named || code;
  if (found === null)
    note(element, `${element.name}@countryIso2Code`, `${code} ${named}`.trim(), 'unknown-country');
  return { code: found, raw };
}

/** The filled ones of some attributes, each text once, joined by ", ". */
export function joined(element: EuElement, names: readonly string[]): string {
  return [...new Set(names.map((name) => attribute(element, name)))].filter((part) => part !== '').join(', ');
}

const CONTACTS: ReadonlyMap<string, string> = new Map([
  ['PHONE', 'phone'],
  ['FAX', 'fax'],
  ['EMAIL', 'email'],
  ['WEB', 'website'],
]);

/** One `address` with the contacts that hang on it. */
export function addEuAddress(draft: EntityDraft, address: EuElement, note: EuNote): void {
  const box = attribute(address, 'poBox');
  const full = [
    attribute(address, 'street'),
    /^\P{L}+$/u.test(box) ? `P.O. Box ${box}` : box,
    joined(address, ['place', 'city']),
    attribute(address, 'zipCode'),
    attribute(address, 'region'),
  ].filter((part) => part !== '');
  const remarks = [
    attribute(address, 'asAtListingTime') === 'true' ? 'at the time of listing' : '',
    ...childrenOf(address, 'remark').map(textOf),
  ].filter((remark) => remark !== '');
  const where = euCountry(address, note);
  if (full.length > 0 || where || remarks.length > 0)
    draft.add('addresses', {
      full: full.join(', '),
      city: attribute(address, 'city') || null,
      postalCode: attribute(address, 'zipCode') || null,
      country: where,
      ...(remarks.length === 0 ? {} : { note: remarks.join('; ') }),
    });
  for (const contact of childrenOf(address, 'contactInfo')) {
    const key = attribute(contact, 'key');
    const value = attribute(contact, 'value');
    const property = CONTACTS.get(key.toUpperCase());
    if (!property) note(contact, 'address/contactInfo@key', key, 'unknown-contact');
    draft.property(property ?? 'notes', property ? value : `${key}: ${value}`);
  }
}

/** One `citizenship`. */
export function addEuCitizenship(draft: EntityDraft, citizenship: EuElement, note: EuNote): void {
  const nationality = euCountry(citizenship, note);
  if (nationality) draft.add('nationalities', nationality);
  const region = attribute(citizenship, 'region');
  if (region !== '') draft.property('notes', `Citizenship: ${region}`);
  for (const remark of childrenOf(citizenship, 'remark').map(textOf))
    if (remark !== '') draft.property('notes', `Citizenship: ${remark}`);
}
