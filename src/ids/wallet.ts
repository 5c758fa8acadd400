import { base58CheckVersion } from './base58.ts';
import { isSegwitAddress } from './bech32.ts';
import { keccak256 } from './keccak.ts';

/** Version bytes of Base58Check addresses: Bitcoin's of keys and of scripts, Tron's. */
const BITCOIN_KEY = 0x00;
const BITCOIN_SCRIPT = 0x05;
const TRON = 0x41;

/**
 * Whether the case of an Ethereum address is that of its checksum, EIP-55: a letter is a capital where the Keccak-256
 * of the address in lower case has a digit of 8 or more. An address in one case carries no checksum and is right.
 */
function isEthereumCase(digits: string): boolean {
  const lower = digits.toLowerCase();
  if (digits === lower || digits === digits.toUpperCase()) return true;
  const hash = keccak256(lower);
  for (let i = 0; i < digits.length; i++) {
    const expected = Number.parseInt(hash[i]!, 16) >= 8 ? lower[i]!.toUpperCase() : lower[i]!;
    if (digits[i] !== expected) return false;
  }
  return true;
}

/**
 * Whether a wallet address passes its own check: true or false for Bitcoin (Base58Check, Bech32, Bech32m), Tron and
 * Ethereum with those of its form (0x and forty digits); null for the forms of other currencies, which are not checked
 * here, and for fragments.
 */
export function walletValid(text: string): boolean | null {
  if (/^0x[0-9a-f]{40}$/i.test(text)) return isEthereumCase(text.slice(2));
  if (/^bc1/i.test(text)) return isSegwitAddress(text, 'bc');
  if (/^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(text)) return base58CheckVersion(text) === TRON;
  if (!/^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/.test(text)) return null;
  const version = base58CheckVersion(text);
  return version === (text[0] === '1' ? BITCOIN_KEY : BITCOIN_SCRIPT);
}
