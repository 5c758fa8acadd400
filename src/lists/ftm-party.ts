import { readTable } from '../facts/table.ts';
import { identifier } from '../ids/identifier.ts';
import { country } from '../model/countries.ts';
import { parseDate } from '../model/dates.ts';
import type { Gender, IdentifierType, Relation, Schema } from '../model/entity.ts';
import { EntityDraft, tidy } from './entity-draft.ts';
import { unReference } from './own-number.ts';

interface Rule {
  readonly becomes: string;
  readonly type: string;
}

const RULES: ReadonlyMap<string, Rule> = new Map(
  readTable('lists/ftm-properties.tsv').map((row) => [
    row.property!,
    { becomes: row.becomes!, type: row.type! },
  ]),
);

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['male', 'male'],
  ['m', 'male'],
  ['man', 'male'],
  ['female', 'female'],
  ['f', 'female'],
  ['woman', 'female'],
  ['other', 'other'],
  ['diverse', 'other'],
  ['x', 'other'],
]);

/** Properties of a party by name, each with its values as written. */
export type Properties = ReadonlyMap<string, readonly string[]>;

/** Told of a value that stays raw because it could not be read as what it should be. */
export type Doubt = (property: string, value: string, code: string) => void;

function values(properties: Properties, name: string): readonly string[] {
  return properties.get(name) ?? [];
}

function first(properties: Properties, name: string): string | null {
  return values(properties, name)[0] ?? null;
}

/**
 * A draft of one party from FollowTheMoney properties (`data/lists/ftm-properties.tsv`). A property that the table does
 * not name is kept under its own name. `doubt` hears of every value that is kept but could not be read.
 */
export function ftmParty(id: string, schema: Schema, properties: Properties, doubt: Doubt): EntityDraft {
  const draft = new EntityDraft(id, schema);
  addNames(draft, properties);
  addBirth(draft, properties);
  addAddress(draft, properties);
  for (const [property, all] of properties) {
    const rule = RULES.get(property);
    for (const value of all) addValue(draft, property, rule, value, doubt);
  }
  return draft;
}

function addValue(
  draft: EntityDraft,
  property: string,
  rule: Rule | undefined,
  value: string,
  doubt: Doubt,
): void {
  switch (rule?.becomes) {
    case undefined:
    case 'property':
      draft.property(property, value);
      return;
    case 'birthDate':
    case 'deathDate': {
      const date = parseDate(value);
      if (date.precision === 'unknown') doubt(property, value, 'unreadable-date');
      draft.add(rule.becomes === 'birthDate' ? 'birthDates' : 'deathDates', date);
      return;
    }
    case 'gender': {
      const gender = GENDERS.get(tidy(value).toLowerCase());
      if (gender) draft.add('genders', gender);
      else {
        doubt(property, value, 'unknown-gender');
        draft.property('gender', value);
      }
      return;
    }
    case 'nationality':
    case 'country': {
      const read = country(value);
      if (read.code === null) doubt(property, value, 'unknown-country');
      draft.add(rule.becomes === 'nationality' ? 'nationalities' : 'countries', read);
      if (property === 'flag') draft.property('flag', value);
      return;
    }
    case 'birthCountry':
      if (country(value).code === null) doubt(property, value, 'unknown-country');
      return;
    case 'address':
      draft.add('addresses', { full: tidy(value), city: null, postalCode: null, country: null });
      return;
    case 'identifier': {
      const type =
        property === 'registrationNumber' && draft.schema === 'Airplane'
          ? 'tailNumber'
          : (rule.type as IdentifierType);
      const read = identifier(type, value, type === 'other' ? { label: property } : {});
      if (read.valid === false) doubt(property, value, 'bad-check-digit');
      if (type !== 'unReference' || unReference(value)) draft.add('identifiers', read);
      else {
        doubt(property, value, 'bad-un-reference');
        draft.property('notes', `UN reference: ${value}`);
      }
      return;
    }
    case 'relation':
      draft.add('relations', {
        kind: rule.type as Relation['kind'],
        name: tidy(value),
        target: null,
        role: property,
      });
      return;
    default:
      return;
  }
}

function addNames(draft: EntityDraft, properties: Properties): void {
  const given = ['firstName', 'secondName', 'middleName'].flatMap((part) => values(properties, part));
  const family = values(properties, 'lastName');
  const parts = {
    ...(family.length > 0 ? { family: family.join(' ') } : {}),
    ...(given.length > 0 ? { given: given.join(' ') } : {}),
  };
  const hasParts = given.length > 0 || family.length > 0;
  const names = values(properties, 'name');
  for (const [i, name] of names.entries())
    draft.name(name, i === 0 ? 'primary' : 'alias', hasParts && holds(name, parts) ? { parts } : {});
  if (names.length === 0 && hasParts)
    draft.name([...given, ...family, ...values(properties, 'nameSuffix')].join(' '), 'primary', { parts });
  for (const [property, rule] of RULES) {
    if (rule.becomes !== 'alias' && rule.becomes !== 'weak' && rule.becomes !== 'former') continue;
    for (const name of values(properties, property))
      draft.name(name, rule.becomes === 'former' ? 'former' : 'alias', { weak: rule.becomes === 'weak' });
  }
  if (names.length > 0 && !names.some((name) => holds(name, parts)))
    for (const part of ['firstName', 'secondName', 'middleName', 'lastName', 'nameSuffix'])
      for (const value of values(properties, part)) draft.property(part, value);
}

/** Whether parts belong to a name: every word of theirs is one of its words. */
function holds(name: string, parts: { readonly family?: string; readonly given?: string }): boolean {
  const words = new Set(tidy(name).toLowerCase().split(' '));
  return [parts.given, parts.family].every((part) =>
    part === undefined
      ? true
      : tidy(part)
          .toLowerCase()
          .split(' ')
          .every((word) => words.has(word)),
  );
}

function addBirth(draft: EntityDraft, properties: Properties): void {
  const places = values(properties, 'birthPlace');
  const countries = values(properties, 'birthCountry');
  const shared = countries.length === 1 ? country(countries[0]!) : null;
  for (const place of places) draft.add('birthPlaces', { full: tidy(place), country: shared });
  if (shared && places.length > 0) return;
  for (const raw of countries) draft.add('birthPlaces', { full: '', country: country(raw) });
}

const ADDRESS_LINE = ['street', 'street2', 'postOfficeBox', 'city', 'region', 'state', 'postalCode'];

/** An address given in columns of its own. */
function addAddress(draft: EntityDraft, properties: Properties): void {
  const full = ADDRESS_LINE.flatMap((part) => values(properties, part));
  if (full.length === 0) return;
  const countries = values(properties, 'country');
  draft.add('addresses', {
    full: full.map(tidy).join(', '),
    city: first(properties, 'city'),
    postalCode: first(properties, 'postalCode'),
    country: countries.length === 1 ? country(countries[0]!) : null,
  });
}
