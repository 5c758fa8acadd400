import { identifier } from '../ids/identifier.ts';
import { country } from '../model/countries.ts';
import { parseDate } from '../model/dates.ts';
import type { Country, Gender, IdentifierType, NameKind, Relation, Schema } from '../model/entity.ts';
import { EntityDraft } from './entity-draft.ts';
import type { FieldLedger } from './field-ledger.ts';
import { OfacDesignations, orderNamed } from './ofac-designation.ts';
import type { OfacFact } from './ofac-labels.ts';
import { type OfacName, ofacName, quotedName } from './ofac-name.ts';
import { documentTail } from './ofac-remarks.ts';
import { typedNumber } from './own-number.ts';

const SCHEMAS: ReadonlyMap<string, Schema> = new Map([
  ['individual', 'Person'],
  ['entity', 'Organization'],
  ['vessel', 'Vessel'],
  ['aircraft', 'Airplane'],
]);

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['male', 'male'],
  ['female', 'female'],
]);

/** What the XML gives apart and the CSV behind the number. */
export interface DocumentDetails {
  readonly country?: string;
  readonly issued?: string;
  readonly expires?: string;
}

/** One entry of an OFAC list while it is read, from either format. */
export class OfacParty {
  readonly draft: EntityDraft;
  readonly designations: OfacDesignations = new OfacDesignations();
  readonly #ledger: FieldLedger;

  /** `type` is the list's word (`individual`, `Entity`, …); an unknown one is noted under `typeField`. */
  constructor(ledger: FieldLedger, id: string, type: string, typeField: string, line: number | null) {
    this.#ledger = ledger;
    const schema = SCHEMAS.get(type.toLowerCase());
    this.draft = new EntityDraft(id, schema ?? 'LegalEntity');
    if (!schema) this.note(line, typeField, type, 'unknown-schema');
  }

  get person(): boolean {
    return this.draft.schema === 'Person';
  }

  note(line: number | null, field: string, value: string, code: string): void {
    this.#ledger.note(line, field, value, code, this.draft.id);
  }

  name(name: OfacName, kind: NameKind, weak = false): void {
    this.draft.name(name.value, kind, { weak, ...(name.parts ? { parts: name.parts } : {}) });
  }

  /** A country, noted when it is not recognised. */
  country(raw: string, field: string, line: number | null): Country {
    const read = country(raw);
    if (read.code === null) this.note(line, field, raw, 'unknown-country');
    return read;
  }

  date(raw: string, list: 'birthDates' | 'deathDates', field: string, line: number | null): void {
    const read = parseDate(raw);
    if (read.precision === 'unknown') this.note(line, field, raw, 'unreadable-date');
    this.draft.add(list, read);
  }

  birthPlace(raw: string): void {
    const full = raw.trim();
    if (full !== '') this.draft.add('birthPlaces', { full, country: placeCountry(full) });
  }

  flag(raw: string, property: string, field: string, line: number | null): void {
    this.draft.property(property, raw);
    // "None identified" and the like: kept as the flag that the list gives.
    if (/^none/iu.test(raw)) return;
    this.draft.add('countries', this.country(raw, field, line));
  }

  callSign(raw: string, field: string, line: number | null): void {
    if (raw === '') return;
    const rule = { label: 'Call sign', becomes: 'identifier', type: 'callSign' };
    this.fact({ rule, value: raw, text: `Call sign ${raw}` }, field, line);
  }

  relation(kind: Relation['kind'], name: string, role: string): void {
    if (name !== '') this.draft.add('relations', { kind, name, target: null, role });
  }

