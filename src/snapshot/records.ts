import type { Schema } from '../model/entity.ts';
import { schemaGroup } from '../model/schema.ts';
import type { NameGroup } from '../names/groups.ts';

/**
 * A name record in the records array: header, entity number, number of the name within the entity, then the token ids.
 * The header holds the token count in its low byte and flags above.
 */
export const RECORD_HEAD = 3;
export const RECORD_TOKENS = 0xff;
export const FLAG_WEAK = 0x100;
export const FLAG_INITIAL = 0x200;
/** The group under which the name was taken apart: its number in `NAME_GROUPS`, in two bits. */
export const GROUP_SHIFT = 10;
export const GROUP_MASK = 3;

/**
 * Sets of postings. Names of people that bear initials stand apart: there a query's word may be met by an initial at
 * almost no weight, so that every word must be looked up; keeping them apart keeps the bound tight for all others.
 */
export const POSTING_SETS: readonly PostingSet[] = [
  'person',
  'organization',
  'vessel',
  'other',
  'person-initials',
];
export type PostingSet = 'person' | 'organization' | 'vessel' | 'other' | 'person-initials';

/** The groups under which an entity's names are kept. A LegalEntity may be a person or a body: both. */
export function nameGroups(schema: Schema): readonly NameGroup[] {
  if (schema === 'LegalEntity') return ['person', 'organization'];
  const group = schemaGroup(schema);
  return [group === 'aircraft' || group === 'wallet' ? 'other' : group];
}

export const SCHEMAS: readonly Schema[] = [
  'Person',
  'LegalEntity',
  'Organization',
  'Company',
  'PublicBody',
  'Vessel',
  'Airplane',
  'CryptoWallet',
];
