import { CordonError } from '../errors.ts';

/** One way out of the process. */
export interface Out {
  readonly write: (text: string) => void;
  /** Resolves when what was written has left, so that long answers do not pile up; absent where nothing can. */
  readonly drained?: () => Promise<void>;
  readonly isTTY: boolean;
  /** Columns of the terminal, when it is one. */
  readonly columns: number | undefined;
}

/** Everything a command may touch outside itself, so that tests can stand in for the process. */
export interface Io {
  readonly stdout: Out;
  readonly stderr: Out;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input as text. */
  readonly readStdin: () => Promise<string>;
}

/** The options and words that a command was given, as `parseArgs` of Node returns them. */
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly words: readonly string[];
}

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly help: string;
}

/** One command: its help, its options, what it does. `run` returns the exit code. */
export interface Command {
  readonly name: string;
  readonly usage: readonly string[];
  readonly about: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly run: (given: Given, io: Io) => Promise<number>;
}

/** The text of an option, or undefined when it was not given. */
export function textOption(given: Given, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function textsOption(given: Given, name: string): readonly string[] {
  const value = given.values[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

export function flag(given: Given, name: string): boolean {
  return given.values[name] === true;
}

/** A number given as text. Errors: `usage` when it is none. */
export function numberOption(given: Given, name: string): number | undefined {
  const text = textOption(given, name);
  return text === undefined ? undefined : toNumber(`--${name}`, text);
}

export function toNumber(option: string, text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) throw new CordonError('usage', `${option} is "${text}", not a number`);
  return value;
}

/** `KEY=VALUE` pairs, split at the first `=`. Errors: `usage` when there is none. */
export function pairsOption(given: Given, name: string): [string, string][] {
  return textsOption(given, name).map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new CordonError('usage', `--${name} is "${text}", not KEY=VALUE`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

/** Prints an answer as one JSON document. */
export function writeJson(io: Io, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
