import type { NameGroup } from '../names/groups.ts';
import { kindOf, levelOf, TOKEN_KINDS } from '../names/kinds.ts';
import { lightWordNear } from '../names/light-words.ts';
import { type NameToken, parseName } from '../names/parse-name.ts';
import { wordInfo } from '../names/words.ts';
import { KIND, type Side } from './pair-score.ts';
import { type GroupPolicy, LEVELS } from './policy.ts';

/** A query's name, taken apart and weighed for one group. */
export interface QueryName {
  readonly text: string;
  readonly group: NameGroup;
  readonly tokens: readonly NameToken[];
  readonly dirt: readonly string[];
  /** Kind code and level in tenths of each token: what the policy turns into a weight. */
  readonly kinds: readonly number[];
  readonly levels: readonly number[];
}

const FILIATION = new Set(['bin', 'ibn', 'ben', 'bint', 'ould', 'wld']);

/** 1 for tokens that say "son of". */
export function filiation(key: string): number {
  return FILIATION.has(key.slice(1)) ? 1 : 0;
}

/** Kind code, and level in tenths, of a token of a listed name by the word files: what the snapshot holds for it. */
export function listWeight(key: string, group: NameGroup): { kind: number; level: number } {
  return { kind: TOKEN_KINDS.indexOf(kindOf(key, group)), level: Math.round(levelOf(key, group) * 10) };
}

/** The same for a query, where a typo of a trade word weighs as that word (Limtied, Shiping): lists spell theirs right. */
function queryWeight(key: string, group: NameGroup): { kind: number; level: number } {
  const weight = listWeight(key, group);
  if (group !== 'organization' || weight.kind !== KIND.word || weight.level !== 0 || key[0] !== 'w')
    return weight;
  // A word that people bear as a name is no typo of a trade word ("Bush").
  if (wordInfo(key.slice(1))?.personal === true) return weight;
  const near = lightWordNear(key.slice(1));
  return near === null ? weight : listWeight(near, group);
}

export function queryName(text: string, group: NameGroup): QueryName {
  const parsed = parseName(text, group);
  const weighed = parsed.tokens.map((token) => queryWeight(token.key, group));
  return {
    text,
    group,
    tokens: parsed.tokens,
    dirt: parsed.dirt,
    kinds: weighed.map((w) => w.kind),
    levels: weighed.map((w) => w.level),
  };
}

/** Fills a side from a query name. Ranks order the tokens by key, so that their order of writing decides nothing. */
export function fillQuerySide(side: Side, name: QueryName, policy: GroupPolicy): void {
  const sorted = [...new Set(name.tokens.map((token) => token.key))].sort();
  side.n = name.tokens.length;
  for (let i = 0; i < side.n; i++) {
    const key = name.tokens[i]!.key;
    side.rank[i] = sorted.indexOf(key);
    side.kind[i] = name.kinds[i]!;
    side.weight[i] = policy.weights[name.kinds[i]! * LEVELS + name.levels[i]!]!;
    side.first[i] = key.charCodeAt(1);
    side.filiation[i] = name.kinds[i] === KIND.particle ? filiation(key) : 0;
  }
}
