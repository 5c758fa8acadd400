import type { Hit, PolicyStatement, Screening } from './answer.ts';
import type { Query } from './query.ts';

/** How a book is answered: one JSON object a line, or a table of one line a hit. */
export type BookFormat = 'jsonl' | 'csv';

/**
 * One line of a book's answer. Snapshot and policy are named only, since they are the same in every line: the summary
 * beside the output states them in full, with each list's version and age.
 */
export interface BookLine {
  /** From 1, in the order of the input; a header is not counted. */
  readonly row: number;
  /** The row's own key, null without one. */
  readonly ref: string | null;
  /** Null when the row could not be read. */
  readonly query: Query | null;
  readonly results: readonly Hit[];
  /** How many there are, when more were found than `results` shows. */
  readonly total?: Screening['total'];
  readonly snapshot: { readonly id: string; readonly carried: boolean };
  readonly policy: Pick<PolicyStatement, 'id' | 'version' | 'threshold' | 'cutoff' | 'as_of'>;
  /** Why the row was not screened. */
  readonly error?: string;
}

/** Headings of a CSV answer. `outcome` is `hit`, `no match` or `error`; `match` is `yes` or `no` and blank without a hit. */
const COLUMNS = [
  'row',
  'ref',
  'query_name',
  'query_schema',
  'outcome',
  'match',
  'score',
  'id',
  'caption',
  'schema',
  'matched_name',
  'contradicted',
  'datasets',
  'programmes',
  'measures',
  'first_seen',
  'hits',
  'snapshot',
  'policy',
  'error',
] as const;

type Cells = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/** What stands before the first line. */
export function bookHead(format: BookFormat): string {
  return format === 'csv' ? `${COLUMNS.join(',')}\r\n` : '';
}

/** The text of one line, or in a table of its hits, with its end. */
export function bookText(line: BookLine, format: BookFormat): string {
  return format === 'csv' ? tableLines(line) : `${JSON.stringify(line)}\n`;
}

function tableLines(line: BookLine): string {
  const { query, policy } = line;
  const row: Cells = {
    row: line.row,
    ref: line.ref ?? '',
    query_name: ['name', 'alias', 'previousName', 'weakAlias']
      .flatMap((name) => query?.properties[name] ?? [])
      .join('; '),
    query_schema: query?.schema ?? '',
    snapshot: line.snapshot.id,
    policy: `${policy.id} ${policy.version}, threshold ${policy.threshold}${policy.as_of === null ? '' : `, as of ${policy.as_of}`}`,
  };
  if (line.error !== undefined) return csvLine({ ...row, outcome: 'error', error: line.error });
  const hits = line.total?.value ?? line.results.length;
  if (line.results.length === 0) return csvLine({ ...row, outcome: 'no match', hits });
  return line.results.map((hit) => csvLine({ ...row, hits, ...hitCells(hit) })).join('');
}

function hitCells(hit: Hit): Cells {
  const contradicted = Object.entries(hit.explanations).filter(([, one]) => one.state === 'contradicted');
  const values = (of: (one: Hit['designations'][number]) => readonly (string | null)[]): string =>
    [...new Set(hit.designations.flatMap(of).filter((value) => value !== null))].join('; ');
  return {
    outcome: 'hit',
    match: hit.match ? 'yes' : 'no',
    score: hit.score,
    id: hit.id,
    caption: hit.caption,
    schema: hit.schema,
    matched_name: hit.explanations.name?.candidate ?? '',
    contradicted: contradicted.map(([feature]) => feature).join('; '),
    datasets: hit.datasets.join('; '),
    programmes: values((one) => [one.programme].flat()),
    measures: values((one) => [one.measures].flat()),
    first_seen: hit.first_seen ?? '',
  };
}

function csvLine(cells: Cells): string {
  return `${COLUMNS.map((column) => csvCell(cells[column] ?? '')).join(',')}\r\n`;
}

/**
 * One cell of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it
 * (OWASP, "CSV Injection"): names come from strangers.
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
