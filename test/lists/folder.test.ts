import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseLists, dateFromPath, type FolderChoice } from '../../src/lists/folder.ts';
import { readerOf } from '../../src/lists/readers.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-folder-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function un(date: string, key = 'KPi.001'): string {
  return `<CONSOLIDATED_LIST dateGenerated="${date}"><INDIVIDUALS><INDIVIDUAL><REFERENCE_NUMBER>${key}</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`;
}

function sdnXml(date: string): string {
  return `<sdnList><publshInformation><Publish_Date>${date}</Publish_Date></publshInformation><sdnEntry><uid>1</uid><programList><program>CUBA</program></programList></sdnEntry></sdnList>`;
}

const SDN = `1,"A",-0- ,"CUBA"${',-0- '.repeat(8)}\r\n\x1a`;
const ALT = '1,1,"aka","B",-0- \r\n\x1a';
const ADD = '1,1,-0- ,"Havana","Cuba",-0- \r\n\x1a';
const COMMENTS = '1,"more"\r\n\x1a';

/** What was chosen, as `slug format date: files`; paths without the folder. */
function inWords({ chosen }: FolderChoice): string[] {
  return chosen.map(
    ({ slug, format, date, paths }) => `${slug} ${format} ${date}: ${paths.map(short).join(' ')}`,
  );
}

function short(path: string): string {
  return path.replace(`${folder}/`, '');
}

async function chosen(): Promise<string[]> {
  return inWords(await chooseLists(folder));
}

async function left(which: 'passedOver' | 'unrecognised'): Promise<Record<string, string>> {
  const choice = await chooseLists(folder);
  return Object.fromEntries(
    choice[which].map(({ path, reason }) => [short(path), reason.replaceAll(`${folder}/`, '')]),
  );
}

describe('of the versions of a list', () => {
  test('the newest wins, wherever it lies', async () => {
    put('a/list.xml', un('2025-06-13T00:00:00'));
    put('z/deep/list.xml', un('2026-02-27T00:00:00'));
    put('m.xml.gz', gzipSync(un('2021-01-18T00:00:00')));
    expect(await chosen()).toEqual(['un_sc_sanctions un-xml 2026-02-27: z/deep/list.xml']);
    expect(await left('passedOver')).toEqual({
      'a/list.xml': 'z/deep/list.xml is newer',
      'm.xml.gz': 'z/deep/list.xml is newer',
    });
  });

  test('the date inside a file counts before its name', async () => {
    put('un.2026-09-01.xml', un('2020-01-01T00:00:00'));
    put('un.2019-01-01.xml', un('2021-01-01T00:00:00'));
    expect(await chosen()).toEqual(['un_sc_sanctions un-xml 2021-01-01: un.2019-01-01.xml']);
  });

  test('of one date XML wins over CSV', async () => {
    put('sdn-2026-04-21/sdn.csv', SDN);
    put('sdn.xml', sdnXml('04/21/2026'));
    expect(await chosen()).toEqual(['us_ofac_sdn ofac-xml 2026-04-21: sdn.xml']);
    expect(await left('passedOver')).toEqual({
      'sdn-2026-04-21/sdn.csv': 'sdn.xml is of the same date in the better format',
    });
  });

  test('newer CSV wins over older XML', async () => {
    put('sdn-2026-04-22/sdn.csv', SDN);
    put('sdn.xml', sdnXml('04/21/2026'));
    expect(await chosen()).toEqual(['us_ofac_sdn ofac-csv 2026-04-22: sdn-2026-04-22/sdn.csv']);
  });

  test('a month is older than its days and stays a month', async () => {
    put('sdn-2026-04/sdn.csv', SDN);
    expect(await chosen()).toEqual(['us_ofac_sdn ofac-csv 2026-04: sdn-2026-04/sdn.csv']);
    put('sdn.xml', sdnXml('04/01/2026'));
    expect(await chosen()).toEqual(['us_ofac_sdn ofac-xml 2026-04-01: sdn.xml']);
  });

  test('a dated one wins over an undated one', async () => {
    put('a/sdn.csv', SDN);
    put('b/2019-01/sdn.csv', SDN.replace('"A"', '"OTHER"'));
    expect(await chosen()).toEqual(['us_ofac_sdn ofac-csv 2019-01: b/2019-01/sdn.csv']);
    expect(await left('passedOver')).toEqual({ 'a/sdn.csv': 'b/2019-01/sdn.csv is dated' });
  });

  test('two undated ones are an error that names both', async () => {
    put('a/sdn.csv', SDN);
    put('b/sdn.csv', SDN.replace('"A"', '"OTHER"'));
    await expect(chooseLists(folder)).rejects.toMatchObject({
      code: 'list-ambiguous',
      message: `us_ofac_sdn: ${folder}/a/sdn.csv and ${folder}/b/sdn.csv differ and have no date`,
    });
  });

  test('so are undated XML and CSV', async () => {
    put('sdn.xml', sdnXml(''));
    put('sdn.csv', SDN);
    await expect(chooseLists(folder)).rejects.toMatchObject({ code: 'list-ambiguous' });
  });

  test('so are two different ones of one date and format: no order of names may decide', async () => {
    put('a.xml', un('2026-02-27T01:00:00'));
    put('b.xml', un('2026-02-27T01:00:00', 'KPi.002'));
    await expect(chooseLists(folder)).rejects.toThrow('are both of 2026-02-27');
  });

  test('a copy is no other version, packed or not, dated or not', async () => {
    put('a/un.xml', un('2026-02-27T01:00:00'));
    put('b/un.xml.gz', gzipSync(un('2026-02-27T01:00:00')));
    put('a/sdn.csv', SDN);
    put('a/alt.csv', ALT);
    put('b/SDN.CSV', SDN);
    put('b/ALT.CSV.gz', gzipSync(ALT));
    expect(await chosen()).toEqual([
      'un_sc_sanctions un-xml 2026-02-27: a/un.xml',
      'us_ofac_sdn ofac-csv null: a/sdn.csv a/alt.csv',
    ]);
    expect((await left('passedOver'))['b/un.xml.gz']).toBe('the same as a/un.xml');
  });

  test('a list that is not asked for cannot be an error', async () => {
    put('a/sdn.csv', SDN);
    put('b/sdn.csv', SDN.replace('"A"', '"OTHER"'));
    put('un.xml', un('2026-02-27T01:00:00'));
    const choice = await chooseLists(folder, new Set(['un_sc_sanctions']));
    expect(inWords(choice)).toEqual(['un_sc_sanctions un-xml 2026-02-27: un.xml']);
    expect(choice.passedOver.map((one) => one.reason)).toEqual(Array(2).fill('this list was not asked for'));
  });
});

