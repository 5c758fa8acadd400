// Holds the index to the full scan on a home's snapshot: `npm run exact -- [--home DIR] [--queries 2000] [--seed 1]`.
// Queries are listed names, whole or perturbed, at four cutoffs; any difference in entity, name or score is printed
// and makes the exit code 1. Without --home the carried data are used.
import { parseArgs } from 'node:util';
import { carriedSnapshot, openHome } from '../src/engine/home.ts';
import { searchExhaustively } from '../src/match/exhaustive.ts';
import type { NameHit } from '../src/match/name-hit.ts';
import { NameSearch } from '../src/match/name-search.ts';
import { policyWith } from '../src/match/policy.ts';
import { queryName } from '../src/match/query-name.ts';
import { nameGroups } from '../src/snapshot/records.ts';
import { perturb, random } from './perturb.ts';

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    queries: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const snapshot = values.home === undefined ? carriedSnapshot() : openHome(values.home).currentSnapshot();
if (!snapshot) throw new Error(`${values.home} holds no snapshot`);
const search = new NameSearch(snapshot);
const policy = policyWith();
const next = random(Number(values.seed));
const CUTOFFS = [0.5, 0.6, 0.7, 0.85];

function shown(hits: Map<number, NameHit>): string {
  return [...hits.values()]
    .map(({ entity, name, score }) => `${entity} ${name} ${score}`)
    .sort()
    .join('\n');
}

let different = 0;
let found = 0;
const queries = Number(values.queries);
for (let i = 0; i < queries; i++) {
  const { entity } = snapshot.body(Math.floor(next() * snapshot.entities));
  const text = perturb(entity.names[Math.floor(next() * entity.names.length)]!.value, next);
  const name = queryName(text, nameGroups(entity.schema)[0]!);
  const cutoff = CUTOFFS[i % CUTOFFS.length]!;
  const index = new Map<number, NameHit>();
  const scan = new Map<number, NameHit>();
  search.search(name, cutoff, policy, 'less', () => true, index);
  searchExhaustively(snapshot, name, cutoff, policy, 'less', () => true, scan);
  found += scan.size;
  if (shown(index) === shown(scan)) continue;
  different++;
  console.log(
    `DIFFERENT "${text}" as ${name.group}, cutoff ${cutoff}\nindex\n${shown(index)}\nscan\n${shown(scan)}`,
  );
}
console.log(`${queries} queries on ${snapshot.entities} entities, ${found} hits, ${different} differences`);
process.exitCode = different === 0 ? 0 : 1;
