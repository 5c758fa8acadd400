/**
 * Call sign of a ship, ITU Radio Regulations Article 19 (19.55–19.57): two characters that are not two digits, then two
 * letters and at most one digit, or four digits, or a letter and four digits; the first digit after the letters is not
 * 0 or 1. States also give small craft others, so a text of another form is not thereby wrong.
 */
export function isCallSign(text: string): boolean {
  return /^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])(?:[A-Z]{2}[2-9]?|[2-9]\d{3}|[A-Z][2-9]\d{3})$/.test(text);
}
