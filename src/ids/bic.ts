import { isCountryCode } from '../model/countries.ts';

/**
 * Business Identifier Code, ISO 9362: four characters of the party, the country (ISO 3166-1, also XK), two of the place
 * and, or not, three of the branch. It has no check digit; the country keeps ordinary words out ("PASSPORT": PO is
 * none). Parties whose prefix holds digits are allowed by the standard since 2014 and not yet given out.
 */
export function isBic(text: string): boolean {
  const found = /^[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.exec(text);
  return found !== null && isCountryCode(found[1]!.toLowerCase());
}
