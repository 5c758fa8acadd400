import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedBook } from '../../bench/invented-book.ts';
import { type BookOptions, type BookSummary, screenBook } from '../../src/engine/book.ts';
import type { BookLine } from '../../src/engine/book-output.ts';
import { screen } from '../../src/engine/screen.ts';
import { bookFolder, lines } from './book-fixture.ts';

const folder = bookFolder();

async function screened(
  name: string,
  content: string | Uint8Array,
  options: BookOptions = {},
): Promise<{ text: string; answer: BookLine[]; summary: BookSummary; columns: string[] }> {
  const parts: Uint8Array[] = [];
  const columns: string[] = [];
  const summary = await screenBook(
    folder.snapshot,
    folder.write(name, content),
    { write: async (bytes) => void parts.push(bytes) },
    { onColumn: (heading, why) => columns.push(`${heading}: ${why}`), ...options },
  );
  const text = Buffer.concat(parts).toString('utf8');
  return { text, answer: lines(text), summary, columns };
}

describe('a book of parties', () => {
  it('is answered by one line a row, in the order of the rows, each as the party would be by itself', async () => {
    const { answer } = await screened(
      'order.csv',
      'client_ref,name,schema,dob\nA-7,Kim Jong Un,Person,\nA-8,Marta Quillfeather,Person,1971\nA-9,Владимир Путин,,1952-10-07\n',
    );
    expect(answer.map((line) => [line.row, line.ref])).toEqual([
      [1, 'A-7'],
      [2, 'A-8'],
      [3, 'A-9'],
    ]);
    const alone = screen(folder.snapshot, {
      properties: { name: 'Владимир Путин', birthDate: '1952-10-07' },
    });
    expect(answer[2]!.query).toEqual(alone.query);
    expect(answer[2]!.results).toEqual(JSON.parse(JSON.stringify(alone.results)));
    expect(answer[0]!.results[0]!.match).toBe(true);
    expect(answer[1]!.results).toEqual([]);
    expect(Object.keys(answer[1]!)).toEqual(['row', 'ref', 'query', 'results', 'snapshot', 'policy']);
    expect(answer[1]!.snapshot).toEqual({ id: folder.snapshot.id, carried: false });
  });

  it('never screens the reference', async () => {
    const { answer } = await screened('ref.csv', 'id,name\n9085730,Marta Quillfeather\nKim Jong Un,\n');
    expect(answer[0]!.query!.properties).toEqual({ name: ['Marta Quillfeather'] });
    expect(answer[0]!.results).toEqual([]);
    expect(answer[1]).toMatchObject({ ref: 'Kim Jong Un', results: [], query: null });
    expect(answer[1]!.error).toContain('neither a name nor an identifier');
  });

  it('answers a blank or bad row with its error, and goes on', async () => {
    const { answer, summary } = await screened(
      'bad.csv',
      [
        'id,name,schema',
        '1,Kim Jong Un,Person',
        '',
        ',,',
        '4,Kim Jong Un',
        '5,Kim Jong Un,Starship',
        `6,${'x'.repeat(2001)},`,
        '7,"Kim Jong Un,Person',
        '8,"Kim" Jong Un,Person',
        '9,Kim Jong Un,Person,,',
        '10,"Kim',
        'Jong Un",Person',
        '11,"Kim Jong Un,Person',
        '12,Kim Jong Un,Person',
      ].join('\r\n'),
    );
    expect(answer.map((line) => line.row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(answer.map((line) => (line.error === undefined ? line.results[0]?.caption : 'error'))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((row) =>
        [1, 9, 10, 12].includes(row) ? answer[0]!.results[0]!.caption : 'error',
      ),
    );
    expect(answer[1]!.error).toContain('blank');
    expect(answer[2]!.error).toContain('blank');
    expect(answer[3]!.error).toContain('2 cells where the header has 3');
    expect(answer[4]!.error).toContain('Starship');
    expect(answer[6]!.error).toContain('quoted cell');
    expect(summary.counts).toEqual({ rows: 12, matched: 4, hits_below_threshold: 0, no_match: 0, errors: 8 });
  });

  it('says once what it does not screen', async () => {
    const table = await screened(
      'columns.csv',
      'name,shoe size,e-mail,shoe size\nKim Jong Un,41,,\nMarta Quillfeather,38,,\n',
    );
    expect(table.columns).toEqual(['shoe size: unknown', 'e-mail: not screened']);
    expect(table.summary.columns).toEqual({ unknown: ['shoe size'], not_screened: ['e-mail'] });
    const json = await screened(
      'columns.jsonl',
      '{"name":"Kim Jong Un","shoe":41}\n{"name":"Kim Jong Un","shoe":42,"hat":{"size":7}}\n',
    );
    expect(json.columns).toEqual(['shoe: unknown', 'hat: unknown']);
    expect(json.answer.every((line) => line.results[0]?.match)).toBe(true);
  });

  it('reads JSON lines, FollowTheMoney entities among them', async () => {
    const { answer } = await screened(
      'rows.jsonl',
      [
        '{"client_ref":17,"name":["Marta Quillfeather","Kim Jong Un"]}',
        '',
        'nonsense',
        '["Kim Jong Un"]',
        '{"name":{"first":"Kim"}}',
        '{"id":"x-1","schema":"Person","properties":{"name":["Kim Jong Un"],"birthDate":["1984"]}}',
      ].join('\n'),
    );
    expect(answer.map((line) => line.ref)).toEqual(['17', null, null, null, null, 'x-1']);
    expect(answer.map((line) => line.error?.split(':')[0])).toEqual([
      undefined,
      'the row is blank',
      'no JSON',
      'no JSON object',
      'name holds {"first"',
      undefined,
    ]);
    expect(answer[0]!.results[0]!.match).toBe(true);
    expect(answer[5]!.query).toEqual({
      schema: 'Person',
      properties: { name: ['Kim Jong Un'], birthDate: ['1984'] },
    });
  });

  it('puts the parts of a name and of an address together', async () => {
    const { answer } = await screened(
      'parts.csv',
      'vorname;nachname;Straße;street;city;passport\nJong Un;Kim;;Elm 1;Anytown;X1|X2\n',
    );
    expect(answer[0]!.query!.properties).toEqual({
      name: ['Jong Un Kim'],
      address: ['Elm 1, Anytown'],
      passportNumber: ['X1', 'X2'],
    });
  });

  it.each([
    ['commas', 'name,country\nKim Jong Un,KP\n'],
    ['semicolons', 'name;country\nKim Jong Un;KP\n'],
    ['tabs', 'name\tcountry\r\nKim Jong Un\tKP\r\n'],
    ['a byte order mark', '\uFEFFname,country\nKim Jong Un,KP'],
    ['blank lines before the header', '\n\nname,country\nKim Jong Un,KP\n'],
    ['a quoted header', '"name","country, of residence"\n"Kim Jong Un",KP\n'],
  ])('takes a table with %s', async (_, content) => {
    const { answer } = await screened('shape.csv', content);
    expect(answer).toHaveLength(1);
    expect(answer[0]!.results[0]!.match).toBe(true);
  });

  it('takes a compressed book', async () => {
    const { answer } = await screened('packed.csv.gz', gzipSync('name\nKim Jong Un\n'));
    expect(answer[0]!.results[0]!.match).toBe(true);
  });

  it.each([
    ['an empty file', 'a.csv', '', 'empty'],
    ['a JSON array', 'a.json', '[{"name":"Kim Jong Un"}]', 'one object a line'],
    ['no column that names a party', 'a.csv', 'colour,dob\nred,1970\n', 'colour, dob'],
    ['Latin-1', 'a.csv', Buffer.from('name\nJos\xe9\n', 'latin1'), 'byte 8 (0xe9)'],
    ['UTF-16', 'a.csv', Buffer.from('\uFEFFname\nKim\n', 'utf16le'), 'byte 0 (0xff)'],
  ])('refuses %s before any row', async (_, name, content, message) => {
    await expect(screened(name, content)).rejects.toMatchObject({
      code: 'input-malformed',
      message: expect.stringContaining(message),
    });
  });

  it('refuses an option out of its range, and to write over its input', async () => {
    await expect(screened('a.csv', 'name\nKim\n', { screen: { cutoff: 0.2 } })).rejects.toMatchObject({
      code: 'usage',
    });
    const path = folder.write('same.csv', 'name\nKim\n');
    await expect(screenBook(folder.snapshot, path, { output: path })).rejects.toMatchObject({
      code: 'usage',
    });
    expect(folder.read('same.csv')).toBe('name\nKim\n');
  });

  it('says how many hits there are where it shows fewer', async () => {
    const { answer } = await screened('limit.csv', 'name\nKim Jong Un\n', {
      screen: { limit: 1, cutoff: 0.5, threshold: 0.5 },
    });
    expect(answer[0]!.results).toHaveLength(1);
    const all = await screened('limit.csv', 'name\nKim Jong Un\n', {
      screen: { cutoff: 0.5, threshold: 0.5 },
    });
    const found = all.answer[0]!.results.length;
    expect(found).toBeGreaterThan(1);
    expect(answer[0]!.total).toEqual({ value: all.answer[0]!.total?.value ?? found, relation: 'eq' });
  });
});

describe('the answer to a book', () => {
  const row = fc.oneof(
    fc.constantFrom('Kim Jong Un', '"Quillfeather, Marta"', '', ',', '"open', 'Almaz Antey', '"two\nlines"'),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n\0]/g, '')),
  );

  it('does not depend on the size of batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, batch) => {
          const content = `name\n${rows.join('\n')}\n`;
          const byRow = await screened('batch.csv', content, { batch: 1 });
          const byBatch = await screened('batch.csv', content, { batch });
          expect(byBatch.text).toBe(byRow.text);
          expect(byBatch.summary).toEqual(byRow.summary);
          expect(byRow.answer.map((line) => line.row)).toEqual(byRow.answer.map((_, i) => i + 1));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not depend on the number of threads', async () => {
    const content = [...inventedBook(3000)].join('');
    const one = await screened('threads.csv', content);
    for (const [threads, batch] of [
      [2, 256],
      [3, 7],
    ] as const) {
      const many = await screened('threads.csv', content, { threads, batch });
      expect(many.text).toBe(one.text);
      expect(many.summary).toEqual(one.summary);
    }
    expect(one.answer).toHaveLength(3000);
    expect(one.summary.counts.matched).toBeGreaterThan(0);
  });

  it('is a file with a summary beside it, and nothing else', async () => {
    const input = folder.write('whole.csv', 'id,name\n1,Kim Jong Un\n2,\n3,Marta Quillfeather\n');
    const output = folder.path('whole.jsonl');
    const summary = await screenBook(folder.snapshot, input, { output });
    expect(lines(folder.read('whole.jsonl')).map((line) => line.ref)).toEqual(['1', '2', '3']);
    const written = JSON.parse(folder.read('whole.jsonl.summary.json')) as BookSummary;
    expect(written).toEqual(JSON.parse(JSON.stringify(summary)));
    expect(written.counts).toEqual({ rows: 3, matched: 1, hits_below_threshold: 0, no_match: 1, errors: 1 });
    expect(Object.keys(written.snapshot.lists)).toContain('kr_mofa_unilateral');
    expect(written.policy.limit).toBe(10);
    expect(existsSync(`${output}.progress.json`)).toBe(false);
  });
});
