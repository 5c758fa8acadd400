import { dateText } from './dates.ts';
import type { Entity, Identifier, IdentifierType, Schema } from './entity.ts';
import { schemaGroup } from './schema.ts';

export type FtmProperties = Record<string, string[]>;

/** Identifier types whose FtM property has another name, or that FtM lacks for some schemas. */
const PROPERTY: ReadonlyMap<IdentifierType, string> = new Map([
  ['imoCompanyNumber', 'registrationNumber'],
  ['isin', 'isin'],
  ['unReference', ''],
  ['ofsiGroup', ''],
  ['wallet', ''],
  ['tailNumber', 'registrationNumber'],
  ['serialNumber', 'serialNumber'],
  ['other', 'idNumber'],
]);

/** Properties that FtM keeps to one branch; elsewhere the number goes to the property that every party has. */
const BRANCH: ReadonlyMap<string, readonly Schema[]> = new Map([
  ['imoNumber', ['Vessel']],
  ['mmsi', ['Vessel']],
  ['callSign', ['Vessel']],
  ['passportNumber', ['Person']],
  ['serialNumber', ['Airplane']],
  ['isin', []],
]);

function propertyOf(identifier: Identifier, schema: Schema): string | null {
  const name = PROPERTY.get(identifier.type) ?? identifier.type;
  if (name === '') return null;
  const group = schemaGroup(schema);
  if (group === 'vessel' || group === 'aircraft')
    return name === 'imoNumber' || name === 'mmsi' || name === 'callSign'
      ? group === 'vessel'
        ? name
        : 'registrationNumber'
      : name === 'serialNumber' && group === 'aircraft'
        ? name
        : 'registrationNumber';
  if (group === 'wallet') return null;
  const branch = BRANCH.get(name);
  return branch && !branch.includes(schema)
    ? name === 'passportNumber'
      ? 'idNumber'
      : 'registrationNumber'
    : name;
}

/** The name by which an entity is shown: its chief name in Latin letters, else its first name. */
export function captionOf(entity: Entity): string {
  const names = entity.names;
  const chief =
    names.find((name) => name.kind === 'primary' && name.script === 'Latn') ??
    names.find((name) => name.script === 'Latn' && !name.weak) ??
    names[0];
  return chief?.value ?? entity.id;
}

/** FtM's plain-string form of an entity: property → distinct values, properties in code-point order. */
export function ftmProperties(entity: Entity): FtmProperties {
  const values = new Map<string, Set<string>>();
  const add = (property: string, value: string | null | undefined): void => {
    if (value === null || value === undefined || value === '') return;
    const set = values.get(property);
    if (set) set.add(value);
    else values.set(property, new Set([value]));
  };
  for (const name of entity.names)
    add(
      name.weak
        ? 'weakAlias'
        : name.kind === 'former'
          ? 'previousName'
          : name.kind === 'primary'
            ? 'name'
            : 'alias',
      name.value,
    );
  if (!values.has('name')) add('name', captionOf(entity));
  const group = schemaGroup(entity.schema);
  const person = group === 'person';
  for (const date of entity.birthDates)
    for (const text of dateText(date)) add(person ? 'birthDate' : 'notes', text);
  for (const date of entity.deathDates) for (const text of dateText(date)) if (person) add('deathDate', text);
  if (person) {
    for (const place of entity.birthPlaces) add('birthPlace', place.full);
    for (const place of entity.birthPlaces) add('birthCountry', place.country?.code);
    for (const gender of entity.genders) add('gender', gender);
    for (const nation of entity.nationalities) add('nationality', nation.code ?? nation.raw);
  } else for (const nation of entity.nationalities) add('country', nation.code ?? nation.raw);
  for (const country of entity.countries) add('country', country.code ?? country.raw);
  if (group === 'person' || group === 'organization')
    for (const address of entity.addresses) {
      add('address', [address.full, address.country?.raw].filter(Boolean).join(', '));
      add('country', address.country?.code);
    }
  for (const identifier of entity.identifiers) {
    const property = propertyOf(identifier, entity.schema);
    if (property) add(property, identifier.value);
    if (identifier.type === 'wallet' && group === 'wallet') add('publicKey', identifier.value);
  }
  for (const key of Object.keys(entity.properties))
    for (const value of entity.properties[key]!) add(key, value);
  add('topics', 'sanction');
  return Object.fromEntries(
    [...values].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([property, set]) => [property, [...set]]),
  );
}
