/**
 * International Securities Identification Number, ISO 6166: two letters, nine letters or digits and a check digit by
 * Luhn's formula (US patent 2950048, 1960) over the letters written as numbers (A = 10 … Z = 35).
 */
export function isIsin(text: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(text)) return false;
  const digits = [...text].map((char) => String(Number.parseInt(char, 36))).join('');
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
