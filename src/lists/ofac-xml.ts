import { CordonError } from '../errors.ts';
import { dateFromParts } from '../model/dates.ts';
import { FieldLedger } from './field-ledger.ts';
import type { OfacParty } from './ofac-party.ts';
import { readOfacEntry, textOf } from './ofac-xml-entry.ts';
import { OFAC_XML_IGNORED, OFAC_XML_MAPPED } from './ofac-xml-fields.ts';
import type { ListContent, ListFile, ListReader } from './reader.ts';
import { readXml, type XmlElement } from './xml.ts';

/**
 * OFAC's SDN.XML and CONSOLIDATED.XML, of the namespace until 2024 and the one since. The file gives its date and its
 * count of entries; one that holds another number of them is refused.
 */
export const ofacXml: ListReader = { format: 'ofac-xml', ignored: OFAC_XML_IGNORED, read };

const SHAPE = { root: 'sdnList', records: new Set(['sdnEntry']) };

async function read(files: readonly ListFile[], slug: string): Promise<ListContent> {
  const isMapped = (field: string) => OFAC_XML_MAPPED.has(field) || field.startsWith('remarks/');
  const ledger = new FieldLedger(isMapped, OFAC_XML_IGNORED);
  const parties: { party: OfacParty; uid: string }[] = [];
  let date: string | null = null;
  let recordCount = 0;
  for (const file of files) {
    ledger.file(file.name);
    const before = parties.length;
    const root = await readXml(file, SHAPE, (entry) => {
      const uid = textOf(entry, 'uid');
      const id = ledger.uniqueId(`${slug}-${uid}`, 'uid', entry.line);
      ledger.element(entry, id);
      if (!/^\d+$/u.test(uid)) ledger.note(entry.line, 'uid', uid, 'bad-uid', id);
      parties.push({ party: readOfacEntry(ledger, id, entry), uid });
    });
    ledger.element(root);
    const head = root.children.find((child) => child.name === 'publshInformation') ?? root;
    recordCount += checkedCount(file, head, parties.length - before);
    const published = publishDate(head, ledger);
    if (published !== null && (date === null || published > date)) date = published;
  }
  const entities = parties.map(({ party, uid }) => {
    for (const designation of party.designations.build(slug, uid))
      party.draft.add('designations', designation);
    return party.draft.build();
  });
  return { date, recordCount, entities, notes: ledger.notes, fields: ledger.fields };
}

/** The publisher's own count. Throws `list-malformed` when it is missing or not the number of entries read. */
function checkedCount(file: ListFile, head: XmlElement, entries: number): number {
  const said = textOf(head, 'Record_Count');
  if (said === '' || Number(said) !== entries)
    throw new CordonError(
      'list-malformed',
      `${file.name}:${head.line}: ${entries} entries where Record_Count says ${said || 'nothing'}`,
    );
  return entries;
}

/** `Publish_Date`, MM/DD/YYYY, as `YYYY-MM-DD`; a note and null when it is none. */
function publishDate(head: XmlElement, ledger: FieldLedger): string | null {
  const raw = textOf(head, 'Publish_Date');
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/u.exec(raw) ?? [];
  const read = dateFromParts({
    raw,
    year: Number(year ?? 0),
    month: Number(month ?? 0),
    day: Number(day ?? 0),
  });
  if (read.precision === 'day') return read.from;
  ledger.note(head.line, 'publshInformation/Publish_Date', raw, 'unreadable-date');
  return null;
}
