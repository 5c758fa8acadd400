import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ofacCsv } from '../../src/lists/ofac-csv.ts';
import { OFAC_COLUMNS } from '../../src/lists/ofac-csv-fields.ts';
import type { ListFile } from '../../src/lists/reader.ts';
import type { Entity } from '../../src/model/entity.ts';
import { diskFile, fixture, memoryFile, noteLines } from './list-file.ts';

function set(folder: string, ...names: string[]): ListFile[] {
  return names.map((name) => diskFile(`${folder}/${name}.csv`));
}

const SDN = set(fixture('ofac-csv'), 'sdn', 'alt', 'add', 'sdn_comments');
const CONS = set(fixture('ofac-csv'), 'cons_prim', 'cons_alt', 'cons_add', 'cons_comments');

async function entity(key: string): Promise<Entity> {
  const cons = key.startsWith('95');
  const slug = cons ? 'us_ofac_cons' : 'us_ofac_sdn';
  const { entities } = await ofacCsv.read(cons ? CONS : SDN, slug);
  return entities.find(({ id }) => id === `${slug}-${key}`)!;
}

describe('an SDN entry with every column filled', () => {
  test('gives a person her names in natural order, with weak ones out of the remarks', async () => {
    const { schema, names } = await entity('901');
    expect(schema).toBe('Person');
    expect(names.map(({ value, kind, weak }) => [value, kind, weak])).toEqual([
      ['Ada Augusta LOVELACE', 'primary', false],
      ['Ada KING', 'alias', false],
      ['Countess of LOVELACE', 'alias', false],
      ['ENCHANTRESS OF NUMBERS', 'alias', true],
      ['Ada BYRON', 'alias', true],
    ]);
    expect(names[0]!.parts).toEqual({ family: 'LOVELACE', given: 'Ada Augusta' });
  });

  test('leaves the comma of a company where it is, and tells former names', async () => {
    const { schema, names } = await entity('902');
    expect(schema).toBe('Organization');
    expect(names.map(({ value, kind, weak }) => [value, kind, weak])).toEqual([
      ['ANALYTICAL ENGINE CO., LTD.', 'primary', false],
      ['ENGINE WORKS', 'former', false],
      ['DIFFERENCE ENGINE', 'former', false],
    ]);
  });

  test('reads births, nationality and gender out of the remarks', async () => {
    const ada = await entity('901');
    expect(ada.birthDates.map(({ precision, from, circa }) => [precision, from, circa])).toEqual([
      ['day', '1815-12-10', false],
      ['year', '1816-01-01', true],
    ]);
    expect(ada.birthPlaces.map(({ full, country }) => [full, country?.code])).toEqual([
      ['London, United Kingdom', 'gb'],
      ['Pyongyang, Korea, North', 'kp'],
    ]);
    expect(ada.nationalities.map(({ code }) => code)).toEqual(['gb', 'mt']);
    expect(ada.genders).toEqual(['female']);
  });

  test('types the numbers, with country, dates and a bracket that holds a semicolon', async () => {
    const { identifiers } = await entity('901');
    expect(identifiers.map(({ type, value, country, note }) => [type, value, country, note])).toEqual([
      ['passportNumber', 'A123456', 'gb', 'issued 01 Jan 1840; expires 01 Jan 1850'],
      ['passportNumber', 'B77', 'mt', undefined],
      ['idNumber', '551', 'mt', 'cancelled; see the register'],
      ['innCode', '7707083893', 'ru', undefined],
      ['idNumber', '6068', 'co', undefined],
      ['wallet', '1BoatSLRHtKNngkdXEeobR76b53LETtpyT', null, 'XBT'],
    ]);
  });

  test('tells the IMO number of a company from that of a ship', async () => {
    expect((await entity('902')).identifiers.map(({ type, value, valid }) => [type, value, valid])).toEqual([
      ['swiftBic', 'SABRRUMM', true],
      ['ogrnCode', '1027700132195', true],
      ['leiCode', '253400WSS48YWMBUA688', true],
      ['dunsCode', '123456789', null],
      ['imoCompanyNumber', '1991835', true],
    ]);
    const ship = await entity('903');
    expect(ship.schema).toBe('Vessel');
    expect(ship.identifiers.map(({ type, value }) => [type, value])).toEqual([
      ['callSign', 'T2EU4'],
      ['imoNumber', '9187629'],
      ['mmsi', '572469210'],
      ['callSign', '5IM316'],
    ]);
  });

  test("keeps a ship's particulars, flags and owner", async () => {
    const { properties, countries, relations } = await entity('903');
    expect(properties).toEqual({
      type: ['Crude Oil Tanker', 'Floating Storage'],
      tonnage: ['99,144'],
      grossRegisteredTonnage: ['56,068'],
      flag: ['Iran', 'Panama'],
      pastFlags: ['Malta', 'None Identified'],
      buildDate: ['1999'],
    });
    expect(countries.map(({ code }) => code)).toEqual(['ir', 'mt', 'pa']);
    expect(relations).toEqual([
      { kind: 'owner', name: 'BABBAGE SHIPPING LTD', target: null, role: 'Vessel owner' },
    ]);
  });

  test("keeps an aircraft's tail number, serial number, model and operator", async () => {
    const { schema, identifiers, relations, properties } = await entity('904');
    expect(schema).toBe('Airplane');
    expect(identifiers.map(({ type, value }) => [type, value])).toEqual([
      ['serialNumber', '164'],
      ['tailNumber', 'EPADA'],
      ['serialNumber', '164'],
    ]);
    expect(relations.map(({ kind, name }) => [kind, name])).toEqual([['operator', 'ENGINE AIR']]);
    expect(properties).toEqual({ type: ['A300B4-622R'], buildDate: ['1991'] });
  });

  test('keeps family, offices, contacts and notes, and joins a remark cut inside a word', async () => {
    const { relations, properties } = await entity('901');
    expect(relations).toEqual([
      { kind: 'family', name: 'George Gordon Byron', target: null, role: 'daughter of' },
    ]);
    expect(properties).toEqual({
      title: ['Countess'],
      email: ['ada@example.org'],
      phone: ['442079460000'],
      position: ['Member of the Analytical Society'],
      notes: [
        'LOVELACE, Countess of: since 1838',
        'Secondary sanctions risk: section 1(b) of Executive Order 13224',
        'currently incarcerated in Nowhere',
        'Whist player',
        'Fax 442079460001',
      ],
    });
  });

  test('keeps an address in one line with its remark, also one of a country alone', async () => {
    expect((await entity('901')).addresses).toEqual([
      {
        full: "12 St. James's Square, London SW1",
        city: null,
        postalCode: null,
        country: { code: 'gb', raw: 'United Kingdom' },
        note: 'winter only',
      },
    ]);
    expect((await entity('902')).addresses.map(({ full, country }) => [full, country?.code])).toEqual([
      ['', 'ru'],
    ]);
    expect((await entity('903')).addresses).toEqual([]);
  });

  test('is blocked, with its programmes, and a dated directive stands as a designation of its own', async () => {
    expect((await entity('901')).designations).toEqual([
      {
        list: 'us_ofac_sdn',
        key: '901',
        authority: 'Office of Foreign Assets Control',
        programme: 'SDGT; IFSR',
        measures: ['Blocking'],
        legalBasis: null,
        reason: null,
        announced: null,
        listed: null,
        inForce: null,
        amended: null,
        ended: null,
        sourceUrl: 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=901',
      },
    ]);
    const { designations } = await entity('902');
    expect(
      designations.map(({ programme, measures, listed, inForce }) => [programme, measures, listed, inForce]),
    ).toEqual([
      [
        'RUSSIA-EO14024',
        ['Blocking', 'LOANS FROM UNITED STATES FINANCIAL INSTITUTIONS. Sec. 235(a)(3)'],
        null,
        null,
      ],
      [
        'RUSSIA-EO14024',
        ['Correspondent and payable-through account restrictions (CAPTA)'],
        '2022-02-24',
        '2022-03-26',
      ],
    ]);
  });
});

