const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** What the checksum of a whole address comes to: of Bech32 for witness version 0, of Bech32m for later ones. */
const BECH32 = 1;
const BECH32M = 0x2bc830a3;
const CHECKSUM = 6;
/** Characters of a program of 20 and of 32 bytes, the only lengths of version 0; a later one has 2 to 40 bytes. */
const VERSION_0_LENGTHS: ReadonlySet<number> = new Set([32, 52]);
const SHORTEST = 4;
const LONGEST = 64;
const LAST_VERSION = 16;

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (let i = 0; i < 5; i++) if (((top >>> i) & 1) !== 0) check ^= GENERATOR[i]!;
  }
  return check;
}

/** Whether a text is a segregated-witness address with this human-readable part, by BIP 173 and BIP 350. */
export function isSegwitAddress(text: string, prefix: string): boolean {
  const lower = text.toLowerCase();
  if ((text !== lower && text !== text.toUpperCase()) || !lower.startsWith(`${prefix}1`)) return false;
  const data = [...lower.slice(prefix.length + 1)].map((char) => ALPHABET.indexOf(char));
  const length = data.length - CHECKSUM - 1;
  if (data.includes(-1) || length < SHORTEST || length > LONGEST) return false;
  const version = data[0]!;
  if (version > LAST_VERSION || (version === 0 && !VERSION_0_LENGTHS.has(length))) return false;
  const codes = [...prefix].map((char) => char.charCodeAt(0));
  const check = polymod([...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...data]);
  return check === (version === 0 ? BECH32 : BECH32M);
}
