import { defaultModel, Model } from '@opensanctions/followthemoney';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/facts/table.ts';
import { identifier } from '../../src/ids/identifier.ts';
import { country } from '../../src/model/countries.ts';
import { parseDate } from '../../src/model/dates.ts';
import type { Entity, IdentifierType, Schema } from '../../src/model/entity.ts';
import { ftmProperties, toFtm } from '../../src/model/ftm.ts';
import { propertyOn } from '../../src/model/ftm-properties.ts';

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
const TYPES: readonly IdentifierType[] = [
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
  'other',
];
const model = new Model(defaultModel);

/** An invented party with every field filled, whatever its schema can hold. */
function full(schema: Schema): Entity {
  const designation = {
    list: 'un_sc_sanctions',
    key: 'XXi.001',
    authority: 'Security Council',
    programme: 'X',
    measures: ['Asset freeze'],
    legalBasis: null,
    reason: null,
    announced: null,
    listed: '2020-02-02',
    inForce: null,
    amended: '2024-04-04',
    ended: null,
    sourceUrl: null,
  };
  return {
    id: 'un_sc_sanctions-XXi.001',
    schema,
    names: [
      { value: 'Мария Ракхам', kind: 'native', weak: false, script: 'Cyrl' },
      { value: 'Mary RACKHAM', kind: 'primary', weak: false, script: 'Latn' },
      { value: 'Mary Read', kind: 'alias', weak: false, script: 'Latn' },
      { value: 'Mary Bonny', kind: 'former', weak: false, script: 'Latn' },
      { value: 'Calico', kind: 'alias', weak: true, script: 'Latn' },
    ],
    birthDates: [parseDate('14 Jun 1875'), parseDate('1870 to 1872')],
    deathDates: [parseDate('1920')],
    birthPlaces: [{ full: 'Cork, Ireland', country: country('Ireland') }],
    genders: ['female'],
    nationalities: [country('Irish'), country('Libertalia')],
    countries: [country('Bahamas')],
    addresses: [{ full: '1 Dock Street', city: 'Nassau', postalCode: null, country: country('Bahamas') }],
    identifiers: TYPES.map((type, i) => identifier(type, `90857${i + 10}`, { label: `Label of ${type}` })),
    relations: [],
    designations: [
      designation,
      { ...designation, list: 'eu_fsf', measures: ['Export control'], amended: null },
    ],
    properties: {
      position: ['Captain'],
      title: ['Dr'],
      type: ['Sloop'],
      tonnage: ['80'],
      flag: ['Panama'],
      pastFlags: ['Korea, North', 'Libertalia'],
      buildDate: ['1715'],
      religion: ['none'],
      hatSize: ['7'],
    },
  };
}

describe('the FollowTheMoney form of a party', () => {
  it.each(SCHEMAS)('of schema %s has only properties of the published model', (schema) => {
    const { properties } = toFtm(full(schema));
    const known = model.getSchema(schema);
    expect(Object.keys(properties).filter((name) => !known.hasProperty(name))).toEqual([]);
    for (const values of Object.values(properties)) {
      expect(values.length).toBeGreaterThan(0);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it.each(SCHEMAS)('of schema %s loses no value but the keys of other lists', (schema) => {
    const entity = full(schema);
    const text = Object.values(ftmProperties(entity)).flat().join('\n');
    const values = [
      ...entity.names.map((one) => one.value),
      ...entity.identifiers
        .filter((one) => one.type !== 'unReference' && one.type !== 'ofsiGroup')
        .map((one) => one.value),
      ...[
        '1875-06-14',
        '1871',
        '1920',
        'Cork',
        'female',
        'ie',
        'Libertalia',
        'Dock Street',
        'Captain',
        'Sloop',
        '7',
      ],
    ];
    expect(values.filter((value) => !text.includes(value))).toEqual([]);
  });

  it('is that of its fields', () => {
    const entity = full('Person');
    expect(toFtm(entity, ['eu_fsf-EU.1.1'])).toMatchObject({
      id: entity.id,
      schema: 'Person',
      caption: 'Mary RACKHAM',
      datasets: ['un_sc_sanctions', 'eu_fsf'],
      referents: ['eu_fsf-EU.1.1'],
      target: true,
      first_seen: '2020-02-02',
      last_seen: null,
      last_change: '2024-04-04',
      properties: {
        name: ['Mary RACKHAM'],
        alias: ['Мария Ракхам', 'Mary Read'],
        previousName: ['Mary Bonny'],
        weakAlias: ['Calico'],
        birthDate: ['1875-06-14', '1870', '1871', '1872'],
        birthPlace: ['Cork, Ireland'],
        birthCountry: ['ie'],
        nationality: ['ie'],
        gender: ['female'],
        position: ['Captain'],
        topics: ['export.control', 'sanction'],
      },
    });
  });

  it('keeps the two kinds of IMO number apart', () => {
    const [ship, company] = [identifier('imoNumber', '9085730'), identifier('imoNumber', '0011359')];
    const of = (schema: Schema) => ftmProperties({ ...full(schema), identifiers: [ship, company] });
    expect(of('Vessel').imoNumber).toEqual(['9085730']);
    expect(of('Vessel').notes).toContain('imoCompanyNumber: 0011359');
    expect(of('Company').imoNumber).toEqual(['0011359']);
    expect(of('Company').registrationNumber).toEqual(['9085730']);
  });

  it('gives flags by their codes where they have one', () => {
    const { flag, pastFlags } = ftmProperties(full('Vessel'));
    expect(flag).toEqual(['pa']);
    expect(pastFlags).toEqual(['kp', 'Libertalia']);
  });

  it('has a name though no list calls one the chief', () => {
    const names = [{ value: 'Calico', kind: 'alias', weak: true, script: 'Latn' }] as const;
    expect(ftmProperties({ ...full('Person'), names }).name).toEqual(['Calico']);
  });

  it('does not depend on the order of properties', () => {
    const entity = full('Company');
    const entries = Object.entries(entity.properties);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        const { notes: _, ...rest } = ftmProperties({ ...entity, properties: Object.fromEntries(shuffled) });
        const { notes: __, ...expected } = ftmProperties(entity);
        expect(rest).toEqual(expected);
      }),
    );
  });
});

describe('the table of FollowTheMoney properties', () => {
  const rows = readTable('ftm-schemas.tsv');

  it('is the published model', () => {
    const found = new Map<string, { schemas: Schema[]; type: string }>();
    for (const schema of SCHEMAS)
      for (const [name, property] of model.getSchema(schema).getProperties()) {
        if (property.type.name === 'entity' || property.stub) continue;
        const known = found.get(name) ?? { schemas: [], type: property.type.name };
        known.schemas.push(schema);
        found.set(name, known);
      }
    const expected = [...found].map(([name, { schemas, type }]) => [
      name,
      schemas.length === SCHEMAS.length ? '*' : schemas.join(' '),
      type,
    ]);
    const listed = rows.map((row) => [row.property, row.schemas, row.type]);
    expect(listed).toEqual(expected.sort((a, b) => (a[0]! < b[0]! ? -1 : 1)));
  });

  it('leads from every property of every schema to one that it has, or to none', () => {
    for (const schema of SCHEMAS)
      for (const row of rows) {
        const place = propertyOn(schema, row.property!);
        if (place !== null) expect(model.getSchema(schema).hasProperty(place)).toBe(true);
      }
  });
});
