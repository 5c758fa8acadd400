import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type UpdateReport, update } from '../engine/update.ts';
import { CordonError } from '../errors.ts';
import type { CatalogueOverrides } from '../lists/catalogue.ts';
import { homeOf } from './home-in-use.ts';
import {
  type Command,
  flag,
  type Given,
  type Io,
  pairsOption,
  textOption,
  textsOption,
  writeJson,
} from './io.ts';
import { progressLine } from './progress-line.ts';
import { renderUpdate } from './render-update.ts';
import { styleOf } from './style.ts';

/** In the home: addresses, tokens, minima of lists in place of the catalogue's. */
const OVERRIDES = 'catalogue.json';

export const updateCommand: Command = {
  name: 'update',
  usage: ['[options]', '--from DIR [options]', '--own SLUG=FILE [options]'],
  about:
    'Fetches the official lists, or reads them from a folder, checks each one, compiles a snapshot and switches to it.\n' +
    `Lists not found this time keep the version already held. Addresses and tokens may be set in ${OVERRIDES} of the home.`,
  options: {
    from: { type: 'string', value: 'DIR', help: 'read the lists from this folder instead of fetching them' },
    list: {
      type: 'string',
      multiple: true,
      value: 'SLUG',
      help: 'only this list; others stay as they are held',
    },
    only: { type: 'boolean', help: 'drop lists that are not found this time' },
    own: {
      type: 'string',
      multiple: true,
      value: 'SLUG=FILE',
      help: 'a list of your own: FollowTheMoney JSON lines, CSV or JSONL',
    },
    json: { type: 'boolean', help: 'the report as JSON' },
  },
  run: runUpdate,
};

async function runUpdate(given: Given, io: Io): Promise<number> {
  if (given.words.length > 0)
    throw new CordonError('usage', `update takes no words, "${given.words.join(' ')}" given`);
  const home = homeOf(io);
  io.stderr.write(`home ${home.path}\n`);
  const from = textOption(given, 'from');
  const lists = textsOption(given, 'list');
  const own = pairsOption(given, 'own');
  const progress = progressLine(io);
  let report: UpdateReport;
  try {
    report = await update({
      home: home.path,
      ...(from === undefined ? {} : { from }),
      ...(lists.length === 0 ? {} : { lists }),
      ...(flag(given, 'only') ? { only: true } : {}),
      ...(own.length === 0 ? {} : { own: Object.fromEntries(own) }),
      catalogue: overridesOf(join(home.path, OVERRIDES)),
      progress: progress.say,
    });
  } finally {
    progress.end();
  }
  if (flag(given, 'json')) writeJson(io, report);
  else io.stdout.write(renderUpdate(report, styleOf(io)));
  return report.lists.some((one) => one.outcome === 'refused') ? 1 : 0;
}

function overridesOf(path: string): CatalogueOverrides {
  if (!existsSync(path)) return {};
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CordonError('input-malformed', `${path} is not JSON: ${(error as Error).message}`, {
      cause: error,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CordonError('input-malformed', `${path} is no object of lists`);
  for (const [slug, one] of Object.entries(value)) checkOverride(path, slug, one);
  return value as CatalogueOverrides;
}

const FIELDS: ReadonlyMap<string, string> = new Map([
  ['url', 'string'],
  ['token', 'string'],
  ['minimum', 'number'],
  ['staleDays', 'number'],
]);

function checkOverride(path: string, slug: string, one: unknown): void {
  if (typeof one !== 'object' || one === null)
    throw new CordonError('input-malformed', `${path}: ${slug} is ${JSON.stringify(one)}, no object`);
  for (const [field, value] of Object.entries(one))
    if (FIELDS.get(field) !== typeof value)
      throw new CordonError(
        'input-malformed',
        `${path}: ${slug}.${field} is ${JSON.stringify(value)}; known are ${[...FIELDS].map(([name, type]) => `${name} (${type})`).join(', ')}`,
      );
}
