import { createHash } from 'node:crypto';
import { CordonError } from '../errors.ts';
import type { Entity, Schema } from '../model/entity.ts';
import { parseSchema } from '../model/schema.ts';
import { columnProperty, columnValues } from './columns.ts';
import { FieldLedger } from './field-ledger.ts';
import { ftmJsonl } from './ftm-jsonl.ts';
import { ftmParty } from './ftm-party.ts';
import { ftmDesignation } from './ftm-statements.ts';
import { tableRows } from './own-table.ts';
import { textLines } from './own-text.ts';
import type { ListContent, ListFile, ListReader } from './reader.ts';

/** One row by column, in the order of the file. */
interface OwnRow {
  readonly line: number;
  readonly cells: readonly (readonly [column: string, value: string])[];
}

/**
 * A person's own list: CSV with a header, or JSON lines, whose columns are FollowTheMoney property names or the usual
 * synonyms (`data/columns.tsv`); a file of FollowTheMoney entities is read as one. Ids are `<slug>-<id column>`, and
 * without an id the first 16 hex digits of the sha256 of the row.
 */
export const ownList: ListReader = { format: 'own', ignored: {}, read };

async function read(files: readonly ListFile[], slug: string): Promise<ListContent> {
  const ledger = new FieldLedger((column) => columnProperty(column) !== null, {});
  const entities: Entity[] = [];
  const unknown = new Set<string>();
  for (const file of files) {
    ledger.file(file.name);
    const first = await firstLine(file);
    if (first === null) throw new CordonError('list-malformed', `${file.name}: the file is empty`);
    if (isFtm(first)) return ftmJsonl.read(files, slug);
    for await (const row of first.startsWith('{') ? jsonRows(file) : tableRows(file)) {
      for (const [column, value] of row.cells) {
        if (value.trim() === '') continue;
        if (columnProperty(column) !== null) ledger.value(row.line, column, value);
        else {
          ledger.noted(column);
          if (!unknown.has(column)) ledger.note(row.line, column, '', 'unknown-column');
          unknown.add(column);
        }
      }
      const entity = readRow(slug, row, ledger);
      if (entity) entities.push(entity);
    }
  }
  return { date: null, recordCount: null, entities, notes: ledger.notes, fields: ledger.fields };
}

async function firstLine(file: ListFile): Promise<string | null> {
  for await (const { text } of textLines(file)) if (text.trim() !== '') return text.trim();
  return null;
}

/** Whether a line is a FollowTheMoney entity: schema and properties of its own. */
function isFtm(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    const value = JSON.parse(line) as { schema?: unknown; properties?: unknown };
    return (
      typeof value.schema === 'string' && typeof value.properties === 'object' && value.properties !== null
    );
  } catch {
    // Not one whole object: the row reader names the line.
    return false;
  }
}

async function* jsonRows(file: ListFile): AsyncGenerator<OwnRow> {
  for await (const { line, text } of textLines(file)) {
    if (text.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw new CordonError('list-malformed', `${file.name}:${line}: no JSON: ${text.slice(0, 80)}`, {
        cause,
      });
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new CordonError('list-malformed', `${file.name}:${line}: no JSON object: ${text.slice(0, 80)}`);
    const cells = Object.entries(value).flatMap(([column, cell]) =>
      (Array.isArray(cell) ? cell : [cell])
        .filter((item) => item !== null && item !== undefined)
        .map((item) => [column, typeof item === 'object' ? JSON.stringify(item) : String(item)] as const),
    );
    yield { line, cells };
  }
}

/** First 16 hex digits of the sha256 of the row: pairs of column and text, in code-point order, as JSON. */
function rowKey(row: OwnRow): string {
  const pairs = row.cells
    .map(([column, value]) => [column.trim(), value.trim()] as const)
    .filter(([, value]) => value !== '')
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
  return createHash('sha256').update(JSON.stringify(pairs), 'utf8').digest('hex').slice(0, 16);
}

function rowProperties(row: OwnRow): Map<string, string[]> {
  const properties = new Map<string, string[]>();
  for (const [column, cell] of row.cells) {
    const property = columnProperty(column);
    if (property === null) continue;
    const values = columnValues(column, cell);
    const held = properties.get(property);
    if (held) held.push(...values);
    else if (values.length > 0) properties.set(property, [...values]);
  }
  return properties;
}

function readRow(slug: string, row: OwnRow, ledger: FieldLedger): Entity | null {
  const properties = rowProperties(row);
  if (properties.size === 0) {
    if (row.cells.some(([, value]) => value.trim() !== '')) ledger.note(row.line, 'row', '', 'empty-row');
    return null;
  }
  const columnOf = (property: string): string =>
    row.cells.find(([column]) => columnProperty(column) === property)?.[0] ?? property;
  const key = properties.get('id')?.[0] ?? rowKey(row);
  const id = ledger.uniqueId(`${slug}-${key}`, columnOf('id'), row.line);
  const schema = schemaOf(properties, (value) => {
    ledger.note(row.line, columnOf('schema'), value, 'unknown-schema', id);
  });
  for (const property of ['id', 'schema']) properties.delete(property);
  const draft = ftmParty(id, schema, properties, (property, value, code) => {
    ledger.note(row.line, columnOf(property), value, code, id);
  });
  if (draft.names.length === 0 && draft.identifiers.length === 0)
    ledger.note(row.line, columnOf('name'), '', 'no-name', id);
  draft.add('designations', ftmDesignation(slug, key, properties));
  return draft.build();
}

/** The row's schema; an unknown word (often a ship's type) stays under `type`, and the party may then be anything. */
function schemaOf(properties: Map<string, string[]>, unknown: (value: string) => void): Schema {
  for (const value of properties.get('schema') ?? []) {
    const schema = schemaNamed(value);
    if (schema !== null && schema !== 'Thing') return schema;
    unknown(value);
    properties.set('type', [...(properties.get('type') ?? []), value]);
  }
  if (['firstName', 'lastName', 'birthDate', 'passportNumber', 'gender'].some((name) => properties.has(name)))
    return 'Person';
  if (['imoNumber', 'mmsi', 'callSign'].some((name) => properties.has(name))) return 'Vessel';
  return 'LegalEntity';
}

/** `parseSchema` for data instead of a command line: a word that it does not know is no error. */
function schemaNamed(text: string): ReturnType<typeof parseSchema> | null {
  try {
    return parseSchema(text);
  } catch (error) {
    if (error instanceof CordonError && error.code === 'usage') return null;
    throw error;
  }
}