describe('an entry of the consolidated list', () => {
  test('is never worded as a block', async () => {
    const { entities } = await ofacCsv.read(CONS, 'us_ofac_cons');
    const measures = entities.map(({ designations }) =>
      designations.map((one) => [one.programme, ...one.measures]),
    );
    expect(measures).toEqual([
      [
        ['UKRAINE-EO13662', 'Sectoral: new debt and new equity'],
        ['RUSSIA-EO14024', 'New debt and equity restrictions'],
      ],
      [['CMIC-EO13959', 'Investment ban']],
      [['SDGT; NS-PLC', 'Rejection of transactions (NS-PLC)']],
      [['NEW-CODE', 'Restrictions other than blocking']],
    ]);
  });

  test('carries the listing and effective dates that its remarks give', async () => {
    const dates = async (key: string) =>
      (await entity(key)).designations.map(({ legalBasis, listed, inForce }) => [
        legalBasis,
        listed,
        inForce,
      ]);
    expect(await dates('951')).toEqual([
      ['Executive Order 13662, Directive 1', null, null],
      ['Executive Order 14024, Directive 3', '2022-02-24', '2022-03-26'],
    ]);
    expect(await dates('952')).toEqual([['Executive Order 13959, as amended', '2021-06-03', '2021-08-02']]);
  });

  test('keeps what a directive forbids, securities and the links that its comments file adds', async () => {
    expect((await entity('951')).properties.notes![0]).toContain(
      'All transactions in new debt are prohibited',
    );
    expect((await entity('952')).identifiers.map(({ type, value }) => [type, value])).toEqual([
      ['isin', 'US0378331005'],
      ['other', '00883HK'],
    ]);
    expect((await entity('954')).relations.map(({ kind, name }) => [kind, name])).toEqual([
      ['linked', 'NOETHER BANK'],
    ]);
  });
});

