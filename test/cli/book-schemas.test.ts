import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { screenBook } from '../../src/engine/book.ts';
import { openHome } from '../../src/engine/home.ts';
import { makeHome, temporaryFolder } from './cli.ts';
import { faultsOf } from './schemas.ts';

it('a book answers in the documented shapes, faulty rows and summary too', async () => {
  const snapshot = openHome(makeHome().path).currentSnapshot()!;
  const folder = temporaryFolder();
  const input = join(folder, 'book.csv');
  writeFileSync(
    input,
    'client_ref,name,dob,shoe\nA1,Kim Jong Un,1984,\n,Vladimir Putin,,44\nA3,,,\nA4,Zzyzx Qwertz,,\n',
  );
  const output = join(folder, 'answer.jsonl');
  await screenBook(snapshot, input, { output }, { screen: { limit: 1, cutoff: 0.5 } });
  const lines = readFileSync(output, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map((line) => [line.row, line.ref, 'error' in line, 'total' in line])).toEqual([
    [1, 'A1', false, expect.any(Boolean)],
    [2, null, false, true],
    [3, 'A3', true, false],
    [4, 'A4', false, expect.any(Boolean)],
  ]);
  for (const line of lines) expect(faultsOf('book-line', line)).toEqual([]);
  expect(faultsOf('book-summary', JSON.parse(readFileSync(`${output}.summary.json`, 'utf8')))).toEqual([]);
});
