import { weightedSum } from './check-digits.ts';

const WEIGHTS_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const WEIGHTS_11 = [7, ...WEIGHTS_10];
const WEIGHTS_12 = [3, ...WEIGHTS_11];

function check(text: string, weights: readonly number[]): boolean {
  return (weightedSum(text, weights) % 11) % 10 === text.charCodeAt(weights.length) - 48;
}

/**
 * Russian taxpayer number (INN): 10 digits for bodies, 12 for people. The first two are the region, never 00; the last
 * (of people the last two) are check digits, weighted sums mod 11 mod 10. Order of the Federal Tax Service
 * ММВ-7-6/435@ of 29 June 2012.
 */
export function isInn(text: string): boolean {
  if (!/^(?!00)(?:\d{10}|\d{12})$/.test(text)) return false;
  return text.length === 10 ? check(text, WEIGHTS_10) : check(text, WEIGHTS_11) && check(text, WEIGHTS_12);
}
