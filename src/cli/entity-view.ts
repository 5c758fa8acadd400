import { SCHEMA_VERSION, type SnapshotStatement } from '../engine/answer.ts';
import { snapshotStatement } from '../engine/scope.ts';
import { CordonError } from '../errors.ts';
import type { Designation, Entity, Relation } from '../model/entity.ts';
import { captionOf, type FtmProperties, ftmProperties } from '../model/ftm.ts';
import type { Snapshot } from '../snapshot/open.ts';

/** A relation that the entity's own entry states. */
export interface StatedRelation extends Relation {
  /** Whether `target` is an entity of this snapshot. */
  readonly loaded: boolean;
}

/** A relation that another party's entry states about the entity. */
export interface ReverseRelation {
  /** The other party. */
  readonly id: string;
  readonly caption: string;
  readonly kind: Relation['kind'];
  /** In the list's own words, seen from the other party. */
  readonly role: string;
  readonly former: boolean;
}

/** Everything that a snapshot holds on one party. */
export interface EntityView
  extends Pick<Entity, 'names' | 'birthDates' | 'birthPlaces' | 'addresses' | 'identifiers'> {
  readonly schemaVersion: string;
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: FtmProperties;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly designations: readonly Designation[];
  readonly relations: readonly StatedRelation[];
  readonly statedByOthers: readonly ReverseRelation[];
  /** Official pages of its designations. */
  readonly officialPages: readonly string[];
  readonly snapshot: SnapshotStatement;
}

/** The entity that has `id` as its id or among its referents. Errors: `entity-unknown`. */
export function viewEntity(snapshot: Snapshot, id: string): EntityView {
  const number = snapshot.find(id);
  if (number < 0) throw new CordonError('entity-unknown', `no entity "${id}" in snapshot ${snapshot.id}`);
  const { entity, referents } = snapshot.body(number);
  return {
    schemaVersion: SCHEMA_VERSION,
    id: entity.id,
    caption: captionOf(entity),
    schema: entity.schema,
    properties: ftmProperties(entity),
    datasets: [...new Set(entity.designations.map((one) => one.list))],
    referents,
    names: entity.names,
    birthDates: entity.birthDates,
    birthPlaces: entity.birthPlaces,
    addresses: entity.addresses,
    identifiers: entity.identifiers,
    designations: entity.designations,
    relations: entity.relations.map((one) => ({
      ...one,
      loaded: one.target !== null && snapshot.find(one.target) >= 0,
    })),
    statedByOthers: statedByOthers(snapshot, number),
    officialPages: [
      ...new Set(entity.designations.flatMap((one) => (one.sourceUrl === null ? [] : [one.sourceUrl]))),
    ],
    snapshot: snapshotStatement(snapshot),
  };
}

/** Relations that point here: every body is read, since lists state a relation on one side only. */
function statedByOthers(snapshot: Snapshot, number: number): ReverseRelation[] {
  const { entity, referents } = snapshot.body(number);
  const ids = new Set([entity.id, ...referents]);
  const found: ReverseRelation[] = [];
  for (let other = 0; other < snapshot.entities; other++) {
    if (other === number) continue;
    const body = snapshot.body(other).entity;
    for (const { kind, role, target, former } of body.relations)
      if (target !== null && ids.has(target))
        found.push({ id: body.id, caption: captionOf(body), kind, role, former: former === true });
  }
  return found;
}
