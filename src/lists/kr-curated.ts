import { type Row, readData, readTable } from '../facts/table.ts';
import { identifier } from '../ids/identifier.ts';
import type {
  Country,
  Designation,
  Entity,
  Identifier,
  IdentifierType,
  Name,
  NameKind,
  Relation,
  Schema,
} from '../model/entity.ts';
import { scriptOf } from '../text/scripts.ts';
import { completenessOf, groupRows, type KrCompleteness, kindOf } from './kr-completeness.ts';
import type { FieldCount, ListContent, Note } from './reader.ts';

export const KR_LIST = 'kr_mofa_unilateral';

/** The files of the list, under `data/`. */
export const KR_FILES: readonly string[] = [
  'kr-mofa-unilateral/rounds.tsv',
  'kr-mofa-unilateral/parties.tsv',
  'kr-mofa-unilateral/notes.tsv',
];

/** Columns that reach no entity, with the reason. */
export const KR_IGNORED: Readonly<Record<string, string>> = {
  'rounds.tsv/tag': 'how the round was confirmed, for editors; a weak one would be a note',
  'parties.tsv/tag': 'how the row was confirmed, for editors; a weak one would be a note',
  'parties.tsv/type': 'becomes the schema',
};

const AUTHORITY = 'Ministry of Foreign Affairs (Republic of Korea)';
const UNRECORDED = 'Designation (measures not recorded here)';

const SCHEMAS: ReadonlyMap<string, Schema> = new Map([
  ['person', 'Person'],
  ['organization', 'Organization'],
  ['vessel', 'Vessel'],
]);

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Hand-written content and how much of what was announced it holds. */
export interface KrContent extends ListContent {
  readonly completeness: KrCompleteness;
}

/**
 * The curated list of unilateral designations by the Republic of Korea, which publishes no machine-readable one.
 *
 * `date` is the announcement of the latest recorded round; `recordCount` is null, since nobody publishes a count of the
 * whole list. A fault in the files throws with the file and the value.
 */
export function readKrCurated(): KrContent {
  const rounds = readTable(KR_FILES[0]!);
  const parties = readTable(KR_FILES[1]!);
  const remarks = readTable(KR_FILES[2]!);
  const roundOf = new Map(rounds.map((row) => [row.round!, row]));
  const remarksOf = groupRows(remarks, 'about');

  const fields: Record<string, FieldCount> = Object.create(null);
  count(fields, 'rounds.tsv', rounds);
  count(fields, 'parties.tsv', parties);
  count(fields, 'notes.tsv', remarks, true);

  const notes: Note[] = remarksAsNotes(remarks);
  const entities = parties.map((row) => {
    const round = roundOf.get(row.round!);
    if (!round) throw fault('parties.tsv', 'round', row.round!);
    return entity(
      row,
      round,
      (remarksOf.get(row.key!) ?? []).map((remark) => remark.note!),
    );
  });
  notes.push(...unverified(entities));

  return {
    date: rounds
      .map((row) => row.announced!)
      .sort()
      .at(-1)!,
    recordCount: null,
    entities,
    notes,
    fields,
    completeness: completenessOf(rounds, parties),
  };
}

function entity(row: Row, round: Row, remarks: readonly string[]): Entity {
  const key = row.key!;
  const schema = SCHEMAS.get(kindOf(row))!;
  const countries = values(row.countries!).map(country);
  const person = schema === 'Person';
  return {
    id: `${KR_LIST}-${key}`,
    schema,
    names: names(row),
    birthDates: [],
    deathDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: person ? countries : [],
    countries: person ? [] : countries,
    addresses: [],
    identifiers: [
      ...values(row.identifiers!).map(typedIdentifier),
      ...values(row.listed_elsewhere!).flatMap(elsewhere),
    ],
    relations: values(row.relations!).map(relation),
    designations: [designation(row, round, schema)],
    properties: remarks.length > 0 ? { notes: remarks } : {},
  };
}

function names(row: Row): Name[] {
  const out: Name[] = [];
  const add = (
    value: string,
    kind: NameKind,
    extra: { readonly generated?: true; readonly lang?: string } = {},
    weak = false,
  ): void => {
    out.push({ value, kind, weak, script: scriptOf(value), ...extra });
  };
  if (row.latin !== '') add(row.latin!, 'primary', row.latin_generated === 'true' ? { generated: true } : {});
  if (row.korean !== '') add(row.korean!, 'native', { lang: 'ko' });
  for (const cell of values(row.other_names!)) {
    const [kind, value, tag] = split(cell, ':', 3);
    if (kind !== 'alias' && kind !== 'former' && kind !== 'native')
      throw fault('parties.tsv', 'other_names', cell);
    add(value!, kind, {}, unconfirmed(tag!));
  }
  if (out.length === 0) throw fault('parties.tsv', 'latin', row.key!);
  return out;
}

