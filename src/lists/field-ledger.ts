import type { FieldCount, Note } from './reader.ts';
import type { XmlElement } from './xml.ts';

/** Longest raw value that a note shows, in UTF-16 units. */
const NOTE_LENGTH = 200;

/**
 * Accounts for every value of a list: what reached an entity, what stayed raw with a note, what was left out. A field
 * that is neither mapped nor on the reader's list of ignored ones becomes a note with its value, so that a new element
 * of the publisher is seen at once.
 */
export class FieldLedger {
  readonly notes: Note[] = [];
  readonly #counts = new Map<string, FieldCount>();
  readonly #seen = new Map<string, number>();
  readonly #isMapped: (field: string) => boolean;
  readonly #ignored: ReadonlySet<string>;
  #file = '';

  constructor(isMapped: (field: string) => boolean, ignored: Readonly<Record<string, string>>) {
    this.#isMapped = isMapped;
    this.#ignored = new Set(Object.keys(ignored));
  }

  /** The file that the next values come from. */
  file(name: string): void {
    this.#file = name;
  }

  get fields(): Readonly<Record<string, FieldCount>> {
    return Object.fromEntries(this.#counts);
  }

  /** The id itself when it is new; else a note, and the id with `~2`, `~3` … so that both entries stay. */
  uniqueId(id: string, field: string, line: number | null): string {
    const times = (this.#seen.get(id) ?? 0) + 1;
    this.#seen.set(id, times);
    if (times === 1) return id;
    this.#push(line, field, id, 'duplicate-uid', `${id}~${times}`);
    return `${id}~${times}`;
  }

  /** Counts one value of a field; notes it when the reader knows the field not at all. */
  value(line: number | null, field: string, value: string, entity?: string): void {
    const count = this.#count(field);
    if (this.#ignored.has(field)) count.ignored++;
    else if (this.#isMapped(field)) count.mapped++;
    else {
      count.noted++;
      this.#push(line, field, value, 'unknown-field', entity);
    }
  }

  /** Counts one value as kept with a note that was given for the whole field. */
  noted(field: string): void {
    this.#count(field).noted++;
  }

  /** Notes a value that was counted as mapped and could not be read. An empty value says that one is missing. */
  note(line: number | null, field: string, value: string, code: string, entity?: string): void {
    if (value !== '') {
      const count = this.#count(field);
      if (count.mapped > 0) count.mapped--;
      count.noted++;
    }
    this.#push(line, field, value, code, entity);
  }

  /**
   * Counts every filled attribute and text of an element and of what is in it. Fields are `child@attribute` and
   * `child/grandchild`; the element itself is `name@attribute`.
   */
  element(element: XmlElement, entity?: string): void {
    this.#attributes(element, element.name, entity);
    for (const child of element.children) this.#below(child, child.name, entity);
  }

  #below(element: XmlElement, path: string, entity?: string): void {
    this.#attributes(element, path, entity);
    if (element.text.trim() !== '') this.value(element.line, path, element.text, entity);
    for (const child of element.children) this.#below(child, `${path}/${child.name}`, entity);
  }

  #attributes(element: XmlElement, path: string, entity?: string): void {
    for (const [name, value] of element.attributes)
      if (value.trim() !== '' && !name.startsWith('xmlns'))
        this.value(element.line, `${path}@${name}`, value, entity);
  }

  #count(field: string): FieldCount {
    let count = this.#counts.get(field);
    if (!count) {
      count = { mapped: 0, noted: 0, ignored: 0 };
      this.#counts.set(field, count);
    }
    return count;
  }

  #push(line: number | null, field: string, value: string, code: string, entity?: string): void {
    this.notes.push({
      file: this.#file,
      line,
      field,
      value: value.slice(0, NOTE_LENGTH),
      code,
      ...(entity === undefined ? {} : { entity }),
    });
  }
}
