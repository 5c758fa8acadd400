import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchExhaustively } from '../../src/match/exhaustive.ts';
import type { NameHit, WeakMode } from '../../src/match/name-hit.ts';
import { ALL_TRICKS, type Context, NameSearch, type Tricks } from '../../src/match/name-search.ts';
import { policyRows, policyWith } from '../../src/match/policy.ts';
import { queryName } from '../../src/match/query-name.ts';
import { NAME_GROUPS } from '../../src/names/groups.ts';
import type { Snapshot } from '../../src/snapshot/open.ts';
import { awkwardName, smallEntity, smallSnapshot } from './small-lists.ts';

const runs = Number(process.env['CORDON_RUNS'] ?? 300);

const nameRows = policyRows().filter((row) => !/^(identifier|birth|country|gender)/.test(row.key));
const overrides: fc.Arbitrary<Record<string, number>> = fc
  .subarray([...nameRows], { maxLength: 6 })
  .chain((rows) =>
    fc.tuple(
      ...rows.map((row) =>
        fc.double({ min: row.min, max: row.max, noNaN: true }).map((value) => [row.key, value] as const),
      ),
    ),
  )
  .map((pairs) => Object.fromEntries(pairs));

const setting = fc.record({
  entities: fc.array(smallEntity, { minLength: 3, maxLength: 30 }),
  queries: fc.array(awkwardName, { minLength: 5, maxLength: 8 }),
  cutoff: fc.double({ min: 0.5, max: 1, noNaN: true }),
  weak: fc.constantFrom<WeakMode>('full', 'less', 'none'),
  weights: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: overrides }),
});

interface Question {
  readonly queries: readonly string[];
  readonly cutoff: number;
  readonly weak: WeakMode;
  readonly weights: Readonly<Record<string, number>>;
}

type Find = (hits: Map<number, NameHit>) => void;

function found(find: Find): string[] {
  const hits = new Map<number, NameHit>();
  find(hits);
  return [...hits.values()].map(({ entity, name, score }) => `${entity} ${name} ${score}`).sort();
}

const everyone = (): boolean => true;

function compareAll(
  search: NameSearch,
  snapshot: Snapshot,
  { queries, cutoff, weak, weights }: Question,
  tricks: Tricks,
): void {
  const policy = policyWith(weights);
  for (const text of queries)
    for (const group of NAME_GROUPS) {
      const name = queryName(text, group);
      const index = found((hits) => search.search(name, cutoff, policy, weak, everyone, hits, tricks));
      const scan = found((hits) => searchExhaustively(snapshot, name, cutoff, policy, weak, everyone, hits));
      expect(index, `${text} as ${group}, cutoff ${cutoff}, weak ${weak}`).toEqual(scan);
    }
}

describe('the index', () => {
  it('finds exactly the entities, names and scores that scoring every name finds', () => {
    fc.assert(
      fc.property(setting, ({ entities, ...rest }) => {
        const snapshot = smallSnapshot(entities);
        compareAll(new NameSearch(snapshot), snapshot, rest, ALL_TRICKS);
      }),
      { numRuns: runs },
    );
  });

  it.each([
    ['prefix filter', { prefix: false, bound: true }],
    ['bound', { prefix: true, bound: false }],
  ])('gives the same answers without its %s', (_, tricks) => {
    fc.assert(
      fc.property(setting, ({ entities, ...rest }) => {
        const snapshot = smallSnapshot(entities);
        compareAll(new NameSearch(snapshot), snapshot, rest, tricks);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  it('is caught by this property when its bound promises less than a name can reach', () => {
    class Weakened extends NameSearch {
      protected override canReach(record: number, head: number, context: Context, least: number): boolean {
        return super.canReach(record, head, context, least + 0.05);
      }
    }
    expect(() =>
      fc.assert(
        fc.property(setting, ({ entities, ...rest }) => {
          const snapshot = smallSnapshot(entities);
          compareAll(new Weakened(snapshot), snapshot, rest, ALL_TRICKS);
        }),
        { numRuns: runs },
      ),
    ).toThrow();
  });
});
