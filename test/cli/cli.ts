import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { carriedReadLists, toCompile } from '../../src/engine/compile-lists.ts';
import { openHome } from '../../src/engine/home.ts';
import { compileSnapshot } from '../../src/snapshot/compile.ts';

/** What one command line wrote and returned. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Runs the command line in this process. */
export async function cordon(argv: readonly string[], terminal: Terminal = {}): Promise<Outcome> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const out = (into: string[]) => ({
    write: (text: string) => {
      into.push(text);
    },
    isTTY: terminal.isTTY === true,
    columns: terminal.columns,
  });
  const io: Io = {
    stdout: out(stdout),
    stderr: out(stderr),
    env: terminal.env ?? {},
    readStdin: async () => terminal.stdin ?? '',
  };
  const code = await run(argv, io);
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cordon-cli-'));
}

export interface HomeOptions {
  /** Days since the last check of every list. */
  readonly age?: number;
  /** Lists whose newest version was refused, with the reason. */
  readonly failed?: Readonly<Record<string, string>>;
}

const DAY = 86_400_000;
let compiled: readonly Uint8Array[] | undefined;

/** A home folder whose snapshot holds the lists of the package, checked `age` days ago (today). */
export function makeHome(options: HomeOptions = {}): {
  readonly path: string;
  readonly id: string;
  readonly env: Record<string, string>;
} {
  const lists = carriedReadLists();
  compiled ??= compileSnapshot(
    toCompile(
      lists,
      lists.map((list) => list.slug),
    ),
  ).pieces;
  const hash = createHash('sha256');
  for (const piece of compiled) hash.update(piece);
  const id = hash.digest('hex');
  const path = temporaryFolder();
  const home = openHome(path);
  home.addSnapshot(id, compiled);
  home.switchTo(id);
  const checked = new Date(Date.now() - (options.age ?? 0) * DAY).toISOString();
  home.writeState({
    checked: Object.fromEntries(lists.map((list) => [list.slug, checked])),
    fetched: {},
    failed: Object.fromEntries(
      Object.entries(options.failed ?? {}).map(([slug, reason]) => [slug, { reason, when: checked }]),
    ),
    held: {},
  });
  return { path, id, env: { CORDON_HOME: path } };
}
