import { expect, test } from 'vitest';
import { ftmJsonl } from '../../src/lists/ftm-jsonl.ts';
import { diskFile, fixture, memoryFile, noteLines, readOne } from './list-file.ts';

const SLUG = 'xx_examples';

test('FollowTheMoney entities keep their ids, names by kind, and the date of the newest change', async () => {
  const { content, entities } = await readOne(ftmJsonl, diskFile(fixture('ftm/entities.ftm.json')), SLUG);
  expect(content.date).toBe('2026-07-31');
  expect([...entities.keys()]).toEqual(['NK-1', 'NK-2', 'NK-3', 'NK-4', 'NK-5', 'NK-6']);
  expect(entities.get('NK-1')!.names.map(({ value, kind, weak }) => [value, kind, weak])).toEqual([
    ['Tok Su Pangmun', 'primary', false],
    ['방문덕수', 'native', false],
    ['Pan Tok-su', 'alias', false],
    ['Old Pan', 'alias', true],
    ['Kim Former', 'former', false],
  ]);
  expect(entities.get('NK-1')!.names[0]!.parts).toEqual({ given: 'Tok Su', family: 'Pangmun' });
});

test('a Sanction becomes the designation of the party it names, even when it stands before it', async () => {
  const { entities } = await readOne(ftmJsonl, diskFile(fixture('ftm/entities.ftm.json')), SLUG);
  expect(entities.get('NK-1')!.designations).toEqual([
    {
      list: SLUG,
      key: 'EX/7',
      authority: 'Ministry of Examples',
      programme: 'Examples Act',
      measures: ['Asset freeze', 'Travel ban'],
      legalBasis: null,
      reason: 'Invented reasons.',
      announced: null,
      listed: '2020-01-02',
      inForce: '2020-01-03',
      amended: null,
      ended: '2024-01-01',
      sourceUrl: 'https://example.org/1',
    },
  ]);
});

test('identity documents, addresses and links attach to their parties', async () => {
  const { entities } = await readOne(ftmJsonl, diskFile(fixture('ftm/entities.ftm.json')), SLUG);
  const person = entities.get('NK-1')!;
  expect(person.identifiers.map(({ type, raw, country }) => [type, raw, country])).toEqual([
    ['passportNumber', '836110035', null],
    ['innCode', '500100732259', null],
    ['unReference', 'KPi.901', null],
    ['passportNumber', 'D0009720', 'ru'],
  ]);
  expect(person.addresses.map(({ full, country }) => [full, country?.code])).toEqual([
    ['1 Example Road, Nowhere, North Korea', 'kp'],
  ]);
  expect(person.relations.map(({ kind, target, role, former }) => [kind, target, role, former])).toEqual([
    ['associate', 'NK-2', 'director (endDate: 2021)', true],
    ['family', 'NK-6', 'father of', undefined],
    ['associate', 'NK-6', 'partner', undefined],
  ]);
  expect(entities.get('NK-2')!.relations).toEqual([
    { kind: 'owner', name: 'Tok Su Pangmun', target: 'NK-1', role: 'majority owner (percentage: 60)' },
  ]);
  expect(entities.get('NK-3')!.relations).toEqual([
    { kind: 'owner', name: 'Sample Holding LLC', target: 'NK-2', role: 'owner' },
  ]);
  expect(entities.get('NK-4')!.identifiers.map(({ type }) => type)).toEqual(['tailNumber', 'serialNumber']);
});

test('dirty FollowTheMoney values become notes', async () => {
  const { content, entities } = await readOne(ftmJsonl, diskFile(fixture('ftm/dirty.ftm.json')), SLUG);
  expect([...entities.keys()]).toEqual(['D-1', 'D-4', 'D-1~2', 'D-5']);
  expect(noteLines(content.notes)).toEqual([
    'bad-check-digit Person.innCode 1234567890',
    'dangling-reference Sanction.holder D-404',
    'dangling-reference addressEntity addr-404',
    'duplicate-uid id D-1',
    'nested-value Company.parent {"id":"nested"}',
    'no-name Company.name',
    'unknown-country Person.nationality Atlantis',
    'unknown-gender Person.gender unknown',
    'unknown-schema schema Teapot',
    'unreadable-date Person.birthDate around harvest',
  ]);
});

test('a line that is cut in two refuses the whole file and is named', async () => {
  await expect(readOne(ftmJsonl, diskFile(fixture('ftm/broken.ftm.json')), SLUG)).rejects.toMatchObject({
    code: 'list-malformed',
    message: expect.stringContaining('broken.ftm.json:2'),
  });
});

test('a line of ten megabytes is refused and named', async () => {
  const line = `{"id":"x","schema":"Person","properties":{"name":["${'a'.repeat(10_000_000)}"]}}\n`;
  await expect(readOne(ftmJsonl, memoryFile('long.json', line), SLUG)).rejects.toMatchObject({
    code: 'list-malformed',
    message: expect.stringContaining('long.json:1'),
  });
});

test('a key named like a property of every object is data like any other', async () => {
  const line = '{"id":"x","schema":"Person","properties":{"name":["Plain Name"],"constructor":["builder"]}}';
  const { entities } = await readOne(ftmJsonl, memoryFile('x.json', line), SLUG);
  expect(entities.get('x')!.properties).toEqual({ constructor: ['builder'] });
});
