import { type IdentifierFacts, identifier } from '../ids/identifier.ts';
import type { Identifier, IdentifierType } from '../model/entity.ts';

/** Types that a list uses loosely, and the stricter types whose check digits tell what the number really is. */
const STRICTER: ReadonlyMap<IdentifierType, readonly IdentifierType[]> = new Map([
  ['taxNumber', ['innCode']],
  ['registrationNumber', ['ogrnCode', 'innCode']],
] as const);

/** Ten digits for bodies, twelve for people. */
const INN_SHAPE = /^\d{10}(?:\d{2})?$/u;

/**
 * An identifier typed by its check digits where the list's own type is loose: a tax or registration number of Russia
 * (or of no said country) that is an INN or OGRN. A country other than Russia makes it neither.
 */
export function typedNumber(type: IdentifierType, raw: string, facts: IdentifierFacts): Identifier {
  const foreign = facts.country != null && facts.country !== 'ru';
  // "INN" also names the tax numbers of Russia's neighbours, which have other lengths and check digits.
  if (type === 'innCode' && (foreign || !INN_SHAPE.test(raw.replace(/[\s-]/gu, ''))))
    return identifier('taxNumber', raw, facts);
  if (!foreign)
    for (const other of STRICTER.get(type) ?? []) {
      const read = identifier(other, raw, facts);
      if (read.valid === true && /^[\d\s-]+$/u.test(raw)) return read;
    }
  return identifier(type, raw, facts);
}

/** Regime, person or entity, and number of three digits: `KPi.033`, `QDe.004`. */
const UN_REFERENCE = /^[A-Z]{2}[ie]\.\d{3}$/iu;

/** A UN reference as the identifier that joins lists; null when it is not well formed (`N/A`, `QDi.43`). */
export function unReference(raw: string): Identifier | null {
  const text = raw.trim();
  return UN_REFERENCE.test(text) ? identifier('unReference', text) : null;
}
