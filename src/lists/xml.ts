import { SaxesParser } from 'saxes';
import { CordonError } from '../errors.ts';
import { utf8Text } from './own-text.ts';
import type { ListFile } from './reader.ts';

/** One element as a small tree. Names of elements and attributes are local: the publishers change namespaces. */
export interface XmlElement {
  readonly name: string;
  /** Without namespace declarations. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own text and CDATA, not its children's; '' when it is blank. */
  readonly text: string;
  /** Line of the file where its start tag ends, from 1. */
  readonly line: number;
}

export interface XmlShape {
  /** Local name of the root element; any other root is refused. */
  readonly root: string;
  /** Local names of the elements handed over one by one and then forgotten, wherever they stand. */
  readonly records: ReadonlySet<string>;
}

/** Longest run without markup (text, comment, attribute values), in UTF-16 units. The longest remark is below 20,000. */
export const MAX_XML_TEXT: number = 1024 * 1024;
/** Most elements of one record, and of all that is not in a record. The largest real record holds about 2,000. */
export const MAX_XML_ELEMENTS: number = 200_000;
/** Deepest nesting. The official lists stay below 10. */
export const MAX_XML_DEPTH: number = 64;

/** How much text the parser gets at once, in UTF-16 units: the grain of the limit on text. */
const SLICE = 64 * 1024;

interface Building {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
}

/**
 * Streams an XML file: `onRecord` gets each record once it is closed. Returns the root with everything that is in no
 * record, so that an element nobody expected can still be accounted for. Memory is bounded by one record.
 *
 * Throws `list-malformed` with file and line when the text is not well-formed or not UTF-8, an element is not closed,
 * the root is another one, there is a document type (official lists have none, and it is how entities are made to
 * explode) or a limit above is passed.
 */
export async function readXml(
  file: ListFile,
  shape: XmlShape,
  onRecord: (record: XmlElement) => void,
): Promise<XmlElement> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const open: Building[] = [];
  let root: Building | undefined;
  let inRecord = -1;
  let elements = 0;
  let outside = 0;
  let sinceMarkup = 0;

  const fail = (message: string): never => {
    throw new CordonError('list-malformed', `${file.name}:${parser.line}: ${message}`);
  };
  parser.on('error', (error) => fail(error.message));
  parser.on('doctype', () => fail('a document type declaration, which no official list has'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^(?:utf-?8|us-ascii)$/i.test(encoding))
      fail(`encoding ${encoding} where UTF-8 is expected`);
  });
  parser.on('opentag', (tag) => {
    sinceMarkup = 0;
    const name = localName(tag.name);
    if (!root && name !== shape.root) fail(`root element ${name} where ${shape.root} is expected`);
    if (open.length >= MAX_XML_DEPTH) fail(`elements nested more than ${MAX_XML_DEPTH} deep at ${name}`);
    const element: Building = {
      name,
      attributes: attributesOf(tag.attributes),
      children: [],
      text: '',
      line: parser.line,
    };
    root ??= element;
    if (inRecord < 0 && shape.records.has(name)) {
      inRecord = open.length;
      elements = 0;
    }
    const count = inRecord < 0 ? ++outside : ++elements;
    if (count > MAX_XML_ELEMENTS) fail(`more than ${MAX_XML_ELEMENTS} elements in one record at ${name}`);
    open.push(element);
  });
  const addText = (text: string): void => {
    sinceMarkup = 0;
    const at = open.at(-1);
    if (!at || (at.text === '' && text.trim() === '')) return;
    at.text += text;
    if (at.text.length > MAX_XML_TEXT) fail(tooLong(at));
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', () => {
    sinceMarkup = 0;
  });
  parser.on('closetag', () => {
    sinceMarkup = 0;
    const element = open.pop()!;
    if (open.length === inRecord) {
      inRecord = -1;
      onRecord(element);
    } else open.at(-1)?.children.push(element);
  });

  for await (const text of utf8Text(file))
    for (let from = 0; from < text.length; from += SLICE) {
      const slice = text.slice(from, from + SLICE);
      sinceMarkup += slice.length;
      parser.write(slice);
      // The parser gathers text until the next markup; without this a file of nothing else would fill the memory.
      if (sinceMarkup > MAX_XML_TEXT + SLICE) fail(tooLong(open.at(-1)));
    }
  const last = open.at(-1);
  if (last) fail(`ends inside ${last.name}, opened on line ${last.line}`);
  parser.close();
  return root ?? fail('no element in it');
}

function tooLong(element: Building | undefined): string {
  return `more than ${MAX_XML_TEXT} characters of text in ${element?.name ?? 'the file'}`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const NONE: ReadonlyMap<string, string> = new Map();

function attributesOf(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined;
  for (const name in attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    found ??= new Map();
    found.set(localName(name), attributes[name]!);
  }
  return found ?? NONE;
}
