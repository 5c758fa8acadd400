import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBic } from '../../src/ids/bic.ts';
import { isCallSign } from '../../src/ids/call-sign.ts';
import { imoKind } from '../../src/ids/imo.ts';
import { isInn } from '../../src/ids/inn.ts';
import { isIsin } from '../../src/ids/isin.ts';
import { isKpp } from '../../src/ids/kpp.ts';
import { isLei } from '../../src/ids/lei.ts';
import { isMmsi } from '../../src/ids/mmsi.ts';
import { isOgrn } from '../../src/ids/ogrn.ts';

/** The same text with the character at `at` put forward by `by`, within its kind. */
function changed(text: string, at: number, by: number): string {
  const alphabet = /\d/.test(text[at]!) ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const next = alphabet[(alphabet.indexOf(text[at]!) + by) % alphabet.length]!;
  return text.slice(0, at) + next + text.slice(at + 1);
}

/** Every valid text has no valid neighbour that differs in one character. */
function expectOneChangeFound(valid: readonly string[], holds: (text: string) => boolean): void {
  fc.assert(
    fc.property(fc.constantFrom(...valid), fc.nat(30), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
      const other = changed(text, at % text.length, by);
      return other === text || !holds(other);
    }),
    { numRuns: 400 },
  );
}

describe('an IMO number', () => {
  it.each([
    // The common worked example, a ship of the public record, and numbers that lists give for companies.
    ['9074729', 'ship'],
    ['9085730', 'ship'],
    ['9085731', 'company'],
    ['0011359', 'company'],
    ['9965580', 'neither'],
    ['0000000', 'neither'],
    ['0555641', 'company'],
    ['907472', 'neither'],
    ['90747290', 'neither'],
    ['９０７４７２９', 'neither'],
  ])('%s is that of %s', (digits, kind) => {
    expect(imoKind(digits)).toBe(kind);
  });

  it("that begins with a zero is never a ship's", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (n) =>
        ['company', 'neither'].includes(imoKind(String(n).padStart(7, '0'))),
      ),
    );
  });

  it('of a ship with its last digit changed is never one', () => {
    const body = fc.integer({ min: 100_000, max: 999_999 });
    fc.assert(
      fc.property(body, (n) => {
        const ships = [...'0123456789'].filter((digit) => ['ship', 'both'].includes(imoKind(`${n}${digit}`)));
        return ships.length === 1;
      }),
    );
  });

  it('with two neighbouring digits swapped is never a ship unless they are five apart or equal', () => {
    const ship = fc.integer({ min: 100_000, max: 999_999 }).map((n) => {
      const digit = [...'0123456789'].find((last) => ['ship', 'both'].includes(imoKind(`${n}${last}`)))!;
      return `${n}${digit}`;
    });
    fc.assert(
      fc.property(ship, fc.nat(4), (digits, at) => {
        const [a, b] = [digits[at]!, digits[at + 1]!];
        if ((Number(a) - Number(b)) % 10 === 0) return true;
        const swapped = digits.slice(0, at) + b + a + digits.slice(at + 2);
        return !['ship', 'both'].includes(imoKind(swapped));
      }),
    );
  });
});

describe('an LEI', () => {
  // GLEIF's own, Apple's and Bloomberg's.
  const valid = ['506700GE1G29325QX363', 'HWUPKR0MPOU8FGXBT394', '5493001KJTIIGC8Y1R12'];
  it.each(valid)('%s is well formed', (lei) => expect(isLei(lei)).toBe(true));
  it.each(['', '851683897', '5493001KJTIIGC8Y1R13', '5493001kjtiigc8y1r12', '25300F1C0J3H75V5935'])(
    '%s is not',
    (lei) => expect(isLei(lei)).toBe(false),
  );
  it('with one character changed is never well formed', () => expectOneChangeFound(valid, isLei));
});

describe('an INN', () => {
  // Sberbank, Gazprom, and numbers made for the test by the published weights.
  const valid = ['7707083893', '7736050003', '500100732259'];
  it.each(valid)('%s is well formed', (inn) => expect(isInn(inn)).toBe(true));
  it.each(['', '7707083894', '500100732258', '0000000000', '000000000000', '77070838930', '770708389'])(
    '%s is not',
    (inn) => expect(isInn(inn)).toBe(false),
  );
  it('with its check digit changed is never well formed', () => {
    for (const inn of valid)
      for (let by = 1; by <= 9; by++) expect(isInn(changed(inn, inn.length - 1, by))).toBe(false);
  });
});

describe('an OGRN', () => {
  // Sberbank, Gazprom and the example of a sole trader.
  const valid = ['1027700132195', '1027700070518', '304500116000157'];
  it.each(valid)('%s is well formed', (ogrn) => expect(isOgrn(ogrn)).toBe(true));
  it.each(['', '1027700132196', '0000000000000', '000000000000000', '2027700132195', '102770013219'])(
    '%s is not',
    (ogrn) => expect(isOgrn(ogrn)).toBe(false),
  );
  it('with its check digit changed is never well formed', () => {
    for (const ogrn of valid)
      for (let by = 1; by <= 9; by++) expect(isOgrn(changed(ogrn, ogrn.length - 1, by))).toBe(false);
  });
});

describe('an ISIN', () => {
  // Apple, BAE Systems, Treasury Corporation of Victoria: the examples of the standard's articles.
  const valid = ['US0378331005', 'GB0002634946', 'AU0000XVGZA3'];
  it.each(valid)('%s is well formed', (isin) => expect(isIsin(isin)).toBe(true));
  it.each(['', 'US0378331004', '120378331005', 'US037833100', 'us0378331005'])('%s is not', (isin) =>
    expect(isIsin(isin)).toBe(false),
  );
  it('with one digit changed is never well formed', () => {
    for (let at = 2; at < 12; at++)
      for (let by = 1; by <= 9; by++) expect(isIsin(changed('US0378331005', at, by))).toBe(false);
  });
});

describe('codes without a check digit', () => {
  it.each(['DEUTDEFF', 'DEUTDEFF500', 'KRRIRU22', 'NEDSZAJJXXX'])('%s is a BIC', (bic) =>
    expect(isBic(bic)).toBe(true),
  );
  it.each(['', 'PASSPORT', 'DEUTDEF', 'DEUTDEFF50', 'DEUTXZFF', 'deutdeff', '5040942458'])(
    '%s is no BIC',
    (bic) => expect(isBic(bic)).toBe(false),
  );
  it.each(['273456789', '201000000', '775999999'])("%s is a ship's MMSI", (mmsi) =>
    expect(isMmsi(mmsi)).toBe(true),
  );
  it.each(['', '993456789', '002734567', '3708590000', '6987100'])("%s is no ship's MMSI", (mmsi) =>
    expect(isMmsi(mmsi)).toBe(false),
  );
  it.each(['3FOF6', 'T2AB', 'UBXY7', 'A8AB2', 'T2A4567', 'WD4567'])('%s is a call sign of a ship', (sign) =>
    expect(isCallSign(sign)).toBe(true),
  );
  it.each(['', '12AB', 'UBXY1', 'UBX', '5IM123', 'SHIP NAME'])('%s is no call sign', (sign) =>
    expect(isCallSign(sign)).toBe(false),
  );
  it.each([
    ['770301001', true],
    ['7704AB001', true],
    ['77030100', false],
    ['77030100A', false],
  ])('%s as a KPP: %s', (kpp, holds) => expect(isKpp(kpp)).toBe(holds));
});
