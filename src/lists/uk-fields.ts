import { UK_INDICATORS } from './uk-measures.ts';

const NAME = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6', 'NameType', 'AliasStrength'];
const NATIVE = ['NameNonLatinScript', 'NonLatinScriptType', 'NonLatinScriptLanguage'];
const ADDRESS = [
  'AddressLine1',
  'AddressLine2',
  'AddressLine3',
  'AddressLine4',
  'AddressLine5',
  'AddressLine6',
  'AddressPostalCode',
  'AddressCountry',
];

/** Elements of a designation whose text reaches the entity. */
const ELEMENTS: ReadonlySet<string> = new Set([
  'DateGenerated',
  'LastUpdated',
  'DateDesignated',
  'UniqueID',
  'OFSIGroupID',
  'UNReferenceNumber',
  'RegimeName',
  'IndividualEntityShip',
  'DesignationSource',
  'SanctionsImposed',
  'OtherInformation',
  'UKStatementofReasons',
  ...[...UK_INDICATORS].map((name) => `SanctionsImposedIndicators/${name}`),
  ...NAME.map((name) => `Names/Name/${name}`),
  ...NATIVE.map((name) => `NonLatinNames/NonLatinName/${name}`),
  ...ADDRESS.map((name) => `Addresses/Address/${name}`),
  'IndividualDetails/Individual/PassportDetails/Passport/PassportNumber',
  'IndividualDetails/Individual/PassportDetails/Passport/PassportAdditionalInformation',
  'IndividualDetails/Individual/NationalIdentifierDetails/NationalIdentifier/NationalIdentifierNumber',
  'IndividualDetails/Individual/NationalIdentifierDetails/NationalIdentifier/NationalIdentifierAdditionalInformation',
  'IndividualDetails/Individual/BirthDetails/Location/TownOfBirth',
  'IndividualDetails/Individual/BirthDetails/Location/CountryOfBirth',
]);

/** Containers whose every text reaches the entity, whatever the element inside is called. */
const CONTAINERS: readonly string[] = [
  'Titles',
  'PhoneNumbers',
  'EmailAddresses',
  'Websites',
  ...['DOBs', 'Nationalities', 'Positions', 'Genders'].map((name) => `IndividualDetails/Individual/${name}`),
  ...['TypeOfEntities', 'BusinessRegistrationNumbers', 'ParentCompanies', 'Subsidiaries'].map(
    (name) => `EntityDetails/Entity/${name}`,
  ),
  ...[
    'IMONumbers',
    'CurrentOwnerOperators',
    'PreviousOwnerOperators',
    'CurrentBelievedFlagOfShips',
    'PreviousFlags',
    'TypeOfShipDetails',
    'TonnageOfShipDetails',
    'LengthOfShipDetails',
    'YearsBuilt',
    'HullIdentificationNumbers',
  ].map((name) => `ShipDetails/Ship/${name}`),
];

/** Whether the text of an element, by its path below `Designation`, reaches the entity. */
export function isUkMapped(path: string): boolean {
  return (
    ELEMENTS.has(path) ||
    CONTAINERS.some((container) => path === container || path.startsWith(`${container}/`))
  );
}
