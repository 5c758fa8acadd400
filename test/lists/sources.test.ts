import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashFiles } from '../../src/lists/list-file.ts';
import type { ListFile } from '../../src/lists/reader.ts';
import { type HeldSource, heldSource, keepSource } from '../../src/lists/sources.ts';
import { memoryFile } from './list-file.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cordon-home-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const UN = memoryFile('un.xml', '<CONSOLIDATED_LIST/>');
const SET = [memoryFile('sdn.csv', 'a'), memoryFile('ALT.CSV', 'b')];

async function sourceOf(files: readonly ListFile[]): Promise<HeldSource> {
  const hash = await hashFiles(files);
  return { slug: 'us_ofac_sdn', hash, format: 'ofac-csv', date: null, etag: '"v1"', lastModified: null };
}

async function textOf(file: ListFile): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of file.open()) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

describe('the hash of a version', () => {
  test('is of the bytes of its one file, whatever that is called', async () => {
    const expected = createHash('sha256').update('<CONSOLIDATED_LIST/>').digest('hex');
    expect(await hashFiles([UN])).toBe(expected);
    expect(await hashFiles([memoryFile('other.xml', '<CONSOLIDATED_LIST/>', 3)])).toBe(expected);
  });

  test('of a set depends neither on the order nor on the case of names', async () => {
    const other = [memoryFile('alt.csv', 'b'), memoryFile('SDN.CSV', 'a')];
    expect(await hashFiles(other)).toBe(await hashFiles(SET));
  });

  test('of a set depends on which file holds what', async () => {
    const swapped = [memoryFile('sdn.csv', 'b'), memoryFile('ALT.CSV', 'a')];
    expect(await hashFiles(swapped)).not.toBe(await hashFiles(SET));
  });
});

describe('an accepted version', () => {
  test('is given back as it was kept', async () => {
    const source = await sourceOf(SET);
    await keepSource(home, source, SET);
    const held = heldSource(home, 'us_ofac_sdn', source.hash);
    expect(held.source).toEqual(source);
    expect(held.files.map((file) => file.name)).toEqual(['ALT.CSV', 'sdn.csv']);
    expect(await Promise.all(held.files.map(textOf))).toEqual(['b', 'a']);
    expect(await hashFiles(held.files)).toBe(source.hash);
  });

  test('lies under its slug and hash, with nothing left over', async () => {
    const source = await sourceOf([UN]);
    await keepSource(home, source, [UN]);
    expect(readdirSync(join(home, 'sources', 'us_ofac_sdn')).sort()).toEqual([
      source.hash,
      `${source.hash}.json`,
    ]);
    expect(readFileSync(join(home, 'sources', 'us_ofac_sdn', source.hash, 'un.xml'), 'utf8')).toBe(
      '<CONSOLIDATED_LIST/>',
    );
  });

  test('kept again takes over the new validators', async () => {
    const source = await sourceOf([UN]);
    await keepSource(home, source, [UN]);
    await keepSource(home, { ...source, etag: '"v2"' }, [UN]);
    expect(heldSource(home, 'us_ofac_sdn', source.hash).source.etag).toBe('"v2"');
  });

  test('stands beside the versions before it', async () => {
    const before = await sourceOf([UN]);
    const after = await sourceOf(SET);
    await keepSource(home, before, [UN]);
    await keepSource(home, after, SET);
    expect(await hashFiles(heldSource(home, 'us_ofac_sdn', before.hash).files)).toBe(before.hash);
  });

  test('may hold a file of any name', async () => {
    const own = [memoryFile('about.json', '{}')];
    const source = await sourceOf(own);
    await keepSource(home, source, own);
    expect(await textOf(heldSource(home, 'us_ofac_sdn', source.hash).files[0]!)).toBe('{}');
  });
});

describe('what is not whole is not kept', () => {
  test('a file that changed after it was read', async () => {
    const source = await sourceOf([UN]);
    const changed = memoryFile('un.xml', '<CONSOLIDATED_LIST></CONSOLIDATED_LIST>');
    await expect(keepSource(home, source, [changed])).rejects.toMatchObject({ code: 'list-malformed' });
    expect(readdirSync(join(home, 'sources', 'us_ofac_sdn'))).toEqual([]);
  });

  test('a file that breaks off while it is copied', async () => {
    const source = await sourceOf([UN]);
    const broken: ListFile = {
      name: 'un.xml',
      async *open() {
        yield Buffer.from('<CONSO');
        throw new Error('the disk is gone');
      },
    };
    await expect(keepSource(home, source, [broken])).rejects.toThrow('the disk is gone');
    expect(readdirSync(join(home, 'sources', 'us_ofac_sdn'))).toEqual([]);
  });
});
