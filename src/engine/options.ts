import { CordonError } from '../errors.ts';
import type { WeakMode } from '../match/name-hit.ts';
import { ALL_TRICKS, type Tricks } from '../match/name-search.ts';
import {
  DEFAULT_THRESHOLD,
  MIN_CUTOFF,
  POLICY_ID,
  POLICY_VERSION,
  type Policy,
  policyWith,
} from '../match/policy.ts';
import type { PolicyStatement } from './answer.ts';

/** How to screen; every field may be left out. */
export interface ScreenOptions {
  /** Score from which a hit is a `match`. 0–1, default 0.70. */
  readonly threshold?: number;
  /** Least name or identifier score, before evidence, of an entity that is shown. 0.50–1, default the threshold. */
  readonly cutoff?: number;
  /** Most hits shown; `total` counts all. From 1, default 10. */
  readonly limit?: number;
  /** Weak aliases count fully, for less (default), or not at all. */
  readonly weak?: WeakMode;
  /** Day of knowledge, `YYYY-MM-DD`: what was not announced then is not shown. Default: no day, all that the lists hold. */
  readonly asOf?: string | null;
  /** Policy weights in place of the table's, each within its range (`data/policy.tsv`). */
  readonly weights?: Readonly<Record<string, number>>;
  /** Scores every entity instead of using the index: slow, the same answer. */
  readonly exhaustive?: boolean;
  /** For tests: switches pruning tricks off. */
  readonly tricks?: Tricks;
}

/** Options with defaults filled in and checked. */
export interface Settings {
  readonly statement: PolicyStatement;
  readonly policy: Policy;
  readonly exhaustive: boolean;
  readonly tricks: Tricks;
}

const WEAK: readonly string[] = ['full', 'less', 'none'];
/** More hits than this in one answer are no answer. */
const MAX_LIMIT = 10_000;

/** Errors: `usage`, naming the option and its range. */
export function readOptions(options: ScreenOptions): Settings {
  const threshold = options.threshold ?? DEFAULT_THRESHOLD;
  if (!(threshold >= 0 && threshold <= 1))
    throw new CordonError('usage', `threshold is ${threshold}; it may be 0 to 1`);
  const cutoff = options.cutoff ?? Math.max(threshold, MIN_CUTOFF);
  if (!(cutoff >= MIN_CUTOFF && cutoff <= 1))
    throw new CordonError('usage', `cutoff is ${cutoff}; it may be ${MIN_CUTOFF} to 1`);
  const limit = options.limit ?? 10;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new CordonError('usage', `limit is ${limit}; it may be a whole number from 1 to ${MAX_LIMIT}`);
  const weak = options.weak ?? 'less';
  if (!WEAK.includes(weak)) throw new CordonError('usage', `weak is "${weak}"; it may be ${WEAK.join(', ')}`);
  const asOf = options.asOf ?? null;
  if (asOf !== null && !isDay(asOf))
    throw new CordonError('usage', `as-of is "${asOf}"; it is a day as YYYY-MM-DD`);
  const policy = policyWith(options.weights);
  return {
    statement: {
      id: POLICY_ID,
      version: POLICY_VERSION,
      threshold,
      cutoff,
      limit,
      weak,
      as_of: asOf,
      overrides: policy.overrides,
    },
    policy,
    exhaustive: options.exhaustive === true,
    tricks: options.tricks ?? ALL_TRICKS,
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
