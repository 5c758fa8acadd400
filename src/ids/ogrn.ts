/** Remainder of a text of digits, too long for a number of exact units when it has fifteen and more. */
function remainder(digits: string, modulus: number): number {
  let rest = 0;
  for (let i = 0; i < digits.length; i++) rest = (rest * 10 + digits.charCodeAt(i) - 48) % modulus;
  return rest;
}

/**
 * Russian state registration number of a body (OGRN: 13 digits, beginning with 1 or 5, the last is the rest mod 11) or
 * of a sole trader (OGRNIP: 15 digits, beginning with 3, mod 13), each mod 10. Order of the Ministry of Finance 165n of
 * 30 October 2017. Numbers that begin otherwise are those of later entries in the register, not of the party.
 */
export function isOgrn(text: string): boolean {
  if (!/^(?:[15]\d{12}|3\d{14})$/.test(text)) return false;
  return remainder(text.slice(0, -1), text.length - 2) % 10 === text.charCodeAt(text.length - 1) - 48;
}
