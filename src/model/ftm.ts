import { country } from './countries.ts';
import { dateText } from './dates.ts';
import type { Country, Entity, Identifier, IdentifierType, Name, Schema } from './entity.ts';
import { propertyOn, propertyType } from './ftm-properties.ts';
import { topicsOfDesignations } from './topics.ts';

export type FtmProperties = Record<string, string[]>;

/** An entity as FollowTheMoney's JSON has it. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: Schema;
  readonly caption: string;
  readonly properties: FtmProperties;
  /** Slugs of the lists that hold it. */
  readonly datasets: readonly string[];
  /** Its other ids. */
  readonly referents: readonly string[];
  readonly target: boolean;
  /** First and last date of its designations, `YYYY-MM-DD`; null when none is known. */
  readonly first_seen: string | null;
  /** Date of the newest list that holds it; an entity alone does not know it. */
  readonly last_seen: string | null;
  readonly last_change: string | null;
}

/** Identifier types whose FtM property has another name. */
const PROPERTY: ReadonlyMap<IdentifierType, string> = new Map([
  ['isin', 'isinCode'],
  ['wallet', 'publicKey'],
  ['tailNumber', 'registrationNumber'],
  ['other', 'idNumber'],
]);

/** Keys that join lists; FtM keeps them on the designation, not on the party. */
const KEYS_OF_LISTS: ReadonlySet<IdentifierType> = new Set(['unReference', 'ofsiGroup']);

/** FtM has one property for both kinds of IMO number: of a body it is the company's, of a ship the ship's. */
function propertyOf(identifier: Identifier, schema: Schema): string {
  if (identifier.type === 'imoCompanyNumber') return schema === 'Vessel' ? '' : 'imoNumber';
  if (identifier.type === 'imoNumber' && schema !== 'Vessel') return 'registrationNumber';
  return PROPERTY.get(identifier.type) ?? identifier.type;
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

function nameProperty(name: Name): string {
  if (name.weak) return 'weakAlias';
  if (name.kind === 'former') return 'previousName';
  return name.kind === 'primary' ? 'name' : 'alias';
}

/** Values by property, each once; what a schema cannot hold goes to its nearest property or becomes a note. */
class Values {
  readonly #schema: Schema;
  readonly #values = new Map<string, Set<string>>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  add(property: string, value: string | null | undefined, label: string = property): void {
    if (value === null || value === undefined || value === '') return;
    const place = propertyOn(this.#schema, property);
    const set = this.#values.get(place ?? 'notes');
    const text = place === null ? `${label}: ${value}` : value;
    if (set) set.add(text);
    else this.#values.set(place ?? 'notes', new Set([text]));
  }

  /** A country by its code; its words, when no code is known, are a note. */
  addCountry(property: string, value: Country | null): void {
    if (value === null) return;
    if (value.code !== null) this.add(property, value.code);
    else if (value.raw !== '') this.add('notes', `${property}: ${value.raw}`);
  }

  has(property: string): boolean {
    return this.#values.has(property);
  }

  sorted(): FtmProperties {
    return Object.fromEntries(
      [...this.#values].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([property, set]) => [property, [...set]]),
    );
  }
}

/** FtM's plain-string form of an entity: property → distinct values, properties in code-point order. */
export function ftmProperties(entity: Entity): FtmProperties {
  const values = new Values(entity.schema);
  for (const name of entity.names) values.add(nameProperty(name), name.value);
  if (!values.has('name')) values.add('name', captionOf(entity));
  for (const date of entity.birthDates) for (const text of dateText(date)) values.add('birthDate', text);
  for (const date of entity.deathDates) for (const text of dateText(date)) values.add('deathDate', text);
  for (const place of entity.birthPlaces) {
    values.add('birthPlace', place.full);
    values.addCountry('birthCountry', place.country);
  }
  for (const gender of entity.genders) values.add('gender', gender);
  for (const nation of entity.nationalities) values.addCountry('nationality', nation);
  for (const one of entity.countries) values.addCountry('country', one);
  for (const address of entity.addresses) {
    values.add('address', [address.full, address.country?.raw].filter(Boolean).join(', '));
    if (address.country?.code) values.add('country', address.country.code);
  }
  for (const identifier of entity.identifiers)
    if (!KEYS_OF_LISTS.has(identifier.type))
      values.add(
        propertyOf(identifier, entity.schema),
        identifier.value,
        identifier.label ?? identifier.type,
      );
  for (const key of Object.keys(entity.properties))
    for (const value of entity.properties[key]!) {
      const code = propertyType(key) === 'country' ? country(value).code : null;
      values.add(key, code ?? value);
    }
  for (const topic of topicsOfDesignations(entity.designations)) values.add('topics', topic);
  return values.sorted();
}

/**
 * The FollowTheMoney form of an entity, for other programs of this field. `referents` are its other ids, when it was
 * joined from several lists.
 */
export function toFtm(entity: Entity, referents: readonly string[] = []): FtmEntity {
  const days = (...fields: readonly ('announced' | 'listed' | 'inForce' | 'amended' | 'ended')[]): string[] =>
    entity.designations
      .flatMap((one) => fields.map((field) => one[field]))
      .filter((day): day is string => day !== null)
      .sort();
  return {
    id: entity.id,
    schema: entity.schema,
    caption: captionOf(entity),
    properties: ftmProperties(entity),
    datasets: [...new Set(entity.designations.map((one) => one.list))],
    referents,
    target: true,
    first_seen: days('announced', 'listed', 'inForce')[0] ?? null,
    last_seen: null,
    last_change: days('announced', 'listed', 'inForce', 'amended', 'ended').at(-1) ?? null,
  };
}