describe('a legacy set', () => {
  test('is the files of one folder, the primary first', async () => {
    put('x/add.csv', ADD);
    put('x/alt.csv', ALT);
    put('x/sdn.csv', SDN);
    put('x/sdn_comments.csv', COMMENTS);
    put('x/cons_prim.csv', SDN);
    put('y/cons_alt.csv', ALT);
    expect(await chosen()).toEqual([
      'us_ofac_cons ofac-csv null: x/cons_prim.csv',
      'us_ofac_sdn ofac-csv null: x/sdn.csv x/alt.csv x/add.csv x/sdn_comments.csv',
    ]);
    expect(await left('unrecognised')).toEqual({
      'y/cons_alt.csv': 'without its primary file this is no set of us_ofac_cons',
    });
  });

  test('says which side files are missing', async () => {
    put('sdn.csv', SDN);
    put('add.csv', ADD);
    expect((await chooseLists(folder)).chosen[0]!.missing).toEqual(['alt', 'comments']);
  });

  test('with one file in two forms is an error that names both', async () => {
    put('sdn.csv', SDN);
    put('sdn.csv.gz', gzipSync(SDN));
    await expect(chooseLists(folder)).rejects.toMatchObject({ code: 'list-ambiguous' });
  });
});

describe('the folder', () => {
  test('may hold anything: what is not a list is said with the reason', async () => {
    put('notes.txt', 'hello');
    put('page.xml', '<!doctype html>');
    put('advanced.xml', '<Sanctions xmlns="u"><DateOfIssue/></Sanctions>');
    put('noise.gz', 'this is not gzip');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
    expect(await left('unrecognised')).toEqual({
      'advanced.xml': 'OFAC advanced XML, which has no reader yet',
      link: 'a link to nothing',
      'noise.gz': 'the file is empty or cannot be unpacked',
      'notes.txt': 'not one of the formats that are read',
      'page.xml': 'a web page, not a list',
    });
  });

  test('may hold links that lead back to it', async () => {
    put('a/un.xml', un('2026-02-27T01:00:00'));
    symlinkSync(folder, join(folder, 'a', 'up'));
    expect(await chosen()).toEqual(['un_sc_sanctions un-xml 2026-02-27: a/un.xml']);
  });

  test('may hold a home folder, whose kept versions are not offers', async () => {
    put('.cordon/sources/un_sc_sanctions/0/un.xml', un('2026-09-01T01:00:00'));
    put('un.xml', un('2026-02-27T01:00:00'));
    expect(await chosen()).toEqual(['un_sc_sanctions un-xml 2026-02-27: un.xml']);
  });

  test('must be one', async () => {
    await expect(chooseLists(join(folder, 'none'))).rejects.toMatchObject({ code: 'usage' });
  });
});

