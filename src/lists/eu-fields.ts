/** What every repeated summary of a regulation says again. */
const SUMMARY =
  'repeats the regulation element or an earlier one for this detail; only its date is used, as a bound';
const INTERNAL = 'key of a row in the publisher’s own database';
const LANGUAGE = 'language of the regulation text that the row was typed from, always the same in one file';

/** Details of an entity that carry a summary, a logical id and a regulation language each. */
const DETAILS = ['nameAlias', 'birthdate', 'citizenship', 'address', 'identification'] as const;

/** Fields of XML 1.1 that no entity gets, with the reason. */
export const EU_IGNORED: Readonly<Record<string, string>> = {
  'export@globalFileId': 'number of the publisher’s export run',
  'export@schemaLocation': 'location of the schema, for XML tools',
  'subjectType@classificationCode': 'repeats subjectType@code in one letter',
  'regulation@logicalId': INTERNAL,
  ...Object.fromEntries(
    DETAILS.flatMap((detail) => [
      [`${detail}@regulationLanguage`, LANGUAGE],
      [`${detail}@logicalId`, INTERNAL],
      [`${detail}/regulationSummary@regulationType`, SUMMARY],
      [`${detail}/regulationSummary@publicationDate`, SUMMARY],
      [`${detail}/regulationSummary@numberTitle`, SUMMARY],
      [`${detail}/regulationSummary@publicationUrl`, SUMMARY],
    ]),
  ),
};

const COUNTRY = ['countryIso2Code', 'countryDescription'] as const;

/** Attributes that reach the entity, by element. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  sanctionEntity: [
    'designationDate',
    'designationDetails',
    'unitedNationId',
    'euReferenceNumber',
    'logicalId',
  ],
  regulation: [
    'regulationType',
    'organisationType',
    'publicationDate',
    'entryIntoForceDate',
    'numberTitle',
    'programme',
  ],
  subjectType: ['code'],
  nameAlias: [
    'firstName',
    'middleName',
    'lastName',
    'wholeName',
    'function',
    'gender',
    'title',
    'nameLanguage',
    'strong',
  ],
  birthdate: [
    'circa',
    'calendarType',
    'city',
    'zipCode',
    'birthdate',
    'dayOfMonth',
    'monthOfYear',
    'year',
    'yearRangeFrom',
    'yearRangeTo',
    'region',
    'place',
    ...COUNTRY,
  ],
  citizenship: ['region', ...COUNTRY],
  address: ['city', 'street', 'poBox', 'zipCode', 'region', 'place', 'asAtListingTime', ...COUNTRY],
  'address/contactInfo': ['key', 'value'],
  identification: [
    'diplomatic',
    'knownExpired',
    'knownFalse',
    'reportedLost',
    'revokedByIssuer',
    'issuedBy',
    'issueDate',
    'validFrom',
    'validTo',
    'latinNumber',
    'nameOnDocument',
    'number',
    'region',
    'identificationTypeCode',
    'identificationTypeDescription',
    ...COUNTRY,
  ],
};

/** Fields of XML 1.1 that reach the entity: attributes as `element@attribute`, texts as `element/child`. */
export const EU_MAPPED: ReadonlySet<string> = new Set([
  'export@generationDate',
  ...Object.entries(ATTRIBUTES).flatMap(([element, names]) => names.map((name) => `${element}@${name}`)),
  'remark',
  'regulation/publicationUrl',
  ...DETAILS.map((detail) => `${detail}/remark`),
]);
