import { country } from '../model/countries.ts';
import { parseDate } from '../model/dates.ts';
import type { Country, Gender, Relation } from '../model/entity.ts';
import type { EntityDraft } from './entity-draft.ts';
import { childText, texts, type UkElement, type UkNote, within } from './uk-element.ts';
import { addUkBusinessNumbers, addUkDocuments, addUkShipNumbers } from './uk-identifiers.ts';

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['male', 'male'],
  ['female', 'female'],
  ['other', 'other'],
]);

function known(raw: string, at: UkElement, field: string, note: UkNote): Country {
  // `Former USSR Currently Belarus`: the list itself says which country the place is in now.
  const today = /\b(?:currently|now) ([^()]+)/iu.exec(raw)?.[1];
  const read = { code: country(today ?? raw).code, raw };
  if (read.code === null) note(at, field, raw, 'unknown-country');
  return read;
}

/** Keeps every text of a container under an FtM property. */
function keep(draft: EntityDraft, element: UkElement, container: string, property: string): void {
  for (const [, text] of texts(element, container)) draft.property(property, text);
}

const LINES = [
  'AddressLine1',
  'AddressLine2',
  'AddressLine3',
  'AddressLine4',
  'AddressLine5',
  'AddressLine6',
];

/** What a designation of any kind may carry. */
export function addUkCommon(draft: EntityDraft, designation: UkElement, note: UkNote): void {
  keep(draft, designation, 'Titles', 'title');
  keep(draft, designation, 'PhoneNumbers', 'phone');
  keep(draft, designation, 'EmailAddresses', 'email');
  keep(draft, designation, 'Websites', 'website');
  draft.property('notes', childText(designation, 'OtherInformation'));
  for (const address of within(designation, 'Addresses')) {
    const lines = LINES.map((line) => childText(address, line)).filter((line) => line !== '');
    const postalCode = childText(address, 'AddressPostalCode');
    const raw = childText(address, 'AddressCountry');
    const where = raw === '' ? null : known(raw, address, 'Addresses/Address/AddressCountry', note);
    if (lines.length === 0 && postalCode === '' && where === null) continue;
    draft.add('addresses', {
      full: [...lines, ...(postalCode === '' ? [] : [postalCode])].join(', '),
      // The list does not say which line is the town.
      city: null,
      postalCode: postalCode || null,
      country: where,
    });
  }
}

const INDIVIDUAL = 'IndividualDetails/Individual';

export function addUkIndividual(draft: EntityDraft, individual: UkElement, note: UkNote): void {
  for (const [at, text] of texts(individual, 'DOBs')) {
    const date = parseDate(text);
    if (date.precision === 'unknown') note(at, `${INDIVIDUAL}/DOBs/DOB`, text, 'unreadable-date');
    draft.add('birthDates', date);
  }
  for (const [at, text] of texts(individual, 'Nationalities'))
    draft.add('nationalities', known(text, at, `${INDIVIDUAL}/Nationalities/Nationality`, note));
  for (const [at, text] of texts(individual, 'Genders')) {
    const gender = GENDERS.get(text.toLowerCase());
    if (gender) draft.add('genders', gender);
    else note(at, `${INDIVIDUAL}/Genders/Gender`, text, 'unknown-gender');
  }
  keep(draft, individual, 'Positions', 'position');
  for (const location of within(individual, 'BirthDetails')) {
    const town = childText(location, 'TownOfBirth');
    const raw = childText(location, 'CountryOfBirth');
    const where =
      raw === '' ? null : known(raw, location, `${INDIVIDUAL}/BirthDetails/Location/CountryOfBirth`, note);
    if (town !== '' || where) draft.add('birthPlaces', { full: town || raw, country: where });
  }
  addUkDocuments(draft, individual, note);
}

function relate(
  draft: EntityDraft,
  element: UkElement,
  container: string,
  relation: Omit<Relation, 'name' | 'target'>,
): void {
  for (const [, name] of texts(element, container))
    draft.add('relations', {
      kind: relation.kind,
      name,
      target: null,
      role: relation.role,
      ...former(relation),
    });
}

function former(relation: { readonly former?: true }): { readonly former?: true } {
  return relation.former ? { former: true } : {};
}

export function addUkEntity(draft: EntityDraft, entity: UkElement, note: UkNote): void {
  keep(draft, entity, 'TypeOfEntities', 'legalForm');
  relate(draft, entity, 'ParentCompanies', { kind: 'parent', role: 'Parent company' });
  relate(draft, entity, 'Subsidiaries', { kind: 'subsidiary', role: 'Subsidiary' });
  addUkBusinessNumbers(draft, entity, note);
}

export function addUkShip(draft: EntityDraft, ship: UkElement, note: UkNote): void {
  addUkShipNumbers(draft, ship, note);
  relate(draft, ship, 'CurrentOwnerOperators', { kind: 'owner', role: 'Current owner/operator' });
  relate(draft, ship, 'PreviousOwnerOperators', {
    kind: 'owner',
    role: 'Previous owner/operator',
    former: true,
  });
  for (const [at, text] of texts(ship, 'CurrentBelievedFlagOfShips')) {
    const field = 'ShipDetails/Ship/CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip';
    draft.add('countries', known(text, at, field, note));
    draft.property('flag', text);
  }
  keep(draft, ship, 'PreviousFlags', 'pastFlags');
  keep(draft, ship, 'TypeOfShipDetails', 'type');
  keep(draft, ship, 'TonnageOfShipDetails', 'tonnage');
  keep(draft, ship, 'LengthOfShipDetails', 'length');
  keep(draft, ship, 'YearsBuilt', 'buildDate');
}
