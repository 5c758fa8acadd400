import { countryCandidates } from '../model/countries.ts';
import { compareDates } from '../model/dates.ts';
import type { Entity, Identifier, PartialDate } from '../model/entity.ts';
import { schemaGroup } from '../model/schema.ts';
import { clean } from '../text/clean.ts';
import { tokenise } from '../text/tokens.ts';
import type { Policy } from './policy.ts';

/** What a query says beyond names, taken apart once. */
export interface Evidence {
  readonly birthDates: readonly PartialDate[];
  readonly birthPlaces: readonly string[];
  /** ISO-2 codes that nationality, country or jurisdiction may mean; "Korea" means two. */
  readonly countries: readonly { readonly raw: string; readonly codes: readonly string[] }[];
  readonly genders: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly string[];
}

export type State = 'matched' | 'contradicted' | 'unknown';

/** How one field of a query stands to an entity. */
export interface Finding {
  readonly feature: string;
  readonly state: State;
  /** What it takes off the score, 0 for anything but a contradiction. */
  readonly penalty: number;
  readonly query: string;
  readonly candidate: string;
  readonly detail: string;
  /** Orders hits of equal score: agreement of rare facts counts more. */
  readonly agreement: number;
}

const NOTHING = { penalty: 0, agreement: 0 };

/** Numbers that only one party in the world bears: two different ones are two parties. */
const SINGULAR = new Set(['imoNumber', 'leiCode', 'ogrnCode', 'innCode']);
/** Numbers of which a party has one in a country. */
const ONE_A_COUNTRY = new Set(['idNumber', 'taxNumber', 'registrationNumber']);

/** Compares every field that the query gives; absence on either side is unknown and never moves the score. */
export function weighEvidence(query: Evidence, entity: Entity, policy: Policy): Finding[] {
  const findings: Finding[] = [];
  if (query.birthDates.length > 0) findings.push(birthDate(query.birthDates, entity, policy));
  if (query.birthPlaces.length > 0) findings.push(birthPlace(query.birthPlaces, entity, policy));
  if (query.countries.length > 0) findings.push(countries(query.countries, entity, policy));
  if (query.genders.length > 0) findings.push(gender(query.genders, entity, policy));
  findings.push(...identifiers(query.identifiers, entity, policy));
  if (query.addresses.length > 0) findings.push(address(query.addresses, entity));
  return findings;
}

const DATE_RANK = ['same', 'compatible', 'close', 'swapped', 'contradicted', 'unknown'] as const;

function birthDate(dates: readonly PartialDate[], entity: Entity, policy: Policy): Finding {
  let best: (typeof DATE_RANK)[number] = 'unknown';
  let pair: [PartialDate, PartialDate] | null = null;
  for (const query of dates)
    for (const candidate of entity.birthDates) {
      const found = compareDates(query, candidate);
      if (found === 'unknown') continue;
      if (pair === null || DATE_RANK.indexOf(found) < DATE_RANK.indexOf(best)) {
        best = found;
        pair = [query, candidate];
      }
    }
  const query = dates.map((date) => date.raw).join('; ');
  const listed = entity.birthDates.map((date) => date.raw).join('; ');
  const base = { feature: 'birth_date', query, candidate: pair?.[1].raw ?? listed };
  switch (best) {
    case 'same':
      return { ...base, state: 'matched', penalty: 0, agreement: 3, detail: 'same day' };
    case 'compatible':
      return { ...base, state: 'matched', penalty: 0, agreement: 2, detail: 'can be the same day' };
    case 'close':
    case 'swapped':
      return {
        ...base,
        state: 'matched',
        penalty: policy.value('birth_date.close'),
        agreement: 1,
        detail: best === 'swapped' ? 'day and month exchanged' : 'close, one part differs',
      };
    case 'contradicted':
      return {
        ...base,
        candidate: listed,
        state: 'contradicted',
        penalty: policy.value('birth_date.contradicted'),
        agreement: 0,
        detail: 'cannot be the same day',
      };
    default:
      return {
        ...base,
        ...NOTHING,
        state: 'unknown',
        detail: listed === '' ? 'the list gives no birth date' : 'unreadable',
      };
  }
}

/** Words of a place that say nothing: shorter ones are articles and abbreviations. */
const MIN_PLACE_WORD = 4;

function placeWords(text: string): Set<string> {
  return new Set(
    tokenise(clean(text).text)
      .map((token) => token.text)
      .filter((word) => word.length >= MIN_PLACE_WORD),
  );
}

function shareWord(a: string, b: string): boolean {
  const words = placeWords(b);
  for (const word of placeWords(a)) if (words.has(word)) return true;
  return false;
}

