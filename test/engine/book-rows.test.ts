import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookRows, inspectBook, type RawRow, splitRecord } from '../../src/engine/book-rows.ts';
import { bookFolder } from './book-fixture.ts';

const folder = bookFolder();

async function rowsOf(content: string): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of bookRows(await inspectBook(folder.write('rows.csv', content)))) rows.push(row);
  return rows;
}

describe('the rows of a table', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '김', '"', ',', ';', '\n', ' '), maxLength: 8 });

  it('are the cells that were written, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (table) => {
        const quoted = table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const rows = await rowsOf(`${['name,alias', ...quoted].join('\n')}\n`);
        expect(rows).toEqual(
          table.map((row) => ({ cells: row.every((text) => text.trim() === '') ? [] : row })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('go on after a quote that never closes, also far from the end', async () => {
    const rest = Array.from({ length: 9000 }, (_, i) => `Marta ${i},x`);
    const rows = await rowsOf(`name,alias\n"Marta,x\n${rest.join('\n')}\n`);
    expect(rows).toHaveLength(9001);
    expect(rows[0]).toHaveProperty('fault');
    expect(rows.slice(1)).toEqual(rest.map((line) => ({ cells: line.split(',') })));
  });

  it('have a quote in the middle of a word for what it is', () => {
    expect(splitRecord('The "Star" Ltd,5" pipe', ',')).toEqual(['The "Star" Ltd', '5" pipe']);
    expect(splitRecord('"a ""b""",', ',')).toEqual(['a "b"', '']);
    expect(splitRecord('"a\nb', ',')).toBe('open');
    expect(splitRecord('"a"b,c', ',')).toBe('wrong');
  });
});
