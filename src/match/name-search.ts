import { NAME_GROUPS } from '../names/groups.ts';
import { MAX_TOKENS } from '../names/parse-name.ts';
import { NEIGHBOUR_MASK, NEIGHBOUR_SHIFT } from '../snapshot/neighbours.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { FLAG_INITIAL, FLAG_WEAK, type PostingSet, RECORD_HEAD, RECORD_TOKENS } from '../snapshot/records.ts';
import { joinableSpans, SPLIT_EXACT } from './joins.ts';
import { keepBest, type NameHit, type WeakMode } from './name-hit.ts';
import { Edges, KIND, pairScore, roundScore, Side } from './pair-score.ts';
import { type GroupPolicy, LEVELS, type Policy } from './policy.ts';
import { filiation, fillQuerySide, type QueryName } from './query-name.ts';
import { TokenLinks } from './token-links.ts';

/** The pruning tricks, each of which a test can switch off: none may change an answer. */
export interface Tricks {
  /** Look up only as many of the query's tokens as are needed to meet every hit. */
  readonly prefix: boolean;
  /** Bound a name's score from its token ids before it is aligned. */
  readonly bound: boolean;
}

export const ALL_TRICKS: Tricks = { prefix: true, bound: true };

/** Scores are compared after rounding to ten-thousandths: bounds give way by half of one and a little for floats. */
const MARGIN = 0.000_051;

/**
 * Finds the entities whose names score at or above a cutoff: exactly those that `searchExhaustively` finds.
 *
 * With T the cutoff, a name reaches it only if Σ w·(s − T) ≥ T·(α·Uq + β·Uc + γ·min(Uq, Uc)): gains of pairs against
 * penalties of what is left over. Two consequences prune (weighted prefix filter: Chaudhuri, Ganti & Kaushik 2006,
 * Bayardo, Ma & Srikant 2007; max-score: Turtle & Flood 1995):
 *
 * 1. If no token of a set P of the query is paired, the best score is R / (R + α·W(P)) with R the weight of the rest.
 *    So when that is below T it suffices to look up the tokens of P.
 * 2. For a name met so, each token's best possible gain bounds the left side, and tokens without any similar token on
 *    the other side bound the right: one pass over its ids, no string.
 */
