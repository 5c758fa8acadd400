import { TOKEN_KINDS, type TokenKind } from '../names/kinds.ts';
import { MAX_TOKENS } from '../names/parse-name.ts';
import type { GroupPolicy, Policy } from './policy.ts';

/**
 * The score of a query name Q against a listed name C, given how alike their tokens are.
 *
 * An alignment A pairs tokens one to one, or one token with two or three adjacent ones of the other side (joined and
 * split words). A pair has a similarity s in [0.5, 1] and a weight w = min(w(q), w(c)). Then
 *
 *     score = S / (M + α·Uq + β·Uc + γ·min(Uq, Uc)),   S = Σ w·s,  M = Σ w
 *
 * with Uq, Uc the weight of what stays unpaired: a soft TF-IDF (Cohen, Ravikumar & Fienberg 2003) with a term for
 * contradiction, which an average over tokens lacks. All rules after it only lower the score; that is what keeps
 * the index's bound (`bound.ts`) valid, so a rule that lifts must not be added here.
 *
 * The same tokens in another order give the same score, save where adjacency itself means something (joined words,
 * "X bin Y").
 */

/** Kind → its code in `Side.kind` and in the snapshot. */
export const KIND: Readonly<Record<TokenKind, number>> = Object.fromEntries(
  TOKEN_KINDS.map((kind, code) => [kind, code]),
) as Record<TokenKind, number>;

/** One name as numbers: parallel arrays, `n` tokens. Reused between names in the hot path. */
export class Side {
  n = 0;
  /** Orders tokens the same way in any name: equal tokens have equal ranks. */
  readonly rank: Int32Array = new Int32Array(MAX_TOKENS);
  readonly weight: Float64Array = new Float64Array(MAX_TOKENS);
  readonly kind: Uint8Array = new Uint8Array(MAX_TOKENS);
  /** Code of the first letter of the token's text. */
  readonly first: Uint8Array = new Uint8Array(MAX_TOKENS);
  /** 1 where the token says "son of" (bin, ibn). */
  readonly filiation: Uint8Array = new Uint8Array(MAX_TOKENS);
}

/** Possible pairs between the tokens of two names. */
export class Edges {
  count = 0;
  private capacity = 64;
  query: Uint8Array = new Uint8Array(64);
  querySpan: Uint8Array = new Uint8Array(64);
  list: Uint8Array = new Uint8Array(64);
  listSpan: Uint8Array = new Uint8Array(64);
  /** Hundredths. */
  similarity: Uint8Array = new Uint8Array(64);
  weight: Float64Array = new Float64Array(64);

  clear(): void {
    this.count = 0;
  }

  add(query: number, querySpan: number, list: number, listSpan: number, similarity: number): void {
    if (this.count === this.capacity) this.grow();
    const i = this.count++;
    this.query[i] = query;
    this.querySpan[i] = querySpan;
    this.list[i] = list;
    this.listSpan[i] = listSpan;
    this.similarity[i] = similarity;
  }

  private grow(): void {
    this.capacity *= 2;
    const wider = (from: Uint8Array): Uint8Array => {
      const to = new Uint8Array(this.capacity);
      to.set(from);
      return to;
    };
    this.query = wider(this.query);
    this.querySpan = wider(this.querySpan);
    this.list = wider(this.list);
    this.listSpan = wider(this.listSpan);
    this.similarity = wider(this.similarity);
    const weight = new Float64Array(this.capacity);
    weight.set(this.weight);
    this.weight = weight;
  }
}

/** A pair that the alignment took. `-1` as similarity marks an initial met by a word. */
export interface TakenPair {
  readonly query: number;
  readonly querySpan: number;
  readonly list: number;
  readonly listSpan: number;
  readonly similarity: number;
  readonly initial: boolean;
}

/** What the scorer did, filled only when asked for. */
export interface Trace {
  pairs: TakenPair[];
  /** Rules that lowered the score, with the score after each, in order. */
  rules: { rule: string; after: number }[];
}

function sum(weights: Float64Array, from: number, span: number): number {
  let total = 0;
  for (let i = 0; i < span; i++) total += weights[from + i]!;
  return total;
}

/** Which taken pair covers a token: index of the other side's first token, by token. */
const PARTNER_OF_QUERY = new Int8Array(MAX_TOKENS);
const ORDER = new Uint16Array(4096);

function spanMask(from: number, span: number): number {
  return span === 1 ? 1 << from : ((1 << span) - 1) << from;
}

