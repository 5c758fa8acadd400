import { readTable } from '../facts/table.ts';
import { identifier } from '../ids/identifier.ts';
import { identifierLabel } from '../ids/labels.ts';
import { country } from '../model/countries.ts';
import { parseDate } from '../model/dates.ts';
import type { Designation, Relation } from '../model/entity.ts';
import { type EntityDraft, tidy } from './entity-draft.ts';
import type { Properties } from './ftm-party.ts';
import { unReference } from './own-number.ts';

interface Link {
  readonly holder: string;
  readonly other: string;
  readonly kind: Relation['kind'];
}

/** Schemata of FollowTheMoney that say something about parties, and the property that names the party. */
const LINKS: ReadonlyMap<string, Link> = new Map(
  readTable('lists/ftm-links.tsv').map((row) => [
    row.schema!,
    { holder: row.holder!, other: row.other!, kind: row.kind as Relation['kind'] },
  ]),
);

const SANCTION = new Set([
  'entity',
  'authority',
  'authorityId',
  'program',
  'programId',
  'provisions',
  'reason',
  'listingDate',
  'startDate',
  'endDate',
  'sourceUrl',
  'unscId',
]);

function all(properties: Properties, name: string): readonly string[] {
  return (properties.get(name) ?? []).map(tidy).filter((value) => value !== '');
}

function one(properties: Properties, name: string): string | null {
  return all(properties, name)[0] ?? null;
}

function joined(properties: Properties, name: string): string | null {
  return all(properties, name).join('; ') || null;
}

/** First day of the first readable date of a property, `YYYY-MM-DD`; null when only part of a date is given. */
function day(properties: Properties, name: string): string | null {
  for (const value of all(properties, name)) {
    const date = parseDate(value);
    if (date.precision === 'day') return date.from;
  }
  return null;
}

/** Everything that the statement says and no field of the model takes, as `property: value`. */
function remainder(properties: Properties, known: ReadonlySet<string>): string {
  return [...properties]
    .filter(([name]) => !known.has(name))
    .flatMap(([name, values]) => values.map((value) => `${name}: ${tidy(value)}`))
    .join('; ');
}

/** The parties that a statement is about, by id; null when the schema is no statement that Cordon knows. */
export function holdersOf(schema: string, properties: Properties): readonly string[] | null {
  if (schema === 'Sanction') return all(properties, 'entity');
  if (schema === 'Identification' || schema === 'Passport') return all(properties, 'holder');
  const link = LINKS.get(schema);
  return link ? all(properties, link.holder) : null;
}

/** Designation of an entry that gives its particulars as FollowTheMoney properties. */
export function ftmDesignation(list: string, key: string, properties: Properties): Designation {
  return {
    list,
    key: one(properties, 'authorityId') ?? key,
    authority: joined(properties, 'authority') ?? list,
    programme: joined(properties, 'program') ?? joined(properties, 'programId'),
    measures: all(properties, 'provisions'),
    legalBasis: joined(properties, 'legalBasis'),
    reason: joined(properties, 'reason'),
    announced: null,
    listed: day(properties, 'listingDate'),
    inForce: day(properties, 'startDate'),
    amended: null,
    ended: day(properties, 'endDate'),
    sourceUrl: one(properties, 'sourceUrl'),
  };
}

function addSanction(draft: EntityDraft, list: string, key: string, properties: Properties): void {
  draft.add('designations', ftmDesignation(list, key, properties));
  for (const reference of all(properties, 'unscId')) {
    const read = unReference(reference);
    if (read) draft.add('identifiers', read);
    else draft.property('notes', `UN reference: ${reference}`);
  }
  for (const property of ['listingDate', 'startDate', 'endDate'])
    for (const value of all(properties, property))
      if (parseDate(value).precision !== 'day') draft.property('notes', `Sanction: ${property}: ${value}`);
  const rest = remainder(properties, SANCTION);
  if (rest !== '') draft.property('notes', `Sanction: ${rest}`);
}

function addIdentification(draft: EntityDraft, schema: string, properties: Properties): void {
  const type = joined(properties, 'type');
  const note = remainder(properties, new Set(['holder', 'number', 'passportNumber', 'country', 'type']));
  const issuer = one(properties, 'country');
  const numbers = new Set([...all(properties, 'number'), ...all(properties, 'passportNumber')]);
  for (const number of numbers)
    draft.add(
      'identifiers',
      identifier(schema === 'Passport' ? 'passportNumber' : identifierLabel(type ?? ''), number, {
        country: issuer === null ? null : country(issuer).code,
        label: type ?? schema,
        ...(note === '' ? {} : { note }),
      }),
    );
}

function addLink(
  draft: EntityDraft,
  schema: string,
  properties: Properties,
  captionOf: (id: string) => string | null,
): void {
  const link = LINKS.get(schema)!;
  const said = joined(properties, 'role') ?? joined(properties, 'relationship') ?? schema;
  const rest = remainder(properties, new Set([link.holder, link.other, 'role', 'relationship']));
  for (const id of all(properties, link.other)) {
    const name = captionOf(id);
    draft.add('relations', {
      kind: link.kind,
      name: name ?? id,
      target: name === null ? null : id,
      role: rest === '' ? said : `${said} (${rest})`,
      ...(properties.has('endDate') ? { former: true as const } : {}),
    });
  }
}

/** Adds to a party what a Sanction, an identity document or a link says about it. */
export function addStatement(
  draft: EntityDraft,
  list: string,
  schema: string,
  properties: Properties,
  captionOf: (id: string) => string | null,
): void {
  if (schema === 'Sanction') addSanction(draft, list, draft.id, properties);
  else if (LINKS.has(schema)) addLink(draft, schema, properties, captionOf);
  else addIdentification(draft, schema, properties);
}
