import type { Entity, Schema } from '../model/entity.ts';
import { EntityDraft } from './entity-draft.ts';
import { addEuBirth } from './eu-birth.ts';
import { addActs, euDesignation } from './eu-designation.ts';
import { attribute, childrenOf, type EuElement, type EuNote, textOf } from './eu-element.ts';
import { EU_IGNORED, EU_MAPPED } from './eu-fields.ts';
import { addEuIdentification, addUnitedNationId } from './eu-identification.ts';
import { addEuName } from './eu-name.ts';
import { addEuAddress, addEuCitizenship } from './eu-place.ts';
import { FieldLedger } from './field-ledger.ts';
import type { ListContent, ListFile, ListReader } from './reader.ts';
import { readXml } from './xml.ts';

const SCHEMAS: ReadonlyMap<string, Schema> = new Map([
  ['person', 'Person'],
  // The list has no vessel type: ships stand in it as enterprises.
  ['enterprise', 'Organization'],
]);

/** EU consolidated financial sanctions list, XML 1.1 (`export` of the FSF file server), streamed entry by entry. */
export const euXml: ListReader = {
  format: 'eu-xml-1.1',
  ignored: EU_IGNORED,
  read,
};

async function read(files: readonly ListFile[], slug: string): Promise<ListContent> {
  const ledger = new FieldLedger((field) => EU_MAPPED.has(field), EU_IGNORED);
  const entities: Entity[] = [];
  let date: string | null = null;
  for (const file of files) {
    ledger.file(file.name);
    const root = await readXml(file, { root: 'export', records: new Set(['sanctionEntity']) }, (entry) => {
      entities.push(readEntry(slug, entry, ledger));
    });
    ledger.element(root);
    const generated = attribute(root, 'generationDate').slice(0, 10);
    if (/^\d{4}-\d{2}-\d{2}$/u.test(generated) && (date === null || generated > date)) date = generated;
  }
  return { date, recordCount: null, entities, notes: ledger.notes, fields: ledger.fields };
}

function readEntry(slug: string, entry: EuElement, ledger: FieldLedger): Entity {
  const reference = attribute(entry, 'euReferenceNumber');
  const key = reference || attribute(entry, 'logicalId');
  const id = ledger.uniqueId(`${slug}-${key}`, 'sanctionEntity@euReferenceNumber', entry.line);
  const note: EuNote = (element, field, value, code) => ledger.note(element.line, field, value, code, id);
  ledger.element(entry, id);
  if (reference === '') note(entry, 'sanctionEntity@euReferenceNumber', '', 'missing-key');
  const type = childrenOf(entry, 'subjectType').map((subject) => attribute(subject, 'code'))[0] ?? '';
  const schema = SCHEMAS.get(type);
  if (!schema) note(entry, 'subjectType@code', type, 'unknown-schema');
  const draft = new EntityDraft(id, schema ?? 'LegalEntity');
  for (const detail of entry.children) {
    if (detail.name === 'nameAlias') addEuName(draft, detail, note);
    else if (detail.name === 'birthdate') addEuBirth(draft, detail, note);
    else if (detail.name === 'citizenship') addEuCitizenship(draft, detail, note);
    else if (detail.name === 'address') addEuAddress(draft, detail, note);
    else if (detail.name === 'identification') addEuIdentification(draft, detail, note);
    else if (detail.name === 'remark') draft.property('notes', textOf(detail));
  }
  if (draft.names.length === 0) note(entry, 'nameAlias@wholeName', '', 'no-name');
  draft.property('notes', attribute(entry, 'designationDetails'));
  addUnitedNationId(draft, entry, note);
  draft.add('designations', euDesignation(slug, key, entry, note));
  addActs(draft, entry);
  return draft.build();
}
