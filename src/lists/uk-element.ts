import { tidy } from './entity-draft.ts';
import type { XmlElement } from './xml.ts';

/** One element of a designation, as the streaming reader gives it. */
export type UkElement = XmlElement;

/** Told of a value that cannot be read as what it should be: the element it stands in, its field, text and code. */
export type UkNote = (element: UkElement, field: string, value: string, code: string) => void;

/** Copies of the list carry direction marks around names and numbers; they are no part of either. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The text of an element without odd blanks and direction marks. */
export function textOf(element: UkElement): string {
  return tidy(element.text.replace(DIRECTION_MARKS, ''));
}

export function child(element: UkElement, name: string): UkElement | undefined {
  return element.children.find((other) => other.name === name);
}

/** Text of a child, '' when there is none. */
export function childText(element: UkElement, name: string): string {
  const found = child(element, name);
  return found ? textOf(found) : '';
}

/** The elements in a container of an element. */
export function within(element: UkElement, container: string): readonly UkElement[] {
  return child(element, container)?.children ?? [];
}

/**
 * Every filled text in a container, with its element. The layout names the containers (`Titles`, `PhoneNumbers`); of
 * some the name of the element inside is not documented, so any is taken.
 */
export function texts(element: UkElement, container: string): readonly (readonly [UkElement, string])[] {
  const found: [UkElement, string][] = [];
  const visit = (at: UkElement): void => {
    const text = textOf(at);
    if (text !== '') found.push([at, text]);
    for (const inner of at.children) visit(inner);
  };
  const start = child(element, container);
  if (start) visit(start);
  return found;
}
