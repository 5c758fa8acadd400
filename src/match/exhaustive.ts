import { type Features, featuresOf } from '../names/features.ts';
import { joinedSimilarity, similarity } from '../names/similarity.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { FLAG_WEAK, RECORD_HEAD, RECORD_TOKENS } from '../snapshot/records.ts';
import { splitsInto } from './align.ts';
import { joinableSpans, SPLIT_EXACT } from './joins.ts';
import { keepBest, type NameHit, type WeakMode } from './name-hit.ts';
import { Edges, KIND, pairScore, roundScore, Side } from './pair-score.ts';
import { type GroupPolicy, LEVELS, type Policy } from './policy.ts';
import { filiation, fillQuerySide, type QueryName } from './query-name.ts';

/**
 * The oracle: scores every name of the snapshot for a query. No bound, no postings, no neighbour index, nothing kept
 * between queries; each token of the query is compared once with every token of the lists. The index must give
 * exactly its answer (`npm run exact`).
 */
export function searchExhaustively(
  snapshot: Snapshot,
  name: QueryName,
  cutoff: number,
  policy: Policy,
  weak: WeakMode,
  allowed: (entity: number) => boolean,
  hits: Map<number, NameHit>,
): void {
  const group = policy.groups.get(name.group)!;
  const size = snapshot.dictionary.size;
  const keys: string[] = [];
  const features: Features[] = [];
  for (let id = 0; id < size; id++) {
    const key = snapshot.dictionary.key(id);
    keys.push(key);
    features.push(featuresOf(key));
  }
  const query = name.tokens.map((token) => featuresOf(token.key));
  const rows = query.map((token) => row(size, (id) => similarity(token, features[id]!)));
  const spans = joinableSpans(name.tokens.map((token) => token.key)).map((span) => {
    const joined = featuresOf(span.key);
    return { ...span, row: row(size, (id) => joinedSimilarity(joined, features[id]!)) };
  });
  const q = new Side();
  fillQuerySide(q, name, group);
  const c = new Side();
  const edges = new Edges();
  const { records } = snapshot;
  const kinds = snapshot.kindCodes(name.group);
  const levels = snapshot.levelTenths(name.group);
  for (let at = 0; at < records.length; ) {
    const head = records[at]!;
    const n = head & RECORD_TOKENS;
    const here = at;
    at += RECORD_HEAD + n;
    const entity = records[here + 1]!;
    const isWeak = (head & FLAG_WEAK) !== 0;
    if (!allowed(entity) || (isWeak && weak === 'none') || snapshot.recordGroup(here) !== name.group)
      continue;
    edges.clear();
    c.n = n;
    const ids: number[] = [];
    for (let j = 0; j < n; j++) {
      const id = records[here + RECORD_HEAD + j]!;
      ids.push(id);
      fillListToken(c, j, id, keys[id]!, kinds, levels, group);
      for (let i = 0; i < query.length; i++)
        if (rows[i]![id]! >= group.minSimilarity) edges.add(i, 1, j, 1, rows[i]![id]!);
      for (const span of spans)
        if (span.row[id]! >= group.minSimilarity) edges.add(span.from, span.count, j, 1, span.row[id]!);
    }
    if (SPLIT_EXACT >= group.minSimilarity)
      for (const span of joinableSpans(ids.map((id) => keys[id]!)))
        for (let i = 0; i < query.length; i++)
          if (splitsInto(query[i]!, span.key.slice(1))) edges.add(i, 1, span.from, span.count, SPLIT_EXACT);
    if (edges.count === 0) continue;
    const raw = pairScore(policy, group, q, c, edges);
    const score = roundScore(isWeak && weak === 'less' ? raw * (1 - policy.value('weak_alias')) : raw);
    if (score >= cutoff)
      keepBest(hits, { entity, record: here, name: records[here + 2]!, query: name, score });
  }
}

function row(size: number, value: (id: number) => number): Uint8Array {
  const out = new Uint8Array(size);
  for (let id = 0; id < size; id++) out[id] = value(id);
  return out;
}

function fillListToken(
  side: Side,
  at: number,
  id: number,
  key: string,
  kinds: Uint8Array,
  levels: Uint8Array,
  group: GroupPolicy,
): void {
  side.rank[at] = id;
  side.kind[at] = kinds[id]!;
  side.weight[at] = group.weights[kinds[id]! * LEVELS + levels[id]!]!;
  side.first[at] = key.charCodeAt(1);
  side.filiation[at] = kinds[id] === KIND.particle ? filiation(key) : 0;
}
