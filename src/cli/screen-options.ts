import { readFileSync } from 'node:fs';
import type { ScreenOptions } from '../engine/options.ts';
import type { QueryInput } from '../engine/query.ts';
import { CordonError } from '../errors.ts';
import type { WeakMode } from '../match/name-hit.ts';
import {
  flag,
  type Given,
  type Io,
  numberOption,
  type OptionSpec,
  pairsOption,
  textOption,
  textsOption,
  toNumber,
} from './io.ts';

/** What `--fail-on-hit` exits with when something has `match: true`. */
export const EXIT_HIT = 3;

/** Options that say how to screen; shared by single screenings and books. */
export const HOW_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  'as-of': { type: 'string', value: 'DAY', help: 'what was known on that day, YYYY-MM-DD' },
  snapshot: { type: 'string', value: 'ID', help: 'search this snapshot instead of the one in use' },
  threshold: { type: 'string', value: 'T', help: 'score from which a hit is a match, 0 to 1 (0.7)' },
  cutoff: { type: 'string', value: 'T', help: 'least name score that is shown, 0.5 to 1 (the threshold)' },
  weak: { type: 'string', value: 'full|less|none', help: 'how weak aliases count (less)' },
  limit: { type: 'string', value: 'N', help: 'most hits shown (10)' },
  weight: {
    type: 'string',
    multiple: true,
    value: 'KEY=VALUE',
    help: 'another weight in the policy, recorded in the answer',
  },
  exhaustive: {
    type: 'boolean',
    help: 'score every entity instead of using the index: slow, the same answer',
  },
};

/** Options that describe the one party to screen. */
export const PARTY_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  schema: {
    type: 'string',
    value: 'S',
    help: 'Person, Company, Organization, Vessel, Airplane, CryptoWallet … (all)',
  },
  'birth-date': { type: 'string', multiple: true, value: 'DATE', help: 'a day, month or year' },
  country: {
    type: 'string',
    multiple: true,
    value: 'C',
    help: 'ISO code or name: nationality, registration, residence',
  },
  id: {
    type: 'string',
    multiple: true,
    value: 'V',
    help: 'any number: IMO, MMSI, passport, tax number, BIC, LEI, wallet …',
  },
  property: {
    type: 'string',
    multiple: true,
    value: 'KEY=VALUE',
    help: 'any FollowTheMoney property, such as birthPlace=Pyongyang',
  },
  query: { type: 'string', value: 'FILE|-', help: 'a query as JSON: {"schema": …, "properties": {…}}' },
};

/** How to screen, from the command line. The engine checks the ranges. Errors: `usage` for what is no number. */
export function howToScreen(given: Given): ScreenOptions {
  const threshold = numberOption(given, 'threshold');
  const cutoff = numberOption(given, 'cutoff');
  const limit = numberOption(given, 'limit');
  const weak = textOption(given, 'weak');
  const asOf = textOption(given, 'as-of');
  const weights = pairsOption(given, 'weight').map(
    ([key, value]) => [key, toNumber(`--weight ${key}`, value)] as const,
  );
  return {
    ...(threshold === undefined ? {} : { threshold }),
    ...(cutoff === undefined ? {} : { cutoff }),
    ...(limit === undefined ? {} : { limit }),
    // The engine names the words it knows.
    ...(weak === undefined ? {} : { weak: weak as WeakMode }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(weights.length === 0 ? {} : { weights: Object.fromEntries(weights) }),
    ...(flag(given, 'exhaustive') ? { exhaustive: true } : {}),
  };
}

/** The party to screen. Errors: `usage` when there is none or it is given twice; `input-malformed` for a bad file. */
export async function partyToScreen(given: Given, io: Io): Promise<QueryInput> {
  const properties = new Map<string, string[]>();
  const add = (property: string, values: readonly string[]): void => {
    if (values.length > 0) properties.set(property, [...(properties.get(property) ?? []), ...values]);
  };
  const name = given.words.join(' ').trim();
  add('name', name === '' ? [] : [name]);
  add('birthDate', textsOption(given, 'birth-date'));
  add('country', textsOption(given, 'country'));
  add('id', textsOption(given, 'id'));
  for (const [key, value] of pairsOption(given, 'property')) add(key, [value]);
  const schema = textOption(given, 'schema');
  const file = textOption(given, 'query');
  if (file !== undefined) {
    if (properties.size > 0 || schema !== undefined)
      throw new CordonError(
        'usage',
        '--query describes the whole party; give neither a name nor other properties with it',
      );
    return parseQuery(file, file === '-' ? await io.readStdin() : readFileSync(file, 'utf8'));
  }
  if (properties.size === 0)
    throw new CordonError('usage', 'nothing to screen: give a NAME, --id, --query or --input');
  return { schema: schema ?? null, properties: Object.fromEntries(properties) };
}

function parseQuery(file: string, text: string): QueryInput {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CordonError('input-malformed', `${file} is not JSON: ${(error as Error).message}`, {
      cause: error,
    });
  }
  if (typeof value === 'string') return value;
  const query = value as { schema?: unknown; properties?: unknown } | null;
  if (
    typeof query !== 'object' ||
    query === null ||
    typeof query.properties !== 'object' ||
    query.properties === null
  )
    throw new CordonError('input-malformed', `${file} has no "properties" object`);
  if (query.schema !== undefined && query.schema !== null && typeof query.schema !== 'string')
    throw new CordonError('input-malformed', `${file}: schema is ${JSON.stringify(query.schema)}, not text`);
  return query as QueryInput;
}
