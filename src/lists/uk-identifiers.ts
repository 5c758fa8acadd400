import { readTable } from '../facts/table.ts';
import { identifier } from '../ids/identifier.ts';
import type { IdentifierType } from '../model/entity.ts';
import type { EntityDraft } from './entity-draft.ts';
import { typedNumber, unReference } from './own-number.ts';
import { statedCountry } from './uk-country.ts';
import { childText, texts, type UkElement, type UkNote, within } from './uk-element.ts';
import { labelledNumbers } from './uk-numbers.ts';

const LABELS: readonly (readonly [RegExp, IdentifierType])[] = readTable('lists/uk-number-labels.tsv').map(
  (row) => [
    new RegExp(`(?<![\\p{L}\\p{N}])${row.words!}(?![\\p{L}\\p{N}])`, 'iu'),
    row.type as IdentifierType,
  ],
);

/** The spreadsheet's mark for "text", which copies carry along. */
const APOSTROPHES = /^['’]+\s*|\s*['’]+$/gu;

function typeOf(label: string, otherwise: IdentifierType): IdentifierType {
  return LABELS.find(([words]) => words.test(label))?.[1] ?? otherwise;
}

interface Said {
  readonly type: IdentifierType;
  readonly label: string;
  readonly country: string | null;
  readonly note: string;
}

function add(draft: EntityDraft, raw: string, said: Said, at: UkElement, field: string, note: UkNote): void {
  const number = raw.replace(APOSTROPHES, '').replace(/[,;]+$/u, '');
  if (!/[\p{L}\p{N}]/u.test(number)) {
    note(at, field, raw, 'empty-number');
    return;
  }
  const read = typedNumber(said.type, number, {
    country: said.country,
    label: said.label,
    ...(said.note === '' ? {} : { note: said.note }),
  });
  if (read.valid === false) note(at, field, raw, 'bad-check-digit');
  draft.add('identifiers', read);
}

/** UN reference and OFSI group: keys that join this list with others. */
export function addUkKeys(draft: EntityDraft, designation: UkElement, note: UkNote): void {
  const reference = childText(designation, 'UNReferenceNumber');
  const read = reference === '' ? null : unReference(reference);
  if (read) draft.add('identifiers', read);
  else if (reference !== '') note(designation, 'UNReferenceNumber', reference, 'bad-un-reference');
  const group = childText(designation, 'OFSIGroupID');
  if (group !== '') draft.add('identifiers', identifier('ofsiGroup', group, {}));
}

export function addUkDocuments(draft: EntityDraft, individual: UkElement, note: UkNote): void {
  for (const passport of within(individual, 'PassportDetails')) {
    const remark = childText(passport, 'PassportAdditionalInformation');
    add(
      draft,
      childText(passport, 'PassportNumber'),
      { type: 'passportNumber', label: 'Passport', country: statedCountry(remark), note: remark },
      passport,
      'IndividualDetails/Individual/PassportDetails/Passport/PassportNumber',
      note,
    );
  }
  for (const national of within(individual, 'NationalIdentifierDetails')) {
    const remark = childText(national, 'NationalIdentifierAdditionalInformation');
    const cell = childText(national, 'NationalIdentifierNumber');
    // `Kuwait, number 260012001546`: the country stands in the number's own cell.
    const inner = /\bnumber\b/iu.test(cell) ? labelledNumbers(cell)[0] : undefined;
    add(
      draft,
      inner?.number ?? cell,
      {
        type: typeOf(remark, 'idNumber'),
        label: 'National identifier',
        country: statedCountry(inner ? `${inner.label}; ${remark}` : remark),
        note: remark,
      },
      national,
      'IndividualDetails/Individual/NationalIdentifierDetails/NationalIdentifier/NationalIdentifierNumber',
      note,
    );
  }
}

export function addUkBusinessNumbers(draft: EntityDraft, entity: UkElement, note: UkNote): void {
  for (const [at, cell] of texts(entity, 'BusinessRegistrationNumbers'))
    for (const { number, label, remark } of labelledNumbers(cell))
      add(
        draft,
        number,
        {
          type: typeOf(`${label} ${remark}`, 'registrationNumber'),
          label: label || 'Business registration number',
          country: statedCountry(remark) ?? statedCountry(label),
          note: remark,
        },
        at,
        'EntityDetails/Entity/BusinessRegistrationNumbers/BusinessRegistrationNumber',
        note,
      );
}

export function addUkShipNumbers(draft: EntityDraft, ship: UkElement, note: UkNote): void {
  const plain = { country: null, note: '' };
  for (const [at, raw] of texts(ship, 'IMONumbers'))
    add(
      draft,
      raw,
      { ...plain, type: 'imoNumber', label: 'IMO number' },
      at,
      'ShipDetails/Ship/IMONumbers/IMONumber',
      note,
    );
  for (const [at, raw] of texts(ship, 'HullIdentificationNumbers'))
    add(
      draft,
      raw,
      { ...plain, type: 'other', label: 'Hull identification number' },
      at,
      'ShipDetails/Ship/HullIdentificationNumbers/HullIdentificationNumber',
      note,
    );
}
