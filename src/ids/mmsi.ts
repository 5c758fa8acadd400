/**
 * Maritime Mobile Service Identity of a ship, ITU-R M.585: nine digits, of which the first three tell the country
 * (maritime identification digits, 201 to 775). Identities of coast stations, groups, aids and craft begin otherwise.
 */
export function isMmsi(text: string): boolean {
  return /^[2-7]\d{8}$/.test(text);
}
