import type { IdentifierType } from '../model/entity.ts';
import { identifierValid, normaliseIdentifier } from './identifier.ts';
import { imoKind } from './imo.ts';
import { identifierLabel } from './labels.ts';
import { maybeNationalId } from './national-id.ts';
import { maybePassport } from './passport.ts';
import { maybeTailNumber } from './tail-number.ts';
import { walletValid } from './wallet.ts';

/** One reading of a number given without its type. */
export interface DetectedIdentifier {
  readonly type: IdentifierType;
  readonly value: string;
  readonly valid: boolean | null;
  /** What is wrong with it, for people. */
  readonly note?: string;
}

/** Types whose own check tells them, the hardest to meet by chance first. */
const CHECKED: readonly IdentifierType[] = [
  'leiCode',
  'isin',
  'swiftBic',
  'ogrnCode',
  'innCode',
  'mmsi',
  'kppCode',
];

/** What every number may be, and the form that rules it out. */
const UNCHECKED: readonly (readonly [type: IdentifierType, may: (value: string) => boolean])[] = [
  ['passportNumber', maybePassport],
  ['idNumber', maybeNationalId],
  ['taxNumber', maybeNationalId],
  ['registrationNumber', maybeNationalId],
  ['callSign', (value) => identifierValid('callSign', value) === true],
  ['tailNumber', maybeTailNumber],
  ['other', () => true],
];

/** Shorter texts are no wallet of any currency. In characters. */
const SHORTEST_WALLET = 20;

/**
 * Every type that a number given without one may be, likeliest first; never empty for a text with a letter or digit.
 * A label before it decides: "IMO 9085731" is that alone, and a note says that the check digit is wrong.
 */
export function detectIdentifiers(raw: string): readonly DetectedIdentifier[] {
  const text = raw
    .replace(/^\s*[№#]/u, '')
    .normalize('NFKC')
    .trim();
  const { type, label, number } = labelled(text);
  if (type !== null) return named(type, label, number);
  const value = normaliseIdentifier('other', text);
  if (value === '') return [];
  const found: DetectedIdentifier[] = /^\d{7}$/.test(value) ? imoNumbers(value) : [];
  const wallet = walletValid(text);
  if (wallet === true) found.push({ type: 'wallet', value: text, valid: true });
  else if (wallet === false)
    found.push({
      type: 'wallet',
      value: text,
      valid: false,
      note: `${text} fails the checksum of a wallet address`,
    });
  for (const checked of CHECKED)
    if (normaliseIdentifier(checked, text) === value && identifierValid(checked, value) === true)
      found.push({ type: checked, value, valid: true });
  for (const [unchecked, may] of UNCHECKED)
    if (may(value)) found.push({ type: unchecked, value, valid: identifierValid(unchecked, value) });
  if (wallet === null && text.length > SHORTEST_WALLET && !/\s/.test(text))
    found.push({ type: 'wallet', value: text, valid: null });
  return found;
}

/** Longest run of words that is tried as a label: "Vessel Registration Identification IMO". */
const LABEL =
  /^(?<label>[\p{L}][\p{L}\s./()'’-]*?)[\s:.#№-]+(?:(?:no|number|nr)\b[\s:.#№-]*)?(?<number>(?=\S*\d)\S.*)$/iu;
/** `IMO9085730`, as the UK list prints it. */
const GLUED = /^(?<label>imo|mmsi)(?<number>\d{7,9})$/i;
/** A BIC may have no digit that tells it from its label. */
const BIC_LABEL =
  /^(?<label>(?:swift|bic)(?:\/bic)?)(?:\s+code)?[\s:.#-]+(?<number>[a-z\d]{8}(?:[a-z\d]{3})?)$/i;

function labelled(text: string): { type: IdentifierType | null; label: string; number: string } {
  const groups = (GLUED.exec(text) ?? BIC_LABEL.exec(text) ?? LABEL.exec(text))?.groups;
  const type = groups ? identifierLabel(groups.label!) : 'other';
  return type === 'other'
    ? { type: null, label: '', number: text }
    : { type, label: groups!.label!.trim(), number: groups!.number!.trim() };
}

function named(type: IdentifierType, label: string, number: string): DetectedIdentifier[] {
  const value = normaliseIdentifier(type, number);
  if (type === 'imoNumber' || type === 'imoCompanyNumber') {
    const found = imoNumbers(value);
    // "IMO" mostly introduces a ship: that the digits fit an owner only may be a slip of the pen, and is said.
    if (type === 'imoNumber' && found[0]!.type === 'imoCompanyNumber')
      found.push({
        type,
        value,
        valid: false,
        note: `${value} fits the IMO number of a company, not of a ship`,
      });
    return found;
  }
  const valid = identifierValid(type, value);
  return [
    { type, value, valid, ...(valid === false ? { note: `${value} is not a well-formed ${label}` } : {}) },
  ];
}

/** An IMO number as a ship's, as a company's or as both; as a ship's with a note when neither check digit fits. */
function imoNumbers(value: string): DetectedIdentifier[] {
  const kind = imoKind(value);
  const found: DetectedIdentifier[] = [];
  if (kind === 'ship' || kind === 'both') found.push({ type: 'imoNumber', value, valid: true });
  if (kind === 'company' || kind === 'both') found.push({ type: 'imoCompanyNumber', value, valid: true });
  if (kind === 'neither') {
    const fault = /^\d{7}$/.test(value)
      ? 'has a wrong check digit for an IMO number'
      : 'is no IMO number of seven digits';
    found.push({ type: 'imoNumber', value, valid: false, note: `${value} ${fault}` });
  }
  return found;
}
