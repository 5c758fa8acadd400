/** Weights run 1 to 10 and begin again; the second try begins two higher. */
function control(digits: string, offset: number): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += (((i + offset) % 10) + 1) * (digits.charCodeAt(i) - 48);
  return sum % 11;
}

/**
 * Russian classifier of enterprises (OKPO): 8 digits for bodies, 10 for sole traders, the last a check digit: the
 * weighted sum mod 11, where that is 10 once more with weights two higher, where it is 10 again 0 (Rosstandart,
 * PR 50.1.024-2005). Ukraine, Belarus and Bulgaria call other numbers by this name: one that fails need not be wrong.
 */
export function isOkpo(text: string): boolean {
  if (!/^(?!0+$)(?:\d{8}|\d{10})$/.test(text)) return false;
  const body = text.slice(0, -1);
  const first = control(body, 0);
  const digit = first < 10 ? first : control(body, 2) % 10;
  return digit === text.charCodeAt(text.length - 1) - 48;
}
