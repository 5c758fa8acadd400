import { expect, test, vi } from 'vitest';
import { readTable } from '../../src/facts/table.ts';
import { clean } from '../../src/text/clean.ts';
import { splitParties } from '../../src/text/split-parties.ts';
import { tokenise } from '../../src/text/tokens.ts';

vi.mock('../../src/facts/table.ts', { spy: true });

test('a plain ASCII name reads no table, and a name reads only those of its scripts', () => {
  const read = (): string[] => vi.mocked(readTable).mock.calls.map(([path]) => path);
  splitParties("J. O'Neil-Smith");
  tokenise(clean("J. O'Neil-Smith & Co. No. 5").text);
  expect(read()).toEqual([]);
  tokenise(clean('Пушкин').text);
  expect(read()).toEqual(['romanisation/cyrillic.tsv']);
  tokenise(clean('Пушкин Толстой').text);
  expect(read()).toHaveLength(1);
});
