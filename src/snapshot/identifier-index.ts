import type { Entity } from '../model/entity.ts';
import { hashText } from './hash.ts';

/** Words of one entry of the identifier index: first hash, second hash, entity number. */
export const IDENTIFIER_ENTRY = 3;
const SECOND_SEED = 0x9e3779b9;

/** Compares values of all types alike: upper-case letters and digits. */
export function identifierText(value: string): string {
  return value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

export function identifierHashes(value: string): readonly [number, number] {
  const text = identifierText(value);
  return [hashText(text), hashText(text, SECOND_SEED)];
}

/** Sorted by first hash, second hash, entity; a hit is verified against the body. */
export function buildIdentifierIndex(entities: readonly Entity[]): Uint32Array {
  const entries: [number, number, number][] = [];
  entities.forEach((entity, at) => {
    const values = new Set(entity.identifiers.map((identifier) => identifierText(identifier.value)));
    for (const value of values) if (value !== '') entries.push([...identifierHashes(value), at]);
  });
  entries.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return Uint32Array.from(entries.flat());
}

/** Numbers of the entities that may bear the value: verify each against its body. */
export function findIdentifier(index: Uint32Array, value: string): number[] {
  const [first, second] = identifierHashes(value);
  let low = 0;
  let high = index.length / IDENTIFIER_ENTRY;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (index[middle * IDENTIFIER_ENTRY]! < first) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low * IDENTIFIER_ENTRY; i < index.length && index[i] === first; i += IDENTIFIER_ENTRY)
    if (index[i + 1] === second) found.push(index[i + 2]!);
  return found;
}
