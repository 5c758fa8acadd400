export type {
  DesignationState,
  FeatureExplanation,
  Hit,
  HitDesignation,
  ListStatus,
  PolicyStatement,
  Screening,
  SnapshotStatement,
} from './engine/answer.ts';
export { type CompareOptions, type Comparison, compare } from './engine/compare.ts';
export { carriedSnapshot, Home, openHome } from './engine/home.ts';
export { openSnapshot } from './engine/open-snapshot.ts';
export type { ScreenOptions } from './engine/options.ts';
export type { Query, QueryInput } from './engine/query.ts';
export { screen } from './engine/screen.ts';
export { CordonError, type ErrorCode } from './errors.ts';
export type { Snapshot } from './snapshot/open.ts';
