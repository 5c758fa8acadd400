import type { State } from '../match/evidence.ts';
import type { TokenPair } from '../match/explain-name.ts';
import type { WeakMode } from '../match/name-hit.ts';
import type { Designation } from '../model/entity.ts';
import type { FtmProperties } from '../model/ftm.ts';
import type { Query } from './query.ts';

/** Version of the shapes below and of their JSON Schemas in `schemas/`. */
export const SCHEMA_VERSION = '1';

/** What one feature of the policy did to a score. */
export interface FeatureExplanation {
  /** The score after this feature, 0–1. */
  readonly score: number;
  /** The policy's weight of the feature; 1 for the name itself. */
  readonly weight: number;
  /** Score after less score before, in whole ten-thousandths; all contributions sum to the hit's score. */
  readonly contribution: number;
  readonly state: State;
  readonly query: string;
  readonly candidate: string;
  readonly detail: string;
  readonly tokens: readonly TokenPair[];
}

/** How a designation stands on the day that was asked for. */
export type DesignationState = 'in force' | 'coming' | 'ended' | 'unknown';

export interface HitDesignation extends Designation {
  /** On the day of `as_of`; null without one. `unknown` (no start is known) counts as in force. */
  readonly state: DesignationState | null;
}

export interface Hit {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: FtmProperties;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly target: boolean;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly last_change: string | null;
  readonly score: number;
  readonly match: boolean;
  readonly explanations: Readonly<Record<string, FeatureExplanation>>;
  readonly designations: readonly HitDesignation[];
}

/** How fresh a list is; ages are null when no check is known. */
export interface ListStatus {
  readonly version: string | null;
  readonly age_days: number | null;
  readonly stale: boolean;
  readonly failed: string | null;
  readonly excerpt?: true;
}

export interface SnapshotStatement {
  readonly id: string;
  readonly carried: boolean;
  readonly lists: Readonly<Record<string, ListStatus>>;
}

export interface PolicyStatement {
  readonly id: string;
  readonly version: string;
  readonly threshold: number;
  readonly cutoff: number;
  readonly limit: number;
  readonly weak: WeakMode;
  readonly as_of: string | null;
  readonly overrides: Readonly<Record<string, number>>;
}

/** One screening. It never says "clear": it says what was searched, of what date, and what was not. */
export interface Screening {
  readonly schemaVersion: string;
  readonly query: Query;
  readonly results: readonly Hit[];
  readonly total: { readonly value: number; readonly relation: 'eq' };
  readonly snapshot: SnapshotStatement;
  readonly policy: PolicyStatement;
  readonly engine: string;
  readonly not_searched: readonly string[];
}
