/** How a list is published; better ones first when two versions have one date. */
export type ListFormat = 'ofac-xml' | 'ofac-csv' | 'un-xml' | 'eu-xml-1.1' | 'uk-xml';

/** What a file is by its content (legacy CSV files, which have no header, by their name). */
export type Recognised =
  | { readonly kind: 'list'; readonly slug: string; readonly format: ListFormat; readonly date: string | null }
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

/** Bytes from the start that recognition may look at. */
export const HEAD_BYTES = 65_536;

/** Recognises a file by its name without `.gz` and its first `HEAD_BYTES`. */
export function recognise(name: string, head: string): Recognised {
  const text = head.replace(/^\uFEFF/, '');
  const part = CSV_PARTS.get(name.toLowerCase());
  if (part) {
    const columns = countColumns(text);
    return columns === CSV_COLUMNS[part[1]]
      ? { kind: 'csv-part', slug: part[0], role: part[1] }
      : { kind: 'unknown', reason: `named as an OFAC file but its first line has ${columns} columns, not ${CSV_COLUMNS[part[1]]}` };
  }
  if (text.trim() === '') return { kind: 'unknown', reason: 'the file is empty' };
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) return { kind: 'unknown', reason: 'a web page, not a list' };
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)([^>]*)>/.exec(text.replace(/<!--[\s\S]*?-->/g, ''));
  if (!text.trimStart().startsWith('<') || !root) return { kind: 'unknown', reason: 'not one of the formats that are read' };
  const [, element, attributes] = root as unknown as [string, string, string];
  switch (element) {
    case 'sdnList':
      return { kind: 'list', slug: ofacList(text), format: 'ofac-xml', date: usDate(/<Publish_Date>([^<]*)</.exec(text)?.[1]) };
    case 'CONSOLIDATED_LIST':
      return { kind: 'list', slug: 'un_sc_sanctions', format: 'un-xml', date: isoDay(/dateGenerated="([^"]*)"/.exec(attributes)?.[1]) };
    case 'export':
      if (!/\/fpi\/fsd\/export/.test(attributes)) break;
      return { kind: 'list', slug: 'eu_fsf', format: 'eu-xml-1.1', date: isoDay(/generationDate="([^"]*)"/.exec(attributes)?.[1]) };
    case 'Designations':
      return { kind: 'list', slug: 'gb_fcdo_sanctions', format: 'uk-xml', date: ukDate(/<DateGenerated>([^<]*)</.exec(text)?.[1]) };
    case 'Sanctions':
      return { kind: 'unknown', reason: 'OFAC advanced XML has no reader yet' };
  }
  return { kind: 'unknown', reason: `XML with the root element ${element} is not one of the lists that are read` };
}

/** Programmes of the lists that are not SDN; the consolidated file opens with one of them, the SDN file never does. */
const NOT_SDN = /^(?:NS-|UKRAINE-EO13662|CMIC|561-|FSE-|CAPTA|MBS)/;

function ofacList(text: string): string {
  const first = /<program>([^<]*)</.exec(text)?.[1] ?? '';
  return NOT_SDN.test(first.trim()) ? 'us_ofac_cons' : 'us_ofac_sdn';
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

function isoDay(text: string | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null;
}

function usDate(text: string | undefined): string | null {
  const m = /^\s*(\d{2})\/(\d{2})\/(\d{4})/.exec(text ?? '');
  return m ? `${m[3]}-${m[1]}-${m[2]}` : null;
}

function ukDate(text: string | undefined): string | null {
  const m = /^\s*(\d{2})\/(\d{2})\/(\d{4})/.exec(text ?? '');
  return m ? `${m[3]}-${m[2]}-${m[1]}` : null;
}
