import { country } from '../model/countries.ts';
import type { Country } from '../model/entity.ts';
import type { EntityDraft } from './entity-draft.ts';
import { childText, type UnNote } from './un-element.ts';
import type { XmlElement } from './xml.ts';

/** The country of a child, null when it is empty; noted when it is not recognised. */
export function unCountry(element: XmlElement, name: string, note: UnNote): Country | null {
  const raw = childText(element, name);
  if (raw === '') return null;
  const read = country(raw);
  if (read.code === null) note(element, `${element.name}/${name}`, raw, 'unknown-country');
  return read;
}

/** Street, city, province and postal code of an address or birth place in one line. */
export function addressLine(element: XmlElement): string {
  return ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE']
    .map((name) => childText(element, name))
    .filter((part) => part !== '')
    .join(', ');
}

/** One `INDIVIDUAL_ADDRESS` or `ENTITY_ADDRESS`. */
export function addUnAddress(draft: EntityDraft, address: XmlElement, note: UnNote): void {
  const full = addressLine(address);
  const where = unCountry(address, 'COUNTRY', note);
  const remark = childText(address, 'NOTE');
  if (full === '' && where === null && remark === '') return;
  draft.add('addresses', {
    full,
    city: childText(address, 'CITY') || null,
    postalCode: childText(address, 'ZIP_CODE') || null,
    country: where,
    ...(remark === '' ? {} : { note: remark }),
  });
}
