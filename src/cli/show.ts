import { CordonError } from '../errors.ts';
import { viewEntity } from './entity-view.ts';
import { snapshotInUse } from './home-in-use.ts';
import { type Command, flag, type Given, type Io, textOption, writeJson } from './io.ts';
import { renderEntity } from './render-entity.ts';
import { styleOf } from './style.ts';

export const showCommand: Command = {
  name: 'show',
  usage: ['ID [options]'],
  about:
    'An entity with its names, numbers, designations, relations both ways and official pages. ID is any id of it.',
  options: {
    snapshot: { type: 'string', value: 'ID', help: 'look in this snapshot instead of the one in use' },
    json: { type: 'boolean', help: 'the answer as JSON' },
  },
  run: runShow,
};

async function runShow(given: Given, io: Io): Promise<number> {
  const [id] = given.words;
  if (id === undefined || given.words.length > 1)
    throw new CordonError('usage', `show takes one id, ${given.words.length} given`);
  const snapshot = snapshotInUse(io, textOption(given, 'snapshot'));
  try {
    const view = viewEntity(snapshot, id);
    if (flag(given, 'json')) writeJson(io, view);
    else io.stdout.write(renderEntity(view, styleOf(io)));
    return 0;
  } finally {
    snapshot.close();
  }
}
