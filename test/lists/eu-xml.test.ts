import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { euXml } from '../../src/lists/eu-xml.ts';
import type { Entity } from '../../src/model/entity.ts';
import { diskFile, fixture, fixtureText, memoryFile, noteLines, readOne } from './list-file.ts';

const LISTS = process.env.CORDON_LISTS ?? '../shared/lists';
const SLUG = 'eu_fsf';

async function full(): Promise<Entity> {
  const { entities } = await readOne(euXml, diskFile(fixture('eu-xml/full.xml')), SLUG);
  return entities.get('eu_fsf-EU.9001.11')!;
}

describe('an EU entry with every attribute filled', () => {
  test('keeps each name with its parts, language, quality and kind', async () => {
    const { names } = await full();
    expect(names.map(({ value, kind, weak }) => [value, kind, weak])).toEqual([
      ['Tok-su Il PANGMUN', 'primary', false],
      ['Paek Invented', 'alias', true],
      ['Pan Imagined', 'alias', false],
      ['Old Pangmun', 'former', false],
      ['방문 덕수', 'native', false],
      ['Toksu Pangmun', 'alias', true],
    ]);
    expect(names[0]).toMatchObject({ lang: 'en', parts: { given: 'Tok-su Il', family: 'PANGMUN' } });
    expect(names[4]).toMatchObject({ lang: 'ko', script: 'Hang' });
  });

  test('keeps birth dates as exactly as they are given', async () => {
    const { birthDates } = await full();
    expect(
      birthDates.slice(0, 5).map(({ precision, from, to, circa }) => [precision, from, to, circa]),
    ).toEqual([
      ['day', '1961-05-17', '1961-05-17', false],
      ['year', '1960-01-01', '1960-12-31', true],
      ['range', '1958-01-01', '1963-12-31', false],
      ['month', '1962-04-01', '1962-04-30', false],
      ['day', '1982-04-19', '1982-04-19', false],
    ]);
  });

  test('reads an Islamic year of Iran both as solar and as lunar, and says so', async () => {
    const { content, entities } = await readOne(euXml, diskFile(fixture('eu-xml/full.xml')), SLUG);
    const dates = entities.get('eu_fsf-EU.9001.11')!.birthDates.slice(5);
    expect(dates.map(({ calendar, from }) => [calendar, from?.slice(0, 4)])).toEqual([
      ['persian', '1961'],
      ['islamic', '1921'],
    ]);
    expect(noteLines(content.notes)).toEqual([
      'ambiguous-calendar birthdate@calendarType 1340 (Islamic calendar)',
    ]);
  });

  test('keeps everything that is said about a document', async () => {
    const passport = (await full()).identifiers.find(({ type }) => type === 'passportNumber')!;
    expect(passport).toMatchObject({ raw: '836110035', country: 'kp', label: 'National passport' });
    for (const said of [
      'diplomatic',
      'known expired',
      'known false',
      'reported lost',
      'revoked by issuer',
      'Embassy of Nowhere',
      '2010-01-02',
      '2010-01-03',
      '2020-01-02',
      'Pan Tok Su',
      'Diplomatic passport',
    ])
      expect(passport.note).toContain(said);
  });

  test('has its designation from the basic regulation, amended by the later one', async () => {
    expect((await full()).designations).toEqual([
      {
        list: SLUG,
        key: 'EU.9001.11',
        authority: 'European Commission; Council of the European Union',
        programme: 'PRK',
        measures: ['Asset freeze'],
        legalBasis: '2021/9002 (OJ L999); 2019/9001 (OJ L998)',
        reason: null,
        announced: '2019-03-04',
        listed: '2019-03-04',
        inForce: '2019-03-05',
        amended: '2021-06-11',
        ended: null,
        sourceUrl: 'https://example.org/oj/2019/9001',
      },
    ]);
  });

  test('loses no filled attribute and no text but those with a reason', async () => {
    const { content } = await readOne(euXml, diskFile(fixture('eu-xml/full.xml')), SLUG);
    const said = JSON.stringify(content.entities).toLowerCase();
    const silent = new Set([
      'true',
      'false',
      'm',
      'p',
      'e',
      '00',
      'unknown',
      'gregorian',
      'person',
      'enterprise',
    ]);
    const xml = fixtureText('eu-xml/full.xml').replace(/<regulationSummary[^>]*>/gu, '');
    const ignored =
      /^(?:logicalId|regulationLanguage|classificationCode|globalFileId|generationDate|xmlns|version|encoding|standalone)$/u;
    const typed =
      /^(?:dayOfMonth|monthOfYear|identificationTypeCode|regulationType|organisationType|strong|key|countryIso2Code|countryDescription)$/u;
    const lost: string[] = [];
    for (const [, name, value] of xml.matchAll(/(\w+)="([^"]+)"/gu))
      if (!ignored.test(name!) && !typed.test(name!) && !silent.has(value!.toLowerCase()))
        if (!said.includes(value!.toLowerCase())) lost.push(`${name}=${value}`);
    expect(lost).toEqual([]);
  });
});

