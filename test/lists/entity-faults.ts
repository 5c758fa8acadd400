import { identifier } from '../../src/ids/identifier.ts';
import type { Entity, IdentifierType, NameKind, Schema } from '../../src/model/entity.ts';
import { scriptOf } from '../../src/text/scripts.ts';

const SCHEMAS: readonly Schema[] = [
  'Person',
  'LegalEntity',
  'Organization',
  'Company',
  'PublicBody',
  'Vessel',
  'Airplane',
  'CryptoWallet',
];
const KINDS: readonly NameKind[] = ['primary', 'alias', 'former', 'native'];
const ENTITY_KEYS =
  'addresses birthDates birthPlaces countries deathDates designations genders id identifiers names nationalities properties relations schema';
const DESIGNATION_KEYS =
  'amended announced authority ended inForce key legalBasis list listed measures programme reason sourceUrl';
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What is wrong with an entity that was written by hand, one line a fault; empty when it fits the model. */
export function faultsOf(entity: Entity): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, what: string) => {
    if (!holds) faults.push(`${entity.id}: ${what}`);
  };
  const keys = (value: object) => Object.keys(value).sort().join(' ');

  check(keys(entity) === ENTITY_KEYS, `keys ${keys(entity)}`);
  check(SCHEMAS.includes(entity.schema), `schema ${entity.schema}`);
  check(entity.names.length > 0, 'no name');
  for (const name of entity.names) {
    check(name.value.trim() === name.value && name.value !== '', `name "${name.value}"`);
    check(KINDS.includes(name.kind), `kind ${name.kind}`);
    check(name.script === scriptOf(name.value), `script ${name.script} of ${name.value}`);
    check(typeof name.weak === 'boolean', `weak of ${name.value}`);
  }
  for (const date of entity.birthDates) {
    check(date.precision === 'day' && date.from === date.to, `birth date ${date.raw}`);
    check(DAY.test(date.from ?? ''), `birth date ${date.from}`);
  }
  for (const country of [
    ...entity.nationalities,
    ...entity.countries,
    ...entity.birthPlaces,
    ...entity.addresses,
  ]) {
    const found = 'raw' in country ? country : country.country;
    if (found) check(found.code === null || /^[a-z]{2}$/.test(found.code), `country ${found.code}`);
    if (found) check(found.raw !== '', 'country without its word');
  }
  for (const id of entity.identifiers) {
    const made = identifier(id.type as IdentifierType, id.raw);
    check(id.type === made.type, `${id.value} as ${id.type}, which is ${made.type}`);
    check(id.value === made.value, `${id.type} ${id.value}, which normalises to ${made.value}`);
    check(id.valid === made.valid, `${id.type} ${id.value} is ${made.valid}`);
  }
  check(entity.designations.length > 0, 'no designation');
  for (const designation of entity.designations) {
    check(keys(designation) === DESIGNATION_KEYS, `keys ${keys(designation)}`);
    check(entity.id === `${designation.list}-${designation.key}`, `designation ${designation.key}`);
    check(designation.measures.length > 0, 'no measure');
    for (const day of [
      designation.announced,
      designation.listed,
      designation.inForce,
      designation.amended,
      designation.ended,
    ])
      check(day === null || DAY.test(day), `date ${day}`);
  }
  return faults;
}
