import { readData, readTable } from '../facts/table.ts';
import type { Entity } from '../model/entity.ts';
import { KR_LIST, readKrCurated } from './kr-curated.ts';
import type { FieldCount, ListContent } from './reader.ts';

/** One list of the data that the package carries. */
export interface CarriedList {
  readonly slug: string;
  /** `YYYY-MM-DD` of the version that was read, null where the list has none. */
  readonly date: string | null;
  /** True when most of the list is not here; false for the curated list, which says for itself what it lacks. */
  readonly excerpt: boolean;
  readonly content: ListContent;
}

/** The files of the excerpt, under `data/`. */
export const CARRIED_FILES: readonly string[] = ['carried/lists.tsv', 'carried/excerpt.jsonl'];

/**
 * What can be searched before the first `cordon update`: a few hand-written entries of four official lists, with
 * their official ids, and the curated Korean list. Lists in the order of `data/carried/lists.tsv`, the curated one last.
 * A line that is no JSON, or whose list is not in that table, throws with its number.
 */
export function carriedLists(): CarriedList[] {
  const dates = new Map(readTable(CARRIED_FILES[0]!).map((row) => [row.slug!, row.date || null]));
  const entities = new Map<string, Entity[]>([...dates.keys()].map((slug) => [slug, []]));
  let line = 0;
  for (const text of readData(CARRIED_FILES[1]!).split('\n')) {
    line++;
    if (text === '') continue;
    const entity = JSON.parse(text) as Entity;
    const slug = entity.id.slice(0, entity.id.indexOf('-'));
    const own = entities.get(slug);
    if (!own)
      throw new Error(`data/${CARRIED_FILES[1]}:${line}: no list ${JSON.stringify(slug)} in lists.tsv`);
    own.push(entity);
  }
  const excerpts = [...entities].map(([slug, own]) => {
    const date = dates.get(slug)!;
    return { slug, date, excerpt: true, content: excerptContent(date, own) };
  });
  const curated = readKrCurated();
  return [...excerpts, { slug: KR_LIST, date: curated.date, excerpt: false, content: curated }];
}

/** An excerpt has no count of its publisher: `recordCount` is null, so that nothing takes it for whole. */
function excerptContent(date: string | null, entities: readonly Entity[]): ListContent {
  const fields: Record<string, FieldCount> = Object.create(null);
  for (const entity of entities)
    for (const [field, value] of Object.entries(entity)) {
      fields[field] ??= { mapped: 0, noted: 0, ignored: 0 };
      fields[field].mapped += Array.isArray(value) ? value.length : 1;
    }
  return { date, recordCount: null, entities, notes: [], fields };
}
