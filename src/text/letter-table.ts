import { readTable } from '../facts/table.ts';
import { fallback } from './fallback.ts';

/** Where in the word a reading applies. `first` and `last` win over `any`. */
type Place = 'any' | 'first' | 'last';

const PLACES: readonly Place[] = ['any', 'first', 'last'];
/** The cell of a letter that is not read at all (a soft sign). */
const SILENT = '-';

/** The readings of one script: letter groups to a–z, the longest group first, by place in the word. */
export class LetterTable {
  readonly #readings: Record<Place, Map<string, string>> = {
    any: new Map(),
    first: new Map(),
    last: new Map(),
  };
  #longest = 1;

  /** The table of `data/romanisation/<name>.tsv` with columns `letters`, `latin`, `where`. */
  static read(name: string): LetterTable {
    const table = new LetterTable();
    for (const row of readTable(`romanisation/${name}.tsv`)) {
      const where = PLACES.find((place) => place === row.where);
      if (!where) throw new Error(`data/romanisation/${name}.tsv: unknown place "${row.where}"`);
      table.add(row.letters!, row.latin!, where);
    }
    return table;
  }

  add(letters: string, latin: string, where: Place = 'any'): void {
    this.#readings[where].set(letters, latin === SILENT ? '' : latin);
    if (letters.length > this.#longest) this.#longest = letters.length;
  }

  /** Reads a lower-case word; a letter that the table lacks is read by the general fallback, a mark not at all. */
  apply(word: string): string {
    let out = '';
    for (let i = 0; i < word.length; ) {
      let length = Math.min(this.#longest, word.length - i);
      let latin: string | undefined;
      for (; length > 0; length--) {
        const group = length === 1 ? word[i]! : word.slice(i, i + length);
        latin = this.#lookUp(group, i === 0, i + length === word.length);
        if (latin !== undefined) break;
      }
      if (latin === undefined) {
        const letter = String.fromCodePoint(word.codePointAt(i)!);
        length = letter.length;
        latin = fallback(letter);
      }
      out += latin;
      i += length;
    }
    return out;
  }

  #lookUp(group: string, first: boolean, last: boolean): string | undefined {
    return (
      (first ? this.#readings.first.get(group) : undefined) ??
      (last ? this.#readings.last.get(group) : undefined) ??
      this.#readings.any.get(group)
    );
  }
}
