import { COMMANDS } from './commands.ts';
import type { Command } from './io.ts';

const GAP = 2;

/** Two columns, the first as wide as its longest entry. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + GAP;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join('');
}

/** Help for the whole program. */
export function generalHelp(): string {
  return (
    'cordon: sanctions screening on the official lists, on your own machine\n\n' +
    'Usage: cordon <command> [options]\n\n' +
    `Commands\n${columns(COMMANDS.map(({ name, summary }) => [name, summary]))}\n` +
    `Everywhere\n${columns([
      ['--json', 'one JSON document (JSON lines for a book) instead of text for people'],
      ['--help', 'help for a command: cordon <command> --help'],
      ['--version', 'the version of Cordon'],
    ])}\n` +
    'The home folder with lists and snapshots is $CORDON_HOME, else .cordon in the working folder.\n' +
    'Exit code: 0 done, 1 fault, 2 wrong usage, 3 with --fail-on-hit when something matches.\n'
  );
}

/** Help for one command. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, spec]) =>
      [
        `--${name}${spec.type === 'string' ? ` ${spec.value ?? 'VALUE'}` : ''}${spec.multiple ? ' …' : ''}`,
        spec.help,
      ] as const,
  );
  return (
    `${command.about}\n\n` +
    `Usage\n${command.usage.map((line) => `  cordon ${command.name}${line === '' ? '' : ` ${line}`}\n`).join('')}\n` +
    `Options\n${columns([...options, ['--help', 'this text']])}`
  );
}