describe('nothing of a set is dropped silently', () => {
  test('every column of the layout is mapped or ignored with a reason', async () => {
    const { fields } = await ofacCsv.read(SDN, 'us_ofac_sdn');
    const labels = Object.keys(fields).filter((field) => field.startsWith('Remarks/'));
    expect(labels.length).toBeGreaterThan(40);
    for (const column of new Set(Object.values(OFAC_COLUMNS).flat())) {
      if (column === 'Remarks' || column === 'comments') continue;
      const counts = fields[column];
      expect(counts, column).toBeDefined();
      expect(
        column in ofacCsv.ignored ? counts!.ignored : counts!.mapped + counts!.noted,
        column,
      ).toBeGreaterThan(0);
    }
    expect(Object.keys(ofacCsv.ignored).filter((field) => !(field in fields))).toEqual([]);
  });

  test('a number used twice, rows without an entry and words without a label are noted with file and line', async () => {
    const { entities, notes } = await ofacCsv.read(SDN, 'us_ofac_sdn');
    expect(entities.map(({ id }) => id)).toEqual(
      [901, 902, 903, 904, '902~2'].map((key) => `us_ofac_sdn-${key}`),
    );
    expect(notes.map(({ file, line, field, value, code }) => [file, line, field, value, code])).toEqual([
      ['sdn.csv', 5, 'ent_num', 'us_ofac_sdn-902', 'duplicate-uid'],
      ['alt.csv', 4, 'ent_num', '999, 4, aka, NOBODY, ', 'orphan-row'],
      ['add.csv', 4, 'ent_num', '998, 14, , Nowhere, , ', 'orphan-row'],
      ['sdn.csv', 1, 'Remarks/unlabelled', 'Whist player', 'unmapped-remark'],
    ]);
  });

  test.each([
    [
      'an unknown party type',
      '7,"X","submarine",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
      'unknown-schema SDN_Type submarine',
    ],
    [
      'a number that is none',
      'x7,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
      'bad-uid ent_num x7',
    ],
    [
      'an entry without a name',
      '7,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
      'no-name SDN_Name',
    ],
    [
      'a birth on no day',
      '7,"X, Y","individual",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 31 Feb 1950."',
      'unreadable-date Remarks/DOB 31 Feb 1950',
    ],
    [
      'a country that is none',
      '7,"X, Y","individual",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"nationality Quuxish."',
      'unknown-country Remarks/nationality Quuxish',
    ],
    [
      'a third gender',
      '7,"X, Y","individual",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Gender Unknown."',
      'unknown-gender Remarks/Gender Unknown',
    ],
    [
      'an IMO number that fails both checks',
      '7,"X","vessel",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Vessel Registration Identification IMO 9187620."',
      'bad-check-digit Remarks/Vessel Registration Identification IMO 9187620',
    ],
    [
      'a number without a digit or letter',
      '7,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Tax ID No. -."',
      'empty-number Remarks/Tax ID No. -',
    ],
    [
      'a listing date that is none',
      '7,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Listing Date (CMIC) soon."',
      'unreadable-date Remarks/Listing Date (CMIC) soon',
    ],
  ])('%s is noted with its value, and the entry kept', async (_, row, line) => {
    const { entities, notes } = await ofacCsv.read(
      [memoryFile('sdn.csv', `${row}\r\n\u001a`)],
      'us_ofac_sdn',
    );
    expect(entities).toHaveLength(1);
    expect(noteLines(notes.filter(({ code }) => code !== 'missing-file'))).toEqual([line]);
  });

  test('missing side files and a missing control-Z are noted', async () => {
    const file = memoryFile('sdn.csv', '7,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n');
    const { notes } = await ofacCsv.read([file], 'us_ofac_sdn');
    expect(noteLines(notes)).toEqual([
      'missing-control-z end of file',
      'missing-file add',
      'missing-file alt',
      'missing-file comments',
    ]);
  });

  test('a control-Z left where two files were put together is no part of the number behind it', async () => {
    const row = (uid: number) => `${uid},"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001a`;
    const { entities } = await ofacCsv.read([memoryFile('sdn.csv', row(7) + row(8))], 'us_ofac_sdn');
    expect(entities.map(({ id }) => id)).toEqual(['us_ofac_sdn-7', 'us_ofac_sdn-8']);
  });

  test('line ends and the pieces in which the bytes come change nothing', async () => {
    const names = ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'];
    const texts = names.map((name) => readFileSync(fixture(`ofac-csv/${name}`), 'utf8'));
    const crlf = await ofacCsv.read(
      names.map((name, i) => memoryFile(name, texts[i]!, 7)),
      'us_ofac_sdn',
    );
    const lf = await ofacCsv.read(
      names.map((name, i) => memoryFile(name, texts[i]!.replaceAll('\r\n', '\n'))),
      'us_ofac_sdn',
    );
    expect(crlf).toEqual(lf);
  });
});

