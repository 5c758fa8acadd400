import { readTable } from '../facts/table.ts';

interface Measure {
  readonly measure: string;
  readonly indicator: string;
}

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  readTable('lists/uk-measures.tsv').map((row) => [
    row.term!,
    { measure: row.measure!, indicator: row.indicator! },
  ]),
);

/** Elements of SanctionsImposedIndicators that the measures table knows. */
export const UK_INDICATORS: ReadonlySet<string> = new Set(
  [...MEASURES.values()].map((measure) => measure.indicator).filter((name) => name !== ''),
);

/** What SanctionsImposed says, and what in it the table does not know. */
export interface ImposedMeasures {
  /** In the order of the list, each once. */
  readonly measures: readonly string[];
  /** Indicators that must be `true`, and no others. */
  readonly indicators: ReadonlySet<string>;
  /** Terms kept as written because the table does not know them. */
  readonly unknown: readonly string[];
}

/** A term without its case, its odd blanks and its pointer to "Other information". */
function termKey(term: string): string {
  return term
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replace(/:? ?\(?see [“"]other information[”"]\)?/u, '')
    .trim();
}

/** Splits SanctionsImposed at `|` and words each term as `data/lists/uk-measures.tsv` does. */
export function imposedMeasures(text: string): ImposedMeasures {
  const measures = new Set<string>();
  const indicators = new Set<string>();
  const unknown: string[] = [];
  for (const part of text.split('|')) {
    const term = part.replace(/\s+/gu, ' ').trim();
    if (term === '') continue;
    const known = MEASURES.get(termKey(term));
    measures.add(known?.measure ?? term);
    if (!known) unknown.push(term);
    else if (known.indicator !== '') indicators.add(known.indicator);
  }
  return { measures: [...measures], indicators, unknown };
}
