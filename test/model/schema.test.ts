import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError } from '../../src/errors.ts';
import type { Schema } from '../../src/model/entity.ts';
import { parseSchema, schemaGroup, schemaMatches } from '../../src/model/schema.ts';

const ALL: readonly Schema[] = [
  'Person',
  'LegalEntity',
  'Organization',
  'Company',
  'PublicBody',
  'Vessel',
  'Airplane',
  'CryptoWallet',
];

describe('a query for a schema', () => {
  it.each([
    ['Person', ['Person', 'LegalEntity']],
    ['LegalEntity', ['Person', 'LegalEntity', 'Organization', 'Company', 'PublicBody']],
    ['Organization', ['LegalEntity', 'Organization', 'Company', 'PublicBody']],
    ['Company', ['LegalEntity', 'Organization', 'Company', 'PublicBody']],
    ['PublicBody', ['LegalEntity', 'Organization', 'Company', 'PublicBody']],
    ['Vessel', ['Vessel']],
    ['Airplane', ['Airplane']],
    ['CryptoWallet', ['CryptoWallet']],
    ['Thing', ALL],
    [null, ALL],
  ] as const)('%s meets %j and no other', (query, met) => {
    expect(ALL.filter((schema) => schemaMatches(query, schema))).toEqual(met);
  });

  it('meets in both directions', () => {
    const schema = fc.constantFrom(...ALL);
    fc.assert(fc.property(schema, schema, (a, b) => schemaMatches(a, b) === schemaMatches(b, a)));
  });
});

describe('a word for a schema', () => {
  it.each([
    ['individual', 'Person'],
    ['Person', 'Person'],
    ['ENTITY', 'Organization'],
    ['organisation', 'Organization'],
    ['ship', 'Vessel'],
    [' Vessel ', 'Vessel'],
    ['company', 'Company'],
    ['public_body', 'PublicBody'],
    ['legal-entity', 'LegalEntity'],
    ['LegalEntity', 'LegalEntity'],
    ['aircraft', 'Airplane'],
    ['CryptoWallet', 'CryptoWallet'],
    ['thing', 'Thing'],
  ])('"%s" is %s', (text, schema) => expect(parseSchema(text)).toBe(schema));

  it.each(['spaceship', '', 'constructor'])('"%s" is a usage error that names it', (text) => {
    const read = () => parseSchema(text);
    expect(read).toThrow(CordonError);
    expect(read).toThrow(`"${text}"`);
    expect(read).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

describe('a schema', () => {
  it.each([
    ['Person', 'person'],
    ['LegalEntity', 'organization'],
    ['PublicBody', 'organization'],
    ['Vessel', 'vessel'],
    ['Airplane', 'aircraft'],
    ['CryptoWallet', 'wallet'],
  ] as const)('%s is of the group %s', (schema, group) => expect(schemaGroup(schema)).toBe(group));
});