/** Best pairs first: similarity, then weight, then the tokens themselves, so that order of input decides nothing. */
function before(edges: Edges, q: Side, c: Side, a: number, b: number): boolean {
  const bySimilarity = edges.similarity[a]! - edges.similarity[b]!;
  if (bySimilarity !== 0) return bySimilarity > 0;
  const byWeight = edges.weight[a]! - edges.weight[b]!;
  if (byWeight !== 0) return byWeight > 0;
  const byQuery = q.rank[edges.query[a]!]! - q.rank[edges.query[b]!]!;
  if (byQuery !== 0) return byQuery < 0;
  const byList = c.rank[edges.list[a]!]! - c.rank[edges.list[b]!]!;
  if (byList !== 0) return byList < 0;
  const bySpan = edges.querySpan[a]! + edges.listSpan[a]! - edges.querySpan[b]! - edges.listSpan[b]!;
  if (bySpan !== 0) return bySpan > 0;
  return edges.query[a]! !== edges.query[b]!
    ? edges.query[a]! < edges.query[b]!
    : edges.list[a]! < edges.list[b]!;
}

function sortEdges(edges: Edges, q: Side, c: Side): number {
  const n = Math.min(edges.count, ORDER.length);
  for (let e = 0; e < n; e++) {
    const wq = sum(q.weight, edges.query[e]!, edges.querySpan[e]!);
    const wc = sum(c.weight, edges.list[e]!, edges.listSpan[e]!);
    edges.weight[e] = wq < wc ? wq : wc;
    let at = e;
    while (at > 0 && before(edges, q, c, e, ORDER[at - 1]!)) {
      ORDER[at] = ORDER[at - 1]!;
      at--;
    }
    ORDER[at] = e;
  }
  return n;
}

/** Kinds that can name somebody by themselves. */
function isSubstantive(kind: number): boolean {
  return kind === KIND.word || kind === KIND.syllable;
}

/** The score of two names, 0 to 1, unrounded. Weak aliases are not yet marked down: the caller knows them. */
export function pairScore(
  policy: Policy,
  group: GroupPolicy,
  q: Side,
  c: Side,
  edges: Edges,
  trace?: Trace,
): number {
  const n = sortEdges(edges, q, c);
  let usedQ = 0;
  let usedC = 0;
  let met = 0;
  let possible = 0;
  let words = 0;
  let substantive = 0;
  let onlyWeight = 0;
  PARTNER_OF_QUERY.fill(-1, 0, q.n);
  for (let k = 0; k < n; k++) {
    const e = ORDER[k]!;
    const maskQ = spanMask(edges.query[e]!, edges.querySpan[e]!);
    const maskC = spanMask(edges.list[e]!, edges.listSpan[e]!);
    if ((usedQ & maskQ) !== 0 || (usedC & maskC) !== 0) continue;
    usedQ |= maskQ;
    usedC |= maskC;
    const weight = edges.weight[e]!;
    met += (weight * edges.similarity[e]!) / 100;
    possible += weight;
    const first = edges.query[e]!;
    for (let i = 0; i < edges.querySpan[e]!; i++) PARTNER_OF_QUERY[first + i] = edges.list[e]!;
    if (q.kind[first] !== KIND.initial) words++;
    if (isSubstantive(q.kind[first]!) || isSubstantive(c.kind[edges.list[e]!]!)) {
      substantive += Math.max(edges.querySpan[e]!, edges.listSpan[e]!);
      onlyWeight = weight;
    }
    trace?.pairs.push({
      query: first,
      querySpan: edges.querySpan[e]!,
      list: edges.list[e]!,
      listSpan: edges.listSpan[e]!,
      similarity: edges.similarity[e]!,
      initial: false,
    });
  }
  // Initials alone name nobody.
  if (words === 0) return 0;

  const rest = REST;
  rest.query = 0;
  rest.list = 0;
  rest.met = 0;
  rest.possible = 0;
  if (group.group === 'person') {
    usedC |= pairInitials(policy, q, usedQ, c, usedC, true, trace);
    usedQ |= rest.paired;
    usedQ |= pairInitials(policy, c, usedC, q, usedQ, false, trace);
    usedC |= rest.paired;
  }
  met += rest.met;
  possible += rest.possible;
  let openQ = rest.query;
  let openC = rest.list;
  let openWordsQ = 0;
  let openWordsC = 0;
  let openKindsQ = 0;
  let openKindsC = 0;
  for (let i = 0; i < q.n; i++) {
    if ((usedQ & (1 << i)) !== 0) continue;
    openQ += q.weight[i]!;
    openKindsQ |= 1 << q.kind[i]!;
    if (isSubstantive(q.kind[i]!)) openWordsQ++;
  }
  for (let j = 0; j < c.n; j++) {
    if ((usedC & (1 << j)) !== 0) continue;
    openC += c.weight[j]!;
    openKindsC |= 1 << c.kind[j]!;
    if (isSubstantive(c.kind[j]!)) openWordsC++;
  }
  const formula = (uq: number, uc: number): number => {
    const below = possible + group.queryMore * uq + group.listMore * uc + group.bothDiffer * Math.min(uq, uc);
    return below > 0 ? met / below : 0;
  };
  let score = formula(openQ, openC);
  trace?.rules.push({ rule: 'name', after: score });
  const lower = (rule: string, to: number): void => {
    if (to >= score) return;
    score = to;
    trace?.rules.push({ rule, after: score });
  };

  if (group.group === 'person') {
    const initial = 1 << KIND.initial;
    const words = (1 << KIND.word) | (1 << KIND.syllable);
    let extra = 0;
    if (
      ((openKindsQ & initial) !== 0 && (openKindsC & words) !== 0) ||
      ((openKindsC & initial) !== 0 && (openKindsQ & words) !== 0)
    ) {
      extra += policy.value('initial_conflict');
      lower('initial_conflict', formula(openQ + extra, openC + extra));
    }
    const patronymic = 1 << KIND.patronymic;
    if ((openKindsQ & patronymic) !== 0 && (openKindsC & patronymic) !== 0) {
      extra += policy.value('patronymic_conflict');
      lower('patronymic_conflict', formula(openQ + extra, openC + extra));
    }
    if (substantive <= 1 && openWordsQ + openWordsC > 0)
      lower('person.single_word', policy.value('person.single_word'));
    if (sonAndFatherExchanged(q, c)) lower('order_conflict', score * (1 - policy.value('order_conflict')));
  } else {
    const number = 1 << KIND.number;
    const numbersQ = (openKindsQ & number) !== 0;
    const numbersC = (openKindsC & number) !== 0;
    if (numbersQ && numbersC) lower('number_conflict', score * (1 - policy.value('number_conflict')));
    else if (numbersQ || numbersC) lower('number_missing', score * (1 - group.numberMissing));
    if (
      group.group === 'organization' &&
      words === 1 &&
      substantive <= 1 &&
      q.n > 1 &&
      onlyWeight < 1 &&
      openWordsQ > 0
    )
      lower(
        'organization.single_common',
        score * (1 - policy.value('organization.single_common') * (1 - onlyWeight)),
      );
  }
  return score;
}

