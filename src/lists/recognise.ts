import { readTable } from '../facts/table.ts';

/** How a list is published. */
export type ListFormat = 'ofac-xml' | 'ofac-csv' | 'un-xml' | 'eu-xml-1.1' | 'uk-xml';

/** What a file is by its content (legacy CSV files, which have no header, by their name). */
export type Recognised =
  | {
      readonly kind: 'list';
      readonly slug: string;
      readonly format: ListFormat;
      readonly date: string | null;
    }
  | { readonly kind: 'csv-part'; readonly slug: string; readonly role: CsvRole }
  | { readonly kind: 'unknown'; readonly reason: string };

export type CsvRole = 'primary' | 'alt' | 'add' | 'comments';

/** Legacy file names, without regard to case: the formats have neither header nor date. */
const CSV_PARTS: ReadonlyMap<string, readonly [slug: string, role: CsvRole]> = new Map([
  ['sdn.csv', ['us_ofac_sdn', 'primary']],
  ['alt.csv', ['us_ofac_sdn', 'alt']],
  ['add.csv', ['us_ofac_sdn', 'add']],
  ['sdn_comments.csv', ['us_ofac_sdn', 'comments']],
  ['cons_prim.csv', ['us_ofac_cons', 'primary']],
  ['cons_alt.csv', ['us_ofac_cons', 'alt']],
  ['cons_add.csv', ['us_ofac_cons', 'add']],
  ['cons_comments.csv', ['us_ofac_cons', 'comments']],
]);

/** Columns of each legacy file: a file of that name with another shape is something else. */
const CSV_COLUMNS: Readonly<Record<CsvRole, number>> = { primary: 12, alt: 5, add: 6, comments: 2 };

/** Formats that are known by their first characters and not read, with what to tell the user. */
const NOT_READ: readonly (readonly [start: RegExp, reason: string])[] = [
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)/i, 'a web page, not a list'],
  [/^PK\p{Cc}\p{Cc}/u, 'a ZIP archive or a workbook: unpack or convert it'],
  [/^"?Report Date:/, 'the UK Sanctions List as CSV, which has no reader: use the XML'],
  [/^"?fileGenerationDate"?;/, 'the EU list as CSV, which has no reader: use the XML 1.1'],
  [/^"?(?:_id"?,"?)?source"?,"?entity_number/, 'the US Consolidated Screening List, which has no reader yet'],
  [/^\s*[{[]/, 'JSON; a list of your own or of OpenSanctions is given with --own SLUG=FILE'],
];

/** Bytes from the start that recognition may look at. */
export const HEAD_BYTES = 65_536;

/** Recognises a file by its name without `.gz` and its first `HEAD_BYTES`, wherever it lies. */
export function recognise(name: string, head: string): Recognised {
  const text = head.replace(/^\uFEFF/, '');
  if (text.trim() === '') return unknown('the file is empty or cannot be unpacked');
  for (const [start, reason] of NOT_READ) if (start.test(text)) return unknown(reason);
  const part = CSV_PARTS.get(name.toLowerCase());
  if (part) return csvPart(part[0], part[1], text);
  if (!/^\s*</.test(text)) return unknown('not one of the formats that are read');
  return xmlList(text.replace(/<!--[\s\S]*?-->/g, ''));
}

function csvPart(slug: string, role: CsvRole, text: string): Recognised {
  const columns = countColumns(text);
  return columns === CSV_COLUMNS[role]
    ? { kind: 'csv-part', slug, role }
    : unknown(`named as an OFAC file but its first line has ${columns} columns, not ${CSV_COLUMNS[role]}`);
}

function xmlList(text: string): Recognised {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)([^>]*)>/.exec(text);
  if (!root) return unknown('XML without a root element in its first part');
  const [element, attributes] = [root[1]!, root[2]!];
  if (element === 'sdnList' && holds(text, 'sdnEntry')) {
    const slug = ofacSlug(text);
    if (slug === null)
      return unknown('an OFAC list without programmes: SDN and non-SDN cannot be told apart');
    return list(slug, 'ofac-xml', dayOf(textIn(text, 'Publish_Date'), US_DAY));
  }
  if (element === 'CONSOLIDATED_LIST' && (holds(text, 'INDIVIDUALS') || holds(text, 'ENTITIES')))
    return list('un_sc_sanctions', 'un-xml', dayOf(attributeIn(attributes, 'dateGenerated'), ISO_DAY));
  if (element === 'export' && holds(text, 'sanctionEntity'))
    return list('eu_fsf', 'eu-xml-1.1', dayOf(attributeIn(attributes, 'generationDate'), ISO_DAY));
  if (element === 'Designations' && holds(text, 'Designation'))
    return list('gb_fcdo_sanctions', 'uk-xml', dayOf(textIn(text, 'DateGenerated'), UK_DAY));
  if (element === 'Sanctions') return unknown('OFAC advanced XML, which has no reader yet');
  return unknown(`XML with the root element ${element} is not one of the lists that are read`);
}

function unknown(reason: string): Recognised {
  return { kind: 'unknown', reason };
}

function list(slug: string, format: ListFormat, date: string | null): Recognised {
  return { kind: 'list', slug, format, date };
}

let nonSdn: ReadonlySet<string> | undefined;

/** SDN or non-SDN by the majority of the entries in sight; null when none has a programme. */
function ofacSlug(text: string): string | null {
  nonSdn ??= new Set(readTable('lists/non-sdn-programmes.tsv').map((row) => row.programme!));
  let sdn = 0;
  let cons = 0;
  for (const entry of text.split(/<(?:[\w.-]+:)?sdnEntry[\s>]/).slice(1)) {
    const programmes = [...entry.matchAll(/<(?:[\w.-]+:)?program>([^<]*)</g)].map((match) =>
      match[1]!.trim(),
    );
    if (programmes.some((programme) => nonSdn!.has(programme))) cons++;
    else if (programmes.length > 0) sdn++;
  }
  return sdn + cons === 0 ? null : cons > sdn ? 'us_ofac_cons' : 'us_ofac_sdn';
}

/** Whether an element of this local name opens in the text. */
function holds(text: string, local: string): boolean {
  return new RegExp(`<(?:[\\w.-]+:)?${local}[\\s/>]`).test(text);
}

function textIn(text: string, local: string): string | undefined {
  return new RegExp(`<(?:[\\w.-]+:)?${local}(?:\\s[^>]*)?>([^<]*)<`).exec(text)?.[1];
}

function attributeIn(attributes: string, local: string): string | undefined {
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${local}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match?.[1] ?? match?.[2];
}

function countColumns(text: string): number {
  let columns = 1;
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === ',') columns++;
    else if (!quoted && (char === '\n' || char === '\r')) break;
  }
  return columns;
}

const ISO_DAY = /^\s*(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/;
const US_DAY = /^\s*(?<month>\d{2})\/(?<day>\d{2})\/(?<year>\d{4})/;
const UK_DAY = /^\s*(?<day>\d{2})\/(?<month>\d{2})\/(?<year>\d{4})/;

/** `YYYY-MM-DD` as the publisher writes it, in the publisher's own time zone; null when it is no day of the calendar. */
function dayOf(text: string | undefined, layout: RegExp): string | null {
  const groups = layout.exec(text ?? '')?.groups;
  if (!groups) return null;
  const day = `${groups.year}-${groups.month}-${groups.day}`;
  return isDay(day) ? day : null;
}

/** Whether `YYYY-MM-DD` exists in the calendar. */
export function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
