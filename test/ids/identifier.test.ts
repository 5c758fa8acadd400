import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/facts/table.ts';
import { detectIdentifiers } from '../../src/ids/detect.ts';
import { identifier } from '../../src/ids/identifier.ts';
import { identifierLabel } from '../../src/ids/labels.ts';
import type { IdentifierType } from '../../src/model/entity.ts';

describe('an identifier', () => {
  it.each([
    ['imoNumber', 'IMO 9085730', '9085730', true],
    ['imoNumber', 'IMO9085732', '9085732', false],
    ['mmsi', '273 456 789', '273456789', true],
    ['passportNumber', 'k-1234567', 'K1234567', null],
    ['passportNumber', '983', '983', null],
    ['passportNumber', 'issued in Sarajevo', 'ISSUEDINSARAJEVO', false],
    ['registrationNumber', '00-12.345/a', '0012345A', null],
    ['tailNumber', 'YK-ATA', 'YKATA', null],
    ['swiftBic', 'krri ru22', 'KRRIRU22', true],
    ['innCode', '7707 083 893', '7707083893', true],
    ['ogrnCode', '1027700132195', '1027700132195', true],
    ['kppCode', '773601001', '773601001', true],
    ['okpoCode', '00032537', '00032537', null],
    ['callSign', '3FOF6', '3FOF6', true],
    ['callSign', '9BA123', '9BA123', null],
    ['dunsCode', '12-345-678', '12345678', false],
    ['wallet', ' 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', true],
    ['other', 'BIK: 044525225', 'BIK044525225', null],
  ] as const)('%s %s has the normal form %s', (type, raw, value, valid) => {
    expect(identifier(type, raw)).toEqual({ type, raw, value, valid, country: null });
  });

  it('of a company is not left among those of ships, nor the other way', () => {
    expect(identifier('imoNumber', '0011359')).toMatchObject({ type: 'imoCompanyNumber', valid: true });
    expect(identifier('imoCompanyNumber', '9085730')).toMatchObject({ type: 'imoNumber', valid: true });
    expect(identifier('imoCompanyNumber', '9085732')).toMatchObject({
      type: 'imoCompanyNumber',
      valid: false,
    });
  });

  it('keeps what else the list says of it', () => {
    const facts = { country: 'ru', label: 'Tax ID No.', note: 'expired', verified: false } as const;
    expect(identifier('taxNumber', '12', facts)).toMatchObject(facts);
    expect(identifier('taxNumber', '12')).not.toHaveProperty('verified');
  });

  it('has a normal form that is its own', () => {
    const types = fc.constantFrom<IdentifierType>(
      'passportNumber',
      'imoNumber',
      'wallet',
      'registrationNumber',
    );
    fc.assert(
      fc.property(types, fc.string({ unit: 'grapheme' }), (type, raw) => {
        const { value } = identifier(type, raw);
        return identifier(type, value).value === value;
      }),
    );
  });
});

