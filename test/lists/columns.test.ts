import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/facts/table.ts';
import { columnProperty, columnValues } from '../../src/lists/columns.ts';

describe('column names', () => {
  test.each([
    ['Full Name', 'name'],
    ['ENTITY_NAME', 'name'],
    ['Kunde', 'name'],
    ['birthDate', 'birthDate'],
    ['date-of-birth', 'birthDate'],
    ['DOB', 'birthDate'],
    ['P.O.B.', 'birthPlace'],
    ['Sex', 'gender'],
    ['Passport No.', 'passportNumber'],
    ['client_ref', 'id'],
    ['type', 'schema'],
    ['SWIFT', 'swiftBic'],
  ])('%s means %s', (header, property) => {
    expect(columnProperty(header)).toBe(property);
  });

  test.each(['shoe size', '', 'constructor', '__proto__'])('%j means nothing', (header) => {
    expect(columnProperty(header)).toBeNull();
  });

  test('no two rows of the table give one spelling two meanings', () => {
    const seen = new Map<string, string>();
    for (const row of readTable('columns.tsv')) {
      const key = row.column!.replaceAll('_', '').toLowerCase();
      expect(`${key} ${seen.get(key) ?? row.property}`).toBe(`${key} ${row.property}`);
      seen.set(key, row.property!);
    }
  });
});

test('cells of list-like columns hold several values, an address with a semicolon is one', () => {
  expect(columnValues('aka', 'One; Two|Three;')).toEqual(['One', 'Two', 'Three']);
  expect(columnValues('address', '1 Example Road; rear house')).toEqual(['1 Example Road; rear house']);
});
