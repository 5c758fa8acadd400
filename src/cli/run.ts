import { type ParseArgsConfig, parseArgs } from 'node:util';
import { engineVersion } from '../engine/version.ts';
import { CordonError } from '../errors.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Command, Given, Io } from './io.ts';
import { printable } from './width.ts';

/**
 * Runs one command line (without `node` and the script) and returns its exit code: 0 when it did its work, 1 on a
 * fault, 2 on wrong usage, 3 with `--fail-on-hit` when something matched. Only the answer goes to `io.stdout`.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (!(error instanceof CordonError)) {
      const system = systemFault(error);
      if (system === null) throw error;
      io.stderr.write(`cordon: ${printable(system)}\n`);
      return 1;
    }
    io.stderr.write(`cordon: ${printable(error.message)}\n${error.advice}\n`);
    return error.exit;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    io.stdout.write(generalHelp());
    return 0;
  }
  if (name === '--version') {
    io.stdout.write(`${engineVersion()}\n`);
    return 0;
  }
  if (name === undefined) {
    io.stderr.write(generalHelp());
    return 2;
  }
  const wanted = name === 'help' ? rest[0]! : name;
  const entry = COMMANDS.find((one) => one.name === wanted);
  if (!entry)
    throw new CordonError(
      'usage',
      `no command "${wanted}"; there are ${COMMANDS.map((one) => one.name).join(', ')}`,
    );
  const command = await entry.load();
  if (name === 'help') {
    io.stdout.write(commandHelp(command));
    return 0;
  }
  const given = readArguments(command, rest);
  if (given.values.help === true) {
    io.stdout.write(commandHelp(command));
    return 0;
  }
  return command.run(given, io);
}

function readArguments(command: Command, args: readonly string[]): Given {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const [name, spec] of Object.entries(command.options))
    options[name] = { type: spec.type, ...(spec.multiple ? { multiple: true } : {}) };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Given['values'], words: positionals };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      throw new CordonError('usage', `${command.name}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** A fault of the file system or the network in one line; null for anything else, which is a defect of Cordon. */
function systemFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  return error.message;
}
