import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { proseNumber } from '../../src/lists/un-document.ts';
import { UN_IGNORED, UN_MAPPED } from '../../src/lists/un-fields.ts';
import { unNames } from '../../src/lists/un-name.ts';
import { unXml } from '../../src/lists/un-xml.ts';
import type { Entity } from '../../src/model/entity.ts';
import { diskFile, fixture, fixtureText, memoryFile, noteLines, readOne } from './list-file.ts';

const LISTS = process.env.CORDON_LISTS ?? '../shared/lists';
const SLUG = 'un_sc_sanctions';

async function entity(key: string): Promise<Entity> {
  const { entities } = await readOne(unXml, diskFile(fixture('un-xml/full.xml')), SLUG);
  return entities.get(`${SLUG}-${key}`)!;
}

describe('a person with every element filled', () => {
  test('keeps the parts of the name in the order given, and says nothing of family and given', async () => {
    const [chief] = (await entity('LYi.901')).names;
    expect(chief).toEqual({
      value: 'OMAR IBN IBRAHIM AL-KHAYYAM NISHAPURI',
      kind: 'primary',
      weak: false,
      script: 'Latn',
    });
  });

  test('tells native, weak and former names, and takes apart cells that hold several', async () => {
    const { names } = await entity('LYi.901');
    expect(names.slice(1).map(({ value, kind, weak }) => [value, kind, weak])).toEqual([
      ['عمر الخيام', 'native', false],
      ['Omar Khayyam', 'alias', false],
      ['Umar Hayyam', 'alias', false],
      ['Tentmaker', 'alias', true],
      ['خیام', 'native', true],
      ['Ghiyath', 'alias', false],
      ['Hayyam Nishapurlu', 'former', false],
      ['Omar Khayam', 'alias', true],
      ['Омар Хайям', 'native', true],
    ]);
  });

  test('keeps births as exactly as they are given', async () => {
    const { birthDates, birthPlaces } = await entity('LYi.901');
    expect(birthDates.map(({ precision, from, to, circa }) => [precision, from, to, circa])).toEqual([
      ['day', '1948-05-19', '1948-05-19', false],
      ['day', '1948-05-18', '1948-05-18', false],
      ['year', '1949-01-01', '1949-12-31', false],
      ['year', '1950-01-01', '1950-12-31', true],
      ['range', '1951-01-01', '1955-12-31', false],
      ['month', '1973-11-01', '1973-11-30', false],
      ['unknown', null, null, false],
    ]);
    expect(birthPlaces.map(({ full, country }) => [full, country?.code])).toEqual([
      ['Nishapur', 'ir'],
      ['Old town, Nishapur, Khorasan, 93', 'ir'],
    ]);
  });

  test('takes the number of a document out of its prose', async () => {
    const { identifiers } = await entity('LYi.901');
    expect(identifiers.map(({ type, raw, country, note }) => [type, raw, country, note])).toEqual([
      ['unReference', 'LYi.901', null, undefined],
      [
        'passportNumber',
        'SA0020249',
        'ir',
        'Persian service passport number SA0020249; issued in Afghanistan; issued in Balkh; issued 2011-12-07; expires 2016-12-07; cancelled',
      ],
      ['idNumber', '665', null, undefined],
    ]);
  });

  test('keeps gender, nationality, titles, posts, address and comments', async () => {
    const { genders, nationalities, addresses, properties } = await entity('LYi.901');
    expect(genders).toEqual(['male']);
    expect(nationalities.map(({ code }) => code)).toEqual(['ir']);
    expect(addresses).toEqual([
      {
        full: 'Observatory, Isfahan, Isfahan Province, 81',
        city: 'Isfahan',
        postalCode: '81',
        country: { code: 'ir', raw: 'Iran (Islamic Republic of)' },
        note: 'previous address',
      },
    ]);
    expect([properties.title, properties.position]).toEqual([['Hakim'], ['Astronomer', 'Poet']]);
    expect(properties.notes).toEqual([
      'Tentmaker (خیام): nom de guerre',
      'Ghiyath, born 1 Jan. 1050 (of Balkh): born 1 Jan. 1050 (of Balkh)',
      'Place of birth: possibly Balkh',
      'Listed pursuant to paragraph 15 (Travel Ban). See https://www.un.org/sc/suborg/en/sanctions/1970.',
      'Submitted by Nowhere',
      'Submitted on 2015-03-01',
    ]);
  });

  test('says when it was listed and last amended, and which measures its comments state', async () => {
    expect((await entity('LYi.901')).designations).toEqual([
      {
        list: SLUG,
        key: 'LYi.901',
        authority: 'United Nations Security Council',
        programme: 'Libya',
        measures: ['Travel ban'],
        legalBasis: 'Resolution 1970 (2011)',
        reason: null,
        announced: null,
        listed: '2015-04-07',
        inForce: null,
        amended: '2019-05-01',
        ended: null,
        sourceUrl: 'https://www.un.org/sc/suborg/en/sanctions/1970',
      },
    ]);
  });
});