test('a list in a gzip file that breaks off is still named, so that its reader can refuse it', async () => {
  const whole = gzipSync(
    un('2026-02-27T01:00:00').replace('</INDIVIDUALS>', `${noise(40_000)}</INDIVIDUALS>`),
  );
  put('un.xml.gz', whole.subarray(0, whole.length - 12_000));
  const { chosen: lists } = await chooseLists(folder);
  expect(lists.map((list) => list.slug)).toEqual(['un_sc_sanctions']);
  const reader = await readerOf('un-xml');
  await expect(reader.read(lists[0]!.files, 'un_sc_sanctions')).rejects.toMatchObject({
    code: 'list-malformed',
  });
});

/** Text that does not pack well. */
function noise(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (seed % 26));
  }).join('');
}

test.each([
  ['lists/consolidated.2026-02-27.xml', '2026-02-27'],
  ['lists/shisantouketsu20260305.xlsx', '2026-03-05'],
  ['sdn-2022-01/sdn.csv', '2022-01'],
  ['sdn-2022-01/sdn-2023-05-06.csv', '2023-05-06'],
  ['833-2014-99/eu-833-2014-annex.2026-08-22.csv', '2026-08-22'],
  ['x/sdn-2026-02-30.csv', null],
  ['x/uid-12026010199.csv', null],
  ['2026-04/deep/sdn.csv', null],
])('the date in the names of %s is %s', (path, date) => {
  expect(dateFromPath(join('/lists', path))).toBe(date);
});

const LISTS = process.env.CORDON_LISTS ?? '../shared/lists';

describe.skipIf(!existsSync(join(LISTS, 'current')))('the real lists', () => {
  test('are the five in the everyday folder', async () => {
    const choice = await chooseLists(join(LISTS, 'current'));
    expect(choice.chosen.map(({ slug, format, date }) => [slug, format, date])).toEqual([
      ['eu_fsf', 'eu-xml-1.1', '2026-05-01'],
      ['gb_fcdo_sanctions', 'uk-xml', '2026-08-22'],
      ['un_sc_sanctions', 'un-xml', '2026-02-27'],
      ['us_ofac_cons', 'ofac-csv', null],
      ['us_ofac_sdn', 'ofac-csv', null],
    ]);
    expect([choice.passedOver, choice.unrecognised]).toEqual([[], []]);
  });

  test('are the newest of each in the folder of all', async () => {
    const choice = await chooseLists(LISTS);
    expect(choice.chosen.map(({ slug, format, date }) => [slug, format, date])).toEqual([
      ['eu_fsf', 'eu-xml-1.1', '2026-05-01'],
      ['gb_fcdo_sanctions', 'uk-xml', '2026-08-22'],
      ['un_sc_sanctions', 'un-xml', '2026-02-27'],
      ['us_ofac_cons', 'ofac-csv', '2025-12'],
      ['us_ofac_sdn', 'ofac-xml', '2026-04-21'],
    ]);
    const cons = choice.passedOver.filter(({ path }) => path.endsWith('.xml.gz') && path.includes('us-ofac'));
    expect(cons).toHaveLength(2);
    const advanced = choice.unrecognised.find(
      ({ path }) => path.includes('sdn_advanced') && path.endsWith('.xml'),
    );
    expect(advanced?.reason).toContain('no reader yet');
  });
});
