import type { Screening } from '../engine/answer.ts';
import type { ScreenOptions } from '../engine/options.ts';
import type { QueryInput } from '../engine/query.ts';
import { screen } from '../engine/screen.ts';
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
  usage: ['[NAME…] [options]', '--query FILE|- [options]'],
  about:
    'Screens a party against the lists of a snapshot. The words of NAME join to one name; with --id it may be left out.',
  options: {
    ...PARTY_OPTIONS,
    ...HOW_OPTIONS,
    json: { type: 'boolean', help: 'the answer as JSON' },
    'fail-on-hit': { type: 'boolean', help: 'exit with 3 when something matches' },
  },
  run: runScreen,
};

async function runScreen(given: Given, io: Io): Promise<number> {
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