test('a body may have several chief names, a.k.a. and f.k.a., and the measures for bodies', async () => {
  const { schema, names, designations } = await entity('KPe.901');
  expect(schema).toBe('Organization');
  expect(names.map(({ value, kind }) => [value, kind])).toEqual([
    ['CASTLE OF THE STARS (COS)', 'primary'],
    ['MARAGHA OBSERVATORY', 'alias'],
    ['별의 성', 'native'],
    ['Star Castle', 'alias'],
    ['Moon Castle', 'former'],
  ]);
  expect(designations[0]!.measures).toEqual(['Asset freeze']);
});

describe('the names of a cell', () => {
  test.each([
    ['A One; A Two;', ['A One', 'A Two'], []],
    ['A One; A Two b) A Three; A Four', ['A One', 'A Two', 'A Three', 'A Four'], []],
    ['أبو (Abu Shaima; Abu Shayma)', ['أبو', 'Abu Shaima', 'Abu Shayma'], []],
    ['Abubakar (original script: Абубакар)', ['Abubakar', 'Абубакар'], []],
    ['EL PARA (COMBAT NAME)', ['EL PARA'], ['COMBAT NAME']],
    ['Resistance Movement (LRM)', ['Resistance Movement (LRM)'], []],
    [') Somebody', ['Somebody'], []],
    ['Somebody Else born in 1963', ['Somebody Else'], ['born in 1963']],
    ['', [], []],
  ])('%s', (cell, names, remarks) => {
    expect(unNames(cell)).toEqual({ names, remarks });
  });
});

test.each([
  ['Nowhere passport No. 513519', '513519'],
  ['Provisional passport No.: 28642163', '28642163'],
  ['Diplomatic Passport: Z30321794', 'Z30321794'],
  ['Diplomatic Passport D014433', 'D014433'],
  ['TR-P 614 166', 'TR-P 614 166'],
  ['96 03 464086', '96 03 464086'],
])('the number in "%s" is %s', (text, number) => {
  expect(proseNumber(text).number).toBe(number);
});

describe('nothing of the file is dropped silently', () => {
  test('every documented element is filled in the fixture, and mapped or ignored with a reason', async () => {
    const { content } = await readOne(unXml, diskFile(fixture('un-xml/full.xml')), SLUG);
    expect(content.date).toBe('2026-02-27');
    for (const field of UN_MAPPED) {
      const { mapped, noted } = content.fields[field] ?? { mapped: 0, noted: 0 };
      expect(mapped + noted, field).toBeGreaterThan(0);
    }
    for (const field of Object.keys(UN_IGNORED))
      if (field !== 'CONSOLIDATED_LIST@schemaLocation')
        expect(content.fields[field]?.ignored, field).toBeGreaterThan(0);
    expect(noteLines(content.notes)).toEqual([
      'unreadable-date INDIVIDUAL_DATE_OF_BIRTH/NOTE 30-35 years old',
    ]);
  });

  test('dirty values are noted with file, line and entity, and the entry is kept', async () => {
    const dirty = fixtureText('un-xml/full.xml')
      .replace('<GENDER>Male', '<GENDER>Unknown')
      .replace('<QUALITY>Low', '<QUALITY>Poor')
      .replace('<UN_LIST_TYPE>Libya', '<UN_LIST_TYPE>Atlantis')
      .replace('<VALUE>Iran (Islamic Republic of)', '<VALUE>Quuxish')
      .replace('LYi.901', 'LYi.9')
      .replace('KPe.901', '')
      .replace('2015-04-07-04:00', 'long ago')
      .replace('<SORT_KEY/>', '<SORT_KEY/><SECRET>42</SECRET>')
      .replace('2026-02-27T', 'T');
    const { content } = await readOne(unXml, memoryFile('un.xml', dirty), SLUG);
    expect(content.date).toBeNull();
    expect(content.entities.map(({ id }) => id)).toEqual([`${SLUG}-LYi.9`, `${SLUG}-DATAID2`]);
    expect(noteLines(content.notes)).toEqual([
      'bad-un-reference REFERENCE_NUMBER LYi.9',
      'missing-key REFERENCE_NUMBER',
      'unknown-alias-quality INDIVIDUAL_ALIAS/QUALITY Poor',
      'unknown-country NATIONALITY/VALUE Quuxish',
      'unknown-field SECRET 42',
      'unknown-gender GENDER Unknown',
      'unknown-programme UN_LIST_TYPE Atlantis',
      'unreadable-date CONSOLIDATED_LIST@dateGenerated T00:00:09.554Z',
      'unreadable-date INDIVIDUAL_DATE_OF_BIRTH/NOTE 30-35 years old',
      'unreadable-date LISTED_ON long ago',
    ]);
    for (const note of content.notes)
      expect(note).toMatchObject({ file: 'un.xml', line: expect.any(Number) });
  });
});

