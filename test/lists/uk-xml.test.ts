import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ukXml } from '../../src/lists/uk-xml.ts';
import type { Entity } from '../../src/model/entity.ts';
import { diskFile, fixture, fixtureText, memoryFile, noteLines, readOne } from './list-file.ts';

const LISTS = process.env.CORDON_LISTS ?? '../shared/lists';
const SLUG = 'gb_fcdo_sanctions';

async function full(key: string): Promise<Entity> {
  const { entities } = await readOne(ukXml, diskFile(fixture('uk-xml/full.xml')), SLUG);
  return entities.get(`${SLUG}-${key}`)!;
}

describe('a UK designation with every element filled', () => {
  test('names a person in natural order, whatever the case of NameType', async () => {
    const { names } = await full('RUS9001');
    expect(names.map(({ value, kind, weak }) => [value, kind, weak])).toEqual([
      ['Ivan Primerovich Third Fourth Fifth OBRAZTSOV', 'primary', false],
      ['Iwan OBRAZZOW', 'alias', false],
      ['The Sample', 'alias', true],
      ['Vanya Obraztsov', 'alias', false],
      ['Ivan Staroimenny', 'former', false],
      ['Образцов Иван Примерович', 'native', false],
    ]);
    expect(names[0]!.parts).toEqual({ given: 'Ivan Primerovich Third Fourth Fifth', family: 'OBRAZTSOV' });
    expect(names[5]!.lang).toBe('ru');
  });

  test('reads masked birth dates', async () => {
    const { birthDates } = await full('RUS9001');
    expect(birthDates.map(({ raw, precision, from, to }) => [raw, precision, from, to])).toEqual([
      ['dd/mm/1958', 'year', '1958-01-01', '1958-12-31'],
      ['dd/05/1958', 'month', '1958-05-01', '1958-05-31'],
      ['1958', 'year', '1958-01-01', '1958-12-31'],
      ["'14/03/1958", 'day', '1958-03-14', '1958-03-14'],
    ]);
  });

  test('takes the issuing country of a document only where one is stated', async () => {
    const { identifiers } = await full('RUS9001');
    expect(identifiers.map(({ type, raw, country }) => [type, raw, country])).toEqual([
      ['unReference', 'KPi.901', null],
      ['ofsiGroup', '99001', null],
      ['passportNumber', 'P04581926', 'kp'],
      ['passportNumber', 'D0009720', 'ru'],
      ['innCode', '500100732259', 'ru'],
      ['idNumber', '05258253', null],
    ]);
  });

  test('words its measures and names who designated, under which regulations, since when', async () => {
    expect((await full('RUS9001')).designations).toEqual([
      {
        list: SLUG,
        key: 'RUS9001',
        authority: 'Foreign, Commonwealth & Development Office; United Nations Security Council',
        programme: 'The Russia (Sanctions) (EU Exit) Regulations 2019',
        measures: [
          'Asset freeze',
          'Travel ban',
          'Prohibition on correspondent banking relationships and processing payments',
        ],
        legalBasis: 'The Russia (Sanctions) (EU Exit) Regulations 2019',
        reason: 'Invented reasons.',
        announced: null,
        listed: '2022-06-29',
        inForce: '2022-06-29',
        amended: '2026-08-04',
        ended: null,
        sourceUrl: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
      },
    ]);
  });

  test('keeps the particulars of a ship, and that it is no asset freeze', async () => {
    const ship = await full('RUS9003');
    expect(ship).toMatchObject({
      schema: 'Vessel',
      properties: {
        flag: ['Panama'],
        pastFlags: ['Gabon'],
        type: ['Crude Oil Tanker'],
        tonnage: ['61000'],
        length: ['244'],
        buildDate: ['2005'],
      },
      relations: [
        { kind: 'owner', name: 'Sample Shipping Ltd' },
        { kind: 'owner', name: 'Former Sample Shipping Ltd', former: true },
      ],
    });
    expect(ship.designations[0]!.measures).toEqual(['Shipping sanctions']);
    expect(ship.identifiers.map(({ type, value }) => [type, value])).toEqual([
      ['imoNumber', '9074729'],
      ['other', 'SMP12345D404'],
    ]);
  });

  test('loses no text', async () => {
    const { content } = await readOne(ukXml, diskFile(fixture('uk-xml/full.xml')), SLUG);
    expect(content.notes).toEqual([]);
    const said = JSON.stringify(content.entities).toLowerCase();
    const typed =
      /^(?:DateGenerated|LastUpdated|DateDesignated|UniqueID|NameType|AliasStrength|NonLatinScriptType|NonLatinScriptLanguage|IndividualEntityShip|DesignationSource|SanctionsImposed|AssetFreeze|TravelBan|ArmsEmbargo|TrustServicesSanctions|BusinessRegistrationNumber)$/u;
    const lost = [...fixtureText('uk-xml/full.xml').matchAll(/<(\w+)>([^<]*\S[^<]*)<\/\1>/gu)]
      .filter(
        ([, name, text]) =>
          !typed.test(name!) && !said.includes(text!.trim().replace(/^'/u, '').toLowerCase()),
      )
      .map(([, name, text]) => `${name}=${text}`);
    expect(lost).toEqual([]);
  });
});

test('the numbers of a UK entity are taken apart and typed', async () => {
  const { identifiers, relations, properties } = await full('RUS9002');
  expect(identifiers.map(({ type, value, country }) => [type, value, country])).toEqual([
    ['ogrnCode', '1027700132195', null],
    ['kppCode', '773601001', null],
    ['innCode', '7707083893', null],
    ['registrationNumber', '00021503', 'kh'],
    ['registrationNumber', '382231', null],
  ]);
  expect(relations.map(({ kind, name }) => [kind, name])).toEqual([
    ['parent', 'Sample Parent JSC'],
    ['subsidiary', 'Sample Daughter LLC'],
  ]);
  expect(properties).toEqual({ legalForm: ['Limited Liability Company'] });
});

test('dirty values of the UK list become notes and the designations stay', async () => {
  const { content, entities } = await readOne(ukXml, diskFile(fixture('uk-xml/dirty.xml')), SLUG);
  expect([...entities.keys()]).toEqual([`${SLUG}-RUS9011`, `${SLUG}-RUS9011~2`]);
  const individual = 'IndividualDetails/Individual';
  expect(noteLines(content.notes)).toEqual([
    'bad-check-digit ShipDetails/Ship/IMONumbers/IMONumber IMO1234568',
    'bad-un-reference UNReferenceNumber N/A',
    `duplicate-uid UniqueID ${SLUG}-RUS9011`,
    'empty-name Names/Name/Name6',
    'indicator-mismatch SanctionsImposedIndicators/AssetFreeze false',
    'indicator-mismatch SanctionsImposedIndicators/TravelBan true',
    'script-mismatch NonLatinNames/NonLatinName/NonLatinScriptType Arabic',
    'unknown-alias-strength Names/Name/AliasStrength Middling a.k.a',
    `unknown-country ${individual}/Nationalities/Nationality Atlantis`,
    'unknown-field Colour green',
    'unknown-field Motto unknown element',
    'unknown-field SanctionsImposedIndicators/Hexed true',
    `unknown-gender ${individual}/Genders/Gender Unknown`,
    'unknown-indicator SanctionsImposedIndicators/Hexed true',
    'unknown-language NonLatinNames/NonLatinName/NonLatinScriptLanguage Klingon',
    'unknown-measure SanctionsImposed Evil eye',
    'unknown-name-type Names/Name/NameType Pen name',
    'unknown-source DesignationSource XX',
    `unreadable-date ${individual}/DOBs/DOB 13/11/19yy`,
    `unreadable-date ${individual}/DOBs/DOB around harvest`,
    'unreadable-date LastUpdated 31/02/2026',
  ]);
  for (const note of content.notes)
    expect(note).toMatchObject({ file: 'dirty.xml', line: expect.any(Number) });
});

describe('a damaged UK file is refused whole', () => {
  const whole = fixtureText('uk-xml/full.xml');
  const damaged: readonly (readonly [string, string])[] = [
    ['cut in the middle', whole.slice(0, whole.length / 2)],
    ['without its closing tag', whole.replace('</Designations>', '')],
    ['empty', ''],
    ['HTML', '<html><body>Service unavailable</body></html>'],
  ];
  test.each(damaged)('%s', async (_, text) => {
    await expect(readOne(ukXml, memoryFile('bad.xml', text, 100), SLUG)).rejects.toMatchObject({
      code: 'list-malformed',
      message: expect.stringContaining('bad.xml'),
    });
  });
});

const REAL = `${LISTS}/uk-uksl/UK-Sanctions-List.2026-08-22.reconstructed.xml.gz`;
describe.skipIf(!existsSync(REAL))('the real UK file', () => {
  test('is read whole, with every field accounted for', async () => {
    const { content, entities } = await readOne(ukXml, diskFile(REAL), SLUG);
    expect(content.date).toBe('2026-08-22');
    expect(entities.size).toBe(6349);
    expect(content.fields['Names/Name/NameType']).toEqual({ mapped: 15_758, noted: 0, ignored: 0 });
    const empty = content.notes.filter(({ code }) => code === 'empty-name').length;
    const natives = content.fields['NonLatinNames/NonLatinName/NameNonLatinScript']!.mapped;
    expect(content.entities.reduce((sum, entity) => sum + entity.names.length, 0)).toBe(
      15_758 - empty + natives,
    );
    expect(
      content.notes.filter(({ code }) => code.startsWith('unknown-') && code !== 'unknown-country'),
    ).toEqual([]);
    expect(content.notes.filter(({ code }) => code === 'indicator-mismatch')).toEqual([]);
  });
});
