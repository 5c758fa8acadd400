/** A name as the entity keeps it. */
export interface OfacName {
  readonly value: string;
  readonly parts?: { readonly family: string; readonly given: string };
}

/**
 * `FAMILY, Given Middle` of a person in natural order, `Given Middle FAMILY`, with its parts. Names of bodies, ships
 * and aircraft hold commas of their own (`ANGLO-CARIBBEAN CO., LTD.`) and stay as they are, as does a person's single
 * name.
 */
export function ofacName(text: string, person: boolean): OfacName {
  const name = text.trim();
  const comma = person ? name.indexOf(', ') : -1;
  if (comma <= 0) return { value: name };
  return naturalName(name.slice(comma + 2), name.slice(0, comma));
}

/** A name whose parts the list gives apart; either may be empty. */
export function naturalName(given: string, family: string): OfacName {
  const [first, last] = [given.trim(), family.trim()];
  if (first === '' || last === '') return { value: first || last };
  return { value: `${first} ${last}`, parts: { family: last, given: first } };
}

/** The name between the apostrophes of `a.k.a. 'NAME'`. */
export function quotedName(text: string): string {
  return /^['"‘“](.*)['"’”][.,]?$/u.exec(text.trim())?.[1] ?? text.trim();
}
