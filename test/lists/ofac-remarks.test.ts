import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/facts/table.ts';
import { ofacFact } from '../../src/lists/ofac-labels.ts';
import { naturalName, ofacName, quotedName } from '../../src/lists/ofac-name.ts';
import { documentTail, remarkParts, withoutEnd } from '../../src/lists/ofac-remarks.ts';

describe('taking remarks apart', () => {
  test.each([
    ['DOB 1962; POB Nablus', ['DOB 1962', 'POB Nablus']],
    [
      'National ID No. 5 (lost; see below); Gender Male',
      ['National ID No. 5 (lost; see below)', 'Gender Male'],
    ],
    ['All offices; (Linked To: X CO.)', ['All offices', 'Linked To: X CO.']],
    ['Passport 7 (Iran; DOB 1962; Gender Male; POB Qom; citizen Iran; Tax ID No. 3)', 6],
    ['a.k.a. "X"; ', ['a.k.a. "X"']],
  ])('%s', (remarks, parts) => {
    const found = remarkParts(remarks);
    if (typeof parts === 'number') expect(found).toHaveLength(parts);
    else expect(found).toEqual(parts);
  });

  test('one stop at the end belongs to no part', () => {
    expect(withoutEnd('Linked To: X CO..')).toBe('Linked To: X CO.');
    expect(withoutEnd('Linked To: X')).toBe('Linked To: X');
  });
});

describe('finding the label of a part', () => {
  test.each([
    ['DOB 14 Jun 1975', 'DOB', '14 Jun 1975'],
    ['alt. DOB 1962', 'DOB', '1962'],
    ['nationality Iran', 'nationality', 'Iran'],
    ['Nationality of Registration Iran', 'Nationality of Registration', 'Iran'],
    ['Registration ID 7', 'Registration ID', '7'],
    ['Digital Currency Address - ETH 0xab', 'Digital Currency Address -', 'ETH 0xab'],
    ['for more information on directives, see x', 'For more information', 'on directives, see x'],
    ['Tel. 5', 'Tel.', '5'],
    ['half-brother of Nobody', 'free text (relation)', 'Nobody'],
    ['info@example.org (email).', 'free text (email)', 'info@example.org'],
    ['Minister of Rain', 'free text (position)', 'Minister of Rain'],
    ['and all other locations worldwide', 'free text (notes)', 'and all other locations worldwide'],
  ])('%s', (part, label, value) => {
    const fact = ofacFact(part);
    expect([fact?.rule.label, fact?.value, fact?.text]).toEqual([label, value, part]);
  });

  test('a longer word is not the label that it begins with', () => {
    expect(ofacFact('Licensee 5')).toBeNull();
    expect(ofacFact('Whist player')).toBeNull();
  });

  test('every label of the table is found by itself', () => {
    for (const { label } of readTable('lists/ofac-remarks.tsv'))
      if (!label!.startsWith('/')) expect(ofacFact(`${label} x`)?.rule.label).toBe(label);
  });
});

describe('the tail of a document number', () => {
  test.each([
    ['1084010 (Egypt)', '1084010', ['Egypt'], null, null],
    ['E5 (Tunisia) issued 19 Jun 1987 expires 18 Jun 1992', 'E5', ['Tunisia'], '19 Jun 1987', '18 Jun 1992'],
    ['E5 (Tunisia) expires 18 Jun 1992 (individual)', 'E5', ['individual', 'Tunisia'], null, '18 Jun 1992'],
    ['(98)(21)', '(98)', ['21'], null, null],
    ['19-5 # 7', '19-5 # 7', [], null, null],
  ])('%s', (text, number, brackets, issued, expires) => {
    expect(documentTail(text)).toEqual({ number, brackets, issued, expires });
  });
});

describe('names', () => {
  test('a person stands in natural order, a body as it is', () => {
    expect(ofacName("NU'MAN ALAEDDIN, Mohammed Jamal", true).value).toBe("Mohammed Jamal NU'MAN ALAEDDIN");
    expect(ofacName('SMITH, John Jr.', true)).toEqual({
      value: 'John Jr. SMITH',
      parts: { family: 'SMITH', given: 'John Jr.' },
    });
    expect(ofacName('HAJI, CO.', false)).toEqual({ value: 'HAJI, CO.' });
    expect(ofacName('MOHAMMED', true)).toEqual({ value: 'MOHAMMED' });
    expect(naturalName('', 'KIM')).toEqual({ value: 'KIM' });
  });

  test('the apostrophes around a weak alias are no part of it, those inside are', () => {
    expect(quotedName("'ABU 'ALI'")).toBe("ABU 'ALI");
    expect(quotedName('PLAIN')).toBe('PLAIN');
  });
});
