import { CordonError } from '../errors.ts';
import { country } from '../model/countries.ts';
import type { Address, Schema } from '../model/entity.ts';
import { type EntityDraft, tidy } from './entity-draft.ts';
import { FieldLedger } from './field-ledger.ts';
import { ftmParty, type Properties } from './ftm-party.ts';
import { addStatement, holdersOf } from './ftm-statements.ts';
import { textLines } from './own-text.ts';
import type { ListContent, ListFile, ListReader } from './reader.ts';

const BOOKKEEPING = 'bookkeeping of the publisher who merged the data; the list is named by its slug';

/** Keys of a line beside its properties. */
export const FTM_IGNORED: Readonly<Record<string, string>> = {
  caption: 'repeats one of the names',
  datasets: BOOKKEEPING,
  referents: BOOKKEEPING,
  origin: BOOKKEEPING,
  target: 'repeats that a Sanction or a topic names the party',
  first_seen: BOOKKEEPING,
  last_seen: BOOKKEEPING,
};

interface Statement {
  readonly line: number;
  readonly id: string;
  readonly schema: string;
  readonly properties: Properties;
}

/** FollowTheMoney entities, one JSON object a line (`entities.ftm.json`); their ids are kept as they are. */
export const ftmJsonl: ListReader = { format: 'ftm-jsonl', ignored: FTM_IGNORED, read };

async function read(files: readonly ListFile[], slug: string): Promise<ListContent> {
  const ledger = new FieldLedger((field) => field !== 'unknown', FTM_IGNORED);
  const parties = new Map<string, EntityDraft>();
  const references: { readonly line: number; readonly id: string; readonly address: string }[] = [];
  const addresses = new Map<string, Properties>();
  const statements: Statement[] = [];
  let date: string | null = null;
  for (const file of files) {
    ledger.file(file.name);
    for await (const { line, text } of textLines(file)) {
      if (text.trim() === '') continue;
      const object = parseLine(file, line, text);
      const changed = countKeys(ledger, line, object);
      if (changed !== null && (date === null || changed > date)) date = changed;
      const statement = readStatement(ledger, line, object);
      const schema = PARTIES.has(statement.schema) ? (statement.schema as Schema) : null;
      if (schema) {
        const id = ledger.uniqueId(statement.id, 'id', line);
        parties.set(id, readParty(ledger, { ...statement, id }, schema));
        for (const address of statement.properties.get('addressEntity') ?? [])
          references.push({ line, id, address });
      } else if (statement.schema === 'Address') addresses.set(statement.id, statement.properties);
      else if (holdersOf(statement.schema, statement.properties)) statements.push(statement);
      else ledger.note(line, 'schema', statement.schema, 'unknown-schema', statement.id);
    }
  }
  resolve(slug, ledger, parties, statements);
  for (const { line, id, address } of references) {
    const found = addresses.get(address);
    if (found) for (const read of ftmAddresses(found)) parties.get(id)!.add('addresses', read);
    else ledger.note(line, 'addressEntity', address, 'dangling-reference', id);
  }
  for (const draft of parties.values()) resolveRelations(draft, parties);
  const entities = [...parties.values()].map((draft) => draft.build());
  return { date, recordCount: null, entities, notes: ledger.notes, fields: ledger.fields };
}

/** FollowTheMoney schemata that are parties; every schema of the entity model has its FollowTheMoney name. */
const PARTIES: ReadonlySet<string> = new Set<Schema>([
  'Person',
  'LegalEntity',
  'Organization',
  'Company',
  'PublicBody',
  'Vessel',
  'Airplane',
  'CryptoWallet',
]);

function resolve(
  slug: string,
  ledger: FieldLedger,
  parties: ReadonlyMap<string, EntityDraft>,
  statements: readonly Statement[],
): void {
  const captionOf = (id: string): string | null =>
    parties.get(id)?.names[0]?.value ?? (parties.has(id) ? id : null);
  for (const { line, id, schema, properties } of statements) {
    const holders = holdersOf(schema, properties)!;
    const known = holders.filter((holder) => parties.has(holder));
    for (const holder of known) addStatement(parties.get(holder)!, slug, schema, properties, captionOf);
    for (const holder of holders)
      if (!parties.has(holder)) ledger.note(line, `${schema}.holder`, holder, 'dangling-reference', id);
    if (holders.length === 0) ledger.note(line, `${schema}.holder`, '', 'dangling-reference', id);
  }
}