describe('an EU entry that only amendments are cited for', () => {
  test('does not say when it was announced, since an amendment may only have changed it', async () => {
    const { entities } = await readOne(euXml, diskFile(fixture('eu-xml/full.xml')), SLUG);
    expect(entities.get('eu_fsf-EU.9002.12')!.designations[0]).toMatchObject({
      announced: null,
      inForce: null,
      listed: '2018-12-21',
      amended: '2024-02-23',
    });
  });

  test('has its numbers typed by their check digits', async () => {
    const { entities } = await readOne(euXml, diskFile(fixture('eu-xml/full.xml')), SLUG);
    expect(entities.get('eu_fsf-EU.9002.12')!.identifiers.map(({ type, value }) => [type, value])).toEqual([
      ['imoNumber', '9074729'],
      ['imoCompanyNumber', '5342883'],
      ['innCode', '7707083893'],
      ['ogrnCode', '1027700132195'],
      ['swiftBic', 'SABRRUMM'],
    ]);
  });
});

test('dirty values of the EU list become notes and the entries stay', async () => {
  const { content, entities } = await readOne(euXml, diskFile(fixture('eu-xml/dirty.xml')), SLUG);
  expect([...entities.keys()]).toEqual(['eu_fsf-EU.9003.13', 'eu_fsf-EU.9003.13~2', 'eu_fsf-9005']);
  expect(noteLines(content.notes)).toEqual([
    'bad-check-digit identification@number 1234568',
    'bad-un-reference sanctionEntity@unitedNationId not a reference',
    'duplicate-uid sanctionEntity@euReferenceNumber eu_fsf-EU.9003.13',
    'empty-name nameAlias@wholeName',
    'empty-number identification@number -',
    'missing-key sanctionEntity@euReferenceNumber',
    'unknown-country birthdate@countryIso2Code QQ QUUX',
    'unknown-field plaque unknown element',
    'unknown-field sanctionEntity@colour green',
    'unknown-gender nameAlias@gender X',
    'unknown-identification-type identification@identificationTypeCode amulet',
    'unknown-organisation regulation@organisationType guild',
    'unknown-programme regulation@programme ZZZ',
    'unknown-schema subjectType@code vessel',
    'unreadable-date birthdate@birthdate 1985-02-30',
    'unreadable-date regulation@publicationDate 2024-02-31',
  ]);
  for (const note of content.notes)
    expect(note).toMatchObject({ file: 'dirty.xml', line: expect.any(Number) });
});

describe('a damaged EU file is refused whole', () => {
  const whole = fixtureText('eu-xml/full.xml');
  const damaged: readonly (readonly [string, string])[] = [
    ['cut in the middle', whole.slice(0, whole.length / 2)],
    ['without its closing tag', whole.replace('</export>', '')],
    ['empty', ''],
    ['with another root', '<Designations></Designations>'],
    [
      'with an entity bomb',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><export><sanctionEntity><remark>&b;</remark></sanctionEntity></export>',
    ],
  ];
  test.each(damaged)('%s', async (_, text) => {
    await expect(readOne(euXml, memoryFile('bad.xml', text, 100), SLUG)).rejects.toMatchObject({
      code: 'list-malformed',
      message: expect.stringContaining('bad.xml'),
    });
  });
});

test('the size of the pieces in which an EU file arrives changes nothing', async () => {
  const text = fixtureText('eu-xml/full.xml');
  const small = await readOne(euXml, memoryFile('x.xml', text, 7), SLUG);
  const large = await readOne(euXml, memoryFile('x.xml', text), SLUG);
  expect(small.content).toEqual(large.content);
});

const REAL: readonly (readonly [string, string, number, number])[] = [
  ['eu-fsf/xmlFullSanctionsList_1_1.2026-05-01.reconstructed.xml.gz', '2026-05-01', 5860, 29_826],
  ['eu-fsf/xmlFullSanctionsList_1_1.2022-03-18.truncated.xml', '2022-03-18', 1044, 4855],
];
describe.each(REAL)('the real file %s', (path, date, entries, aliases) => {
  test.skipIf(!existsSync(`${LISTS}/${path}`))('is read whole, with every field accounted for', async () => {
    const { content, entities } = await readOne(euXml, diskFile(`${LISTS}/${path}`), SLUG);
    expect(content.date).toBe(date);
    expect(entities.size).toBe(entries);
    expect(content.entities.reduce((sum, entity) => sum + entity.names.length, 0)).toBe(aliases);
    expect(
      content.notes.filter(({ code }) => code.startsWith('unknown-') && code !== 'unknown-country'),
    ).toEqual([]);
    expect(content.fields['nameAlias@wholeName']).toEqual({ mapped: aliases, noted: 0, ignored: 0 });
  });
});
