const ADDRESS = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY', 'NOTE'];
const ALIAS = ['QUALITY', 'ALIAS_NAME', 'NOTE'];
const ALIAS_BIRTH = ['DATE_OF_BIRTH', 'CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH'];
const BIRTH_DATE = ['TYPE_OF_DATE', 'DATE', 'YEAR', 'FROM_YEAR', 'TO_YEAR', 'NOTE'];
const DOCUMENT = [
  'TYPE_OF_DOCUMENT',
  'TYPE_OF_DOCUMENT2',
  'NUMBER',
  'ISSUING_COUNTRY',
  'COUNTRY_OF_ISSUE',
  'CITY_OF_ISSUE',
  'DATE_OF_ISSUE',
  'DATE_OF_EXPIRY',
  'NOTE',
];

/** Elements whose text reaches the entity or the content, by path below INDIVIDUAL or ENTITY. */
export const UN_MAPPED: ReadonlySet<string> = new Set([
  'CONSOLIDATED_LIST@dateGenerated',
  'FIRST_NAME',
  'SECOND_NAME',
  'THIRD_NAME',
  'FOURTH_NAME',
  'NAME_ORIGINAL_SCRIPT',
  'UN_LIST_TYPE',
  'REFERENCE_NUMBER',
  'LISTED_ON',
  'SUBMITTED_ON',
  'SUBMITTED_BY',
  'GENDER',
  'COMMENTS1',
  'TITLE/VALUE',
  'DESIGNATION/VALUE',
  'NATIONALITY/VALUE',
  'LAST_DAY_UPDATED/VALUE',
  ...ALIAS.flatMap((name) => [`INDIVIDUAL_ALIAS/${name}`, `ENTITY_ALIAS/${name}`]),
  ...ALIAS_BIRTH.map((name) => `INDIVIDUAL_ALIAS/${name}`),
  ...ADDRESS.flatMap((name) => [
    `INDIVIDUAL_ADDRESS/${name}`,
    `ENTITY_ADDRESS/${name}`,
    `INDIVIDUAL_PLACE_OF_BIRTH/${name}`,
  ]),
  ...BIRTH_DATE.map((name) => `INDIVIDUAL_DATE_OF_BIRTH/${name}`),
  ...DOCUMENT.map((name) => `INDIVIDUAL_DOCUMENT/${name}`),
]);

export const UN_IGNORED: Readonly<Record<string, string>> = {
  'CONSOLIDATED_LIST@noNamespaceSchemaLocation': 'location of the schema, for XML tools',
  'CONSOLIDATED_LIST@schemaLocation': 'location of the schema, for XML tools',
  DATAID: 'number of the record, internal to the publisher',
  VERSIONNUM: 'counter of the record, internal to the publisher',
  'LIST_TYPE/VALUE': 'says "UN List" of every entry: the list itself',
  SORT_KEY: 'the name again, for sorting',
  SORT_KEY_LAST_MOD: 'a date of the sort key, internal to the publisher',
};
