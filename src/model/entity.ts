/**
 * What an official list says about one party, in the vocabulary of FollowTheMoney but richer: dates keep their
 * precision, names their kind and script, identifiers their type and validity. FollowTheMoney itself (plain strings)
 * is a projection of this form: `model/ftm.ts`.
 *
 * Unknown is `null` or an absent entry, never a guess.
 */
export type Schema =
  | 'Person'
  | 'LegalEntity'
  | 'Organization'
  | 'Company'
  | 'PublicBody'
  | 'Vessel'
  | 'Airplane'
  | 'CryptoWallet';

export interface Entity {
  /** `<slug>-<official key>`, e.g. `us_ofac_sdn-20157`; FtM input keeps its own ids. */
  readonly id: string;
  readonly schema: Schema;
  readonly names: readonly Name[];
  readonly birthDates: readonly PartialDate[];
  readonly deathDates: readonly PartialDate[];
  readonly birthPlaces: readonly Place[];
  readonly genders: readonly Gender[];
  /** Nationality and citizenship. */
  readonly nationalities: readonly Country[];
  /** Any other country that the list gives without an address: registration, flag, residence. */
  readonly countries: readonly Country[];
  readonly addresses: readonly Address[];
  readonly identifiers: readonly Identifier[];
  readonly relations: readonly Relation[];
  readonly designations: readonly Designation[];
  /**
   * Everything else, as FtM property → values, in the list's own words: `position`, `title`, `notes`, `website`,
   * `email`, `phone`, `type`, `tonnage`, `grossRegisteredTonnage`, `buildDate`, `flag`, `pastFlags`,
   * `incorporationDate`, `legalForm`, `sector`, `religion`, `ethnicity`, `education` …
   */
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** How a list presents a name. A native-script name is `native` whether it is the chief one or an alias. */
export type NameKind = 'primary' | 'alias' | 'former' | 'native';

export interface Name {
  /** Natural order where the list tells the parts apart (`Given Middle FAMILY`), else as written. Never empty. */
  readonly value: string;
  readonly kind: NameKind;
  /** The list itself calls it low quality (OFAC remark `a.k.a. 'X'`, UN `Low`, EU remark, UK `Low quality a.k.a`). */
  readonly weak: boolean;
  /** ISO 15924 code of most of its letters: `Latn`, `Cyrl`, `Arab`, `Hang`, `Hani` …, `Zyyy` without letters. */
  readonly script: string;
  /** Parts the list gives apart, as written; absent when it gives one string. */
  readonly parts?: { readonly family?: string; readonly given?: string };
  /** ISO 639 code when the list says one. */
  readonly lang?: string;
  /** True when Cordon made this spelling (a romanisation); lists never carry it. */
  readonly generated?: true;
}

/**
 * A date as precisely as the source gives it. `from` and `to` are the first and last possible day, inclusive,
 * proleptic Gregorian `YYYY-MM-DD`; both null when the text could not be read as a date.
 */
export interface PartialDate {
  /** The text of the list. */
  readonly raw: string;
  readonly precision: 'day' | 'month' | 'year' | 'range' | 'unknown';
  readonly from: string | null;
  readonly to: string | null;
  /** "circa", "approximately". */
  readonly circa: boolean;
  /** The calendar of `raw`; `from` and `to` are converted. */
  readonly calendar: 'gregorian' | 'islamic' | 'persian' | 'hebrew' | 'other';
}

export type Gender = 'male' | 'female' | 'other';

export interface Country {
  /** ISO 3166-1 alpha-2 in lower case (FtM's own form: `kp`, `ru`, also `eu`, `xk`, `suhh`), null when not recognised. */
  readonly code: string | null;
  readonly raw: string;
}

export interface Place {
  readonly full: string;
  readonly country: Country | null;
}

export interface Address {
  /** One line, parts joined by ", ", without the country. May be empty when only a country is given. */
  readonly full: string;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly country: Country | null;
  readonly note?: string;
}

/** FtM property names where one exists, so that the projection needs no second table. */
export type IdentifierType =
  | 'imoNumber'
  | 'imoCompanyNumber'
  | 'mmsi'
  | 'callSign'
  | 'passportNumber'
  | 'idNumber'
  | 'taxNumber'
  | 'innCode'
  | 'ogrnCode'
  | 'kppCode'
  | 'okpoCode'
  | 'vatCode'
  | 'registrationNumber'
  | 'leiCode'
  | 'swiftBic'
  | 'isin'
  | 'dunsCode'
  | 'wallet'
  | 'tailNumber'
  | 'serialNumber'
  | 'unReference'
  | 'ofsiGroup'
  | 'other';

export interface Identifier {
  readonly type: IdentifierType;
  /** Normalised for comparison (upper case, no blanks or punctuation where the type has none). */
  readonly value: string;
  /** As the list writes it. */
  readonly raw: string;
  /** ISO-2 lower case of the issuing country, null when not said. */
  readonly country: string | null;
  /** Whether the type's own check (check digit, length, alphabet) holds; null for types without one. */
  readonly valid: boolean | null;
  /** False when the source marks it as unsure (curated data from one unconfirmed report). Absent means verified. */
  readonly verified?: false;
  /** The list's own label, e.g. `Registration ID`, `Cedula No.`, and its remarks (expiry, currency, "known false"). */
  readonly label?: string;
  readonly note?: string;
}

export interface Relation {
  readonly kind:
    | 'owner'
    | 'owned'
    | 'linked'
    | 'family'
    | 'acting_for'
    | 'associate'
    | 'operator'
    | 'parent'
    | 'subsidiary'
    | 'support';
  /** The other party's name as the list writes it. */
  readonly name: string;
  /** Its id when the list gives a key that resolves. */
  readonly target: string | null;
  /** The list's own words: "Linked To", "father of", "Current owner/operator". */
  readonly role: string;
  readonly former?: true;
}

/** One entry of one list for one party (FtM `Sanction`). Dates are `YYYY-MM-DD` or null when not known. */
export interface Designation {
  readonly list: string;
  /** The official key, without the slug. */
  readonly key: string;
  readonly authority: string;
  readonly programme: string | null;
  /** What the entry orders, in the list's words or the catalogue's (`Asset freeze`, `Travel ban`, `Blocking` …). */
  readonly measures: readonly string[];
  readonly legalBasis: string | null;
  readonly reason: string | null;
  readonly announced: string | null;
  readonly listed: string | null;
  readonly inForce: string | null;
  readonly amended: string | null;
  readonly ended: string | null;
  readonly sourceUrl: string | null;
}
