import type { Entity, Identifier, Name, PartialDate } from '../model/entity.ts';
import { schemaGroup } from '../model/schema.ts';
import { clean } from '../text/clean.ts';
import { tokenise } from '../text/tokens.ts';

/** One party, from one or several lists. */
export interface Joined {
  readonly entity: Entity;
  /** Ids of the other entries of the same party, in catalogue order. */
  readonly referents: readonly string[];
}

/** Two entries that share a hard key and were kept apart, with the reason. */
export interface RefusedJoin {
  readonly key: string;
  readonly ids: readonly string[];
  readonly reason: string;
}

/** One list's entities; the order of the array is the catalogue's. */
export interface ListEntities {
  readonly slug: string;
  readonly entities: readonly Entity[];
}

/** Types that name one party in the whole world. */
const WORLD_KEYS: ReadonlySet<Identifier['type']> = new Set([
  'imoNumber',
  'imoCompanyNumber',
  'unReference',
  'leiCode',
  'ogrnCode',
]);
/** Types that name one party in one country. */
const COUNTRY_KEYS: ReadonlySet<Identifier['type']> = new Set(['registrationNumber']);

/** Reference numbers of UN entries: regime letters, kind, number (QDi.043, KPe.029). */
const UN_REFERENCE = /^[A-Z]{2}[a-z]\.\d{3}$/;
/** Short registration numbers are section or licence numbers, not a register's key. */
const MIN_REGISTRATION = 5;
/** Identifiers of the curated list that name another list's entry. */
const OFAC_LISTS = new Set(['us_ofac_sdn', 'us_ofac_cons']);

function hardKeys(slug: string, entity: Entity): string[] {
  const keys: string[] = [];
  for (const id of entity.identifiers) {
    if (id.verified === false || id.valid === false) continue;
    if (id.type === 'unReference' && !UN_REFERENCE.test(id.raw.trim())) continue;
    if (id.type === 'other' && id.label !== undefined && OFAC_LISTS.has(id.label))
      keys.push(`ofac:${id.value}`);
    else if (WORLD_KEYS.has(id.type)) keys.push(`${id.type}:${id.value}`);
    else if (COUNTRY_KEYS.has(id.type) && id.country !== null && id.value.length >= MIN_REGISTRATION)
      keys.push(`${id.type}:${id.country}:${id.value}`);
  }
  for (const designation of entity.designations) {
    if (OFAC_LISTS.has(slug)) keys.push(`ofac:${designation.key}`);
    if (slug === 'un_sc_sanctions' && UN_REFERENCE.test(designation.key))
      keys.push(`unReference:${designation.key.toUpperCase()}`);
  }
  return [...new Set(keys)];
}

interface Node {
  readonly slug: string;
  readonly entity: Entity;
  parent: number;
  lists: Set<string>;
}

/**
 * Joins entries of different lists that share a hard key. A key joins only when it names exactly one entity in each
 * list, the schemas go together and what is known of them does not all contradict; two entries of one list never
 * join, and a shared name never joins. The result is ordered by id and does not depend on the order of the entries.
 */
export function joinEntities(lists: readonly ListEntities[]): { joined: Joined[]; refused: RefusedJoin[] } {
  const nodes: Node[] = [];
  for (const { slug, entities } of lists)
    for (const entity of [...entities].sort((a, b) => compareText(a.id, b.id)))
      nodes.push({ slug, entity, parent: nodes.length, lists: new Set([slug]) });
  const byKey = new Map<string, number[]>();
  nodes.forEach((node, at) => {
    for (const key of hardKeys(node.slug, node.entity)) {
      const list = byKey.get(key);
      if (list) list.push(at);
      else byKey.set(key, [at]);
    }
  });
  const root = (at: number): number => {
    while (nodes[at]!.parent !== at) at = nodes[at]!.parent;
    return at;
  };
  const refused: RefusedJoin[] = [];
  for (const [key, members] of [...byKey].sort((a, b) => compareText(a[0], b[0]))) {
    if (members.length < 2) continue;
    const slugs = new Set(members.map((at) => nodes[at]!.slug));
    if (slugs.size < 2) continue;
    const ids = members.map((at) => nodes[at]!.entity.id);
    if (slugs.size < members.length) {
      refused.push({ key, ids, reason: 'the key names more than one entry of a list' });
      continue;
    }
    const first = members[0]!;
    for (const other of members.slice(1)) {
      const a = root(first);
      const b = root(other);
      if (a === b) continue;
      const reason = [...nodes[b]!.lists].some((slug) => nodes[a]!.lists.has(slug))
        ? 'it would join two entries of one list'
        : contradiction(nodes[first]!.entity, nodes[other]!.entity);
      if (reason) {
        refused.push({ key, ids: [nodes[first]!.entity.id, nodes[other]!.entity.id], reason });
        continue;
      }
      const [keep, drop] = a < b ? [a, b] : [b, a];
      nodes[drop]!.parent = keep;
      for (const slug of nodes[drop]!.lists) nodes[keep]!.lists.add(slug);
    }
  }
  const groups = new Map<number, Entity[]>();
  nodes.forEach((node, at) => {
    const top = root(at);
    const group = groups.get(top);
    if (group) group.push(node.entity);
    else groups.set(top, [node.entity]);
  });
  const joined = [...groups.values()].map((entities) => ({
    entity: mergeEntities(entities),
    referents: entities.slice(1).map((entity) => entity.id),
  }));
  joined.sort((a, b) => compareText(a.entity.id, b.entity.id));
  return { joined, refused };
}

