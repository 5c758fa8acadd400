import { readTable } from '../facts/table.ts';
import type { Identifier, IdentifierType } from '../model/entity.ts';
import type { EntityDraft } from './entity-draft.ts';
import { attribute, childrenOf, type EuElement, type EuNote, textOf } from './eu-element.ts';
import { euCountry } from './eu-place.ts';
import { typedNumber, unReference } from './own-number.ts';

const TYPES: ReadonlyMap<string, { readonly type: IdentifierType; readonly label: string }> = new Map(
  readTable('lists/eu-identification-types.tsv').map((row) => [
    row.code!,
    { type: row.type as IdentifierType, label: row.label! },
  ]),
);

const FLAGS: readonly (readonly [attribute: string, words: string])[] = [
  ['diplomatic', 'diplomatic'],
  ['knownExpired', 'known expired'],
  ['knownFalse', 'known false'],
  ['reportedLost', 'reported lost'],
  ['revokedByIssuer', 'revoked by issuer'],
];

const DETAILS: readonly (readonly [attribute: string, words: string])[] = [
  ['issuedBy', 'issued by'],
  ['issueDate', 'issued'],
  ['validFrom', 'valid from'],
  ['validTo', 'valid to'],
  ['region', 'region'],
  ['nameOnDocument', 'name on document'],
];

/** Everything that the list says about a document beside its number, in one line. */
function documentNote(identification: EuElement): string {
  return [
    ...FLAGS.filter(([name]) => attribute(identification, name) === 'true').map(([, words]) => words),
    ...DETAILS.map(([name, words]) => {
      const value = attribute(identification, name);
      return value === '' ? '' : `${words} ${value}`;
    }),
    ...childrenOf(identification, 'remark').map(textOf),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** One `identification`: the number and, where it is another text, the Latin form of it. */
export function addEuIdentification(draft: EntityDraft, identification: EuElement, note: EuNote): void {
  const code = attribute(identification, 'identificationTypeCode');
  const known = TYPES.get(code);
  if (!known)
    note(identification, 'identification@identificationTypeCode', code, 'unknown-identification-type');
  const numbers = [attribute(identification, 'number'), attribute(identification, 'latinNumber')];
  const issuer = euCountry(identification, note)?.code ?? null;
  const said = documentNote(identification);
  const label = attribute(identification, 'identificationTypeDescription') || known?.label || code;
  const details = { country: issuer, label, ...(said === '' ? {} : { note: said }) };
  for (const number of new Set(numbers.filter((text) => text !== ''))) {
    if (!/[\p{L}\p{N}]/u.test(number)) {
      note(identification, 'identification@number', number, 'empty-number');
      continue;
    }
    const read: Identifier = typedNumber(known?.type ?? 'other', number, details);
    if (read.valid === false) note(identification, 'identification@number', number, 'bad-check-digit');
    draft.add('identifiers', read);
  }
}

/** `sanctionEntity@unitedNationId`. */
export function addUnitedNationId(draft: EntityDraft, entity: EuElement, note: EuNote): void {
  const raw = attribute(entity, 'unitedNationId');
  if (raw === '') return;
  const read = unReference(raw);
  if (read) {
    draft.add('identifiers', read);
    return;
  }
  note(entity, 'sanctionEntity@unitedNationId', raw, 'bad-un-reference');
  draft.property('notes', `UN reference: ${raw}`);
}
