/**
 * Whether a text may be the registration of an aircraft, ICAO Annex 7: a nationality mark and a registration mark,
 * together 3 to 7 letters and digits with at least one letter, without the hyphen between them (`EP-MNA` → `EPMNA`).
 */
export function maybeTailNumber(text: string): boolean {
  return /^(?=[\d]*[A-Z])[A-Z\d]{3,7}$/.test(text);
}
