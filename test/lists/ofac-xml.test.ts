import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ofacXml } from '../../src/lists/ofac-xml.ts';
import { OFAC_XML_IGNORED, OFAC_XML_MAPPED } from '../../src/lists/ofac-xml-fields.ts';
import type { Entity } from '../../src/model/entity.ts';
import { diskFile, fixture, fixtureText, memoryFile, noteLines, readOne } from './list-file.ts';

const LISTS = process.env.CORDON_LISTS ?? '../shared/lists';
const SLUG = 'us_ofac_sdn';

async function entity(key: string): Promise<Entity> {
  const { entities } = await readOne(ofacXml, diskFile(fixture('ofac-xml/sdn.xml')), SLUG);
  return entities.get(`${SLUG}-${key}`)!;
}

describe('an sdnEntry with every element filled', () => {
  test('gives its date and its count', async () => {
    const { content } = await readOne(ofacXml, diskFile(fixture('ofac-xml/sdn.xml')), SLUG);
    expect([content.date, content.recordCount, content.entities.length]).toEqual(['2026-04-21', 3, 3]);
  });

  test('gives names in natural order, weak ones by their category', async () => {
    const { names } = await entity('901');
    expect(names.map(({ value, kind, weak }) => [value, kind, weak])).toEqual([
      ['Ada Augusta LOVELACE', 'primary', false],
      ['ENCHANTRESS OF NUMBERS', 'alias', true],
      ['Ada KING', 'alias', false],
    ]);
    expect(names[2]!.parts).toEqual({ family: 'KING', given: 'Ada' });
    expect((await entity('902')).names.map(({ value, kind }) => [value, kind])).toEqual([
      ['ANALYTICAL ENGINE CO., LTD.', 'primary'],
      ['ENGINE WORKS', 'former'],
    ]);
  });

  test('puts the main of several births first', async () => {
    const { birthDates, birthPlaces } = await entity('901');
    expect(birthDates.map(({ raw }) => raw)).toEqual(['10 Dec 1815', 'circa 1816']);
    expect(birthPlaces).toEqual([
      { full: 'London, United Kingdom', country: { code: 'gb', raw: 'United Kingdom' } },
    ]);
  });

  test('types what its idList holds by the labels of the CSV remarks', async () => {
    const { identifiers, genders, properties, nationalities } = await entity('901');
    expect(identifiers.map(({ type, value, country, note }) => [type, value, country, note])).toEqual([
      ['passportNumber', 'A123456', 'gb', 'issued 01 Jan 1840; expires 01 Jan 1850'],
      ['wallet', '1BoatSLRHtKNngkdXEeobR76b53LETtpyT', null, 'XBT'],
    ]);
    expect(genders).toEqual(['female']);
    expect(nationalities.map(({ code }) => code)).toEqual(['gb', 'mt']);
    expect(properties).toEqual({
      title: ['Countess'],
      position: ['Member of the Analytical Society'],
      notes: [
        'Secondary sanctions risk: section 1(b) of Executive Order 13224',
        'Library Card 77 (Malta)',
        'whist player',
      ],
    });
  });

  test('keeps address, relations and programmes', async () => {
    const { addresses, relations, designations } = await entity('901');
    expect(addresses).toEqual([
      {
        full: "12 St. James's Square, 2nd floor, Study, London, Middlesex, SW1",
        city: 'London',
        postalCode: 'SW1',
        country: { code: 'gb', raw: 'United Kingdom' },
      },
    ]);
    expect(relations.map(({ kind, name }) => [kind, name])).toEqual([['linked', 'ANALYTICAL ENGINE CO.']]);
    expect(designations.map(({ programme, measures }) => [programme, measures])).toEqual([
      ['SDGT; IFSR', ['Blocking']],
    ]);
  });

  test("keeps a ship's particulars", async () => {
    const { identifiers, properties, relations, countries } = await entity('903');
    expect(identifiers.map(({ type, value }) => [type, value])).toEqual([
      ['imoNumber', '9187629'],
      ['callSign', 'T2EU4'],
    ]);
    expect(properties).toEqual({
      type: ['Crude Oil Tanker'],
      tonnage: ['99144'],
      grossRegisteredTonnage: ['56068'],
      flag: ['Iran'],
    });
    expect(relations.map(({ kind, name }) => [kind, name])).toEqual([['owner', 'BABBAGE SHIPPING LTD']]);
    expect(countries.map(({ code }) => code)).toEqual(['ir']);
  });
});

test('the namespace used until 2024 reads alike, and the consolidated list is not worded as a block', async () => {
  const { content } = await readOne(ofacXml, diskFile(fixture('ofac-xml/consolidated.xml')), 'us_ofac_cons');
  expect(content.date).toBe('2024-02-23');
  expect(
    content.entities[0]!.designations.map(({ measures, listed, inForce }) => [measures, listed, inForce]),
  ).toEqual([[['New debt and equity restrictions'], '2022-02-24', '2022-03-26']]);
});

