import type { Identifier, IdentifierType } from '../model/entity.ts';
import { imoKind } from './imo.ts';
import { isBic, isInn, isIsin, isLei, isMmsi, isOgrn } from './registers.ts';
import { walletValid } from './wallets.ts';

/** What else is known of an identifier. */
export interface IdentifierFacts {
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

/** Normal form for comparison: digits alone, or capitals and digits; a wallet as written, since case is part of it. */
export function normaliseIdentifier(type: IdentifierType, raw: string): string {
  const text = raw.normalize('NFKC').trim();
  if (type === 'wallet') return text.replace(/\s+/g, '');
  if (DIGITS_ONLY.has(type)) {
    const digits = text.replace(/\D/g, '');
    if (digits !== '') return digits;
  }
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether the type's own check holds; null for types without one. Takes the normal form. */
export function identifierValid(type: IdentifierType, value: string): boolean | null {
  switch (type) {
    case 'imoNumber': {
      const kind = imoKind(value);
      return kind === 'ship' || kind === 'both';
    }
    case 'imoCompanyNumber': {
      const kind = imoKind(value);
      return kind === 'company' || kind === 'both';
    }
    case 'mmsi':
      return isMmsi(value);
    case 'leiCode':
      return isLei(value);
    case 'swiftBic':
      return isBic(value);
    case 'isin':
      return isIsin(value);
    case 'innCode':
      return isInn(value);
    case 'ogrnCode':
      return isOgrn(value);
    case 'wallet':
      return walletValid(value);
    default:
      return null;
  }
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
