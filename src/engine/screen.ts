import { type Finding, weighEvidence } from '../match/evidence.ts';
import { searchExhaustively } from '../match/exhaustive.ts';
import { explainName, type NameExplanation } from '../match/explain-name.ts';
import type { NameHit } from '../match/name-hit.ts';
import { NameSearch } from '../match/name-search.ts';
import { MIN_CUTOFF, type Policy } from '../match/policy.ts';
import { type QueryName, queryName } from '../match/query-name.ts';
import type { Entity, Identifier } from '../model/entity.ts';
import { schemaMatches } from '../model/schema.ts';
import { NAME_GROUPS, type NameGroup } from '../names/groups.ts';
import { identifierText } from '../snapshot/identifier-index.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { nameGroups, SCHEMAS } from '../snapshot/records.ts';
import { SCHEMA_VERSION, type Screening } from './answer.ts';
import { stateOn } from './as-of.ts';
import { buildHit } from './hit.ts';
import { readOptions, type ScreenOptions, type Settings } from './options.ts';
import {
  nameVariants,
  type Query,
  type QueryIdentifier,
  type QueryInput,
  queryEvidence,
  queryIdentifiers,
  readQuery,
} from './query.ts';
import { notSearched, snapshotStatement } from './scope.ts';
import { engineVersion } from './version.ts';

/** An entity that meets a query, before explanation. */
export interface Candidate {
  readonly entity: number;
  readonly name: NameHit | null;
  readonly identifier: IdentifierHit | null;
  readonly findings: readonly Finding[];
  /** Best name score of an entity that only an identifier found. */
  readonly nameConflict: boolean;
  /** Final score in ten-thousandths. */
  readonly points: number;
  readonly agreement: number;
}

export interface IdentifierHit {
  readonly query: QueryIdentifier;
  readonly listed: Identifier;
  /** Feature of the policy: identifier.strong, identifier.document, identifier.unverified. */
  readonly feature: string;
}

const searches = new WeakMap<Snapshot, NameSearch>();

function searchOf(snapshot: Snapshot): NameSearch {
  let search = searches.get(snapshot);
  if (!search) {
    search = new NameSearch(snapshot);
    searches.set(snapshot, search);
  }
  return search;
}

/**
 * Screens one party. `results` are exactly the entities that scoring every entity would give; see `docs/matching.md`
 * for what a score means. Synchronous; nothing of the query is kept.
 *
 * Errors: `input-malformed` for a query without name and identifier or with an unknown property; `usage` for an
 * option out of its range; `snapshot-damaged` when a block of the file fails its checksum.
 */
export function screen(snapshot: Snapshot, input: QueryInput, options: ScreenOptions = {}): Screening {
  const query = readQuery(input);
  const settings = readOptions(options);
  const candidates = findCandidates(snapshot, query, settings);
  const shown = candidates.slice(0, settings.statement.limit);
  return {
    schemaVersion: SCHEMA_VERSION,
    query,
    results: shown.map((candidate) => buildHit(snapshot, query, candidate, settings)),
    total: { value: candidates.length, relation: 'eq' },
    snapshot: snapshotStatement(snapshot),
    policy: settings.statement,
    engine: engineVersion(),
    not_searched: notSearched(snapshot),
  };
}

/** Groups of names that a query of a schema looks at. */
function groupsOf(query: Query): readonly NameGroup[] {
  return NAME_GROUPS.filter((group) =>
    SCHEMAS.some((schema) => schemaMatches(query.schema, schema) && nameGroups(schema).includes(group)),
  );
}

/** All entities at or above the cutoff, best first. */
export function findCandidates(snapshot: Snapshot, query: Query, settings: Settings): Candidate[] {
  const { policy, statement } = settings;
  const permitted = SCHEMAS.map((schema) => schemaMatches(query.schema, schema));
  const allowed = (entity: number): boolean => permitted[snapshot.schemaCode(entity)]!;
  const names = nameVariants(query);
  const hits = new Map<number, NameHit>();
  const search = settings.exhaustive ? null : searchOf(snapshot);
  for (const { text } of names)
    for (const group of groupsOf(query)) {
      const name = queryName(text, group);
      if (search)
        search.search(name, statement.cutoff, policy, statement.weak, allowed, hits, settings.tricks);
      else searchExhaustively(snapshot, name, statement.cutoff, policy, statement.weak, allowed, hits);
    }
  const identified = findByIdentifier(snapshot, query, policy, allowed);
  const evidence = queryEvidence(query);
  const candidates: Candidate[] = [];
  for (const entity of new Set([...hits.keys(), ...identified.keys()])) {
    const name = hits.get(entity) ?? null;
    const identifier = identified.get(entity) ?? null;
    const byName = Math.round((name?.score ?? 0) * 10_000);
    const byIdentifier = identifier ? Math.round(policy.value(identifier.feature) * 10_000) : 0;
    const before = Math.max(byName, byIdentifier);
    if (before < Math.round(statement.cutoff * 10_000)) continue;
    const body = snapshot.body(entity);
    if (statement.as_of !== null && !isKnown(body.entity, statement.as_of)) continue;
    const findings = weighEvidence(evidence, body.entity, policy);
    let points = before;
    let nameConflict = false;
    if (!name && identifier && names.length > 0 && !anyNameMeets(query, body.entity, settings)) {
      nameConflict = true;
      const floor = Math.min(points, Math.round(statement.threshold * 10_000));
      points = Math.max(floor, points - Math.round(policy.value('identifier.name_conflict') * 10_000));
    }
    let agreement = identifier ? IDENTIFIER_AGREEMENT : 0;
    for (const finding of findings) {
      points = Math.max(0, points - Math.round(finding.penalty * 10_000));
      agreement += finding.agreement;
    }
    candidates.push({ entity, name, identifier, findings, nameConflict, points, agreement });
  }
  // Entities are numbered by id, so that the last key is the id.
  return candidates.sort((a, b) => b.points - a.points || b.agreement - a.agreement || a.entity - b.entity);
}

