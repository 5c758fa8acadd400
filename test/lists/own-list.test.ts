import { describe, expect, test } from 'vitest';
import { ownList } from '../../src/lists/own-list.ts';
import { diskFile, fixture, fixtureText, memoryFile, noteLines, readOne } from './list-file.ts';

describe('a CSV of customers with a byte order mark and the usual column names', () => {
  test('gives parties with the ids of its own column', async () => {
    const { content, entities } = await readOne(ownList, diskFile(fixture('own/customers.csv')), 'house');
    expect([...entities.keys()]).toEqual(['house-C-1', 'house-C-2', 'house-C-1~2']);
    expect(noteLines(content.notes)).toEqual(['duplicate-uid Client_Ref house-C-1']);
    expect(entities.get('house-C-1')).toMatchObject({
      schema: 'Person',
      names: [
        { value: 'Pangmun, Tok Su', kind: 'primary' },
        { value: 'Pan Tok-su', kind: 'alias' },
        { value: 'Old Pan', kind: 'alias' },
      ],
      birthDates: [{ from: '1961-05-17', precision: 'day' }],
      birthPlaces: [{ full: 'Nowhere' }],
      nationalities: [{ code: 'kp', raw: 'North Korea' }],
      genders: ['male'],
      identifiers: [{ raw: '836110035' }, { raw: 'D0009720' }],
      designations: [
        {
          list: 'house',
          key: 'C-1',
          programme: 'House list',
          reason: 'said "no" twice',
          listed: '2020-01-02',
        },
      ],
    });
    expect(entities.get('house-C-1')!.addresses.map(({ full }) => full)).toContain(
      '1 Example Road; rear house',
    );
    expect(entities.get('house-C-2')!.schema).toBe('Company');
  });
});

test('a table of semicolons without an id has the hash of each row as id, and names an unknown column once', async () => {
  const { content } = await readOne(ownList, diskFile(fixture('own/semicolon.csv')), 'ships');
  expect(content.entities.map(({ id }) => id)).toEqual([
    expect.stringMatching(/^ships-[0-9a-f]{16}$/u),
    expect.stringMatching(/^ships-[0-9a-f]{16}$/u),
  ]);
  expect(content.entities.map(({ schema, names }) => [schema, names[0]!.value])).toEqual([
    ['Vessel', 'Sample Star'],
    ['LegalEntity', 'Sample Moon'],
  ]);
  expect(noteLines(content.notes)).toEqual(['unknown-column shoe size']);
  expect(content.fields['shoe size']).toEqual({ mapped: 0, noted: 2, ignored: 0 });
});

test('the order of the columns does not change the id of a row', async () => {
  const a = await readOne(ownList, memoryFile('a.csv', 'name,country\nSample Star,Panama\n'), 'x');
  const b = await readOne(ownList, memoryFile('b.csv', 'country;name\nPanama;Sample Star\n'), 'x');
  expect(b.content.entities[0]!.id).toBe(a.content.entities[0]!.id);
});

test('a table of tabs is read as one', async () => {
  const { content } = await readOne(ownList, diskFile(fixture('own/tabs.tsv')), 'x');
  expect(content.entities[0]!.identifiers).toMatchObject([
    { type: 'innCode', value: '7707083893', valid: true },
  ]);
});

test('JSON lines take lists of values, and a ship type where a schema is expected is said', async () => {
  const { content, entities } = await readOne(ownList, diskFile(fixture('own/parties.jsonl')), 'x');
  expect(entities.get('x-J-1')!.birthDates.map(({ raw }) => raw)).toEqual(['1961', '1962']);
  expect(content.entities[1]).toMatchObject({ schema: 'Vessel', properties: { type: ['Crude Oil Tanker'] } });
  expect(noteLines(content.notes)).toEqual(['unknown-schema type Crude Oil Tanker']);
});

test('a file of FollowTheMoney entities is read as one', async () => {
  const text = fixtureText('ftm/entities.ftm.json');
  const { content } = await readOne(ownList, memoryFile('entities.ftm.json', text), 'x');
  expect(content.entities.map(({ id }) => id)).toContain('NK-1');
});

describe('a file that cannot be read safely is refused with its place', () => {
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['Windows-1252', Buffer.from('name\nM\xfcller\n', 'latin1'), 'bad.csv: byte 6 (0xfc)'],
    ['UTF-16', Buffer.from('\ufeffname\nMueller\n', 'utf16le'), 'bad.csv: byte 0 (0xff)'],
    ['UTF-16 without a mark', Buffer.from('name\nMueller\n', 'utf16le'), 'bad.csv: byte 1 (0x00)'],
    ['a cut character', Buffer.from('name\nMüller', 'utf8').subarray(0, 7), 'bad.csv: byte 6 (0xc3)'],
    ['an unclosed quote', 'name,city\n"Sample,Town\n', 'bad.csv'],
    ['a row with too many cells', 'name,city\nSample,Town,Extra\n', 'bad.csv:2'],
    ['a cell of ten megabytes', `name\n${'a'.repeat(10_000_000)}\n`, 'bad.csv'],
    ['nothing', '', 'bad.csv: the file is empty'],
    ['a broken JSON line', '{"name":"Sample"}\n{"name":\n', 'bad.csv:2'],
  ];
  test.each(cases)('%s', async (_, content, message) => {
    await expect(readOne(ownList, memoryFile('bad.csv', content), 'x')).rejects.toMatchObject({
      code: 'list-malformed',
      message: expect.stringContaining(message),
    });
  });
});

test('the size of the pieces in which a file arrives changes nothing', async () => {
  const text = fixtureText('own/customers.csv');
  const small = await readOne(ownList, memoryFile('x.csv', text, 3), 'x');
  const large = await readOne(ownList, memoryFile('x.csv', text), 'x');
  expect(small.content).toEqual(large.content);
});
