import { type IdentifierDetails, identifier } from '../ids/identifier.ts';
import type { Identifier, IdentifierType } from '../model/entity.ts';

/** Types that a list uses loosely, and the stricter types whose check digits tell what the number really is. */
const STRICTER: ReadonlyMap<IdentifierType, readonly IdentifierType[]> = new Map([
  ['imoNumber', ['imoCompanyNumber']],
  ['taxNumber', ['innCode']],
  ['registrationNumber', ['ogrnCode', 'innCode']],
] as const);

/**
 * An identifier typed by its check digits where the list's own type is loose: a ship's IMO number that only the
 * company check accepts, a tax or registration number of Russia (or of no said country) that is an INN or OGRN.
 */
export function typedNumber(type: IdentifierType, raw: string, details: IdentifierDetails): Identifier {
  const foreign = details.country != null && details.country !== 'ru';
  // "INN" also names the tax numbers of Russia's neighbours, which have other lengths and check digits.
  if (type === 'innCode' && (foreign || !/^\d{10}(?:\d{2})?$/u.test(raw.replace(/[\s-]/gu, ''))))
    return identifier('taxNumber', raw, details);
  const plain = identifier(type, raw, details);
  if (plain.valid === true) return plain;
  const stricter = STRICTER.get(type) ?? [];
  if (type !== 'imoNumber' && foreign) return plain;
  for (const other of stricter) {
    const read = identifier(other, raw, details);
    if (read.valid === true) return read;
  }
  return plain;
}
