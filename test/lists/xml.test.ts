import { describe, expect, test } from 'vitest';
import { CordonError } from '../../src/errors.ts';
import type { ListFile } from '../../src/lists/reader.ts';
import { MAX_XML_DEPTH, MAX_XML_TEXT, readXml, type XmlElement } from '../../src/lists/xml.ts';

/** A file of the given pieces; text is UTF-8. */
function file(...pieces: (string | Uint8Array)[]): ListFile {
  return {
    name: 'list.xml',
    async *open() {
      for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
    },
  };
}

async function read(
  ...pieces: (string | Uint8Array)[]
): Promise<{ root: XmlElement; records: XmlElement[] }> {
  const records: XmlElement[] = [];
  const root = await readXml(file(...pieces), { root: 'list', records: new Set(['party']) }, (record) =>
    records.push(record),
  );
  return { root, records };
}

async function refusal(...pieces: (string | Uint8Array)[]): Promise<string> {
  const error = await read(...pieces).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CordonError);
  expect((error as CordonError).code).toBe('list-malformed');
  return (error as CordonError).message;
}

describe('reading XML record by record', () => {
  test('each record is a small tree with local names, texts, attributes and lines', async () => {
    const { records } = await read(
      '<?xml version="1.0" encoding="UTF-8"?>\n<n:list xmlns:n="urn:new">\n',
      '<n:party n:id="7">\n<n:name>Ada &amp; <![CDATA[<Sons>]]></n:name><n:empty/></n:party></n:list>',
    );
    const [party] = records;
    expect(party!.name).toBe('party');
    expect([...party!.attributes]).toEqual([['id', '7']]);
    expect(party!.line).toBe(3);
    expect(party!.children.map(({ name, text, line }) => ({ name, text, line }))).toEqual([
      { name: 'name', text: 'Ada & <Sons>', line: 4 },
      { name: 'empty', text: '', line: 4 },
    ]);
  });

  test('what stands in no record comes back with the root, the records do not', async () => {
    const { root, records } = await read(
      '<list made="today"><head>9</head><parties><party/><party/></parties></list>',
    );
    expect(records).toHaveLength(2);
    expect(root.attributes.get('made')).toBe('today');
    expect(root.children.map((child) => [child.name, child.text, child.children.length])).toEqual([
      ['head', '9', 0],
      ['parties', '', 0],
    ]);
  });

  test('an element named like a record inside a record is part of it', async () => {
    const { records } = await read('<list><party><party>inner</party></party></list>');
    expect(records).toHaveLength(1);
    expect(records[0]!.children[0]!.text).toBe('inner');
  });

  test('the pieces in which the bytes come make no difference', async () => {
    const bytes = Buffer.from('<list><party><name>Жанна 𐍈 &#x41;</name></party></list>');
    const { records } = await read(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(records[0]!.children[0]!.text).toBe('Жанна 𐍈 A');
  });

  test('a byte order mark is no text', async () => {
    expect((await read('\uFEFF<list/>')).root.name).toBe('list');
  });
});

describe('a file that is not whole is refused with file and line', () => {
  test.each([
    ['an unclosed root', '<list>\n<party/>\n', 'list.xml:3: ends inside list, opened on line 1'],
    ['a cut record', '<list>\n<party><name>Ad', 'list.xml:2: ends inside name, opened on line 2'],
    ['a cut tag', '<list>\n<par', 'list.xml:2: ends inside list, opened on line 1'],
    ['crossed tags', '<list>\n<party></list>', 'list.xml:2: unexpected close tag.'],
    ['an empty file', '', 'list.xml:1: document must contain a root element.'],
    ['another root', '<html>\n<body/></html>', 'list.xml:1: root element html where list is expected'],
    ['text after the root', '<list/>\nHTTP 500', 'list.xml:2: text data outside of root node.'],
    ['an undeclared entity', '<list>&nbsp;</list>', 'list.xml:1: undefined entity.'],
    ['another encoding', '<?xml version="1.0" encoding="windows-1251"?><list/>', 'encoding windows-1251'],
  ])('%s', async (_, text, message) => {
    expect(await refusal(text)).toContain(message);
  });

  test('bytes that are not UTF-8 are refused with their place', async () => {
    expect(await refusal('<list><party>', Uint8Array.of(0xe9), '</party></list>')).toContain(
      'byte 13 (0xe9)',
    );
  });

  test('a document type is refused before any entity of it could be expanded', async () => {
    const bomb = `<!DOCTYPE list [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<list>&b;</list>`;
    expect(await refusal(bomb)).toContain('document type declaration');
  });

  test('a text of 10 MB is refused without being gathered', async () => {
    let sent = 0;
    const endless: ListFile = {
      name: 'list.xml',
      async *open() {
        yield Buffer.from('<list><party><name>');
        for (; sent < 160; sent++) yield Buffer.alloc(64 * 1024, 'x');
        yield Buffer.from('</name></party></list>');
      },
    };
    await expect(
      readXml(endless, { root: 'list', records: new Set(['party']) }, () => undefined),
    ).rejects.toThrow(/list\.xml:1: more than 1048576 characters of text in name/);
    expect(sent * 64 * 1024).toBeLessThan(MAX_XML_TEXT * 2);
  });

  test('an attribute of 10 MB is refused too', async () => {
    expect(await refusal(`<list a="${'x'.repeat(10_000_000)}"/>`)).toContain(
      'characters of text in the file',
    );
  });

  test('elements nested without end are refused', async () => {
    expect(await refusal(`<list>${'<a>'.repeat(MAX_XML_DEPTH)}`)).toContain('nested more than 64 deep at a');
  });
});
