import { CordonError } from '../errors.ts';
import { homeOf, snapshotInUse } from './home-in-use.ts';
import { type Command, flag, type Given, type Io, textOption, writeJson } from './io.ts';
import { type ListsOverview, overviewOf } from './list-overview.ts';
import { renderOverview } from './render-overview.ts';
import { styleOf } from './style.ts';

export const listsCommand: Command = {
  name: 'lists',
  usage: ['[options]'],
  about:
    'The lists in use: entries by type, date of publication, last check, age, hash, notes, whether failed or stale.',
  options: {
    snapshot: { type: 'string', value: 'ID', help: 'describe this snapshot instead of the one in use' },
    check: {
      type: 'boolean',
      help: 'exit with 1 when a list is stale, failed or only an excerpt (for a scheduler)',
    },
    verify: { type: 'boolean', help: 'read the whole snapshot and compare its hash with its id' },
    json: { type: 'boolean', help: 'the answer as JSON' },
  },
  run: runLists,
};

async function runLists(given: Given, io: Io): Promise<number> {
  if (given.words.length > 0)
    throw new CordonError('usage', `lists takes no words, "${given.words.join(' ')}" given`);
  const snapshot = snapshotInUse(io, textOption(given, 'snapshot'));
  try {
    const overview = overviewOf(homeOf(io), snapshot, flag(given, 'verify'));
    if (flag(given, 'json')) writeJson(io, overview);
    else io.stdout.write(renderOverview(overview, styleOf(io)));
    return flag(given, 'check') && needsCare(overview) ? 1 : 0;
  } finally {
    snapshot.close();
  }
}

function needsCare(overview: ListsOverview): boolean {
  return (
    overview.lists.some((list) => list.stale || list.failed !== null || list.excerpt) ||
    overview.absent.some((one) => one.failed !== null)
  );
}
