import { mod97 } from './check-digits.ts';

/** Legal Entity Identifier, ISO 17442: 18 letters and digits, then two check digits by ISO 7064 mod 97-10. */
export function isLei(text: string): boolean {
  return /^[A-Z0-9]{18}\d{2}$/.test(text) && mod97(text) === 1;
}
