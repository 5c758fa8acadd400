import type { Command } from './io.ts';

/** A command by name; its code is loaded when it is asked for, so that screening one name starts quickly. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'screen',
    summary: 'screen a party, or a book of parties, against the lists',
    load: async () => (await import('./screen.ts')).screenCommand,
  },
  {
    name: 'compare',
    summary: 'the score of two names, and why',
    load: async () => (await import('./compare.ts')).compareCommand,
  },
  {
    name: 'show',
    summary: 'an entity with its designations, relations and official pages',
    load: async () => (await import('./show.ts')).showCommand,
  },
  {
    name: 'lists',
    summary: 'the lists in use, their dates and their state',
    load: async () => (await import('./lists.ts')).listsCommand,
  },
  {
    name: 'update',
    summary: 'fetch the lists, or read them from a folder, and compile a snapshot',
    load: async () => (await import('./update.ts')).updateCommand,
  },
];
