import { readTable } from '../facts/table.ts';
import { country } from '../model/countries.ts';

const DEMONYMS: ReadonlyMap<string, string> = new Map(
  readTable('lists/uk-demonyms.tsv').map((row) => [row.word!, row.country!]),
);

/** Words of a remark that say nothing about the country. */
const FILLER =
  /\b(?:issued by|passports?|numbers?|no|nationals?|national identity|identity|identification|id|cards?|foreign|travel|diplomatic|service|civil|citizens?|company|the|government of|inn|ogrn|kpp|tin|tax|fiscal|code|registration|commercial|uid|current|expired)\b/giu;

function named(text: string): string | null {
  const words = text.replace(/\s+/gu, ' ').replace(/^[\s.,()-]+|[\s.,()-]+$/gu, '');
  if (words === '') return null;
  const isName = words.length > 3 || /^[A-Z]{2}$/u.test(words);
  return DEMONYMS.get(words.toLowerCase()) ?? (isName ? country(words).code : null);
}

/**
 * The issuing country that a remark on a document states, ISO-2 in lower case: `Russia`, `Iranian passport`,
 * `(issued by the Democratic People's Republic of Korea)`. A place where the document was issued is not one, and a
 * remark that names two is no statement. Null when none is stated.
 */
export function statedCountry(remark: string): string | null {
  const found = new Set<string>();
  for (const clause of remark.replace(/[()]/gu, '. ').split(/[.;,]/u)) {
    if (/\b(?:issued|obtained|born) (?:in|at|on|to)\b|\bexpir/iu.test(clause)) continue;
    const code = named(clause) ?? named(clause.replace(FILLER, ' '));
    if (code !== null) found.add(code);
  }
  return found.size === 1 ? [...found][0]! : null;
}
