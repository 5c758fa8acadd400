import type { NameKind } from '../model/entity.ts';
import { tidy } from './entity-draft.ts';
import type { FieldLedger } from './field-ledger.ts';
import { ofacFact } from './ofac-labels.ts';
import { naturalName } from './ofac-name.ts';
import { OfacParty } from './ofac-party.ts';
import { remarkParts } from './ofac-remarks.ts';
import type { XmlElement } from './xml.ts';

const AKA_KINDS: ReadonlyMap<string, NameKind> = new Map([
  ['a.k.a.', 'alias'],
  ['f.k.a.', 'former'],
  ['n.k.a.', 'alias'],
]);

const ADDRESS_LINES = ['address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode'];

/** Text of a child, '' when there is none. */
export function textOf(element: XmlElement, name: string): string {
  return tidy(element.children.find((child) => child.name === name)?.text ?? '');
}

/** What stands in a list of the entry; the one marked as the main comes first. */
function items(entry: XmlElement, list: string): readonly XmlElement[] {
  const found = entry.children.filter((child) => child.name === list).flatMap((child) => child.children);
  const main = (item: XmlElement) => textOf(item, 'mainEntry') === 'true';
  return [...found.filter(main), ...found.filter((item) => !main(item))];
}

/** One `sdnEntry`, all but its designations. */
export function readOfacEntry(ledger: FieldLedger, id: string, entry: XmlElement): OfacParty {
  const party = new OfacParty(ledger, id, textOf(entry, 'sdnType'), 'sdnType', entry.line);
  party.name(naturalName(textOf(entry, 'firstName'), textOf(entry, 'lastName')), 'primary');
  if (party.draft.names.length === 0) party.note(entry.line, 'lastName', '', 'no-name');
  for (const aka of items(entry, 'akaList')) addAka(party, aka);
  party.draft.property(party.person ? 'title' : 'notes', textOf(entry, 'title'));
  for (const program of items(entry, 'programList')) party.designations.programme(tidy(program.text));
  for (const birth of items(entry, 'dateOfBirthList')) {
    const raw = textOf(birth, 'dateOfBirth');
    if (raw !== '') party.date(raw, 'birthDates', 'dateOfBirthList/dateOfBirthItem/dateOfBirth', birth.line);
  }
  for (const birth of items(entry, 'placeOfBirthList')) party.birthPlace(textOf(birth, 'placeOfBirth'));
  for (const kind of ['nationality', 'citizenship'])
    for (const item of items(entry, `${kind}List`)) {
      const raw = textOf(item, 'country');
      const field = `${kind}List/${kind}/country`;
      if (raw !== '') party.draft.add('nationalities', party.country(raw, field, item.line));
    }
  for (const address of items(entry, 'addressList')) addAddress(party, address);
  for (const document of items(entry, 'idList')) addId(party, document);
  for (const vessel of entry.children) if (vessel.name === 'vesselInfo') addVessel(party, vessel);
  addRemarks(ledger, party, entry);
  return party;
}

function addAka(party: OfacParty, aka: XmlElement): void {
  const type = textOf(aka, 'type');
  const kind = AKA_KINDS.get(type.toLowerCase());
  if (!kind) party.note(aka.line, 'akaList/aka/type', type, 'unknown-alias-type');
  const category = textOf(aka, 'category').toLowerCase();
  if (category !== 'weak' && category !== 'strong')
    party.note(aka.line, 'akaList/aka/category', category, 'unknown-alias-category');
  party.name(
    naturalName(textOf(aka, 'firstName'), textOf(aka, 'lastName')),
    kind ?? 'alias',
    category === 'weak',
  );
}

function addAddress(party: OfacParty, address: XmlElement): void {
  const lines = ADDRESS_LINES.map((name) => textOf(address, name)).filter((line) => line !== '');
  const land = textOf(address, 'country');
  if (lines.length === 0 && land === '') return;
  party.draft.add('addresses', {
    full: lines.join(', '),
    city: textOf(address, 'city') || null,
    postalCode: textOf(address, 'postalCode') || null,
    country: land === '' ? null : party.country(land, 'addressList/address/country', address.line),
  });
}

/** An `id` holds whatever is no name, address or birth datum; its type is the label that the CSV has in Remarks. */
function addId(party: OfacParty, id: XmlElement): void {
  const type = textOf(id, 'idType');
  const text = `${type} ${textOf(id, 'idNumber')}`.trim();
  const details = {
    country: textOf(id, 'idCountry'),
    issued: textOf(id, 'issueDate'),
    expires: textOf(id, 'expirationDate'),
  };
  const fact = ofacFact(text);
  if (fact && !fact.rule.free) {
    party.fact(fact, 'idList/id/idNumber', id.line, details);
    return;
  }
  party.note(id.line, 'idList/id/idType', text, 'unmapped-id-type');
  const { country, issued, expires } = details;
  const said = [
    text,
    country && `(${country})`,
    issued && `issued ${issued}`,
    expires && `expires ${expires}`,
  ];
  party.draft.property('notes', said.filter((part) => part !== '').join(' '));
}

function addVessel(party: OfacParty, vessel: XmlElement): void {
  const at = (name: string) => textOf(vessel, name);
  party.callSign(at('callSign'), 'vesselInfo/callSign', vessel.line);
  party.draft.property('type', at('vesselType'));
  party.draft.property('tonnage', at('tonnage'));
  party.draft.property('grossRegisteredTonnage', at('grossRegisteredTonnage'));
  const flag = at('vesselFlag');
  if (flag !== '') party.flag(flag, 'flag', 'vesselInfo/vesselFlag', vessel.line);
  party.relation('owner', at('vesselOwner'), 'Vessel owner');
}

function addRemarks(ledger: FieldLedger, party: OfacParty, entry: XmlElement): void {
  const remarks = entry.children.find((child) => child.name === 'remarks');
  if (!remarks) return;
  for (const part of remarkParts(tidy(remarks.text))) {
    const fact = ofacFact(part);
    const field = `remarks/${fact?.rule.label ?? 'unlabelled'}`;
    ledger.value(remarks.line, field, part, party.draft.id);
    if (fact) party.fact(fact, field, remarks.line);
    else {
      party.note(remarks.line, field, part, 'unmapped-remark');
      party.draft.property('notes', part);
    }
  }
}
