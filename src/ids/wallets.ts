import { createHash } from 'node:crypto';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Base58Check (Bitcoin wiki): the last four bytes are the head of the double sha256 of the rest. */
function isBase58Check(text: string, versions: readonly number[]): boolean {
  if (!/^[1-9A-HJ-NP-Za-km-z]{26,35}$/.test(text)) return false;
  let value = 0n;
  for (const char of text) value = value * 58n + BigInt(BASE58.indexOf(char));
  const hex = value.toString(16).padStart(50, '0');
  const bytes = Buffer.from(hex, 'hex');
  return (
    bytes.length === 25 &&
    versions.includes(bytes[0]!) &&
    sha256(sha256(bytes.subarray(0, 21)))
      .subarray(0, 4)
      .equals(bytes.subarray(21))
  );
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Bech32 and Bech32m, BIP 173 and BIP 350. */
function isBech32(text: string, prefix: string): boolean {
  const lower = text.toLowerCase();
  if ((text !== lower && text !== text.toUpperCase()) || !lower.startsWith(`${prefix}1`)) return false;
  const data = [...lower.slice(prefix.length + 1)].map((char) => BECH32.indexOf(char));
  if (data.length < 14 || data.includes(-1)) return false;
  const values = [
    ...[...prefix].map((c) => c.charCodeAt(0) >> 5),
    0,
    ...[...prefix].map((c) => c.charCodeAt(0) & 31),
    ...data,
  ];
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (let i = 0; i < 5; i++) if (((top >>> i) & 1) !== 0) check ^= GENERATOR[i]!;
  }
  return check === 1 || check === 0x2bc830a3;
}

/**
 * Whether a wallet address passes its own check: true or false for Bitcoin (Base58Check, Bech32) and Tron; true for
 * the form of Ethereum (its checksum is optional); null for currencies whose form is not checked here.
 */
export function walletValid(text: string): boolean | null {
  if (/^0x[0-9a-fA-F]{40}$/.test(text)) return true;
  if (/^bc1/i.test(text)) return isBech32(text, 'bc');
  if (/^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(text)) return isBase58Check(text, [0x41]);
  if (/^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/.test(text)) return isBase58Check(text, [0x00, 0x05]);
  return null;
}
