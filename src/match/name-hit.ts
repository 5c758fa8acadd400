import type { QueryName } from './query-name.ts';

/** Best listed name of one entity for one query. */
export interface NameHit {
  readonly entity: number;
  /** Offset of the record in the snapshot's records. */
  readonly record: number;
  /** Number of the name within the entity. */
  readonly name: number;
  /** The query's name that met it. */
  readonly query: QueryName;
  /** 0–1 in whole ten-thousandths, weak aliases marked down. */
  readonly score: number;
}

/** How weak aliases count: as others, for less (default), or not at all. */
export type WeakMode = 'full' | 'less' | 'none';

/** Keeps the better of two hits of one entity; of equal ones that of the earlier name, so that order decides nothing. */
export function keepBest(hits: Map<number, NameHit>, hit: NameHit): void {
  const before = hits.get(hit.entity);
  if (
    before === undefined ||
    hit.score > before.score ||
    (hit.score === before.score && hit.name < before.name)
  )
    hits.set(hit.entity, hit);
}