describe('a set that is not whole is refused with file, line and value', () => {
  const good = '7,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n';
  test.each([
    ['a row cut short', `${good}8,"Y",-0- ,-0- ,-0- `, 'sdn.csv:2: 5 columns where 12 are expected: 8,Y'],
    ['a column too many', good.replace('\r\n', ',1\r\n'), 'sdn.csv:1: 13 columns where 12 are expected: 7,X'],
    ['an unclosed quote', `${good}8,"Y,-0- ,-0- `, 'sdn.csv:2: '],
    [
      'a page of HTML',
      '<html><body>302 Found</body></html>',
      'sdn.csv:1: 1 columns where 12 are expected: <html>',
    ],
    ['an empty file', '', 'sdn.csv:1: no row in it'],
    ['a control-Z alone', '\u001a', 'sdn.csv:1: no row in it'],
    ['a remark of 10 MB', good.replace('"X"', `"${'x'.repeat(10_000_000)}"`), 'sdn.csv:'],
  ])('%s', async (_, text, message) => {
    await expect(ofacCsv.read([memoryFile('sdn.csv', text)], 'us_ofac_sdn')).rejects.toMatchObject({
      code: 'list-malformed',
      message: expect.stringContaining(message),
    });
  });

  test('bytes that are not UTF-8 are refused', async () => {
    const file = memoryFile('sdn.csv', Buffer.from('7,"Jos\xe9"\r\n', 'latin1'));
    await expect(ofacCsv.read([file], 'us_ofac_sdn')).rejects.toThrow('sdn.csv: byte 6 (0xe9) is not UTF-8');
  });

  test.each([
    ['no primary file', ['alt.csv'], 'no primary file among alt.csv'],
    ['two primary files', ['sdn.csv', 'cons_prim.csv'], 'cons_prim.csv: a second primary file'],
    ['a stranger', ['sdn.csv', 'notes.csv'], 'notes.csv: no file of a legacy set'],
  ])('a set with %s', async (_, names, message) => {
    await expect(
      ofacCsv.read(
        names.map((name) => memoryFile(name, good)),
        'us_ofac_sdn',
      ),
    ).rejects.toThrow(message);
  });
});