export class NameSearch {
  private readonly snapshot: Snapshot;
  private readonly links: TokenLinks;
  /** First mark of each dictionary token for the query at hand, -1 for none. */
  private readonly head: Int32Array;
  private readonly touched: number[] = [];
  private marks = 0;
  private markCapacity = 256;
  private markNext: Int32Array = new Int32Array(256);
  private markQuery: Uint8Array = new Uint8Array(256);
  /** Query tokens that the mark's pair covers; 0 marks a token that is part of a split word. */
  private markSpan: Uint8Array = new Uint8Array(256);
  private markSimilarity: Uint8Array = new Uint8Array(256);
  private splits: { query: number; ids: readonly number[] }[] = [];
  private readonly q = new Side();
  private readonly c = new Side();
  private readonly edges = new Edges();
  private readonly gain = new Float64Array(MAX_TOKENS);
  private readonly cost = new Float64Array(MAX_TOKENS);
  /** Weight of each dictionary token under a policy's group, made at the group's first query. */
  private readonly weights = new WeakMap<GroupPolicy, Float64Array>();
  private readonly groupTables = new Map<string, { kinds: Uint8Array; levels: Uint8Array }>();

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    this.links = new TokenLinks(snapshot);
    this.head = new Int32Array(snapshot.dictionary.size).fill(-1);
    for (const group of NAME_GROUPS)
      this.groupTables.set(group, { kinds: snapshot.kindCodes(group), levels: snapshot.levelTenths(group) });
  }

  /** Adds to `hits` the best name of every allowed entity whose score is at least `cutoff`. */
  search(
    name: QueryName,
    cutoff: number,
    policy: Policy,
    weak: WeakMode,
    allowed: (entity: number) => boolean,
    hits: Map<number, NameHit>,
    tricks: Tricks = ALL_TRICKS,
  ): void {
    if (name.tokens.length === 0) return;
    const group = policy.groups.get(name.group)!;
    fillQuerySide(this.q, name, group);
    const probes = this.mark(name, group);
    const { kinds } = this.groupTables.get(name.group)!;
    const context: Context = {
      name,
      cutoff,
      policy,
      group,
      weak,
      allowed,
      hits,
      tricks,
      kinds,
      weights: this.weightsOf(group),
      weakFactor: weak === 'less' ? 1 - policy.value('weak_alias') : 1,
      initialSimilarity: policy.value('initial.similarity'),
      ...this.initials(policy, cutoff),
    };
    const sets: PostingSet[] = name.group === 'person' ? ['person', 'person-initials'] : [name.group];
    for (const set of sets) {
      const { offsets, list } = this.snapshot.posting(set);
      // A word may be paired with an initial of the list at almost no weight: there every word is looked up.
      const chosen = this.choose(probes, offsets, group, cutoff, tricks.prefix && set !== 'person-initials');
      for (const id of chosen)
        for (let i = offsets[id]!; i < offsets[id + 1]!; i++) this.consider(list[i]!, context);
    }
    for (const id of this.touched) this.head[id] = -1;
    this.touched.length = 0;
  }

  /** Marks every dictionary token that a token of the query may pair with. Returns, by query token, the ids to look up. */
  private mark(name: QueryName, group: GroupPolicy): number[][] {
    this.marks = 0;
    this.splits = [];
    const n = Math.min(name.tokens.length, MAX_TOKENS);
    const probes: number[][] = [];
    for (let i = 0; i < n; i++) probes.push([]);
    for (let i = 0; i < n; i++) {
      const key = name.tokens[i]!.key;
      const initial = this.q.kind[i] === KIND.initial;
      const neighbours = this.links.neighbours(key);
      for (let k = 0; k < neighbours.length; k++) {
        const packed = neighbours[k]!;
        const similarity = packed & NEIGHBOUR_MASK;
        if (similarity < group.minSimilarity) continue;
        const id = packed >>> NEIGHBOUR_SHIFT;
        this.addMark(id, i, 1, similarity);
        if (!initial) probes[i]!.push(id);
      }
      if (SPLIT_EXACT < group.minSimilarity) continue;
      for (const ids of this.links.splitsOf(key)) {
        this.splits.push({ query: i, ids });
        for (const id of ids) this.addMark(id, i, 0, SPLIT_EXACT);
        probes[i]!.push(this.rarest(ids, group));
      }
    }
    for (const span of joinableSpans(name.tokens.map((token) => token.key)))
      for (const packed of this.links.joinedNeighbours(span.key)) {
        const similarity = packed & NEIGHBOUR_MASK;
        if (similarity < group.minSimilarity) continue;
        const id = packed >>> NEIGHBOUR_SHIFT;
        this.addMark(id, span.from, span.count, similarity);
        for (let k = 0; k < span.count; k++) probes[span.from + k]!.push(id);
      }
    return probes;
  }

  private rarest(ids: readonly number[], group: GroupPolicy): number {
    const { offsets } = this.snapshot.posting(group.group);
    let best = ids[0]!;
    for (const id of ids)
      if (offsets[id + 1]! - offsets[id]! < offsets[best + 1]! - offsets[best]!) best = id;
    return best;
  }

  private addMark(id: number, query: number, span: number, similarity: number): void {
    if (this.marks === this.markCapacity) this.growMarks();
    const mark = this.marks++;
    if (this.head[id]! < 0) this.touched.push(id);
    this.markNext[mark] = this.head[id]!;
    this.head[id] = mark;
    this.markQuery[mark] = query;
    this.markSpan[mark] = span;
    this.markSimilarity[mark] = similarity;
  }

  private growMarks(): void {
    this.markCapacity *= 2;
    const next = new Int32Array(this.markCapacity);
    next.set(this.markNext);
    this.markNext = next;
    const wider = (from: Uint8Array): Uint8Array => {
      const to = new Uint8Array(this.markCapacity);
      to.set(from);
      return to;
    };
    this.markQuery = wider(this.markQuery);
    this.markSpan = wider(this.markSpan);
    this.markSimilarity = wider(this.markSimilarity);
  }

  /** The ids to look up: those of the cheapest set P of tokens that every hit must pair one of (all words if need be). */
  private choose(
    probes: readonly number[][],
    offsets: Uint32Array,
    group: GroupPolicy,
    cutoff: number,
    prefix: boolean,
  ): number[] {
    const q = this.q;
    const cost = this.cost;
    const order: number[] = [];
    let rest = 0;
    for (let i = 0; i < q.n; i++) {
      rest += q.weight[i]!;
      if (q.kind[i] === KIND.initial) continue;
      let postings = 1;
      for (const id of probes[i]!) postings += offsets[id + 1]! - offsets[id]!;
      cost[i] = postings / (q.weight[i]! + 1e-9);
      order.push(i);
    }
    order.sort((a, b) => cost[a]! - cost[b]! || a - b);
    const chosen: number[] = [];
    let left = 0;
    for (const i of order) {
      if (prefix && left > 0 && rest / (rest + group.queryMore * left) < cutoff - MARGIN) break;
      for (const id of probes[i]!) if (offsets[id] !== offsets[id + 1]) chosen.push(id);
      left += q.weight[i]!;
      rest -= q.weight[i]!;
    }
    return chosen;
  }

  /** What initials of the query can add, and the letters they stand for. */
  private initials(
    policy: Policy,
    cutoff: number,
  ): { letters: number; initialGain: number; initialWeight: number; rest: number } {
    const q = this.q;
    let letters = 0;
    let gain = 0;
    let weight = 0;
    const excess = Math.max(0, policy.value('initial.similarity') - cutoff + MARGIN);
    for (let i = 0; i < q.n; i++) {
      if (q.kind[i] !== KIND.initial) continue;
      letters |= letterBit(q.first[i]!);
      gain += q.weight[i]! * excess;
      weight = Math.max(weight, q.weight[i]!);
    }
    return { letters, initialGain: gain, initialWeight: weight, rest: policy.value('initial.rest') };
  }

  private consider(record: number, context: Context): void {
    const { records } = this.snapshot;
    const head = records[record]!;
    const isWeak = (head & FLAG_WEAK) !== 0;
    if (isWeak && context.weak === 'none') return;
    const { policy, group } = context;
    const factor = isWeak ? context.weakFactor : 1;
    if (context.tricks.bound && !this.canReach(record, head, context, context.cutoff / factor - MARGIN))
      return;
    const entity = records[record + 1]!;
    if (!context.allowed(entity)) return;
    const n = head & RECORD_TOKENS;
    this.fillListSide(record, n, context);
    const edges = this.edges;
    edges.clear();
    for (let j = 0; j < n; j++) {
      const id = records[record + RECORD_HEAD + j]!;
      for (let mark = this.head[id]!; mark >= 0; mark = this.markNext[mark]!)
        if (this.markSpan[mark]! > 0)
          edges.add(this.markQuery[mark]!, this.markSpan[mark]!, j, 1, this.markSimilarity[mark]!);
    }
    for (const split of this.splits) this.addSplit(split.query, split.ids, record, n);
    if (edges.count === 0) return;
    const score = roundScore(factor * pairScore(policy, group, this.q, this.c, edges));
    if (score >= context.cutoff)
      keepBest(context.hits, { entity, record, name: records[record + 2]!, query: context.name, score });
  }

  private addSplit(query: number, ids: readonly number[], record: number, n: number): void {
    const { records } = this.snapshot;
    for (let j = 0; j + ids.length <= n; j++) {
      let equal = true;
      for (let k = 0; k < ids.length && equal; k++) equal = records[record + RECORD_HEAD + j + k] === ids[k];
      if (equal) this.edges.add(query, 1, j, ids.length, SPLIT_EXACT);
    }
  }

  private weightsOf(group: GroupPolicy): Float64Array {
    let weights = this.weights.get(group);
    if (!weights) {
      const { kinds, levels } = this.groupTables.get(group.group)!;
      weights = new Float64Array(kinds.length);
      for (let id = 0; id < weights.length; id++)
        weights[id] = group.weights[kinds[id]! * LEVELS + levels[id]!]!;
      this.weights.set(group, weights);
    }
    return weights;
  }

  private fillListSide(record: number, n: number, { kinds, weights }: Context): void {
    const { records, dictionary } = this.snapshot;
    const c = this.c;
    c.n = n;
    for (let j = 0; j < n; j++) {
      const id = records[record + RECORD_HEAD + j]!;
      c.rank[j] = id;
      c.kind[j] = kinds[id]!;
      c.weight[j] = weights[id]!;
      c.first[j] = dictionary.first(id);
      c.filiation[j] = kinds[id] === KIND.particle ? filiation(dictionary.key(id)) : 0;
    }
  }

  /** Whether the name may score `least`: gains that are at most possible against penalties that are certain. */
  protected canReach(record: number, head: number, context: Context, least: number): boolean {
    const { records, dictionary } = this.snapshot;
    const { group, letters, kinds, weights } = context;
    const marks = this.head;
    const q = this.q;
    const n = head & RECORD_TOKENS;
    const gain = this.gain;
    gain.fill(0, 0, q.n);
    let covered = 0;
    let listGain = 0;
    let openC = 0;
    let listLetters = 0;
    let listInitialGain = 0;
    let listInitialWeight = 0;
    const excess = Math.max(0, context.initialSimilarity - least);
    for (let j = 0; j < n; j++) {
      const id = records[record + RECORD_HEAD + j]!;
      const weight = weights[id]!;
      let mark = marks[id]!;
      if (kinds[id] === KIND.initial) {
        listLetters |= letterBit(dictionary.first(id));
        listInitialGain += weight * excess;
        listInitialWeight = Math.max(listInitialWeight, weight);
        if (mark < 0) continue;
      } else if (mark < 0) {
        openC +=
          letters !== 0 && (letters & letterBit(dictionary.first(id))) !== 0
            ? context.rest * Math.max(0, weight - context.initialWeight)
            : weight;
        continue;
      }
      let best = 0;
      for (; mark >= 0; mark = this.markNext[mark]!) {
        const from = this.markQuery[mark]!;
        const span = this.markSpan[mark]!;
        let most = q.weight[from]!;
        covered |= 1 << from;
        for (let k = 1; k < span; k++) {
          most += q.weight[from + k]!;
          covered |= 1 << (from + k);
        }
        // A part of a split word gains with its fellows: their weight together is what counts.
        const pair = span === 0 ? most : Math.min(most, weight);
        const value = pair * (this.markSimilarity[mark]! / 100 - least);
        if (value <= 0) continue;
        if (value > best) best = value;
        for (let k = 0; k < Math.max(1, span); k++) if (value > gain[from + k]!) gain[from + k] = value;
      }
      listGain += best;
    }
    let queryGain = 0;
    let openQ = 0;
    for (let i = 0; i < q.n; i++) {
      queryGain += gain[i]!;
      if ((covered & (1 << i)) !== 0 || q.kind[i] === KIND.initial) continue;
      openQ +=
        (listLetters & letterBit(q.first[i]!)) !== 0
          ? context.rest * Math.max(0, q.weight[i]! - listInitialWeight)
          : q.weight[i]!;
    }
    const most = Math.min(queryGain, listGain) + context.initialGain + listInitialGain;
    const penalty =
      least * (group.queryMore * openQ + group.listMore * openC + group.bothDiffer * Math.min(openQ, openC));
    return most + 1e-9 >= penalty;
  }
}

export interface Context {
  readonly name: QueryName;
  readonly cutoff: number;
  readonly policy: Policy;
  readonly group: GroupPolicy;
  readonly weak: WeakMode;
  readonly allowed: (entity: number) => boolean;
  readonly hits: Map<number, NameHit>;
  readonly tricks: Tricks;
  readonly kinds: Uint8Array;
  readonly weights: Float64Array;
  readonly weakFactor: number;
  readonly initialSimilarity: number;
  readonly letters: number;
  readonly initialGain: number;
  readonly initialWeight: number;
  readonly rest: number;
}

/** One bit a letter; digits share theirs with letters, which only loosens the bound. */
function letterBit(code: number): number {
  return 1 << (code & 31);
}
