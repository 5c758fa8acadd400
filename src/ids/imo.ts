import { weightedSum } from './check-digits.ts';

const SHIP_WEIGHTS = [7, 6, 5, 4, 3, 2];
const COMPANY_WEIGHTS = [8, 6, 4, 2, 9, 7];

/**
 * Which kind of IMO number seven digits are by their check digit: of a ship (IMO Resolution A.1117(30): weights 7 to 2,
 * last digit of the sum) or of a company or registered owner (MSC.160(78): weights 8 6 4 2 9 7, (11 − sum mod 11)
 * mod 10). The two look alike on lists and must not be mixed. A ship's number never begins with a zero; a company's
 * often does.
 */
export function imoKind(digits: string): 'ship' | 'company' | 'both' | 'neither' {
  if (!/^\d{7}$/.test(digits) || digits === '0000000') return 'neither';
  const check = digits.charCodeAt(6) - 48;
  const ship = digits[0] !== '0' && weightedSum(digits, SHIP_WEIGHTS) % 10 === check;
  const company = (11 - (weightedSum(digits, COMPANY_WEIGHTS) % 11)) % 10 === check;
  if (ship && company) return 'both';
  return ship ? 'ship' : company ? 'company' : 'neither';
}
