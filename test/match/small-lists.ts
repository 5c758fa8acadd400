import fc from 'fast-check';
import type { Entity, Schema } from '../../src/model/entity.ts';
import { compileSnapshot } from '../../src/snapshot/compile.ts';
import { openSnapshotBytes, type Snapshot } from '../../src/snapshot/open.ts';

/** Words that make matching awkward: variants of one name, particles, legal forms, initials, numbers, joins, all scripts. */
export const AWKWARD: readonly string[] =
  `muhammad mohamed mohammed mhmd ahmad hamid ali al el bin ibn abd abdul rahman abdulrahman abdurrahman allah abdullah
  ivan ivanov ivanovich petrovich sergeevich petrov petrova aleksandr alexander alexandr oleksandr dmitry dmytro dmitrii
  kim jong un jung eun jongun chang jang ho jin hojin ri lee yi li wei wang wong zhang xi jinping hsi
  j. k m. a x jm john jon smith smyth schmidt maria marina mario peter james jones
  company limited ltd llc ooo joint stock trading general group the of and bank shipping sea star pearl seastar
  1 2 ii iii iv 25 26 two twenty-six 007 3rd fund plant darya mv mt
  kyrgyz trans avia kyrgyztransavia transavia almaz antey almazantey o'neil perez-garcia garcia perez
  петров иванович محمد علي 김 정은 习近平 παπας כהן გიორგი ab abc abcd abcde abcdef xabcdef abdcef`
    .split(/\s+/)
    .filter(Boolean);

const word = fc.constantFrom(...AWKWARD);
export const awkwardName: fc.Arbitrary<string> = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .chain((words) =>
    // Repeated tokens have hidden faults before.
    fc.boolean().map((repeat) => (repeat && words.length > 1 ? [...words, words[0]!] : words).join(' ')),
  );

const schema = fc.constantFrom<Schema>(
  'Person',
  'Person',
  'Organization',
  'LegalEntity',
  'Vessel',
  'Airplane',
);

export interface SmallEntity {
  readonly schema: Schema;
  readonly names: readonly { readonly value: string; readonly weak: boolean }[];
}

export const smallEntity: fc.Arbitrary<SmallEntity> = fc.record({
  schema,
  names: fc.array(fc.record({ value: awkwardName, weak: fc.boolean() }), { minLength: 1, maxLength: 3 }),
});

export function entityOf({ schema: kind, names }: SmallEntity, id: string): Entity {
  return {
    id,
    schema: kind,
    names: names.map(({ value, weak }) => ({ value, kind: 'alias', weak, script: 'Latn' })),
    birthDates: [],
    deathDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    countries: [],
    addresses: [],
    identifiers: [],
    relations: [],
    designations: [],
    properties: {},
  };
}

/** A snapshot of one list of these entities, in memory. */
export function smallSnapshot(entities: readonly SmallEntity[], slug = 'small'): Snapshot {
  const { pieces } = compileSnapshot([
    {
      slug,
      version: null,
      hash: '0'.repeat(64),
      excerpt: false,
      incomplete: null,
      entities: entities.map((entity, i) => entityOf(entity, `${slug}-${String(i).padStart(4, '0')}`)),
      notes: [],
      values: { mapped: 0, noted: 0, ignored: 0 },
    },
  ]);
  return openSnapshotBytes(Buffer.concat(pieces));
}
