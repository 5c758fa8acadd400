import { country } from '../model/countries.ts';
import type { Entity, Gender } from '../model/entity.ts';
import { EntityDraft } from './entity-draft.ts';
import { FieldLedger } from './field-ledger.ts';
import { unReference } from './own-number.ts';
import type { ListContent, ListFile, ListReader } from './reader.ts';
import { addUnAliasBirth, addUnBirthDate, addUnBirthPlace } from './un-birth.ts';
import { unDesignation } from './un-designation.ts';
import { addUnDocument } from './un-document.ts';
import { childText, type UnNote, valuesOf } from './un-element.ts';
import { UN_IGNORED, UN_MAPPED } from './un-fields.ts';
import { addUnAlias, addUnName } from './un-name.ts';
import { addUnAddress } from './un-place.ts';
import { readXml, type XmlElement } from './xml.ts';

/** The consolidated list of the UN Security Council, XML, streamed entry by entry. It gives its date, not a count. */
export const unXml: ListReader = { format: 'un-xml', ignored: UN_IGNORED, read };

const SHAPE = { root: 'CONSOLIDATED_LIST', records: new Set(['INDIVIDUAL', 'ENTITY']) };

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['male', 'male'],
  ['female', 'female'],
]);

async function read(files: readonly ListFile[], slug: string): Promise<ListContent> {
  const ledger = new FieldLedger((field) => UN_MAPPED.has(field), UN_IGNORED);
  const entities: Entity[] = [];
  let date: string | null = null;
  for (const file of files) {
    ledger.file(file.name);
    const root = await readXml(file, SHAPE, (record) => entities.push(readRecord(slug, record, ledger)));
    ledger.element(root);
    const stamp = root.attributes.get('dateGenerated') ?? '';
    const generated = /^\d{4}-\d{2}-\d{2}(?=T|$)/u.exec(stamp)?.[0] ?? null;
    if (generated === null)
      ledger.note(root.line, 'CONSOLIDATED_LIST@dateGenerated', stamp, 'unreadable-date');
    else if (date === null || generated > date) date = generated;
  }
  return { date, recordCount: null, entities, notes: ledger.notes, fields: ledger.fields };
}

function readRecord(slug: string, record: XmlElement, ledger: FieldLedger): Entity {
  const reference = childText(record, 'REFERENCE_NUMBER');
  const key = reference || `DATAID${childText(record, 'DATAID')}`;
  const id = ledger.uniqueId(`${slug}-${key}`, 'REFERENCE_NUMBER', record.line);
  const note: UnNote = (element, field, value, code) => ledger.note(element.line, field, value, code, id);
  ledger.element(record, id);
  const draft = new EntityDraft(id, record.name === 'INDIVIDUAL' ? 'Person' : 'Organization');
  const joining = unReference(reference);
  if (joining) draft.add('identifiers', joining);
  else note(record, 'REFERENCE_NUMBER', reference, reference === '' ? 'missing-key' : 'bad-un-reference');
  addUnName(draft, record, note);
  for (const child of record.children) addChild(draft, child, note);
  for (const [value, text] of valuesOf(record, 'NATIONALITY')) {
    const read = country(text);
    if (read.code === null) note(value, 'NATIONALITY/VALUE', text, 'unknown-country');
    draft.add('nationalities', read);
  }
  for (const [, text] of valuesOf(record, 'TITLE')) draft.property('title', text);
  for (const [, text] of valuesOf(record, 'DESIGNATION')) draft.property('position', text);
  draft.property('notes', childText(record, 'COMMENTS1'));
  for (const [name, words] of [
    ['SUBMITTED_BY', 'Submitted by'],
    ['SUBMITTED_ON', 'Submitted on'],
  ] as const) {
    const text = childText(record, name);
    if (text !== '') draft.property('notes', `${words} ${text}`);
  }
  draft.add('designations', unDesignation(slug, key, record, note));
  return draft.build();
}

function addChild(draft: EntityDraft, child: XmlElement, note: UnNote): void {
  switch (child.name) {
    case 'INDIVIDUAL_ALIAS':
      addUnAlias(draft, child, note);
      addUnAliasBirth(draft, child, note);
      return;
    case 'ENTITY_ALIAS':
      addUnAlias(draft, child, note);
      return;
    case 'INDIVIDUAL_ADDRESS':
    case 'ENTITY_ADDRESS':
      addUnAddress(draft, child, note);
      return;
    case 'INDIVIDUAL_DATE_OF_BIRTH':
      addUnBirthDate(draft, child, note);
      return;
    case 'INDIVIDUAL_PLACE_OF_BIRTH':
      addUnBirthPlace(draft, child, note);
      return;
    case 'INDIVIDUAL_DOCUMENT':
      addUnDocument(draft, child, note);
      return;
    case 'GENDER': {
      const text = child.text.trim();
      const gender = GENDERS.get(text.toLowerCase());
      if (gender) draft.add('genders', gender);
      else if (text !== '') {
        note(child, 'GENDER', text, 'unknown-gender');
        draft.property('gender', text);
      }
      return;
    }
    default:
  }
}