/** Result of `pairInitials`, kept outside so that no object is made per name. */
const REST = { query: 0, list: 0, met: 0, possible: 0, paired: 0 };

/** Pairs the unpaired initials of one side with unpaired words of the other that begin so. Returns the words used. */
function pairInitials(
  policy: Policy,
  a: Side,
  usedA: number,
  b: Side,
  usedB: number,
  aIsQuery: boolean,
  trace: Trace | undefined,
): number {
  let used = 0;
  REST.paired = 0;
  for (let i = 0; i < a.n; i++) {
    if ((usedA & (1 << i)) !== 0 || a.kind[i] !== KIND.initial) continue;
    let best = -1;
    for (let j = 0; j < b.n; j++) {
      if (((usedB | used) & (1 << j)) !== 0 || b.first[j] !== a.first[i]) continue;
      if (b.kind[j] !== KIND.word && b.kind[j] !== KIND.syllable && b.kind[j] !== KIND.patronymic) continue;
      if (best < 0 || b.rank[j]! < b.rank[best]!) best = j;
    }
    if (best < 0) continue;
    used |= 1 << best;
    REST.paired |= 1 << i;
    const weight = Math.min(a.weight[i]!, b.weight[best]!);
    REST.met += weight * policy.value('initial.similarity');
    REST.possible += weight;
    const left = policy.value('initial.rest') * (b.weight[best]! - weight);
    if (aIsQuery) REST.list += left;
    else REST.query += left;
    trace?.pairs.push({
      query: aIsQuery ? i : best,
      querySpan: 1,
      list: aIsQuery ? best : i,
      listSpan: 1,
      similarity: Math.round(policy.value('initial.similarity') * 100),
      initial: true,
    });
  }
  return used;
}

/** "X bin Y" against "Y bin X": the words around "son of" met crosswise. */
function sonAndFatherExchanged(q: Side, c: Side): boolean {
  for (let i = 1; i < q.n - 1; i++) {
    if (q.filiation[i] === 0) continue;
    for (let j = 1; j < c.n - 1; j++) {
      if (c.filiation[j] === 0) continue;
      if (PARTNER_OF_QUERY[i - 1] === j + 1 && PARTNER_OF_QUERY[i + 1] === j - 1) return true;
    }
  }
  return false;
}

/** Scores are kept and compared in whole ten-thousandths. */
export function roundScore(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
