import type { IdentifierType } from '../model/entity.ts';
import { identifierValid, normaliseIdentifier } from './identifier.ts';
import { imoKind } from './imo.ts';
import { walletValid } from './wallet.ts';

/** One reading of a number given without its type. */
export interface DetectedIdentifier {
  readonly type: IdentifierType;
  readonly value: string;
  readonly valid: boolean | null;
  /** What is wrong with it, for people. */
  readonly note?: string;
}

const CHECKED: readonly IdentifierType[] = ['leiCode', 'swiftBic', 'ogrnCode', 'innCode', 'isin', 'mmsi'];

/**
 * Every type that a number given without one may be, likeliest first; never empty for a text with a letter or digit.
 * "IMO 9085731" keeps its label's type and says that the check digit is wrong.
 */
export function detectIdentifiers(raw: string): readonly DetectedIdentifier[] {
  const found: DetectedIdentifier[] = [];
  const label = /^\s*(imo|mmsi|bic|swift|lei|inn|ogrn|isin)\b[\s:.#-]*(?:no|number)?[\s:.#-]*/i.exec(raw);
  const text = label ? raw.slice(label[0].length) : raw;
  const plain = normaliseIdentifier('other', text);
  if (plain === '') return found;
  const named = label ? LABELLED.get(label[1]!.toLowerCase())! : null;
  if (/^\d{7}$/.test(plain) && (named === null || named === 'imoNumber')) {
    const kind = imoKind(plain);
    if (kind === 'ship' || kind === 'both') found.push({ type: 'imoNumber', value: plain, valid: true });
    if (kind === 'company' || kind === 'both')
      found.push({ type: 'imoCompanyNumber', value: plain, valid: true });
    if (kind === 'neither')
      found.push({
        type: 'imoNumber',
        value: plain,
        valid: false,
        note: `${plain} has a wrong check digit for an IMO number`,
      });
  }
  if (walletValid(text.trim()) === true) found.push({ type: 'wallet', value: text.trim(), valid: true });
  for (const type of CHECKED) {
    const value = normaliseIdentifier(type, text);
    const valid = value === plain && identifierValid(type, value) === true;
    if (valid) found.push({ type, value, valid });
    else if (named === type)
      found.push({
        type,
        value: plain,
        valid: false,
        note: `${plain} is not a well-formed ${label![1]!.toUpperCase()}`,
      });
  }
  if (named === null) {
    for (const type of [
      'passportNumber',
      'idNumber',
      'taxNumber',
      'registrationNumber',
      'callSign',
      'tailNumber',
      'other',
    ] as const)
      found.push({ type, value: plain, valid: null });
    if (!found.some((one) => one.type === 'wallet') && text.trim().length > 20)
      found.push({ type: 'wallet', value: text.trim(), valid: walletValid(text.trim()) });
  }
  return found;
}

const LABELLED: ReadonlyMap<string, IdentifierType> = new Map([
  ['imo', 'imoNumber'],
  ['mmsi', 'mmsi'],
  ['bic', 'swiftBic'],
  ['swift', 'swiftBic'],
  ['lei', 'leiCode'],
  ['inn', 'innCode'],
  ['ogrn', 'ogrnCode'],
  ['isin', 'isin'],
]);
