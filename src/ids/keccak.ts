/** Bytes taken in at a time by Keccak-256. */
const RATE = 136;
const ROUNDS = 24;
const MASK = 0xffff_ffff_ffff_ffffn;

function rotate(lane: bigint, by: number): bigint {
  const n = BigInt(by % 64);
  return ((lane << n) | (lane >> (64n - n))) & MASK;
}

/** Bits of the linear feedback shift register that makes the round constants. */
function* feedback(): Generator<boolean> {
  for (let register = 1; ; register = (register << 1) ^ (register >> 7 ? 0x171 : 0))
    yield (register & 1) === 1;
}

function permute(lanes: bigint[]): void {
  const bits = feedback();
  for (let round = 0; round < ROUNDS; round++) {
    // θ: each lane takes in the parity of two columns.
    const columns = [0, 1, 2, 3, 4].map(
      (x) => lanes[x]! ^ lanes[x + 5]! ^ lanes[x + 10]! ^ lanes[x + 15]! ^ lanes[x + 20]!,
    );
    for (let i = 0; i < 25; i++) lanes[i]! ^= columns[(i + 4) % 5]! ^ rotate(columns[(i + 1) % 5]!, 1);
    // ρ and π: lanes turn and change places.
    let [x, y, moved] = [1, 0, lanes[1]!];
    for (let t = 0; t < 24; t++) {
      [x, y] = [y, (2 * x + 3 * y) % 5];
      const place = x + 5 * y;
      const turned = rotate(moved, ((t + 1) * (t + 2)) / 2);
      moved = lanes[place]!;
      lanes[place] = turned;
    }
    // χ: the only step that is not linear.
    for (let row = 0; row < 25; row += 5) {
      const old = lanes.slice(row, row + 5);
      for (let i = 0; i < 5; i++) lanes[row + i] = old[i]! ^ (~old[(i + 1) % 5]! & MASK & old[(i + 2) % 5]!);
    }
    // ι: the constant of the round.
    for (let j = 0; j <= 6; j++) if (bits.next().value) lanes[0]! ^= 1n << BigInt(2 ** j - 1);
  }
}

/**
 * Keccak-256 of ASCII text, in hexadecimal: the hash that Ethereum uses, with the padding from before FIPS 202
 * (Bertoni, Daemen, Peeters & Van Assche, The Keccak reference, version 3.0, 2011). Plain rather than fast: it is asked
 * for a wallet now and then.
 */
export function keccak256(text: string): string {
  const bytes = new Uint8Array((Math.floor(text.length / RATE) + 1) * RATE);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  bytes[text.length]! |= 0x01;
  bytes[bytes.length - 1]! |= 0x80;
  const view = new DataView(bytes.buffer);
  const lanes: bigint[] = Array.from({ length: 25 }, () => 0n);
  for (let block = 0; block < bytes.length; block += RATE) {
    for (let i = 0; i < RATE / 8; i++) lanes[i]! ^= view.getBigUint64(block + i * 8, true);
    permute(lanes);
  }
  const out = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 4; i++) out.setBigUint64(i * 8, lanes[i]!, true);
  return Array.from(new Uint8Array(out.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
