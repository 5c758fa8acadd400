/** Shortest and longest number of a passport, in letters and digits (ICAO Doc 9303 gives nine in the machine zone). */
const SHORTEST = 5;
const LONGEST = 15;

/**
 * Whether a number given without its type may be that of a passport: 5 to 15 letters and digits, at least one digit.
 * The forms of states are not told apart.
 */
export function maybePassport(text: string): boolean {
  return text.length >= SHORTEST && text.length <= LONGEST && /^[\p{L}\d]*\d[\p{L}\d]*$/u.test(text);
}
