import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { screenBook } from '../../src/engine/book.ts';
import { csvCell } from '../../src/engine/book-output.ts';
import { bookFolder } from './book-fixture.ts';

const folder = bookFolder();

async function table(content: string): Promise<Record<string, string>[]> {
  const output = folder.path('answer.csv');
  await screenBook(folder.snapshot, folder.write('in.csv', content), { output });
  return parse(folder.read('answer.csv'), { columns: true });
}

describe('a CSV answer', () => {
  it('has at least one line a row: its hits, no match, or its error', async () => {
    const rows = await table('id,name\nA,Kim Jong Un\nB,Marta Quillfeather\nC,\n\n');
    expect([...new Set(rows.map((row) => row.row))]).toEqual(['1', '2', '3', '4']);
    expect(rows.filter((row) => row.ref === 'A').every((row) => row.outcome === 'hit')).toBe(true);
    expect(rows[0]).toMatchObject({ query_name: 'Kim Jong Un', match: 'yes', schema: 'Person' });
    expect(Number(rows[0]!.score)).toBeGreaterThanOrEqual(0.7);
    expect(rows[0]!.datasets).toMatch(/^\w+/);
    expect(rows.find((row) => row.ref === 'B')).toMatchObject({ outcome: 'no match', match: '', hits: '0' });
    expect(rows.find((row) => row.ref === 'C')).toMatchObject({ outcome: 'error', query_name: '' });
    expect(rows.at(-1)).toMatchObject({ row: '4', ref: '', outcome: 'error', error: 'the row is blank' });
    expect(rows[0]).toMatchObject({ snapshot: folder.snapshot.id });
  });

  it('never hands a spreadsheet a formula', async () => {
    const rows = await table('id,name\n=1+1,"=HYPERLINK(""http://x"",""Marta"")"\n@x,+Marta\n-7,-Marta\n');
    expect(rows.map((row) => row.ref)).toEqual(["'=1+1", "'@x", "'-7"]);
    expect(rows.map((row) => row.query_name![0])).toEqual(["'", "'", "'"]);
  });

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=A1', "'=A1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('writes the cell %j as %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('writes numbers as they are', () => {
    expect(csvCell(-0.5)).toBe('-0.5');
  });
});
