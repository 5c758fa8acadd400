import { readTable } from '../facts/table.ts';

/** Which names are the same name (`equivalents.tsv`) and which only look alike (`different.tsv`). */
interface Clusters {
  /** word → clusters of equivalents it belongs to. */
  readonly same: ReadonlyMap<string, readonly number[]>;
  /** word → sets in which every member differs from every other. */
  readonly apart: ReadonlyMap<string, readonly number[]>;
  /** cluster number → its words. */
  readonly members: readonly (readonly string[])[];
  /** cluster number → its kind: nickname, language, surname, word, plural … */
  readonly kinds: readonly string[];
}

let clusters: Clusters | undefined;

function load(): Clusters {
  const same = new Map<string, number[]>();
  const apart = new Map<string, number[]>();
  const members: string[][] = [];
  const kinds: string[] = [];
  const add = (map: Map<string, number[]>, word: string, id: number): void => {
    const list = map.get(word);
    if (list) list.push(id);
    else map.set(word, [id]);
  };
  for (const row of readTable('names/equivalents.tsv')) {
    const words = row['words']!.split(' ').filter(Boolean);
    for (const word of words) add(same, word, members.length);
    members.push(words);
    kinds.push(row['kind']!);
  }
  let set = 0;
  for (const row of readTable('names/different.tsv')) {
    for (const word of row['words']!.split(' ').filter(Boolean)) add(apart, word, set);
    set++;
  }
  return { same, apart, members, kinds };
}

function get(): Clusters {
  clusters ??= load();
  return clusters;
}

const NONE: readonly number[] = [];

/** The clusters of equivalents that hold a word. */
export function equivalentClusters(word: string): readonly number[] {
  return get().same.get(word) ?? NONE;
}

/** The sets of look-alike but different names that hold a word. */
export function differentSets(word: string): readonly number[] {
  return get().apart.get(word) ?? NONE;
}

/** Every word that is an equivalent of this one, without the word itself. */
export function equivalentsOf(word: string): string[] {
  const found = new Set<string>();
  for (const cluster of equivalentClusters(word))
    for (const other of get().members[cluster]!) found.add(other);
  found.delete(word);
  return [...found];
}

/** Kinds of cluster that name a given name: two of them without a common cluster are different names. */
const GIVEN = new Set(['nickname', 'language']);

/** Whether one of the clusters is of given names. */
export function isGivenNameCluster(cluster: number): boolean {
  return GIVEN.has(get().kinds[cluster]!);
}
