import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keccak256 } from '../../src/ids/keccak.ts';
import { walletValid } from '../../src/ids/wallet.ts';

/** Addresses of the standards themselves. */
const VALID = [
  // The genesis block; the Bitcoin Wiki's examples of a key and a script address.
  '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2',
  '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy',
  // BIP 173 and BIP 350.
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
  'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
  // Tron's documentation.
  'TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW',
  // EIP-55.
  '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
  '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
  '0x52908400098527886E0F7030069857D2E4169EE7',
  '0xde709f2102306220921060314715629080e2fb77',
];

describe('a wallet address', () => {
  it.each(VALID)('%s passes its check', (address) => expect(walletValid(address)).toBe(true));

  it.each([
    // A checksum of the other kind, from BIP 350: version 1 with Bech32, version 0 with Bech32m, mixed case.
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
    'bc1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc47',
    'bC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bc1pw5dgrnzv',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
    'TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMX',
  ])('%s fails it', (address) => expect(walletValid(address)).toBe(false));

  it.each(['', '1Gq', 'LaizKtS5DUhPuP1nTQcc83MS7HwK6vk85z', '0x1234', 'Mary Rackham'])(
    '"%s" is not one that is checked',
    (text) => expect(walletValid(text)).toBeNull(),
  );

  it('with one character changed never passes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID.slice(0, 7)),
        fc.nat(),
        fc.constantFrom(...'23456789acdefghjk'),
        (text, at, char) => {
          const place = 3 + (at % (text.length - 3));
          const other =
            text.slice(0, place) +
            (text.startsWith('BC') ? char.toUpperCase() : char) +
            text.slice(place + 1);
          return other === text || walletValid(other) !== true;
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('Keccak-256', () => {
  it.each([
    ['', 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'],
    ['abc', '4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45'],
    [
      'The quick brown fox jumps over the lazy dog',
      '4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15',
    ],
  ])('of "%s" is the published one', (text, hash) => expect(keccak256(text)).toBe(hash));

  it('takes in a whole block and one character less alike', () => {
    const hashes = [135, 136, 137, 272].map((length) => keccak256('a'.repeat(length)));
    expect(hashes[1]).toBe('a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e');
    expect(new Set(hashes).size).toBe(4);
  });
});
