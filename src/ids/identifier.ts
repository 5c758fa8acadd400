import type { Identifier, IdentifierType } from '../model/entity.ts';
import { isBic } from './bic.ts';
import { isCallSign } from './call-sign.ts';
import { imoKind } from './imo.ts';
import { isInn } from './inn.ts';
import { isIsin } from './isin.ts';
import { isKpp } from './kpp.ts';
import { isLei } from './lei.ts';
import { isMmsi } from './mmsi.ts';
import { maybeNationalId } from './national-id.ts';
import { isOgrn } from './ogrn.ts';
import { maybeTailNumber } from './tail-number.ts';
import { walletValid } from './wallet.ts';

/** What else is known of an identifier. */
export interface IdentifierFacts {
  /** ISO-2 lower case of the issuing country. */
  readonly country?: string | null;
  readonly label?: string;
  readonly note?: string;
  readonly verified?: false;
}

const DIGITS_ONLY: ReadonlySet<IdentifierType> = new Set([
  'imoNumber',
  'imoCompanyNumber',
  'mmsi',
  'innCode',
  'ogrnCode',
  'okpoCode',
  'dunsCode',
]);

/**
 * Normal form for comparison: digits alone, or capitals and digits, leading zeros kept; a wallet as written, since case
 * is part of it.
 */
export function normaliseIdentifier(type: IdentifierType, raw: string): string {
  const text = raw.normalize('NFKC').trim();
  if (type === 'wallet') return text.replace(/\s+/g, '');
  if (DIGITS_ONLY.has(type)) {
    const digits = text.replace(/\D/g, '');
    if (digits !== '') return digits;
  }
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** True when the check vouches for the value, null when it does not and yet nothing is wrong. */
const vouched = (holds: boolean): true | null => (holds ? true : null);
/** False when the value cannot be of the type; that it can proves nothing. */
const possible = (holds: boolean): false | null => (holds ? null : false);

const CHECKS: ReadonlyMap<IdentifierType, (value: string) => boolean | null> = new Map<
  IdentifierType,
  (value: string) => boolean | null
>([
  ['imoNumber', (value) => ['ship', 'both'].includes(imoKind(value))],
  ['imoCompanyNumber', (value) => ['company', 'both'].includes(imoKind(value))],
  ['mmsi', isMmsi],
  ['callSign', (value) => vouched(isCallSign(value))],
  ['leiCode', isLei],
  ['swiftBic', isBic],
  ['isin', isIsin],
  ['innCode', isInn],
  ['ogrnCode', isOgrn],
  ['kppCode', isKpp],
  ['dunsCode', (value) => possible(/^\d{9}$/.test(value))],
  // Lists hold real passports of three digits: only a text that is no number at all is refused.
  ['passportNumber', (value) => possible(maybeNationalId(value))],
  ['idNumber', (value) => possible(maybeNationalId(value))],
  ['tailNumber', (value) => possible(maybeTailNumber(value))],
  ['wallet', walletValid],
]);

/**
 * Whether the type's own check holds. True: a check digit, or the whole form of a type without one, vouches for it.
 * False: it cannot be one. Null: nothing speaks for or against it. Takes the normal form.
 */
export function identifierValid(type: IdentifierType, value: string): boolean | null {
  return CHECKS.get(type)?.(value) ?? null;
}

/**
 * An identifier with its normal form and check. Dirty input is kept, never refused: `valid` says what it is. An IMO
 * number that fails as a ship's and passes as a company's (or the other way) is typed by its check digit.
 */
export function identifier(type: IdentifierType, raw: string, facts: IdentifierFacts = {}): Identifier {
  const value = normaliseIdentifier(type, raw);
  let exact = type;
  if (type === 'imoNumber' || type === 'imoCompanyNumber') {
    const kind = imoKind(value);
    if (kind === 'ship') exact = 'imoNumber';
    else if (kind === 'company') exact = 'imoCompanyNumber';
  }
  return {
    type: exact,
    value,
    raw,
    country: facts.country ?? null,
    valid: identifierValid(exact, value),
    ...(facts.verified === false ? { verified: false as const } : {}),
    ...(facts.label !== undefined ? { label: facts.label } : {}),
    ...(facts.note !== undefined ? { note: facts.note } : {}),
  };
}
