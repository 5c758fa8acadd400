import { CordonError } from '../errors.ts';
import { readTable } from '../facts/table.ts';
import type { Schema } from './entity.ts';

/** A schema as a query may name it: FtM's `Thing` asks for all. */
export type QuerySchema = Schema | 'Thing';

export type SchemaGroup = 'person' | 'organization' | 'vessel' | 'aircraft' | 'wallet';

const GROUPS: Readonly<Record<Schema, SchemaGroup>> = {
  Person: 'person',
  LegalEntity: 'organization',
  Organization: 'organization',
  Company: 'organization',
  PublicBody: 'organization',
  Vessel: 'vessel',
  Airplane: 'aircraft',
  CryptoWallet: 'wallet',
};

/** Which kind of party an entity of this schema is. A LegalEntity counts as a body; it may also be a person. */
export function schemaGroup(schema: Schema): SchemaGroup {
  return GROUPS[schema];
}

/** Schemas that a query for the key may find: its own, those below it, and those above that leave it open. */
const MEETS: Readonly<Record<Exclude<QuerySchema, 'Thing'>, readonly Schema[]>> = {
  Person: ['Person', 'LegalEntity'],
  LegalEntity: ['Person', 'LegalEntity', 'Organization', 'Company', 'PublicBody'],
  Organization: ['LegalEntity', 'Organization', 'Company', 'PublicBody'],
  Company: ['LegalEntity', 'Organization', 'Company', 'PublicBody'],
  PublicBody: ['LegalEntity', 'Organization', 'Company', 'PublicBody'],
  Vessel: ['Vessel'],
  Airplane: ['Airplane'],
  CryptoWallet: ['CryptoWallet'],
};

/**
 * Whether a query for one schema may find an entity of another. Lists do not tell companies from other bodies the
 * same way, so these meet each other; a person never meets a ship. Null and `Thing` meet everything.
 */
export function schemaMatches(query: QuerySchema | null, entity: Schema): boolean {
  return query === null || query === 'Thing' || MEETS[query].includes(entity);
}

let byName: Map<string, QuerySchema> | undefined;

/** The schema a word stands for ("individual", "ship", "Company"). Errors: `usage`, naming the word. */
export function parseSchema(text: string): QuerySchema {
  byName ??= new Map(readTable('schema-names.tsv').map((row) => [row.name!, row.schema! as QuerySchema]));
  const found = byName.get(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  );
  if (!found)
    throw new CordonError(
      'usage',
      `unknown schema "${text}"; known are ${[...new Set(byName.values())].join(', ')}`,
    );
  return found;
}