/** `owner`, `parent` and the like name a party by its id where it has one. */
function resolveRelations(draft: EntityDraft, parties: ReadonlyMap<string, EntityDraft>): void {
  for (const [i, relation] of draft.relations.entries()) {
    const other = relation.target === null ? parties.get(relation.name) : undefined;
    if (other)
      draft.relations[i] = { ...relation, name: other.names[0]?.value ?? other.id, target: other.id };
  }
}

function parseLine(file: ListFile, line: number, text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CordonError('list-malformed', `${file.name}:${line}: no JSON: ${text.slice(0, 80)}`, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CordonError('list-malformed', `${file.name}:${line}: no JSON object: ${text.slice(0, 80)}`);
  return value as Record<string, unknown>;
}

/** Counts the keys of a line; gives the day of its last change, `YYYY-MM-DD`, or null. */
function countKeys(
  ledger: FieldLedger,
  line: number,
  object: Readonly<Record<string, unknown>>,
): string | null {
  for (const [key, value] of Object.entries(object))
    if (key !== 'properties') {
      const known = key === 'id' || key === 'schema' || key === 'last_change' || key in FTM_IGNORED;
      if (known) ledger.value(line, key, String(value));
      else ledger.note(line, key, JSON.stringify(value) ?? '', 'unknown-field');
    }
  const changed = object.last_change;
  return typeof changed === 'string' && /^\d{4}-\d{2}-\d{2}/u.test(changed) ? changed.slice(0, 10) : null;
}

function readStatement(
  ledger: FieldLedger,
  line: number,
  object: Readonly<Record<string, unknown>>,
): Statement {
  const id = typeof object.id === 'string' ? object.id : '';
  const schema = typeof object.schema === 'string' ? object.schema : '';
  if (id === '') ledger.note(line, 'id', '', 'missing-key');
  const properties = new Map<string, string[]>();
  const given = typeof object.properties === 'object' && object.properties !== null ? object.properties : {};
  for (const [name, list] of Object.entries(given)) {
    const values: string[] = [];
    for (const value of Array.isArray(list) ? list : [list]) {
      const field = `${schema}.${name}`;
      if (isKnown(schema, properties)) ledger.value(line, field, String(value));
      else ledger.noted(field);
      if (typeof value === 'string' || typeof value === 'number') values.push(String(value));
      else ledger.note(line, field, JSON.stringify(value) ?? '', 'nested-value', id);
    }
    if (values.length > 0) properties.set(name, values);
  }
  return { line, id, schema, properties };
}

function isKnown(schema: string, properties: Properties): boolean {
  return PARTIES.has(schema) || schema === 'Address' || holdersOf(schema, properties) !== null;
}

function readParty(ledger: FieldLedger, statement: Statement, schema: Schema): EntityDraft {
  const { line, id, properties } = statement;
  const draft = ftmParty(id, schema, properties, (property, value, code) => {
    ledger.note(line, `${statement.schema}.${property}`, value, code, id);
  });
  if (draft.names.length === 0 && draft.identifiers.length === 0)
    ledger.note(line, `${statement.schema}.name`, '', 'no-name', id);
  return draft;
}

function ftmAddresses(properties: Properties): readonly Address[] {
  const one = (name: string): string | null => {
    const value = properties.get(name)?.[0];
    return value === undefined ? null : tidy(value);
  };
  const raw = one('country');
  const composed = ['street', 'street2', 'postOfficeBox', 'city', 'region', 'state', 'postalCode']
    .map(one)
    .filter((part) => part !== null)
    .join(', ');
  const remarks = one('remarks') ?? one('summary');
  const full = properties.get('full') ?? properties.get('name') ?? [composed];
  return full.map((text) => ({
    full: tidy(text),
    city: one('city'),
    postalCode: one('postalCode'),
    country: raw === null ? null : country(raw),
    ...(remarks === null ? {} : { note: remarks }),
  }));
}
