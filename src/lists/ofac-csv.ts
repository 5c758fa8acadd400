import { CordonError } from '../errors.ts';
import type { NameKind } from '../model/entity.ts';
import { FieldLedger } from './field-ledger.ts';
import {
  OFAC_COLUMNS,
  OFAC_CSV_IGNORED,
  type OfacRole,
  ofacRole,
  REMARK_COLUMNS,
} from './ofac-csv-fields.ts';
import { ofacFact } from './ofac-labels.ts';
import { ofacName } from './ofac-name.ts';
import { OfacParty } from './ofac-party.ts';
import { remarkParts, withoutEnd } from './ofac-remarks.ts';
import { type OfacRow, readOfacRows } from './ofac-rows.ts';
import type { ListContent, ListFile, ListReader } from './reader.ts';

/**
 * OFAC's legacy CSV set (`sdn`, `alt`, `add`, `sdn_comments`, or `cons_prim` and its like): files without a header, told
 * apart by their names. It carries neither a date nor a count of its own.
 */
export const ofacCsv: ListReader = { format: 'ofac-csv', ignored: OFAC_CSV_IGNORED, read };

const ALIAS_KINDS: ReadonlyMap<string, NameKind> = new Map([
  ['aka', 'alias'],
  ['fka', 'former'],
  ['nka', 'alias'],
]);

/** An entry, and its Remarks until the file that continues them is read. */
interface Entry {
  readonly party: OfacParty;
  readonly uid: string;
  readonly line: number;
  readonly file: string;
  remarks: string;
}

async function read(files: readonly ListFile[], slug: string): Promise<ListContent> {
  const roles = new Map<OfacRole, ListFile>();
  for (const file of files) {
    const role = ofacRole(file.name);
    if (role === null || roles.has(role))
      throw new CordonError(
        'list-malformed',
        `${file.name}: ${role === null ? 'no file' : `a second ${role} file`} of a legacy set`,
      );
    roles.set(role, file);
  }
  const set = new LegacySet(slug);
  const primary = roles.get('primary');
  if (!primary)
    throw new CordonError(
      'list-malformed',
      `no primary file among ${files.map((file) => file.name).join(', ')}`,
    );
  await set.load('primary', primary);
  for (const role of ['alt', 'add', 'comments'] as const) {
    const file = roles.get(role);
    if (file) await set.load(role, file);
    else set.missing(role, primary);
  }
  return set.content();
}

class LegacySet {
  readonly #slug: string;
  readonly #ledger: FieldLedger = new FieldLedger(() => true, OFAC_CSV_IGNORED);
  readonly #entries: Entry[] = [];
  readonly #byUid = new Map<string, Entry>();

  constructor(slug: string) {
    this.#slug = slug;
  }

  async load(role: OfacRole, file: ListFile): Promise<void> {
    this.#ledger.file(file.name);
    const columns = OFAC_COLUMNS[role];
    const { ended } = await readOfacRows(file, columns.length, (row) => {
      if (role === 'primary') this.#primary(file, row);
      else this.#side(role, row);
    });
    if (!ended) this.#ledger.note(null, 'end of file', '', 'missing-control-z');
  }

  /** A set without one of its side files is read, and said to be without. */
  missing(role: OfacRole, primary: ListFile): void {
    this.#ledger.file(primary.name);
    this.#ledger.note(null, role, '', 'missing-file');
  }

  content(): ListContent {
    for (const entry of this.#entries) this.#remarks(entry);
    const entities = this.#entries.map(({ party, uid }) => {
      for (const designation of party.designations.build(this.#slug, uid))
        party.draft.add('designations', designation);
      return party.draft.build();
    });
    return {
      date: null,
      recordCount: null,
      entities,
      notes: this.#ledger.notes,
      fields: this.#ledger.fields,
    };
  }

  #count(role: OfacRole, row: OfacRow, entity: string | undefined): void {
    for (const [i, value] of row.cells.entries()) {
      const column = OFAC_COLUMNS[role][i]!;
      if (value !== '' && !REMARK_COLUMNS.has(column)) this.#ledger.value(row.line, column, value, entity);
    }
  }

