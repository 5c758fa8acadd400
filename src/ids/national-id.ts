/** Longest number of an identity card, tax office or register with its letters; longer texts are prose. */
const LONGEST = 30;

/**
 * Whether a text may be the number of an identity card, or of any other document: at most 30 letters and digits, at
 * least one digit. "Issued in Sarajevo" is none.
 */
export function maybeNationalId(text: string): boolean {
  return text.length <= LONGEST && /^[\p{L}\d]*\d[\p{L}\d]*$/u.test(text);
}
