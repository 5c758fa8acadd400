import { tidy } from './entity-draft.ts';
import type { XmlElement } from './xml.ts';

/** One element of an entry, as the streaming reader gives it. */
export type EuElement = XmlElement;

/** Told of a value that cannot be read as what it should be: the element it stands in, its field, text and code. */
export type EuNote = (element: EuElement, field: string, value: string, code: string) => void;

/** An attribute without the blanks around it, '' when absent: the list writes empty attributes for "none". */
export function attribute(element: EuElement, name: string): string {
  return tidy(element.attributes.get(name) ?? '');
}

export function textOf(element: EuElement): string {
  return tidy(element.text);
}

export function childrenOf(element: EuElement, name: string): readonly EuElement[] {
  return element.children.filter((child) => child.name === name);
}
