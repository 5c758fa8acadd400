import { type CompareOptions, type Comparison, compare } from '../engine/compare.ts';
import { CordonError } from '../errors.ts';
import type { WeakMode } from '../match/name-hit.ts';
import {
  type Command,
  flag,
  type Given,
  type Io,
  numberOption,
  pairsOption,
  textOption,
  toNumber,
  writeJson,
} from './io.ts';
import { renderComparison } from './render-comparison.ts';
import { EXIT_HIT, HOW_OPTIONS } from './screen-options.ts';
import { styleOf } from './style.ts';

export const compareCommand: Command = {
  name: 'compare',
  usage: ['A B [options]', '--input pairs.csv [options]'],
  about:
    'The score of name A, as a query, against name B, as listed, and why. Needs no lists.\n' +
    'With --input every pair of a CSV file with the columns a, b and schema (which may be empty or absent).',
  options: {
    schema: {
      type: 'string',
      value: 'S',
      help: 'Person, Organization, Vessel …; without it the best counts and is named',
    },
    ...only(HOW_OPTIONS, ['threshold', 'weak', 'weight']),
    input: { type: 'string', value: 'FILE', help: 'pairs as CSV' },
    json: { type: 'boolean', help: 'the answer as JSON (JSON lines with --input)' },
    'fail-on-hit': { type: 'boolean', help: 'exit with 3 when something matches' },
  },
  run: runCompare,
};

function only(options: Command['options'], names: readonly string[]): Command['options'] {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
}

async function runCompare(given: Given, io: Io): Promise<number> {
  const options = compareOptions(given);
  const input = textOption(given, 'input');
  if (input !== undefined) return runPairs(input, given, options, io);
  const [a, b] = given.words;
  if (a === undefined || b === undefined || given.words.length > 2)
    throw new CordonError(
      'usage',
      `compare takes two names, ${given.words.length} given; put each in quotes`,
    );
  const comparison = compare(a, b, options);
  if (flag(given, 'json')) writeJson(io, comparison);
  else io.stdout.write(renderComparison(comparison, styleOf(io)));
  return exitOf(given, comparison.match);
}

function exitOf(given: Given, matched: boolean): number {
  return matched && flag(given, 'fail-on-hit') ? EXIT_HIT : 0;
}

function compareOptions(given: Given): CompareOptions {
  const schema = textOption(given, 'schema');
  const threshold = numberOption(given, 'threshold');
  const weak = textOption(given, 'weak');
  const weights = pairsOption(given, 'weight').map(
    ([key, value]) => [key, toNumber(`--weight ${key}`, value)] as const,
  );
  return {
    ...(schema === undefined ? {} : { schema }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(weak === undefined ? {} : { weak: weak as WeakMode }),
    ...(weights.length === 0 ? {} : { weights: Object.fromEntries(weights) }),
  };
}

/** Every pair of a file, in its order. A row without two names is a fault that names its line; nothing is skipped. */
async function runPairs(path: string, given: Given, options: CompareOptions, io: Io): Promise<number> {
  if (given.words.length > 0)
    throw new CordonError('usage', `"${given.words.join(' ')}" beside --input: the names come from the file`);
  const { readPairs } = await import('./pairs-file.ts');
  const style = styleOf(io);
  let matched = false;
  for await (const { a, b, schema } of readPairs(path)) {
    const comparison: Comparison = compare(a, b, { ...options, ...(schema === null ? {} : { schema }) });
    matched ||= comparison.match;
    io.stdout.write(
      flag(given, 'json') ? `${JSON.stringify(comparison)}\n` : renderComparison(comparison, style),
    );
    await io.stdout.drained?.();
  }
  return exitOf(given, matched);
}
