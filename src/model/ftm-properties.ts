import { readTable } from '../facts/table.ts';
import type { Schema } from './entity.ts';

interface Property {
  /** Null: every schema has it. */
  readonly schemas: ReadonlySet<string> | null;
  readonly type: string;
  /** Empty: a line in `notes`. */
  readonly elsewhere: string;
}

let table: Map<string, Property> | undefined;

function properties(): Map<string, Property> {
  table ??= new Map(
    readTable('ftm-schemas.tsv').map((row) => [
      row.property!,
      {
        schemas: row.schemas === '*' ? null : new Set(row.schemas!.split(' ')),
        type: row.type!,
        elsewhere: row.elsewhere!,
      },
    ]),
  );
  return table;
}

/**
 * The property that takes a value on a schema: itself where the schema has it, else the nearest that it has
 * (`passportNumber` of a company is an `idNumber`), null where only a note can hold it.
 */
export function propertyOn(schema: Schema, property: string): string | null {
  let name = property;
  for (;;) {
    const found = properties().get(name);
    if (!found) return null;
    if (found.schemas === null || found.schemas.has(schema)) return name;
    name = found.elsewhere;
  }
}

/** FollowTheMoney's type of a property (`name`, `country`, `date`, `string` …); null for one it does not have. */
export function propertyType(property: string): string | null {
  return properties().get(property)?.type ?? null;
}
