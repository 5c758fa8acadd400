const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Version, twenty bytes of hash, four of checksum. */
const LENGTH = 25;
const CHECKSUM = 4;

function sha256(bytes: Uint8Array): Buffer {
  // Taken when a wallet is checked, so that a command that checks none does not load it.
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest();
}

/**
 * The version byte of a Base58Check address of 25 bytes, null when its alphabet, length or checksum is wrong: the last
 * four bytes are the head of the double SHA-256 of the rest (Bitcoin Wiki, "Base58Check encoding").
 */
export function base58CheckVersion(text: string): number | null {
  let value = 0n;
  for (const char of text) {
    const digit = ALPHABET.indexOf(char);
    if (digit < 0) return null;
    value = value * 58n + BigInt(digit);
  }
  const hex = value.toString(16).padStart(LENGTH * 2, '0');
  const zeros = /^1*/.exec(text)![0].length;
  const bytes = Buffer.from(hex, 'hex');
  // Each leading zero byte is written as a "1", and nothing else is.
  if (hex.length !== LENGTH * 2 || bytes.findIndex((byte) => byte !== 0) !== zeros) return null;
  const body = bytes.subarray(0, LENGTH - CHECKSUM);
  return sha256(sha256(body)).subarray(0, CHECKSUM).equals(bytes.subarray(-CHECKSUM)) ? bytes[0]! : null;
}
