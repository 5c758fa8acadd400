import { once } from 'node:events';
import type { Io, Out } from './io.ts';
import { run } from './run.ts';

/** A reader of the answer that closes early (`| head`) ends the work and is no fault; a closed stderr changes nothing. */
function out(stream: NodeJS.WriteStream, onClosed: () => void): Out {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    onClosed();
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    drained: async () => {
      if (stream.writableNeedDrain) await once(stream, 'drain');
    },
    isTTY: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

async function readStdin(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const io: Io = {
  stdout: out(process.stdout, () => process.exit(0)),
  stderr: out(process.stderr, () => {}),
  env: process.env,
  readStdin,
};
// Not process.exit: what was written to a pipe must be let out first.
process.exitCode = await run(process.argv.slice(2), io);
