import type { Entity, Schema } from '../model/entity.ts';
import { EntityDraft } from './entity-draft.ts';
import { FieldLedger } from './field-ledger.ts';
import type { ListContent, ListFile, ListReader } from './reader.ts';
import { ukDay, ukDesignation } from './uk-designation.ts';
import { addUkCommon, addUkEntity, addUkIndividual, addUkShip } from './uk-details.ts';
import { child, childText, textOf, type UkElement, type UkNote } from './uk-element.ts';
import { isUkMapped } from './uk-fields.ts';
import { addUkKeys } from './uk-identifiers.ts';
import { addUkNames } from './uk-name.ts';
import { readXml } from './xml.ts';

const SCHEMAS: ReadonlyMap<string, Schema> = new Map([
  ['individual', 'Person'],
  ['entity', 'Organization'],
  ['ship', 'Vessel'],
]);

/** UK Sanctions List of the FCDO, XML (`Designations`), streamed designation by designation. */
export const ukXml: ListReader = {
  format: 'uk-xml',
  // Every documented element reaches the entity; the indicators check SanctionsImposed and are counted with it.
  ignored: {},
  read,
};

async function read(files: readonly ListFile[], slug: string): Promise<ListContent> {
  const ledger = new FieldLedger(isUkMapped, ukXml.ignored);
  const entities: Entity[] = [];
  let date: string | null = null;
  for (const file of files) {
    ledger.file(file.name);
    const records = new Set(['Designation', 'DateGenerated']);
    const root = await readXml(file, { root: 'Designations', records }, (element) => {
      if (element.name === 'Designation') {
        entities.push(readDesignation(slug, element, ledger));
        return;
      }
      const text = textOf(element);
      ledger.value(element.line, 'DateGenerated', text);
      const day = ukDay(text);
      if (day === null) ledger.note(element.line, 'DateGenerated', text, 'unreadable-date');
      else if (date === null || day > date) date = day;
    });
    ledger.element(root);
  }
  return { date, recordCount: null, entities, notes: ledger.notes, fields: ledger.fields };
}

function readDesignation(slug: string, designation: UkElement, ledger: FieldLedger): Entity {
  const unique = childText(designation, 'UniqueID');
  const key = unique || `OFSI${childText(designation, 'OFSIGroupID')}`;
  const id = ledger.uniqueId(`${slug}-${key}`, 'UniqueID', designation.line);
  const note: UkNote = (element, field, value, code) => ledger.note(element.line, field, value, code, id);
  ledger.element(designation, id);
  if (unique === '') note(designation, 'UniqueID', '', 'missing-key');
  const kind = childText(designation, 'IndividualEntityShip');
  const schema = SCHEMAS.get(kind.toLowerCase());
  if (!schema) note(designation, 'IndividualEntityShip', kind, 'unknown-schema');
  const draft = new EntityDraft(id, schema ?? 'LegalEntity');
  addUkNames(draft, designation, note);
  if (draft.names.length === 0) note(designation, 'Names/Name/Name6', '', 'no-name');
  addUkKeys(draft, designation, note);
  addUkCommon(draft, designation, note);
  // A designation holds one of the three; whatever it holds is read, also against its own kind.
  for (const individual of details(designation, 'IndividualDetails'))
    addUkIndividual(draft, individual, note);
  for (const entity of details(designation, 'EntityDetails')) addUkEntity(draft, entity, note);
  for (const ship of details(designation, 'ShipDetails')) addUkShip(draft, ship, note);
  draft.add('designations', ukDesignation(slug, key, designation, note));
  return draft.build();
}

function details(designation: UkElement, container: string): readonly UkElement[] {
  return child(designation, container)?.children ?? [];
}
