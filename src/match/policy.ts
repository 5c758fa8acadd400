import { CordonError } from '../errors.ts';
import { readTable } from '../facts/table.ts';
import { NAME_GROUPS, type NameGroup } from '../names/groups.ts';
import { TOKEN_KINDS, type TokenKind } from '../names/kinds.ts';
import { MAX_LEVEL } from '../names/words.ts';

/** One row of the policy table (`data/policy.tsv`). */
export interface PolicyRow {
  readonly key: string;
  readonly value: number;
  /** What a call may set it to, inclusive. */
  readonly min: number;
  readonly max: number;
  readonly when: string;
  readonly example: string;
}

/** Changes whenever a number, rule or token similarity changes, since results then may. */
export const POLICY_VERSION = '1';
export const POLICY_ID = 'cordon';

export const DEFAULT_THRESHOLD = 0.7;
export const MIN_CUTOFF = 0.5;

let rows: readonly PolicyRow[] | undefined;

/** The policy table, in its order. */
export function policyRows(): readonly PolicyRow[] {
  rows ??= readTable('policy.tsv').map((row) => ({
    key: row['key']!,
    value: Number(row['value']),
    min: Number(row['min']),
    max: Number(row['max']),
    when: row['when']!,
    example: row['example']!,
  }));
  return rows;
}

/** What a name score of one group is made of; see `pair-score.ts` for the formula. */
export interface GroupPolicy {
  readonly group: NameGroup;
  /** α: query has more. */
  readonly queryMore: number;
  /** β: the listed name has more. */
  readonly listMore: number;
  /** γ: both have something different. */
  readonly bothDiffer: number;
  /** Least token similarity, in hundredths, that counts as a pair. */
  readonly minSimilarity: number;
  readonly numberMissing: number;
  /** Weight by kind code and level in tenths: `kind * LEVELS + level`. */
  readonly weights: Float64Array;
}

export interface Policy {
  readonly value: (key: string) => number;
  readonly groups: ReadonlyMap<NameGroup, GroupPolicy>;
  readonly overrides: Readonly<Record<string, number>>;
}

/** Levels are kept in tenths: 0–90. */
export const LEVELS: number = MAX_LEVEL * 10 + 1;

/** Ships' names are short: below .72 two of them are different ships. Tail numbers are equal or nothing. */
const MIN_SIMILARITY: Readonly<Record<NameGroup, number>> = {
  person: 50,
  organization: 50,
  vessel: 72,
  other: 100,
};

let standard: Policy | undefined;

/** The policy with the given weights in place of the table's; errors name the key and its range. */
export function policyWith(overrides: Readonly<Record<string, number>> = {}): Policy {
  const keys = Object.keys(overrides);
  if (keys.length === 0) {
    standard ??= build({});
    return standard;
  }
  const known = new Map(policyRows().map((row) => [row.key, row]));
  for (const key of keys) {
    const row = known.get(key);
    const value = overrides[key]!;
    if (!row) throw new CordonError('usage', `unknown policy weight "${key}"`);
    if (!(value >= row.min && value <= row.max))
      throw new CordonError('usage', `policy weight ${key} is ${value}; it may be ${row.min} to ${row.max}`);
  }
  return build(overrides);
}

function build(overrides: Readonly<Record<string, number>>): Policy {
  const values = new Map(policyRows().map((row) => [row.key, row.value]));
  for (const key of Object.keys(overrides)) values.set(key, overrides[key]!);
  const value = (key: string): number => {
    const found = values.get(key);
    if (found === undefined) throw new Error(`no policy row ${key}`);
    return found;
  };
  const groups = new Map<NameGroup, GroupPolicy>();
  for (const group of NAME_GROUPS) {
    const of = group === 'other' ? 'vessel' : group;
    groups.set(group, {
      group,
      queryMore: value(`${of}.query_more`),
      listMore: value(`${of}.list_more`),
      bothDiffer: value(`${of}.both_differ`),
      minSimilarity: MIN_SIMILARITY[group],
      numberMissing: group === 'person' ? 0 : value(`${of}.number_missing`),
      weights: weightTable(group, value),
    });
  }
  return { value, groups, overrides };
}

function weightTable(group: NameGroup, value: (key: string) => number): Float64Array {
  const table = new Float64Array(TOKEN_KINDS.length * LEVELS);
  const slope = value(`weight.${group === 'other' ? 'vessel' : group}_slope`);
  const floor = value('weight.word_floor');
  const weight = (kind: TokenKind, level: number): number => {
    const word = Math.max(floor, 1 - (slope * level) / 10);
    switch (kind) {
      case 'word':
        return word;
      case 'syllable':
        return group === 'person' ? word : value('weight.organization_syllable');
      case 'generic':
        return Math.min(word, value('weight.generic'));
      default:
        return value(`weight.${kind}`);
    }
  };
  TOKEN_KINDS.forEach((kind, code) => {
    for (let level = 0; level < LEVELS; level++) table[code * LEVELS + level] = weight(kind, level);
  });
  return table;
}