  /** A labelled statement goes where its rule says; `field` and `line` are for notes. */
  fact(fact: OfacFact, field: string, line: number | null, details: DocumentDetails = {}): void {
    const { rule, value, text } = fact;
    if (value === '') {
      this.draft.property('notes', text);
      return;
    }
    switch (rule.becomes) {
      case 'birthDate':
        this.date(value, 'birthDates', field, line);
        return;
      case 'birthPlace':
        this.birthPlace(value);
        return;
      case 'nationality':
        this.draft.add('nationalities', this.country(value, field, line));
        return;
      case 'country':
        this.draft.add('countries', this.country(value, field, line));
        return;
      case 'flag':
        this.flag(value, rule.type, field, line);
        return;
      case 'gender': {
        const gender = GENDERS.get(value.toLowerCase());
        if (gender) this.draft.add('genders', gender);
        else {
          this.note(line, field, value, 'unknown-gender');
          this.draft.property('gender', value);
        }
        return;
      }
      case 'weak':
      case 'former': {
        const name = ofacName(quotedName(value), this.person);
        this.name(name, rule.becomes === 'former' ? 'former' : 'alias', rule.becomes === 'weak');
        return;
      }
      case 'relation':
        this.relation(rule.type as Relation['kind'], value, roleOf(fact));
        return;
      case 'measure':
        this.designations.measure(value);
        return;
      case 'directive': {
        const order = orderNamed(rule.type, value);
        if (order) this.designations.order(order);
        else this.draft.property('notes', text);
        // What a directive forbids, in the list's words, stands behind its number.
        if (order && value.length > `Subject to Directive 1a`.length) this.draft.property('notes', text);
        return;
      }
      case 'listed':
      case 'inForce': {
        const day = parseDate(value);
        if (day.precision === 'day') this.designations.order(rule.type, { [rule.becomes]: day.from! });
        else {
          this.note(line, field, value, 'unreadable-date');
          this.draft.property('notes', text);
        }
        return;
      }
      case 'wallet':
        this.#wallet(value, field, line);
        return;
      case 'identifier':
        this.#document(fact, field, line, details);
        return;
      default:
        this.#property(fact);
    }
  }

  #property({ rule, value, text }: OfacFact): void {
    if (rule.type.startsWith('+')) this.draft.property(rule.type.slice(1), text);
    // Offices and titles of persons only: a body's "Head Office" is no post.
    else if ((rule.type === 'position' || rule.type === 'title') && !this.person)
      this.draft.property('notes', text);
    else this.draft.property(rule.type, value);
  }

  /** `XBT 1Kuf2R…`: the currency, and the address after it. */
  #wallet(value: string, field: string, line: number | null): void {
    const blank = value.lastIndexOf(' ');
    const currency = value.slice(0, Math.max(blank, 0)).trim();
    const read = identifier('wallet', value.slice(blank + 1), {
      label: `Digital Currency Address - ${currency}`,
      ...(currency === '' ? {} : { note: currency }),
    });
    if (read.valid === false) this.note(line, field, value, 'bad-check-digit');
    this.draft.add('identifiers', read);
  }

  #document(
    { rule, value, text }: OfacFact,
    field: string,
    line: number | null,
    details: DocumentDetails,
  ): void {
    const tail = documentTail(value);
    let issuer: string | null = null;
    const said: string[] = [];
    for (const bracket of [details.country ?? '', ...tail.brackets]) {
      if (bracket === '') continue;
      const { code } = country(bracket);
      if (code !== null && issuer === null) issuer = code;
      else said.push(bracket);
    }
    const issued = details.issued || tail.issued;
    const expires = details.expires || tail.expires;
    if (issued) said.push(`issued ${issued}`);
    if (expires) said.push(`expires ${expires}`);
    const imo = /^IMO\s*(\d+)$/iu.exec(tail.number);
    const number = imo?.[1] ?? tail.number;
    if (!/[\p{L}\p{N}]/u.test(number)) {
      this.note(line, field, value, 'empty-number');
      this.draft.property('notes', text);
      return;
    }
    const read = typedNumber(imo ? 'imoNumber' : (rule.type as IdentifierType), number, {
      country: issuer,
      label: rule.label,
      ...(said.length > 0 ? { note: said.join('; ') } : {}),
    });
    if (read.valid === false) this.note(line, field, value, 'bad-check-digit');
    this.draft.add('identifiers', read);
  }
}

/** The list's words for a relation: its label, or what stands before the name (`daughter of NAME`). */
function roleOf({ rule, value, text }: OfacFact): string {
  if (!rule.free) return rule.label.replace(/:$/u, '');
  return text.slice(0, text.length - value.length).trim();
}

/** The country in which a place is: its last part, or its last two (`Pyongyang, Korea, North`). */
function placeCountry(full: string): Country | null {
  const parts = full.split(/,\s*/u);
  for (const count of [1, 2]) {
    if (parts.length < count) break;
    const read = country(parts.slice(-count).join(', '));
    if (read.code !== null) return read;
  }
  return null;
}
