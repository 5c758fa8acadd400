import { readTable } from '../facts/table.ts';
import type { Designation } from './entity.ts';

let rows: { readonly words: string; readonly topics: readonly string[] }[] | undefined;

function topicsOf(measure: string): readonly string[] {
  rows ??= readTable('topics.tsv').map((row) => ({ words: row.words!, topics: row.topics!.split(' ') }));
  const text = ` ${measure.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return rows.find(({ words }) => words === '*' || text.includes(` ${words} `))?.topics ?? [];
}

/** FollowTheMoney topics of a party by the measures ordered against it, in code-point order; none for no measure. */
export function topicsFor(measures: readonly string[]): readonly string[] {
  return [...new Set(measures.flatMap(topicsOf))].sort();
}

/** What an entry under a programme or law orders when it does not say: a sanction of some kind. */
const UNSAID = ['Sanction'];

/**
 * The same by designations. An entry that names no measure, programme or law, as of somebody's own list, says nothing
 * about what its party is.
 */
export function topicsOfDesignations(designations: readonly Designation[]): readonly string[] {
  return topicsFor(
    designations.flatMap(({ measures, programme, legalBasis }) =>
      measures.length > 0 ? measures : programme !== null || legalBasis !== null ? UNSAID : [],
    ),
  );
}
