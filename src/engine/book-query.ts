import { CordonError } from '../errors.ts';
import { readTable } from '../facts/table.ts';
import { columnProperty, columnValues } from '../lists/columns.ts';
import type { RawRow } from './book-rows.ts';
import { QUERY_PROPERTIES, type QueryInput } from './query.ts';

/** What one column of a book is for. */
export type ColumnUse =
  /** The customer's own key: repeated in the answer, never screened. */
  | { readonly use: 'ref' }
  | { readonly use: 'schema' }
  /** Screened as this property of a query. */
  | { readonly use: 'query'; readonly property: string }
  /** A piece of a name or an address, put together with the others. */
  | { readonly use: 'name' | 'address'; readonly part: string }
  /** A column that `data/columns.tsv` knows and that says nothing about who a party is. */
  | { readonly use: 'none' }
  | { readonly use: 'unknown' };

/** Pieces of a name in the order in which they are put together. */
const NAME_PARTS = ['firstName', 'secondName', 'middleName', 'lastName', 'nameSuffix'];
const ADDRESS_PARTS = ['street', 'street2', 'postOfficeBox', 'postalCode', 'city', 'region', 'state'];

/** Query property for what a FollowTheMoney property becomes (`data/lists/ftm-properties.tsv`). */
const BECOMES: ReadonlyMap<string, string> = new Map([
  ['primary', 'name'],
  ['alias', 'alias'],
  ['weak', 'weakAlias'],
  ['former', 'previousName'],
  ['birthDate', 'birthDate'],
  ['birthPlace', 'birthPlace'],
  ['gender', 'gender'],
  ['nationality', 'nationality'],
  ['country', 'country'],
  ['address', 'address'],
]);

const RULES: ReadonlyMap<string, { readonly becomes: string; readonly type: string }> = new Map(
  readTable('lists/ftm-properties.tsv').map((row) => [
    row.property!,
    { becomes: row.becomes!, type: row.type! },
  ]),
);

const uses = new Map<string, ColumnUse>();
/** Headings remembered; JSON rows may bring as many as there are rows. */
const MAX_USES = 4096;

/** What the column with this heading is for. */
export function columnUse(heading: string): ColumnUse {
  let use = uses.get(heading);
  if (!use) {
    use = findUse(heading);
    if (uses.size < MAX_USES) uses.set(heading, use);
  }
  return use;
}

function findUse(heading: string): ColumnUse {
  const property = columnProperty(heading) ?? (QUERY_PROPERTIES.has(heading) ? heading : null);
  if (property === null) return { use: 'unknown' };
  if (property === 'id') return { use: 'ref' };
  if (property === 'schema') return { use: 'schema' };
  if (QUERY_PROPERTIES.has(property)) return { use: 'query', property };
  if (NAME_PARTS.includes(property)) return { use: 'name', part: property };
  if (ADDRESS_PARTS.includes(property)) return { use: 'address', part: property };
  const rule = RULES.get(property);
  const target = rule?.becomes === 'identifier' ? rule.type : BECOMES.get(rule?.becomes ?? '');
  return target !== undefined && QUERY_PROPERTIES.has(target)
    ? { use: 'query', property: target }
    : { use: 'none' };
}

/** Whether a row with these columns can name a party at all. */
export function namesParty(header: readonly string[]): boolean {
  return header.some((heading) => {
    const found = columnUse(heading);
    return found.use === 'name' || (found.use === 'query' && !EVIDENCE_ONLY.has(found.property));
  });
}

/** Properties that tell two parties apart and find none. */
const EVIDENCE_ONLY: ReadonlySet<string> = new Set([
  ...['birthDate', 'birthPlace', 'nationality', 'country', 'jurisdiction', 'gender', 'address'],
]);

/** One row of a book: its own key, and the query it asks. */
export interface BookRow {
  readonly ref: string | null;
  readonly query: Exclude<QueryInput, string>;
}

/** Cells by heading. */
type Cells = readonly (readonly [heading: string, value: string])[];

/**
 * Reads one row. `heard` is told the heading of every cell that holds something. Errors: `input-malformed` for a blank
 * row, a row that is not whole, or one that is no JSON object; the query itself is checked when it is screened.
 */
export function readBookRow(
  row: RawRow,
  header: readonly string[] | null,
  heard: (heading: string) => void,
): BookRow {
  if ('fault' in row) throw new CordonError('input-malformed', row.fault);
  const cells =
    'json' in row ? jsonCells(row.json) : row.cells.map((cell, i) => [header![i]!, cell] as const);
  const filled = cells.filter(([, value]) => value.trim() !== '');
  if (filled.length === 0) throw new CordonError('input-malformed', 'the row is blank');
  let ref: string | null = null;
  let schema: string | null = null;
  const properties = new Map<string, string[]>();
  const parts = new Map<string, string>();
  const add = (property: string, values: readonly string[]): void => {
    const held = properties.get(property);
    if (held) held.push(...values.filter((value) => !held.includes(value)));
    else properties.set(property, [...values]);
  };
  for (const [heading, value] of filled) {
    heard(heading);
    const found = columnUse(heading);
    switch (found.use) {
      case 'ref':
        ref ??= value.trim();
        break;
      case 'schema':
        schema ??= value.trim();
        break;
      case 'query':
        add(found.property, columnValues(heading, value));
        break;
      case 'name':
      case 'address':
        parts.set(found.part, value.trim());
        break;
      case 'none':
      case 'unknown':
        break;
    }
  }
  const together = (names: readonly string[], between: string): string =>
    names.flatMap((name) => parts.get(name) ?? []).join(between);
  const name = together(NAME_PARTS, ' ');
  // Of two columns that name the party neither is left out.
  if (name !== '') add('name', [name]);
  const address = together(ADDRESS_PARTS, ', ');
  if (address !== '') add('address', [address]);
  return { ref, query: { schema, properties: Object.fromEntries(properties) } };
}

/**
 * Cells of a JSON object: text, numbers, booleans, and lists of them; `properties` of a FollowTheMoney entity count as
 * the object's own.
 */
function jsonCells(text: string): Cells {
  if (text.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CordonError('input-malformed', `no JSON: ${text.slice(0, 80)}`, { cause });
  }
  if (!isObject(value)) throw new CordonError('input-malformed', `no JSON object: ${text.slice(0, 80)}`);
  const { properties, ...own } = value;
  const entries = isObject(properties)
    ? [...Object.entries(own), ...Object.entries(properties)]
    : Object.entries(value);
  const cells: [string, string][] = [];
  for (const [heading, held] of entries)
    for (const one of Array.isArray(held) ? (held as readonly unknown[]) : [held]) {
      if (one === null) continue;
      if (
        typeof one === 'object' &&
        columnUse(heading).use !== 'none' &&
        columnUse(heading).use !== 'unknown'
      )
        throw new CordonError(
          'input-malformed',
          `${heading} holds ${JSON.stringify(one).slice(0, 80)}, not text`,
        );
      cells.push([heading, typeof one === 'object' ? JSON.stringify(one) : String(one)]);
    }
  return cells;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
