import { expect, test } from 'vitest';
import { labelledNumbers } from '../../src/lists/uk-numbers.ts';

// Shapes of cells in the list, with numbers of well-known or invented bodies.
test.each<[string, [string, string, string][]]>([
  ['382231', [['', '382231', '']]],
  ["'00021503 (KH) ", [['', '00021503', 'KH']]],
  ['1027700132195 (Russia)', [['', '1027700132195', 'Russia']]],
  ['1 149 102 007 933', [['', '1 149 102 007 933', '']]],
  [
    'OGRN: 1027700132195KPP: 773601001INN: 7707083893',
    [
      ['OGRN', '1027700132195', ''],
      ['KPP', '773601001', ''],
      ['INN', '7707083893', ''],
    ],
  ],
  [
    'OGRN: 102 770 013 21 95INN: 7707083893',
    [
      ['OGRN', '1027700132195', ''],
      ['INN', '7707083893', ''],
    ],
  ],
  [
    'BvD ID: XX30193GN ISN Number: XXO1AZAB0006 ',
    [
      ['BvD ID', 'XX30193GN', ''],
      ['ISN Number', 'XXO1AZAB0006', ''],
    ],
  ],
  [
    'Registration No. - 38705SWIFT/BIC - SABRRUMM',
    [
      ['Registration No.', '38705', ''],
      ['SWIFT/BIC', 'SABRRUMM', ''],
    ],
  ],
  [
    '7707083893/773601001 (Russia)',
    [
      ['', '7707083893', 'Russia'],
      ['', '773601001', 'Russia'],
    ],
  ],
  ['1067746244026 dated 27/07/1992', [['', '1067746244026', 'dated 27/07/1992']]],
  [
    'TIN (Taxpayer Identification Number) 7707083893',
    [['TIN (Taxpayer Identification Number)', '7707083893', '']],
  ],
  ['not known', [['', 'not known', '']]],
  ['  ', []],
])('%j is taken apart', (cell, expected) => {
  expect(labelledNumbers(cell).map(({ label, number, remark }) => [label, number, remark])).toEqual(expected);
});
