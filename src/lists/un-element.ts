import { dateFromParts, parseDate } from '../model/dates.ts';
import type { PartialDate } from '../model/entity.ts';
import { tidy } from './entity-draft.ts';
import type { XmlElement } from './xml.ts';

/** Told of a value that cannot be read as what it should be: the element it stands in, its field, text and code. */
export type UnNote = (element: XmlElement, field: string, value: string, code: string) => void;

/** Text of a child, '' when there is none: the list pads its texts with blanks and line ends. */
export function childText(element: XmlElement, name: string): string {
  return tidy(element.children.find((child) => child.name === name)?.text ?? '');
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The filled `VALUE`s of a container. */
export function valuesOf(element: XmlElement, container: string): readonly (readonly [XmlElement, string])[] {
  return childrenOf(element, container)
    .flatMap((found) => childrenOf(found, 'VALUE'))
    .map((value) => [value, tidy(value.text)] as const)
    .filter(([, text]) => text !== '');
}

/** Time zone behind an XML date (XML Schema 1.1, part 2, 3.3.9): `2015-04-07-04:00`. */
const ZONE = /(?<=^\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/u;
const HIJRI = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) \(Hijri(?: Calendar)?\)$/iu;

/** A date of the list, which may carry a time zone or say that it is of the Islamic calendar. */
export function unDate(raw: string): PartialDate {
  const [, day, month, year] = HIJRI.exec(raw) ?? [];
  if (year !== undefined)
    return dateFromParts({
      raw,
      year: Number(year),
      month: Number(month),
      day: Number(day),
      calendar: 'islamic',
    });
  return { ...parseDate(raw.replace(ZONE, '')), raw };
}
