import { CordonError } from '../errors.ts';
import { detectIdentifiers } from '../ids/detect.ts';
import { identifier } from '../ids/identifier.ts';
import type { Evidence } from '../match/evidence.ts';
import { countryCandidates } from '../model/countries.ts';
import { parseDate } from '../model/dates.ts';
import type { Identifier, IdentifierType } from '../model/entity.ts';
import { parseSchema, type QuerySchema } from '../model/schema.ts';
import { splitParties } from '../text/split-parties.ts';

/** A query as callers give it: FollowTheMoney properties, one value or several each; a bare string is a name. */
export type QueryInput =
  | string
  | {
      readonly schema?: string | null;
      readonly properties: Readonly<Record<string, string | readonly string[]>>;
    };

/** A query in one shape: schema or null, property → values without blanks. It is repeated in the answer. */
export interface Query {
  readonly schema: QuerySchema | null;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Properties that name a party. */
const NAMES = ['name', 'alias', 'previousName', 'weakAlias'];

const IDENTIFIER_TYPES: ReadonlySet<string> = new Set<IdentifierType>([
  'imoNumber',
  'imoCompanyNumber',
  'mmsi',
  'callSign',
  'passportNumber',
  'idNumber',
  'taxNumber',
  'innCode',
  'ogrnCode',
  'kppCode',
  'okpoCode',
  'vatCode',
  'registrationNumber',
  'leiCode',
  'swiftBic',
  'isin',
  'dunsCode',
  'wallet',
  'tailNumber',
  'serialNumber',
  'unReference',
  'ofsiGroup',
]);

const EVIDENCE = ['birthDate', 'birthPlace', 'nationality', 'country', 'jurisdiction', 'gender', 'address'];

/** Given without a type: `id` (anything), `publicKey` (a wallet). */
const UNTYPED = ['id', 'publicKey'];

/** Every property a query may hold. */
export const QUERY_PROPERTIES: ReadonlySet<string> = new Set([
  ...NAMES,
  ...EVIDENCE,
  ...UNTYPED,
  ...IDENTIFIER_TYPES,
]);

/** Longest name or value taken; longer cells are prose or damage. */
const MAX_VALUE = 2_000;

/** Checks and normalises a query. Errors: `input-malformed` for an unknown property, an empty query or a monstrous value. */
export function readQuery(input: QueryInput): Query {
  const given = typeof input === 'string' ? { properties: { name: input } } : input;
  const properties: Record<string, string[]> = {};
  for (const [property, value] of Object.entries(given.properties)) {
    if (!QUERY_PROPERTIES.has(property))
      throw new CordonError('input-malformed', `unknown property "${property}"`);
    const values = (Array.isArray(value) ? value : [value]) as readonly unknown[];
    const kept: string[] = [];
    for (const one of values) {
      if (typeof one !== 'string')
        throw new CordonError('input-malformed', `${property} is ${JSON.stringify(one)}, not text`);
      if (one.length > MAX_VALUE)
        throw new CordonError(
          'input-malformed',
          `${property} has ${one.length} characters ("${one.slice(0, 40)}…"), more than ${MAX_VALUE}`,
        );
      if (one.trim() !== '') kept.push(one.trim());
    }
    if (kept.length > 0) properties[property] = kept;
  }
  if (![...NAMES, ...UNTYPED, ...IDENTIFIER_TYPES].some((property) => properties[property]))
    throw new CordonError('input-malformed', 'the query has neither a name nor an identifier');
  const schema = 'schema' in given && given.schema ? parseSchema(given.schema) : null;
  return { schema: schema === 'Thing' ? null : schema, properties };
}

/** One name to search for, and how it came out of its cell. */
export interface NameVariant {
  readonly text: string;
  readonly cell: string;
  /** `whole`, `split at "d/b/a"`, `in brackets` … */
  readonly how: string;
}

/** All names of a query, without repeats: cells as they are, and the parties found in one cell. */
export function nameVariants(query: Query): NameVariant[] {
  const variants = new Map<string, NameVariant>();
  for (const property of NAMES)
    for (const cell of query.properties[property] ?? []) {
      const { names, how } = splitParties(cell);
      names.forEach((text, i) => {
        if (!variants.has(text)) variants.set(text, { text, cell, how: how[i] ?? 'whole' });
      });
    }
  return [...variants.values()];
}

const GENDERS: ReadonlyMap<string, string> = new Map([
  ...['m', 'male', 'man', 'mr', 'м', '男', '남'].map((word) => [word, 'male'] as const),
  ...['f', 'female', 'woman', 'mrs', 'ms', 'ж', '女', '여'].map((word) => [word, 'female'] as const),
]);

/** What the query gives besides names. */
export function queryEvidence(query: Query): Evidence {
  const all = (...properties: readonly string[]): readonly string[] =>
    properties.flatMap((property) => query.properties[property] ?? []);
  const country = firstCountry(all('country', 'jurisdiction', 'nationality'));
  return {
    birthDates: all('birthDate').map(parseDate),
    birthPlaces: all('birthPlace'),
    countries: all('nationality', 'country', 'jurisdiction').map((raw) => ({
      raw,
      codes: countryCandidates(raw),
    })),
    genders: all('gender').map((raw) => GENDERS.get(raw.toLowerCase()) ?? raw.toLowerCase()),
    identifiers: queryIdentifiers(query)
      .filter((one) => one.typed)
      .map(({ identifier: one }) => ({ ...one, country: one.country ?? country })),
    addresses: all('address'),
  };
}

function firstCountry(raws: readonly string[]): string | null {
  const codes = raws.flatMap((raw) => countryCandidates(raw));
  return codes.length === 1 ? codes[0]! : null;
}

/** An identifier of a query. `typed` when the caller said what it is. */
export interface QueryIdentifier {
  readonly identifier: Identifier;
  readonly typed: boolean;
  /** What is wrong with it ("wrong check digit"), null when nothing is. */
  readonly fault: string | null;
}

/** All identifiers of a query; one given without a type in every reading it may have, likeliest first. */
export function queryIdentifiers(query: Query): QueryIdentifier[] {
  const found: QueryIdentifier[] = [];
  for (const [property, values] of Object.entries(query.properties)) {
    if (IDENTIFIER_TYPES.has(property))
      for (const raw of values) {
        const one = identifier(property as IdentifierType, raw);
        found.push({
          identifier: one,
          typed: true,
          fault: one.valid === false ? `${raw} fails the check of ${property}` : null,
        });
      }
    else if (UNTYPED.includes(property))
      for (const raw of values)
        for (const { type, value, valid, note } of detectIdentifiers(raw))
          found.push({
            identifier: { type, value, raw, country: null, valid },
            typed: false,
            fault: note ?? null,
          });
  }
  return found;
}
