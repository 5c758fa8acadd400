import { featuresOf } from '../names/features.ts';
import { TOKEN_KINDS } from '../names/kinds.ts';
import { type NameToken, parseName } from '../names/parse-name.ts';
import { relationOf } from '../names/similarity.ts';
import { edgesBetween } from './align.ts';
import type { WeakMode } from './name-hit.ts';
import { Edges, KIND, pairScore, roundScore, Side, type Trace } from './pair-score.ts';
import { type GroupPolicy, LEVELS, type Policy } from './policy.ts';
import { filiation, fillQuerySide, listWeight, type QueryName } from './query-name.ts';

/** One aligned pair of tokens, or a token left over (the other side empty). */
export interface TokenPair {
  readonly query: string;
  readonly candidate: string;
  /** `equal`, `edit`, `romanisation`, `equivalent`, `syllable`, `plural`, `part`, `initial`, `joined`, `legal form`, `left over`. */
  readonly how: string;
}

/** A name score with everything that made it, recomputed from the two texts alone. */
export interface NameExplanation {
  /** 0–1 in ten-thousandths, after all name rules. */
  readonly score: number;
  /** The score after the formula and after each rule that lowered it, in order: `name` first. */
  readonly steps: readonly { readonly rule: string; readonly after: number }[];
  readonly tokens: readonly TokenPair[];
}

/** Scores two names and says why. Uses no index and no list. */
export function explainName(
  query: QueryName,
  listed: string,
  isWeak: boolean,
  policy: Policy,
  weak: WeakMode,
): NameExplanation {
  const group = policy.groups.get(query.group)!;
  const tokens = parseName(listed, query.group).tokens;
  const q = new Side();
  const c = new Side();
  fillQuerySide(q, query, group);
  fillListSide(c, tokens, group);
  const edges = new Edges();
  edgesBetween(
    query.tokens.map((token) => token.key),
    tokens.map((token) => token.key),
    group.minSimilarity,
    edges,
  );
  const trace: Trace = { pairs: [], rules: [] };
  const raw = pairScore(policy, group, q, c, edges, trace);
  const steps = trace.rules.map(({ rule, after }) => ({ rule, after: roundScore(after) }));
  let score = roundScore(raw);
  if (isWeak && weak === 'less' && raw > 0) {
    score = roundScore(raw * (1 - policy.value('weak_alias')));
    steps.push({ rule: 'weak_alias', after: score });
  }
  return { score, steps, tokens: tokenPairs(query, tokens, trace, c) };
}

function fillListSide(side: Side, tokens: readonly NameToken[], group: GroupPolicy): void {
  const sorted = [...new Set(tokens.map((token) => token.key))].sort();
  side.n = tokens.length;
  tokens.forEach((token, i) => {
    const { kind, level } = listWeight(token.key, group.group);
    side.rank[i] = sorted.indexOf(token.key);
    side.kind[i] = kind;
    side.weight[i] = group.weights[kind * LEVELS + level]!;
    side.first[i] = token.key.charCodeAt(1);
    side.filiation[i] = kind === KIND.particle ? filiation(token.key) : 0;
  });
}

function tokenPairs(query: QueryName, listed: readonly NameToken[], trace: Trace, c: Side): TokenPair[] {
  const pairs: TokenPair[] = [];
  const metQ = new Set<number>();
  const metC = new Set<number>();
  const text = (tokens: readonly NameToken[], from: number, count: number): string =>
    tokens
      .slice(from, from + count)
      .map((token) => token.raw)
      .join(' ');
  for (const pair of [...trace.pairs].sort((a, b) => a.query - b.query)) {
    for (let i = 0; i < pair.querySpan; i++) metQ.add(pair.query + i);
    for (let i = 0; i < pair.listSpan; i++) metC.add(pair.list + i);
    let how: string;
    if (pair.initial) how = 'initial';
    else if (pair.querySpan > 1 || pair.listSpan > 1) how = 'joined';
    else if (c.kind[pair.list] === KIND.legal) how = 'legal form';
    else how = relationOf(featuresOf(query.tokens[pair.query]!.key), featuresOf(listed[pair.list]!.key));
    pairs.push({
      query: text(query.tokens, pair.query, pair.querySpan),
      candidate: text(listed, pair.list, pair.listSpan),
      how,
    });
  }
  query.tokens.forEach((token, i) => {
    if (!metQ.has(i))
      pairs.push({ query: token.raw, candidate: '', how: `left over (${TOKEN_KINDS[query.kinds[i]!]})` });
  });
  listed.forEach((token, i) => {
    if (!metC.has(i))
      pairs.push({ query: '', candidate: token.raw, how: `left over (${TOKEN_KINDS[c.kind[i]!]})` });
  });
  return pairs;
}
