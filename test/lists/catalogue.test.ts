import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/facts/table.ts';
import { loadCatalogue } from '../../src/lists/catalogue.ts';
import { readerOf } from '../../src/lists/readers.ts';

const bySlug = new Map(loadCatalogue().map((entry) => [entry.slug, entry]));

describe('the catalogue', () => {
  test('names every list of the vocabulary once, read or not', () => {
    expect(
      loadCatalogue()
        .map((entry) => entry.slug)
        .sort(),
    ).toEqual([
      'au_dfat_sanctions',
      'ca_dfatd_sema_sanctions',
      'ch_seco_sanctions',
      'eu_fsf',
      'fr_tresor_gels_avoir',
      'gb_fcdo_sanctions',
      'jp_meti_eul',
      'jp_mof_sanctions',
      'kr_mofa_unilateral',
      'nz_russia_sanctions',
      'ua_nsdc_sanctions',
      'un_sc_sanctions',
      'us_ofac_cons',
      'us_ofac_sdn',
      'us_trade_csl',
    ]);
  });

  test.each([
    ['us_ofac_sdn', 15_000],
    ['us_ofac_cons', 300],
    ['un_sc_sanctions', 700],
    ['eu_fsf', 4_000],
    ['gb_fcdo_sanctions', 4_500],
  ])('%s is fetched and refused below %i entries', (slug, minimum) => {
    const entry = bySlug.get(slug)!;
    expect(entry.minimum).toBe(minimum);
    expect(entry.url).toMatch(/^https:\/\//);
    expect(entry.hasReader).toBe(true);
  });

  test('gives no address for a list that cannot be read', () => {
    for (const entry of loadCatalogue()) if (!entry.hasReader) expect(entry.url).toBeNull();
  });

  test('has a reader for the format of each address', async () => {
    for (const entry of loadCatalogue())
      if (entry.format !== null) expect((await readerOf(entry.format)).format).toBe(entry.format);
  });

  test('has no address without a list', () => {
    for (const row of readTable('lists/sources.tsv')) expect(bySlug.has(row.slug!)).toBe(true);
  });

  test('calls no list a block that is none', () => {
    expect(bySlug.get('us_ofac_cons')!.kind).toContain('not a block');
    for (const slug of ['us_trade_csl', 'jp_meti_eul'])
      expect(bySlug.get(slug)!.kind).not.toMatch(/block|freeze/);
  });

  test('fills the shared token of the EU into its address', () => {
    expect(bySlug.get('eu_fsf')!.url).toMatch(/\?token=[\w-]+$/);
  });
});

describe('what a user sets', () => {
  test('takes the place of the address, the minimum and the days', () => {
    const own = { url: 'http://127.0.0.1:1/list', minimum: 2, staleDays: 1 };
    const entry = loadCatalogue({ un_sc_sanctions: own }).find((one) => one.slug === 'un_sc_sanctions');
    expect(entry).toMatchObject(own);
  });

  test('leaves the other lists alone', () => {
    const others = loadCatalogue({ un_sc_sanctions: { minimum: 2 } }).filter(
      (one) => one.slug !== 'un_sc_sanctions',
    );
    expect(others).toEqual(loadCatalogue().filter((one) => one.slug !== 'un_sc_sanctions'));
  });

  test('is a token with any characters', () => {
    const entry = loadCatalogue({ eu_fsf: { token: '$&a b/c' } }).find((one) => one.slug === 'eu_fsf');
    expect(new URL(entry!.url!).searchParams.get('token')).toBe('$&a b/c');
  });

  test.each(['un_sc', 'constructor'])('is refused for %s, which is no list', (slug) => {
    expect(() => loadCatalogue({ [slug]: { minimum: 1 } })).toThrow(slug);
  });
});
