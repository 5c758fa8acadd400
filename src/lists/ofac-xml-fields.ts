const ADDRESS = ['address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode', 'country'];
const ID = ['idType', 'idNumber', 'idCountry', 'issueDate', 'expirationDate'];
const VESSEL = ['callSign', 'vesselType', 'vesselFlag', 'vesselOwner', 'tonnage', 'grossRegisteredTonnage'];

/** Elements that the format documents and whose text reaches the entity or the content, by path below the entry. */
export const OFAC_XML_MAPPED: ReadonlySet<string> = new Set([
  'publshInformation/Publish_Date',
  'publshInformation/Record_Count',
  'uid',
  'firstName',
  'lastName',
  'title',
  'sdnType',
  'remarks',
  'programList/program',
  ...ID.map((name) => `idList/id/${name}`),
  ...['type', 'category', 'lastName', 'firstName'].map((name) => `akaList/aka/${name}`),
  ...ADDRESS.map((name) => `addressList/address/${name}`),
  ...['nationalityList/nationality', 'citizenshipList/citizenship'].flatMap((path) => [
    `${path}/country`,
    `${path}/mainEntry`,
  ]),
  'dateOfBirthList/dateOfBirthItem/dateOfBirth',
  'dateOfBirthList/dateOfBirthItem/mainEntry',
  'placeOfBirthList/placeOfBirthItem/placeOfBirth',
  'placeOfBirthList/placeOfBirthItem/mainEntry',
  ...VESSEL.map((name) => `vesselInfo/${name}`),
]);

const INTERNAL = 'number of the detail, internal to the publisher';

export const OFAC_XML_IGNORED: Readonly<Record<string, string>> = {
  'sdnList@schemaLocation': 'location of the schema, for XML tools',
  'idList/id/uid': INTERNAL,
  'akaList/aka/uid': INTERNAL,
  'addressList/address/uid': INTERNAL,
  'nationalityList/nationality/uid': INTERNAL,
  'citizenshipList/citizenship/uid': INTERNAL,
  'dateOfBirthList/dateOfBirthItem/uid': INTERNAL,
  'placeOfBirthList/placeOfBirthItem/uid': INTERNAL,
};