/** Code-point order: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Why two entries cannot be one party although a key says so; null when nothing speaks against it. */
function contradiction(a: Entity, b: Entity): string | null {
  const groupA = schemaGroup(a.schema);
  const groupB = schemaGroup(b.schema);
  if (groupA !== groupB && a.schema !== 'LegalEntity' && b.schema !== 'LegalEntity')
    return `one is a ${a.schema}, the other a ${b.schema}`;
  // Ships change their names; the IMO number is made to outlast that.
  if (groupA === 'vessel') return null;
  const facets = [namesAgree(a, b), datesAgree(a, b), numbersAgree(a, b)].filter((facet) => facet !== null);
  return facets.length > 0 && facets.every((facet) => !facet)
    ? 'names, dates and numbers that are known all contradict'
    : null;
}

function nameTokens(entity: Entity): Set<string> {
  const tokens = new Set<string>();
  for (const name of entity.names)
    for (const token of tokenise(clean(name.value).text)) if (token.text.length > 2) tokens.add(token.text);
  return tokens;
}

function namesAgree(a: Entity, b: Entity): boolean | null {
  const tokens = nameTokens(b);
  for (const token of nameTokens(a)) if (tokens.has(token)) return true;
  return false;
}

function datesAgree(a: Entity, b: Entity): boolean | null {
  const known = (dates: readonly PartialDate[]) =>
    dates.filter((date) => date.from !== null && date.to !== null);
  const as = known(a.birthDates);
  const bs = known(b.birthDates);
  if (as.length === 0 || bs.length === 0) return null;
  return as.some((x) => bs.some((y) => x.from! <= y.to! && y.from! <= x.to!));
}

function numbersAgree(a: Entity, b: Entity): boolean | null {
  let known = false;
  for (const x of a.identifiers)
    for (const y of b.identifiers) {
      if (x.type !== y.type || x.type === 'unReference' || x.type === 'other') continue;
      if (x.country !== null && y.country !== null && x.country !== y.country) continue;
      if (x.value === y.value) return true;
      known = true;
    }
  return known ? false : null;
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

/** The schema that says most: a Company is an Organization is a LegalEntity. */
const SCHEMA_DEPTH = ['LegalEntity', 'Organization', 'Company', 'PublicBody'];

function mergeEntities(entities: readonly Entity[]): Entity {
  const first = entities[0]!;
  if (entities.length === 1) return first;
  const all = <T>(of: (entity: Entity) => readonly T[]): T[] => entities.flatMap(of);
  const json = (item: unknown): string => JSON.stringify(item);
  const properties = new Map<string, string[]>();
  for (const entity of entities)
    for (const key of Object.keys(entity.properties).sort())
      properties.set(
        key,
        distinct([...(properties.get(key) ?? []), ...entity.properties[key]!], (v) => v),
      );
  const names: Name[] = all((entity) => entity.names).map((name, at) =>
    // One chief name: the first entry's; the others' stay as strong aliases.
    name.kind === 'primary' && at >= first.names.length ? { ...name, kind: 'alias' } : name,
  );
  const schema = [...entities].sort(
    (a, b) => SCHEMA_DEPTH.indexOf(b.schema) - SCHEMA_DEPTH.indexOf(a.schema),
  )[0]!.schema;
  return {
    id: first.id,
    schema,
    names: distinct(names, (name) => `${name.value}\n${name.weak}`),
    birthDates: distinct(
      all((e) => e.birthDates),
      json,
    ),
    deathDates: distinct(
      all((e) => e.deathDates),
      json,
    ),
    birthPlaces: distinct(
      all((e) => e.birthPlaces),
      json,
    ),
    genders: distinct(
      all((e) => e.genders),
      (g) => g,
    ),
    nationalities: distinct(
      all((e) => e.nationalities),
      (c) => c.code ?? c.raw,
    ),
    countries: distinct(
      all((e) => e.countries),
      (c) => c.code ?? c.raw,
    ),
    addresses: distinct(
      all((e) => e.addresses),
      json,
    ),
    identifiers: distinct(
      all((e) => e.identifiers),
      (i) => `${i.type}\n${i.value}\n${i.country}`,
    ),
    relations: distinct(
      all((e) => e.relations),
      json,
    ),
    designations: all((e) => e.designations),
    properties: Object.fromEntries(properties),
  };
}