describe('a number given without its type', () => {
  const readings = (raw: string) => detectIdentifiers(raw).map(({ type, valid }) => `${type} ${valid}`);

  it.each([
    ['9085730', 'imoNumber true'],
    ['0011359', 'imoCompanyNumber true'],
    ['KRRIRU22', 'swiftBic true'],
    ['7707083893', 'innCode true'],
    ['1027700132195', 'ogrnCode true'],
    ['5493001KJTIIGC8Y1R12', 'leiCode true'],
    ['US0378331005', 'isin true'],
    ['273456789', 'mmsi true'],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'wallet true'],
    ['K1234567', 'passportNumber null'],
    ['YK-ATA', 'tailNumber null'],
  ])('%s is first of all %s', (raw, first) => {
    expect(readings(raw)[0]).toBe(first);
  });

  it('may also be of every type that its form allows', () => {
    expect(readings('9965580')).toEqual([
      'imoNumber false',
      'passportNumber null',
      'idNumber null',
      'taxNumber null',
      'registrationNumber null',
      'other null',
    ]);
  });

  it.each([
    ['IMO 9085732', 'imoNumber false', '9085732 has a wrong check digit for an IMO number'],
    ['imo no. 90857', 'imoNumber false', '90857 is no IMO number of seven digits'],
    ['INN: 7707083894', 'innCode false', '7707083894 is not a well-formed INN'],
    ['SWIFT PASSPORT', 'swiftBic false', 'PASSPORT is not a well-formed SWIFT'],
    [
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
      'wallet false',
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD fails the checksum of a wallet address',
    ],
  ])('%s is said to be wrong', (raw, first, note) => {
    expect(readings(raw)[0]).toBe(first);
    expect(detectIdentifiers(raw)[0]!.note).toBe(note);
  });

  it('says when digits after "IMO" are those of a company', () => {
    expect(detectIdentifiers('IMO 9085731')).toEqual([
      { type: 'imoCompanyNumber', value: '9085731', valid: true },
      {
        type: 'imoNumber',
        value: '9085731',
        valid: false,
        note: '9085731 fits the IMO number of a company, not of a ship',
      },
    ]);
  });

  it.each([
    ['Passport K1234567', 'passportNumber', 'K1234567'],
    ['Tax ID No. 123-45', 'taxNumber', '12345'],
    ['IMO9085730', 'imoNumber', '9085730'],
    ['SWIFT/BIC: KRRIRU22XXX', 'swiftBic', 'KRRIRU22XXX'],
    ['Паспорт № 4510 123456', 'passportNumber', '4510123456'],
  ])('%s is what its label says, and nothing else', (raw, type, value) => {
    expect(detectIdentifiers(raw)).toMatchObject([{ type, value }]);
  });

  it('is read whole when the words before it are no label', () => {
    expect(detectIdentifiers('AB 1234567')[0]).toEqual({
      type: 'passportNumber',
      value: 'AB1234567',
      valid: null,
    });
  });

  it('always has a reading when it holds a letter or a digit, and none otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const found = detectIdentifiers(raw);
        expect(found.length > 0).toBe(/[\p{L}\p{N}]/u.test(raw.replace(/^\s*[№#]/u, '').normalize('NFKC')));
        expect(new Set(found.map((one) => one.type)).size).toBe(found.length);
        for (const one of found) expect(one.valid === false).toBe(one.note !== undefined);
      }),
    );
  });
});

describe("a list's own label", () => {
  it.each([
    ['Passport', 'passportNumber'],
    ['Numéro de passeport', 'passportNumber'],
    ['Número de pasaporte', 'passportNumber'],
    ['Diplomatic Passport', 'passportNumber'],
    ['National ID No.', 'idNumber'],
    ['National Identification Number', 'idNumber'],
    ['Afghan national identification card (tazkira) number', 'idNumber'],
    ['Cedula No.', 'idNumber'],
    ['Identification Number', 'idNumber'],
    ['C.U.R.P.', 'idNumber'],
    ['Tax ID No.', 'taxNumber'],
    ['Italian Fiscal Code:', 'taxNumber'],
    ['RUC #', 'taxNumber'],
    ['Registration ID', 'registrationNumber'],
    ['Registration Number', 'registrationNumber'],
    ['Unified Social Credit Code (USCC)', 'registrationNumber'],
    ['Government Gazette Number', 'okpoCode'],
    ['SWIFT/BIC', 'swiftBic'],
    ['Legal Entity Number', 'leiCode'],
    ['Digital Currency Address - XBT', 'wallet'],
    ['MMSI', 'mmsi'],
    ['Vessel Registration Identification', 'imoNumber'],
    ['Identification Number IMO', 'imoNumber'],
    ['Aircraft Tail Number', 'tailNumber'],
    ["Aircraft Manufacturer's Serial Number (MSN)", 'serialNumber'],
    ['V.A.T. Number', 'vatCode'],
    ['D-U-N-S Number', 'dunsCode'],
    ['ИНН', 'innCode'],
    ['regnumber', 'registrationNumber'],
    ['fiscalcode', 'taxNumber'],
    ['taxid', 'taxNumber'],
    ['id', 'idNumber'],
    ['imo', 'imoNumber'],
    ['swiftbic', 'swiftBic'],
    ['other', 'other'],
    ['Trademark number', 'other'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('"%s" stands for %s', (label, type) => {
    expect(identifierLabel(label)).toBe(type);
  });

  it('stands once in the table', () => {
    const labels = readTable('ids/labels.tsv').map((row) => row.label!);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });
});
