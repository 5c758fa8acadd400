import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitParties } from '../../src/text/split-parties.ts';

const rest = (cell: string): string[] => splitParties(cell).names.slice(1);

test.each([
  ['Ivan Petrov and/or Maria Petrova', ['Ivan Petrov', 'Maria Petrova']],
  ['Foo Ltd, d/b/a Bar Trading', ['Foo Ltd', 'Bar Trading']],
  ['Foo Ltd DBA Bar Trading', ['Foo Ltd', 'Bar Trading']],
  ['Foo Ltd (a.k.a. Bar Trading)', ['Foo Ltd', 'Bar Trading']],
  ['J Smith c/o Acme Corp', ['J Smith', 'Acme Corp']],
  ['J Smith in trust for A Smith', ['J Smith', 'A Smith']],
  ['Foo Ltd on behalf of Bar Ltd', ['Foo Ltd', 'Bar Ltd']],
  ['Foo Ltd trading as Bar', ['Foo Ltd', 'Bar']],
  ['A. Smith / C. Jones', ['A. Smith', 'C. Jones']],
  ['Foo Ltd; Bar Ltd', ['Foo Ltd', 'Bar Ltd']],
  ['Foo Ltd f/k/a Bar Ltd t/a Baz', ['Foo Ltd', 'Bar Ltd', 'Baz']],
  ['Foo Ltd (Bar Trading)', ['Foo Ltd', 'Bar Trading']],
  ['Foo（Bar Trading）', ['Foo', 'Bar Trading']],
  ['Kim Jong Un (김정은)', ['Kim Jong Un', '김정은']],
  ['Foo (Hong Kong) Ltd', ['Foo Ltd']],
  ['Foo (Pvt.) Ltd', ['Foo Ltd']],
  ['Foo (2) Ltd', ['Foo Ltd']],
])('%s also names %j', (cell, names) => {
  expect(rest(cell)).toEqual(names);
});

test.each([
  'AC/DC GmbH',
  'Marks and Spencer',
  'Foo & Bar',
  'Formerly Foo',
  'Akash Dbaker',
  'Kim Jong Un',
  '(Foo',
  '',
])('"%s" is one name', (cell) => {
  expect(splitParties(cell)).toEqual({ names: [cell], how: ['whole'] });
});

test('it says what made each name', () => {
  expect(splitParties('Foo Ltd D.B.A. Bar (Baz Works)')).toEqual({
    names: ['Foo Ltd D.B.A. Bar (Baz Works)', 'Foo Ltd', 'Bar (Baz Works)', 'Bar', 'Baz Works'],
    how: ['whole', 'split at "d/b/a"', 'split at "d/b/a"', 'without the brackets', 'in brackets'],
  });
});

test('the first name is always the whole cell, each name stands once and none is blank but the cell itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Foo', ' ', 'd/b/a', '(', ')', ';', '/', 'c/o', 'Ltd', ',', '김')),
      (parts) => {
        const cell = parts.join('');
        const { names, how } = splitParties(cell);
        expect(names[0]).toBe(cell);
        expect(how).toHaveLength(names.length);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names.slice(1)) expect(name).toMatch(/^\S(.*\S)?$/su);
      },
    ),
  );
});
