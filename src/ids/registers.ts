import { mod97, weightedSum } from './check-digits.ts';

/** Legal Entity Identifier, ISO 17442: 18 letters and digits and two check digits, ISO 7064 mod 97-10. */
export function isLei(text: string): boolean {
  return /^[A-Z0-9]{18}\d{2}$/.test(text) && mod97(text) === 1;
}

/** Business Identifier Code, ISO 9362: bank, country, place, optional branch. No check digit. */
export function isBic(text: string): boolean {
  return /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text);
}

/** International Securities Identification Number, ISO 6166: Luhn over letters written as numbers. */
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

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Russian taxpayer number (INN): 10 digits for bodies, 12 for people; weights of the Federal Tax Service's order. */
export function isInn(text: string): boolean {
  const digit = (at: number): number => text.charCodeAt(at) - 48;
  if (/^\d{10}$/.test(text)) return (weightedSum(text, INN_10) % 11) % 10 === digit(9);
  return (
    /^\d{12}$/.test(text) &&
    (weightedSum(text, INN_11) % 11) % 10 === digit(10) &&
    (weightedSum(text, INN_12) % 11) % 10 === digit(11)
  );
}

/** Russian state registration number: OGRN of 13 digits (mod 11) or OGRNIP of 15 (mod 13). */
export function isOgrn(text: string): boolean {
  if (!/^(?:\d{13}|\d{15})$/.test(text)) return false;
  const body = BigInt(text.slice(0, -1));
  const check = Number(body % (text.length === 13 ? 11n : 13n)) % 10;
  return check === Number(text.at(-1));
}

/** Maritime Mobile Service Identity, ITU-R M.585: nine digits, a ship's begins with its country's digits 2–7. */
export function isMmsi(text: string): boolean {
  return /^[2-7]\d{8}$/.test(text);
}