describe('nothing of the file is dropped silently', () => {
  test('every documented element is filled in the fixture, and mapped or ignored with a reason', async () => {
    const { content } = await readOne(ofacXml, diskFile(fixture('ofac-xml/sdn.xml')), SLUG);
    for (const field of OFAC_XML_MAPPED) {
      const { mapped, noted } = content.fields[field] ?? { mapped: 0, noted: 0 };
      expect(mapped + noted, field).toBeGreaterThan(0);
    }
    for (const field of Object.keys(OFAC_XML_IGNORED))
      expect(content.fields[field]?.ignored, field).toBeGreaterThan(0);
    expect(noteLines(content.notes)).toEqual([
      'unmapped-id-type idList/id/idType Library Card 77',
      'unmapped-remark remarks/unlabelled whist player',
    ]);
    for (const note of content.notes)
      expect(note).toMatchObject({ file: 'sdn.xml', line: expect.any(Number) });
  });

  test('an element that nobody documented, a repeated uid and dirty values are noted', async () => {
    const dirty = fixtureText('ofac-xml/sdn.xml')
      .replace('<uid>903</uid>', '<uid>902</uid><secret>42</secret>')
      .replace('<category>weak', '<category>middling')
      .replace('<type>n.k.a.', '<type>q.k.a.')
      .replace('<sdnType>Vessel', '<sdnType>Airship')
      .replace('<dateOfBirth>10 Dec 1815', '<dateOfBirth>in winter')
      .replace('04/21/2026', '21 April 2026');
    const { content } = await readOne(ofacXml, memoryFile('sdn.xml', dirty), SLUG);
    expect(content.date).toBeNull();
    expect(content.entities.map(({ id }) => id)).toContain('us_ofac_sdn-902~2');
    expect(noteLines(content.notes).filter((line) => !line.startsWith('unmapped'))).toEqual([
      'duplicate-uid uid us_ofac_sdn-902',
      'unknown-alias-category akaList/aka/category middling',
      'unknown-alias-type akaList/aka/type q.k.a.',
      'unknown-field secret 42',
      'unknown-schema sdnType Airship',
      'unreadable-date dateOfBirthList/dateOfBirthItem/dateOfBirth in winter',
      'unreadable-date publshInformation/Publish_Date 21 April 2026',
    ]);
  });
});

describe('a file that is not whole is refused', () => {
  const whole = fixtureText('ofac-xml/sdn.xml');
  test.each([
    [
      'another count than Record_Count',
      whole.replace('<Record_Count>3<', '<Record_Count>4<'),
      'sdn.xml:3: 3 entries where Record_Count says 4',
    ],
    [
      'no Record_Count',
      whole.replace('<Record_Count>3</Record_Count>', ''),
      '3 entries where Record_Count says nothing',
    ],
    ['cut in the middle', whole.slice(0, whole.length / 2), 'sdn.xml:'],
    ['cut before the root is closed', whole.replace('</sdnList>', ''), 'ends inside sdnList'],
    ['another root', '<Sanctions/>', 'root element Sanctions where sdnList is expected'],
    ['empty', '', 'sdn.xml:1'],
  ])('%s', async (_, text, message) => {
    await expect(readOne(ofacXml, memoryFile('sdn.xml', text, 100), SLUG)).rejects.toMatchObject({
      code: 'list-malformed',
      message: expect.stringContaining(message),
    });
  });
});

describe.each([
  ['us-ofac/sdn-2026-04-reconstructed/sdn.xml.gz', SLUG, '2026-04-21', 18_758],
  ['us-ofac/consolidated/consolidated.2023-11.xml.gz', 'us_ofac_cons', '2023-11-', 445],
  ['us-ofac/consolidated/consolidated.2024-02.xml.gz', 'us_ofac_cons', '2024-02-23', 444],
] as const)('the real file %s', (path, slug, date, entries) => {
  test.skipIf(!existsSync(`${LISTS}/${path}`))(
    'is read whole, every filled element accounted for',
    async () => {
      const { content, entities } = await readOne(ofacXml, diskFile(`${LISTS}/${path}`), slug);
      expect(content.date).toContain(date);
      expect([entities.size, content.recordCount]).toEqual([entries, entries]);
      const text = gunzipSync(readFileSync(`${LISTS}/${path}`)).toString('utf8');
      const filled = (name: string) =>
        [...text.matchAll(new RegExp(`<${name}>[^<]*[^<\\s][^<]*</${name}>`, 'g'))].length;
      const counted = new Map<string, number>();
      for (const [field, { mapped, noted, ignored }] of Object.entries(content.fields)) {
        if (field.startsWith('remarks/')) continue;
        const name = field.split('/').at(-1)!;
        counted.set(name, (counted.get(name) ?? 0) + mapped + noted + ignored);
      }
      const names = new Set([...text.matchAll(/<([A-Za-z_]\w*)>/g)].map(([, name]) => name!));
      for (const name of names)
        if (filled(name) > 0) expect([name, counted.get(name)]).toEqual([name, filled(name)]);
      const all = content.entities.reduce((sum, { names: own }) => sum + own.length, 0);
      // A remark may hold a name of its own.
      const quoted = ['a.k.a.', 'f.k.a.', 'n.k.a.', 'd.b.a.'].map(
        (label) => content.fields[`remarks/${label}`]?.mapped ?? 0,
      );
      expect(all).toBe(quoted.reduce((sum, count) => sum + count, filled('lastName')));
      expect(
        content.notes.filter(({ code }) => code === 'unknown-field' || code === 'unmapped-id-type'),
      ).toEqual([]);
    },
  );
});