function birthPlace(places: readonly string[], entity: Entity, policy: Policy): Finding {
  const listed = entity.birthPlaces.map((place) => place.full).join('; ');
  const base = { feature: 'birth_place', query: places.join('; '), candidate: listed };
  if (entity.birthPlaces.length === 0)
    return { ...base, ...NOTHING, state: 'unknown', detail: 'the list gives no birth place' };
  for (const query of places)
    for (const place of entity.birthPlaces)
      if (shareWord(query, place.full))
        return {
          ...base,
          state: 'matched',
          penalty: 0,
          agreement: 1,
          candidate: place.full,
          detail: 'a word in common',
        };
  const codes = places.flatMap((place) => [...placeCountries(place)]);
  const listedCodes = entity.birthPlaces.map((place) => place.country?.code ?? null);
  if (codes.length > 0 && !listedCodes.includes(null) && !codes.some((code) => listedCodes.includes(code)))
    return {
      ...base,
      state: 'contradicted',
      penalty: policy.value('birth_place.contradicted'),
      agreement: 0,
      detail: 'places in different countries',
    };
  return { ...base, ...NOTHING, state: 'unknown', detail: 'no word in common; spellings of places vary' };
}

function placeCountries(place: string): readonly string[] {
  return countryCandidates(place.split(',').at(-1)!);
}

function countries(asked: Evidence['countries'], entity: Entity, policy: Policy): Finding {
  const listed = new Set<string>();
  for (const one of [...entity.nationalities, ...entity.countries]) if (one.code) listed.add(one.code);
  for (const one of [...entity.addresses, ...entity.birthPlaces])
    if (one.country?.code) listed.add(one.country.code);
  for (const one of entity.identifiers) if (one.country) listed.add(one.country);
  const base = {
    feature: 'country',
    query: asked.map((one) => one.raw).join('; '),
    candidate: [...listed].sort().join('; '),
  };
  const codes = asked.flatMap((one) => one.codes);
  const common = codes.filter((code) => listed.has(code));
  if (common.length > 0)
    return {
      ...base,
      state: 'matched',
      penalty: 0,
      agreement: 1,
      detail: `in common: ${[...new Set(common)].join(', ')}`,
    };
  if (listed.size === 0)
    return { ...base, ...NOTHING, state: 'unknown', detail: 'the list gives no country' };
  if (codes.length === 0)
    return { ...base, ...NOTHING, state: 'unknown', detail: 'the country given is not known' };
  // Flags are changed on purpose: another one says nothing about a ship.
  if (schemaGroup(entity.schema) === 'vessel')
    return { ...base, ...NOTHING, state: 'unknown', detail: 'a ship may change its flag' };
  const alone = entity.birthDates.every((date) => date.from === null);
  return {
    ...base,
    state: 'contradicted',
    penalty: policy.value(alone ? 'country.contradicted_alone' : 'country.contradicted'),
    agreement: 0,
    detail: 'no country in common',
  };
}

function gender(asked: readonly string[], entity: Entity, policy: Policy): Finding {
  const base = { feature: 'gender', query: asked.join('; '), candidate: entity.genders.join('; ') };
  if (entity.genders.length === 0)
    return { ...base, ...NOTHING, state: 'unknown', detail: 'the list gives no gender' };
  if (asked.some((one) => (entity.genders as readonly string[]).includes(one)))
    return { ...base, state: 'matched', penalty: 0, agreement: 0.5, detail: 'same' };
  return {
    ...base,
    state: 'contradicted',
    penalty: policy.value('gender.contradicted'),
    agreement: 0,
    detail: 'differs',
  };
}

function identifiers(asked: readonly Identifier[], entity: Entity, policy: Policy): Finding[] {
  const findings: Finding[] = [];
  for (const query of asked) {
    const same = entity.identifiers.filter(
      (one) =>
        one.type === query.type &&
        (query.country === null || one.country === null || one.country === query.country),
    );
    if (same.length === 0 || same.some((one) => one.value === query.value)) continue;
    const singular =
      SINGULAR.has(query.type) &&
      query.valid === true &&
      same.every((one) => one.valid === true && one.verified !== false);
    const oneACountry =
      ONE_A_COUNTRY.has(query.type) &&
      same.some((one) => one.country !== null && one.country === query.country);
    if (!singular && !oneACountry) continue;
    findings.push({
      feature: `identifier.${query.type}`,
      state: 'contradicted',
      penalty: policy.value(singular ? 'identifier.contradicted_singular' : 'identifier.contradicted'),
      query: query.raw,
      candidate: same.map((one) => one.raw).join('; '),
      detail: 'another number of the same kind',
      agreement: 0,
    });
  }
  return findings;
}

function address(asked: readonly string[], entity: Entity): Finding {
  const base = {
    feature: 'address',
    query: asked.join('; '),
    candidate: entity.addresses
      .map((one) => one.full)
      .filter(Boolean)
      .slice(0, 3)
      .join('; '),
  };
  for (const query of asked)
    for (const one of entity.addresses)
      if (one.full !== '' && shareWord(query, one.full))
        return {
          ...base,
          state: 'matched',
          penalty: 0,
          agreement: 1,
          candidate: one.full,
          detail: 'a word in common',
        };
  return {
    ...base,
    ...NOTHING,
    state: 'unknown',
    detail: 'people and companies move; a difference says nothing',
  };
}