function designation(row: Row, round: Row, schema: Schema): Designation {
  const measures = round[schema === 'Vessel' ? 'vessel_measures' : 'measures']!;
  const [year, month, day] = round.announced!.split('-').map(Number);
  return {
    list: KR_LIST,
    key: row.key!,
    authority: AUTHORITY,
    programme: `DPRK unilateral sanctions, round of ${day} ${MONTHS[month! - 1]} ${year}`,
    measures: measures === '' ? [UNRECORDED] : measures.split(' + '),
    legalBasis: null,
    reason: known(row.role!),
    announced: known(round.announced!),
    listed: null,
    inForce: known(round.in_force!),
    amended: null,
    ended: null,
    sourceUrl: known(row.source!) ?? known(round.sources!.split(' ')[0]!),
  };
}

function typedIdentifier(cell: string): Identifier {
  const [type, value, tag] = split(cell, ':', 3);
  const made = identifier(type as IdentifierType, value!);
  return unconfirmed(tag!) ? { ...made, verified: false } : made;
}

/** An id on another list is kept only when it was read on a page or in published data. */
function elsewhere(cell: string): Identifier[] {
  const [id, tag] = split(cell, ':', 2);
  if (unconfirmed(tag!)) return [];
  const dash = id!.indexOf('-');
  return [{ ...identifier('other', id!.slice(dash + 1)), label: id!.slice(0, dash) }];
}

function relation(cell: string): Relation {
  const [kind, name, target, role] = split(cell, '|', 4);
  if (kind !== 'linked' && kind !== 'parent') throw fault('parties.tsv', 'relations', cell);
  return { kind, name: name!, target: known(target!), role: role! };
}

function country(cell: string): Country {
  const [code, raw] = split(cell, ':', 2);
  return { code: known(code!), raw: raw! };
}

function remarksAsNotes(remarks: readonly Row[]): Note[] {
  const lines = rowLines(KR_FILES[2]!);
  return remarks.map((row, i) => ({
    file: 'notes.tsv',
    line: lines[i]!,
    field: row.kind!,
    value: row.note!.slice(0, 200),
    code: `curated-${row.kind}`,
    ...(row.about!.includes('-') ? { entity: `${KR_LIST}-${row.about}` } : {}),
  }));
}

function unverified(entities: readonly Entity[]): Note[] {
  const lines = rowLines(KR_FILES[1]!);
  return entities.flatMap((entity, i) =>
    entity.identifiers
      .filter((id) => id.verified === false)
      .map((id) => ({
        file: 'parties.tsv',
        line: lines[i]!,
        field: 'identifiers',
        value: id.raw,
        code: 'unverified-identifier',
        entity: entity.id,
      })),
  );
}

/** Line numbers, from 1, of the rows that `readTable` gives for the same file. */
function rowLines(path: string): number[] {
  const lines = readData(path).split('\n');
  const rows = lines.flatMap((text, i) => (text === '' || text.startsWith('#') ? [] : [i + 1]));
  return rows.slice(1);
}

function count(fields: Record<string, FieldCount>, file: string, rows: readonly Row[], noted = false): void {
  for (const row of rows)
    for (const column of Object.keys(row)) {
      const field = `${file}/${column}`;
      fields[field] ??= { mapped: 0, noted: 0, ignored: 0 };
      const found = values(row[column]!).length;
      if (field in KR_IGNORED) fields[field].ignored += found;
      else if (noted) fields[field].noted += found;
      else fields[field].mapped += found;
    }
}

const values = (cell: string): string[] => (cell === '' ? [] : cell.split('; '));
const known = (cell: string): string | null => (cell === '' ? null : cell);
const unconfirmed = (tag: string): boolean => tag.startsWith('M');

function split(cell: string, mark: string, parts: number): string[] {
  const out = cell.split(mark);
  if (out.length !== parts) throw fault('parties.tsv', 'cell', cell);
  return out;
}

function fault(file: string, column: string, value: string): Error {
  return new Error(`data/kr-mofa-unilateral/${file}: ${column}: cannot read ${JSON.stringify(value)}`);
}
