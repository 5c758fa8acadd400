import type { Screening } from '../engine/answer.ts';
import type { ScreenOptions } from '../engine/options.ts';
import type { QueryInput } from '../engine/query.ts';
import { screen } from '../engine/screen.ts';
import { CordonError } from '../errors.ts';
import { MIN_CUTOFF } from '../match/policy.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { doubtsOf } from './doubts.ts';
import { snapshotInUse } from './home-in-use.ts';
import { type Command, flag, type Given, type Io, textOption, writeJson } from './io.ts';
import { renderScreening } from './render-screening.ts';
import { EXIT_HIT, HOW_OPTIONS, howToScreen, PARTY_OPTIONS, partyToScreen } from './screen-options.ts';
import { styleOf } from './style.ts';
import { printable } from './width.ts';

export const screenCommand: Command = {
  name: 'screen',
  usage: ['[NAME…] [options]', '--query FILE|- [options]', '--input FILE [--output FILE] [options]'],
  about:
    'Screens a party against the lists of a snapshot. The words of NAME join to one name; with --id it may be left out.\n' +
    'With --input it screens a whole book of parties, a CSV or JSON lines file whose columns are FollowTheMoney properties\n' +
    'or their usual names (name, dob, nationality, passport …).',
  options: {
    ...PARTY_OPTIONS,
    ...HOW_OPTIONS,
    json: { type: 'boolean', help: 'the answer as JSON' },
    'fail-on-hit': { type: 'boolean', help: 'exit with 3 when something matches' },
    input: { type: 'string', value: 'FILE', help: 'a book of parties: CSV or JSON lines' },
    output: { type: 'string', value: 'FILE', help: 'its answers, .csv or .jsonl; else JSON lines on stdout' },
    carried: { type: 'boolean', help: 'screen a book even when only the carried data are there' },
  },
  run: runScreen,
};

async function runScreen(given: Given, io: Io): Promise<number> {
  const input = textOption(given, 'input');
  if (input !== undefined) return runBook(input, given, io);
  for (const option of ['output', 'carried'])
    if (given.values[option] !== undefined) throw new CordonError('usage', `--${option} belongs to --input`);
  const party = await partyToScreen(given, io);
  const how = howToScreen(given);
  const snapshot = snapshotInUse(io, textOption(given, 'snapshot'));
  try {
    const screening = screen(snapshot, party, how);
    for (const doubt of doubtsOf(screening.query)) io.stderr.write(`note: ${printable(doubt)}\n`);
    if (flag(given, 'json')) writeJson(io, screening);
    else
      io.stdout.write(renderScreening(screening, styleOf(io), hiddenBelow(snapshot, party, how, screening)));
    return flag(given, 'fail-on-hit') && screening.results.some((hit) => hit.match) ? EXIT_HIT : 0;
  } finally {
    snapshot.close();
  }
}

/** Entities between the least cutoff and the one used, when nothing reached that one: worth a second look by people. */
function hiddenBelow(
  snapshot: Snapshot,
  party: QueryInput,
  how: ScreenOptions,
  screening: Screening,
): number {
  if (screening.total.value > 0 || screening.policy.cutoff <= MIN_CUTOFF) return 0;
  return screen(snapshot, party, { ...how, cutoff: MIN_CUTOFF, limit: 1 }).total.value;
}

async function runBook(input: string, given: Given, io: Io): Promise<number> {
  for (const option of Object.keys(PARTY_OPTIONS))
    if (given.values[option] !== undefined)
      throw new CordonError('usage', `--${option} describes one party; a book has its own columns`);
  if (given.words.length > 0)
    throw new CordonError('usage', `"${given.words.join(' ')}" beside --input: a book has its own names`);
  const { screenBookCommand } = await import('./book.ts');
  return screenBookCommand(
    {
      input,
      output: textOption(given, 'output'),
      carried: flag(given, 'carried'),
      failOnHit: flag(given, 'fail-on-hit'),
      snapshot: textOption(given, 'snapshot'),
      options: howToScreen(given),
    },
    io,
  );
}
