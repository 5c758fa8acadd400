import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { ListFile, ListReader, Note } from '../../src/lists/reader.ts';
import type { Entity } from '../../src/model/entity.ts';

/** A file of the disk as a reader gets it; `.gz` is opened. */
export function diskFile(path: string): ListFile {
  return {
    name: basename(path),
    open: () => {
      const stream = createReadStream(path);
      return path.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
    },
  };
}

/** A text or bytes as a file, in pieces of some length so that pieces end inside characters and tags. */
export function memoryFile(name: string, content: string | Uint8Array, piece: number = 64 * 1024): ListFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    name,
    async *open() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

/** Folder of this room's fixtures. */
export function fixture(path: string): string {
  return new URL(`fixtures/${path}`, import.meta.url).pathname;
}

export function fixtureText(path: string): string {
  return readFileSync(fixture(path), 'utf8');
}

/** What one file says, entities by id. */
export async function readOne(
  reader: ListReader,
  file: ListFile,
  slug: string,
): Promise<{ entities: Map<string, Entity>; content: Awaited<ReturnType<ListReader['read']>> }> {
  const content = await reader.read([file], slug);
  return { content, entities: new Map(content.entities.map((entity) => [entity.id, entity])) };
}

/** Codes of notes with field and value, sorted, as one comparable list. */
export function noteLines(notes: readonly Note[]): string[] {
  return notes.map((note) => `${note.code} ${note.field} ${note.value}`.trim()).sort();
}