  #primary(file: ListFile, row: OfacRow): void {
    const { line, cells } = row;
    const [uid = '', name = '', type = '', programmes = '', title = '', callSign = '', vesselType = ''] =
      cells;
    const [tonnage = '', grt = '', flag = '', owner = '', remarks = ''] = cells.slice(7);
    const id = this.#ledger.uniqueId(`${this.#slug}-${uid}`, 'ent_num', line);
    this.#count('primary', row, id);
    if (!/^\d+$/u.test(uid)) this.#ledger.note(line, 'ent_num', uid, 'bad-uid', id);
    const party = new OfacParty(this.#ledger, id, type || 'entity', 'SDN_Type', line);
    party.name(ofacName(name, party.person), 'primary');
    if (name === '') party.note(line, 'SDN_Name', '', 'no-name');
    // Several codes in one cell are joined `A] [B]`.
    for (const code of programmes.split(/\]\s*\[/u)) {
      const programme = code.replace(/^\[|\]$/gu, '').trim();
      if (programme !== '') party.designations.programme(programme);
    }
    party.draft.property(party.person ? 'title' : 'notes', title);
    party.callSign(callSign, 'Call_Sign', line);
    party.draft.property('type', vesselType);
    party.draft.property('tonnage', tonnage);
    party.draft.property('grossRegisteredTonnage', grt);
    if (flag !== '') party.flag(flag, 'flag', 'Vess_flag', line);
    party.relation('owner', owner, 'Vessel owner');
    const entry = { party, uid, line, file: file.name, remarks };
    this.#entries.push(entry);
    if (!this.#byUid.has(uid)) this.#byUid.set(uid, entry);
  }

  #side(role: Exclude<OfacRole, 'primary'>, row: OfacRow): void {
    const { line, cells } = row;
    const uid = cells[0]!;
    const entry = this.#byUid.get(uid);
    this.#count(role, row, entry?.party.draft.id);
    // Files fetched at different moments: a row whose entry is in no primary file belongs to nobody.
    if (!entry) this.#ledger.note(line, 'ent_num', cells.join(', '), 'orphan-row');
    else if (role === 'comments') entry.remarks += cells[1]!;
    else if (role === 'alt') this.#alias(entry.party, row);
    else this.#address(entry.party, row);
  }

  #alias(party: OfacParty, { line, cells }: OfacRow): void {
    const [, , type = '', name = '', remarks = ''] = cells;
    const kind = ALIAS_KINDS.get(type.toLowerCase());
    if (!kind) party.note(line, 'alt_type', type, 'unknown-alias-type');
    if (name !== '') party.name(ofacName(name, party.person), kind ?? 'alias');
    if (remarks !== '') party.draft.property('notes', `${name}: ${remarks}`);
  }

  #address(party: OfacParty, { line, cells }: OfacRow): void {
    const [, , street = '', place = '', land = '', remarks = ''] = cells;
    if (street === '' && place === '' && land === '') {
      party.draft.property('notes', remarks);
      return;
    }
    party.draft.add('addresses', {
      full: [street, place].filter((part) => part !== '').join(', '),
      // One cell holds town, province and postal code, and nothing tells them apart.
      city: null,
      postalCode: null,
      country: land === '' ? null : party.country(land, 'country', line),
      ...(remarks === '' ? {} : { note: remarks }),
    });
  }

  #remarks({ party, line, file, remarks }: Entry): void {
    if (remarks === '') return;
    this.#ledger.file(file);
    for (const part of remarkParts(withoutEnd(remarks))) {
      const fact = ofacFact(part);
      const field = `Remarks/${fact?.rule.label ?? 'unlabelled'}`;
      this.#ledger.value(line, field, part, party.draft.id);
      if (fact) party.fact(fact, field, line);
      else {
        party.note(line, field, part, 'unmapped-remark');
        party.draft.property('notes', part);
      }
    }
  }
}