describe('a file that is not whole is refused', () => {
  const whole = fixtureText('un-xml/full.xml');
  test.each([
    ['cut in the middle', whole.slice(0, whole.length / 2)],
    ['without its closing tag', whole.replace('</CONSOLIDATED_LIST>', '')],
    ['with another root', '<html/>'],
    ['empty', ''],
  ])('%s', async (_, text) => {
    await expect(readOne(unXml, memoryFile('un.xml', text, 100), SLUG)).rejects.toMatchObject({
      code: 'list-malformed',
      message: expect.stringMatching(/^un\.xml:\d+: /),
    });
  });
});

describe.each([
  ['un-sc/consolidated.2026-02-27.xml', '2026-02-27', 730, 273],
  ['un-sc/consolidated.fetched-2025-06-13.xml.gz', '2025-06-', 683, 193],
  ['un-sc/consolidated.fetched-2025-06-19.xml.gz', '2025-06-', 684, 193],
  ['un-sc/consolidated.2021-01-18.xml.gz', '2021-01-18', 710, 293],
] as const)('the real file %s', (path, date, persons, bodies) => {
  test.skipIf(!existsSync(`${LISTS}/${path}`))(
    'is read whole, every filled element accounted for',
    async () => {
      const { content, entities } = await readOne(unXml, diskFile(`${LISTS}/${path}`), SLUG);
      expect(content.date).toContain(date);
      expect(entities.size).toBe(persons + bodies);
      expect(content.entities.filter(({ schema }) => schema === 'Person')).toHaveLength(persons);
      const bytes = readFileSync(`${LISTS}/${path}`);
      const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      const counted = new Map<string, number>();
      for (const [field, { mapped, noted, ignored }] of Object.entries(content.fields)) {
        const name = field.split('/').at(-1)!;
        counted.set(name, (counted.get(name) ?? 0) + mapped + noted + ignored);
      }
      for (const name of new Set([...text.matchAll(/<([A-Z_0-9]+)>/g)].map(([, found]) => found!))) {
        const filled = [...text.matchAll(new RegExp(`<${name}>[^<]*[^<\\s][^<]*</${name}>`, 'g'))].length;
        if (filled > 0) expect([name, counted.get(name)]).toEqual([name, filled]);
      }
      expect(content.notes.filter(({ code }) => code === 'unknown-field' || code === 'no-name')).toEqual([]);
      // Every alias cell gave at least one name.
      const aliases =
        content.fields['INDIVIDUAL_ALIAS/ALIAS_NAME']!.mapped +
        content.fields['ENTITY_ALIAS/ALIAS_NAME']!.mapped;
      const names = content.entities.reduce((sum, { names: own }) => sum + own.length, 0);
      expect(names).toBeGreaterThanOrEqual(
        persons + bodies + aliases + content.fields.NAME_ORIGINAL_SCRIPT!.mapped,
      );
    },
  );
});
