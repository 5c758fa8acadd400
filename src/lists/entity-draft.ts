import type {
  Address,
  Country,
  Designation,
  Entity,
  Gender,
  Identifier,
  Name,
  NameKind,
  PartialDate,
  Place,
  Relation,
  Schema,
} from '../model/entity.ts';
import { scriptOf } from '../text/scripts.ts';

/** What a list says about a name beside its letters. */
export interface NameTraits {
  readonly weak?: boolean;
  readonly parts?: { readonly family?: string; readonly given?: string };
  readonly lang?: string;
}

/** Text with the blanks of the source (no-break, line ends, runs) as single blanks, without them at the ends. */
export function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * An entity while a reader fills it, in the list's order. Names are all kept, so that they can be counted against the
 * publisher's file; anything else that the list says twice in the same words is kept once.
 */
export class EntityDraft {
  readonly id: string;
  schema: Schema;
  readonly names: Name[] = [];
  readonly birthDates: PartialDate[] = [];
  readonly deathDates: PartialDate[] = [];
  readonly birthPlaces: Place[] = [];
  readonly genders: Gender[] = [];
  readonly nationalities: Country[] = [];
  readonly countries: Country[] = [];
  readonly addresses: Address[] = [];
  readonly identifiers: Identifier[] = [];
  readonly relations: Relation[] = [];
  readonly designations: Designation[] = [];
  readonly #properties = new Map<string, string[]>();
  readonly #seen = new Set<string>();

  constructor(id: string, schema: Schema) {
    this.id = id;
    this.schema = schema;
  }

  /**
   * Adds a name and tells whether there was one. A name in another script than Latin is `native` whatever its kind,
   * save a former one.
   */
  name(value: string, kind: NameKind, traits: NameTraits = {}): boolean {
    const text = tidy(value);
    if (text === '') return false;
    const script = scriptOf(text);
    const native = kind !== 'former' && script !== 'Latn' && script !== 'Zyyy';
    const name: Name = {
      value: text,
      kind: native ? 'native' : kind,
      weak: traits.weak ?? false,
      script,
      ...(traits.parts ? { parts: traits.parts } : {}),
      ...(traits.lang ? { lang: traits.lang } : {}),
    };
    this.names.push(name);
    return true;
  }

  add(list: 'genders', value: Gender): void;
  add(list: 'nationalities' | 'countries', value: Country): void;
  add(list: 'birthDates' | 'deathDates', value: PartialDate): void;
  add(list: 'birthPlaces', value: Place): void;
  add(list: 'addresses', value: Address): void;
  add(list: 'identifiers', value: Identifier): void;
  add(list: 'relations', value: Relation): void;
  add(list: 'designations', value: Designation): void;
  add(
    list:
      | 'genders'
      | 'nationalities'
      | 'countries'
      | 'birthDates'
      | 'deathDates'
      | 'birthPlaces'
      | 'addresses'
      | 'identifiers'
      | 'relations'
      | 'designations',
    value: unknown,
  ): void {
    const seen = `${list} ${JSON.stringify(value)}`;
    if (this.#seen.has(seen)) return;
    this.#seen.add(seen);
    (this[list] as unknown[]).push(value);
  }

  /** Keeps a value under an FtM property, as the list words it; tells whether there was one. */
  property(name: string, value: string): boolean {
    const text = tidy(value);
    if (text === '') return false;
    const values = this.#properties.get(name);
    if (!values) this.#properties.set(name, [text]);
    else if (!values.includes(text)) values.push(text);
    return true;
  }

  build(): Entity {
    return {
      id: this.id,
      schema: this.schema,
      names: this.names,
      birthDates: this.birthDates,
      deathDates: this.deathDates,
      birthPlaces: this.birthPlaces,
      genders: this.genders,
      nationalities: this.nationalities,
      countries: this.countries,
      addresses: this.addresses,
      identifiers: this.identifiers,
      relations: this.relations,
      designations: this.designations,
      properties: Object.fromEntries(this.#properties),
    };
  }
}
