import { defaultModel } from '@opensanctions/followthemoney';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/facts/table.ts';
import { country, countryCandidates, countryName } from '../../src/model/countries.ts';

describe('a country', () => {
  it.each([
    ['RU', 'ru'],
    ['rus', 'ru'],
    ['Russian Federation', 'ru'],
    ['The Russian Federation', 'ru'],
    ['Russian', 'ru'],
    ['Россия', 'ru'],
    ['Korea, North', 'kp'],
    ["Democratic People's Republic of Korea", 'kp'],
    ['Democratic People’s Republic of Korea', 'kp'],
    ['DPRK', 'kp'],
    ['북한', 'kp'],
    ['조선', 'kp'],
    ['대한민국', 'kr'],
    ['한국', 'kr'],
    ['Korea, South', 'kr'],
    ['Iran, Islamic Republic of', 'ir'],
    ['ایران', 'ir'],
    ['Iranian', 'ir'],
    ['Burma', 'mm'],
    ["Côte d'Ivoire", 'ci'],
    ["COTE D'IVOIRE", 'ci'],
    ['Palestinian', 'ps'],
    ['West Bank', 'ps'],
    ['Region: Gaza', 'ps'],
    ['State of Palestine', 'ps'],
    ['Hong Kong', 'hk'],
    ['Hong Kong, China', 'hk'],
    ['中国', 'cn'],
    ['中國', 'cn'],
    ['Deutschland', 'de'],
    ['España', 'es'],
    ['سوريا', 'sy'],
    ['Україна', 'ua'],
    ['Turkiye', 'tr'],
    ['Kibris', 'cy'],
    ["O'zbekiston", 'uz'],
    ['Kosovo', 'xk'],
    ['Union of Soviet Socialist Republics', 'suhh'],
    ['Yugoslavia', 'yucs'],
    ['EU', 'eu'],
    ['U.S.A.', 'us'],
    ['  united kingdom ', 'gb'],
    ['Former German Democratic Republic', 'dd'],
    ['Dubai, United Arab Emirates', 'ae'],
    ['Russia / Russie', 'ru'],
    ['Ukraine (Luhansk)', 'ua'],
    ['Dubai (United Arab Emirates)', 'ae'],
  ])('named %s is %s', (raw, code) => {
    expect(country(raw)).toEqual({ code, raw: raw.trim() });
    expect(countryCandidates(raw)).toEqual([code]);
  });

  it.each(['', '  ', 'Atlantis', 'constructor', '__proto__', 'undetermined', 'Springfield, IN'])(
    'is not recognised in "%s", which stays as it is',
    (raw) => {
      expect(country(raw)).toEqual({ code: null, raw: raw.trim() });
      expect(countryCandidates(raw)).toEqual([]);
    },
  );

  it.each([
    ['Korea', ['kp', 'kr']],
    ['korean', ['kp', 'kr']],
    ['Congo', ['cd', 'cg']],
    ['Brazzaville, Congo', ['cd', 'cg']],
    ['Dominican', ['dm', 'do']],
    ['Georgia / Russia', ['ge', 'ru']],
  ])('is either of two for %s, and neither is taken for sure', (raw, codes) => {
    expect(countryCandidates(raw)).toEqual(codes);
    expect(country(raw).code).toBeNull();
  });

  it('is read in any case and with or without marks', () => {
    const rows = readTable('countries.tsv');
    fc.assert(
      fc.property(fc.constantFrom(...rows), (row) => {
        for (const name of [row.name!, ...row.other!.split('|').filter((one) => one !== '')]) {
          const codes = countryCandidates(name);
          expect(codes).toContain(row.code);
          expect(countryCandidates(name.toUpperCase())).toEqual(codes);
          expect(countryCandidates(name.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(codes);
        }
      }),
      { numRuns: rows.length },
    );
  });

  it('has an English name, or is called by its code', () => {
    expect(countryName('kp')).toBe('North Korea');
    expect(countryName('zz')).toBe('zz');
  });
});

describe('the table of countries', () => {
  const rows = readTable('countries.tsv');

  it('gives each code once, and only codes that FollowTheMoney knows', () => {
    const codes = rows.map((row) => row.code!);
    expect(new Set(codes).size).toBe(codes.length);
    const known = new Map(Object.entries(defaultModel.types.country!.values ?? {}));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('holds a name in two rows only where it may mean either', () => {
    const names = rows.flatMap((row) => [row.code!, row.iso3!, row.name!, ...row.other!.split('|')]);
    const several = names.filter((name) => name !== '' && countryCandidates(name).length > 1);
    expect([...new Set(several)].sort()).toEqual(['Congo', 'Congolese', 'Dominican', 'Korea', 'Korean']);
  });

  it('knows the own-language names of eighty countries', () => {
    const own = rows.filter((row) => row.other!.split('|').some((name) => /[^\p{ASCII}’]/u.test(name)));
    expect(own.length).toBeGreaterThanOrEqual(80);
  });
});
