import { describe, expect, test } from 'vitest';
import { isDay, recognise } from '../../src/lists/recognise.ts';

function sdnList(...programmes: string[]): string {
  const entries = programmes.map(
    (programme) =>
      `<sdnEntry><uid>1</uid><programList><program>${programme}</program></programList></sdnEntry>`,
  );
  return `<?xml version="1.0"?><sdnList xmlns="https://x.example/XML"><publshInformation><Publish_Date>09/24/2026</Publish_Date></publshInformation>${entries.join('')}</sdnList>`;
}

const UN = '<CONSOLIDATED_LIST dateGenerated="2026-02-27T23:59:59.000-05:00"><INDIVIDUALS>';
const EU =
  '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-05-01T00:00:00.000+02:00"><sanctionEntity logicalId="13">';
const UK = '<Designations><DateGenerated>22/08/2026</DateGenerated><Designation>';

function reasonOf(name: string, head: string): string {
  const what = recognise(name, head);
  expect(what.kind).toBe('unknown');
  return what.kind === 'unknown' ? what.reason : '';
}

describe('XML is known by its root and what stands under it, whatever the file is called', () => {
  test.each([
    ['SDN', sdnList('CUBA', 'SDGT'), 'us_ofac_sdn', 'ofac-xml', '2026-09-24'],
    ['non-SDN', sdnList('NS-PLC', 'NS-PLC'), 'us_ofac_cons', 'ofac-xml', '2026-09-24'],
    ['UN', UN, 'un_sc_sanctions', 'un-xml', '2026-02-27'],
    ['EU', EU, 'eu_fsf', 'eu-xml-1.1', '2026-05-01'],
    ['UK', UK, 'gb_fcdo_sanctions', 'uk-xml', '2026-08-22'],
  ])('%s', (_which, head, slug, format, date) => {
    expect(recognise('anything.bin', head)).toEqual({ kind: 'list', slug, format, date });
    expect(recognise('sdn.xml', `\uFEFF<?xml version="1.0"?>\n<!-- <sdnList> -->\n${head}`)).toMatchObject({
      slug,
    });
  });

  test('with any namespace prefix, the elements of a head too', () => {
    const head =
      '<o:sdnList xmlns:o="u"><o:Publish_Date>09/24/2026</o:Publish_Date><o:sdnEntry><o:program>561-Related</o:program>';
    expect(recognise('a', head)).toMatchObject({ slug: 'us_ofac_cons', date: '2026-09-24' });
  });

  test('with quotes of either kind', () => {
    expect(recognise('a', UN.replaceAll('"', "'"))).toMatchObject({ date: '2026-02-27' });
  });

  test('an SDN file stays one when some entries carry a programme of the other list', () => {
    expect(recognise('a', sdnList('UKRAINE-EO13662', 'CUBA', 'SDGT'))).toMatchObject({ slug: 'us_ofac_sdn' });
    expect(recognise('a', sdnList('SDGT', 'NS-PLC', 'UKRAINE-EO13662'))).toMatchObject({
      slug: 'us_ofac_cons',
    });
  });

  test.each(['02/30/2026', '13/01/2026', '', 'today'])('a date that is none (%s) is unknown', (date) => {
    expect(recognise('a', sdnList('CUBA').replace('09/24/2026', date))).toMatchObject({ date: null });
  });
});

describe('a legacy CSV file is known by its name and columns', () => {
  const row12 = '36,"AEROCARIBBEAN, AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n';

  test.each([
    ['sdn.csv', row12, 'us_ofac_sdn', 'primary'],
    ['SDN.CSV', row12, 'us_ofac_sdn', 'primary'],
    ['alt.csv', '36,12,"aka","AERO-CARIBBEAN",-0- \r\n', 'us_ofac_sdn', 'alt'],
    ['add.csv', '36,25,-0- ,"Havana","Cuba",-0- \r\n', 'us_ofac_sdn', 'add'],
    ['sdn_comments.csv', '36,"r 1027 (Cuba)."\r\n', 'us_ofac_sdn', 'comments'],
    ['cons_prim.csv', row12, 'us_ofac_cons', 'primary'],
    ['cons_alt.csv', '36,12,"aka","A",-0- ', 'us_ofac_cons', 'alt'],
    ['cons_add.csv', '36,25,-0- ,"Gaza",-0- ,-0- ', 'us_ofac_cons', 'add'],
    ['cons_comments.csv', '36,"x"', 'us_ofac_cons', 'comments'],
  ])('%s', (name, head, slug, role) => {
    expect(recognise(name, head)).toEqual({ kind: 'csv-part', slug, role });
  });

  test('another file of that name is none of the set', () => {
    expect(reasonOf('alt.csv', 'id,name,height\n')).toContain('3 columns, not 5');
    expect(reasonOf('customers.csv', row12)).toContain('not one of the formats');
  });
});

describe('anything else is said to be what it is', () => {
  test.each([
    ['<!DOCTYPE html><p>', 'a web page'],
    ['<?xml version="1.0"?><!DOCTYPE html>', 'a web page'],
    ['', 'empty'],
    [' \r\n', 'empty'],
    ['PK\x03\x04…', 'ZIP archive'],
    ['Report Date: 13-Feb-2026\r\nLast Updated,Unique ID', 'UK Sanctions List as CSV'],
    ['\uFEFFfileGenerationDate;Entity_LogicalId;', 'EU list as CSV'],
    ['_id,source,entity_number,type', 'Consolidated Screening List'],
    ['source,entity_number,type', 'Consolidated Screening List'],
    ['{"id":"NK-1","schema":"Person"}', '--own SLUG=FILE'],
    ['<Sanctions xmlns="http://www.un.org/sanctions/1.0"><DateOfIssue>', 'advanced XML, which has no reader'],
    ['<swiss-sanctions-list date="2026-02-18">', 'root element swiss-sanctions-list'],
    ['<export><sheet>', 'root element export'],
    ['<Designations><Post>', 'root element Designations'],
    ['<?xml version="1.0"?><!-- nothing', 'without a root element'],
    ['<sdnList><sdnEntry><uid>1</uid>', 'cannot be told apart'],
    ['<toString>', 'root element toString'],
  ])('%j', (head, reason) => {
    expect(reasonOf('file', head)).toContain(reason);
  });
});

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-00-10', false],
  ['2026-04-31', false],
])('%s is a day: %s', (day, expected) => {
  expect(isDay(day)).toBe(expected);
});