/** An equal identifier confirms more than any other evidence. */
const IDENTIFIER_AGREEMENT = 4;

function isKnown(entity: Entity, day: string): boolean {
  return entity.designations.length === 0 || entity.designations.some((one) => stateOn(one, day) !== null);
}

/** Whether any name of the query meets any name of the entity at all. */
function anyNameMeets(query: Query, entity: Entity, settings: Settings): boolean {
  const groups = nameGroups(entity.schema);
  for (const variant of nameVariants(query))
    for (const group of groups) {
      const name = queryName(variant.text, group);
      for (const listed of entity.names)
        if (bestScore(name, listed.value, settings) >= MIN_CUTOFF) return true;
    }
  return false;
}

function bestScore(name: QueryName, listed: string, settings: Settings): number {
  const explained: NameExplanation = explainName(
    name,
    listed,
    false,
    settings.policy,
    settings.statement.weak,
  );
  return explained.score;
}

/** Types that name one party in the world; their check makes a hit certain. */
const STRONG = new Set([
  'imoNumber',
  'imoCompanyNumber',
  'mmsi',
  'swiftBic',
  'leiCode',
  'innCode',
  'ogrnCode',
  'wallet',
  'isin',
  'unReference',
]);
/** Numbers that registers call by many names: they meet each other. */
const DOCUMENTS = new Set([
  'passportNumber',
  'idNumber',
  'taxNumber',
  'registrationNumber',
  'vatCode',
  'innCode',
  'ogrnCode',
  'kppCode',
  'okpoCode',
  'dunsCode',
  'serialNumber',
  'tailNumber',
  'callSign',
  'ofsiGroup',
  'imoCompanyNumber',
  'other',
]);

function identifierFeature(query: QueryIdentifier, listed: Identifier): string | null {
  const asked = query.identifier;
  if (identifierText(asked.value) !== identifierText(listed.value)) return null;
  // Wallets are case-sensitive save Ethereum's.
  if (
    asked.type === 'wallet' &&
    listed.type === 'wallet' &&
    asked.value !== listed.value &&
    !/^0x/i.test(asked.value)
  )
    return null;
  if (asked.type !== listed.type) {
    // A BIC of eight letters names the head office; a branch's eleven begin with it.
    if (!DOCUMENTS.has(asked.type) || !DOCUMENTS.has(listed.type)) return null;
    if (asked.country !== null && listed.country !== null && asked.country !== listed.country) return null;
  }
  if (listed.verified === false || listed.valid === false || asked.valid === false)
    return 'identifier.unverified';
  return STRONG.has(listed.type) && asked.type === listed.type ? 'identifier.strong' : 'identifier.document';
}

function findByIdentifier(
  snapshot: Snapshot,
  query: Query,
  policy: Policy,
  allowed: (entity: number) => boolean,
): Map<number, IdentifierHit> {
  const found = new Map<number, IdentifierHit>();
  const seen = new Set<string>();
  for (const one of queryIdentifiers(query)) {
    const texts = [one.identifier.value];
    if (one.identifier.type === 'swiftBic' && one.identifier.value.length === 11)
      texts.push(one.identifier.value.slice(0, 8));
    for (const text of texts)
      for (const entity of snapshot.bearersOf(text)) {
        if (!allowed(entity)) continue;
        const key = `${entity}\n${one.identifier.type}\n${text}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const asked = { ...one, identifier: { ...one.identifier, value: text } };
        for (const listed of snapshot.body(entity).entity.identifiers) {
          const feature = identifierFeature(asked, listed);
          if (feature === null) continue;
          const before = found.get(entity);
          if (!before || policy.value(feature) > policy.value(before.feature))
            found.set(entity, { query: asked, listed, feature });
        }
      }
  }
  return found;
}
