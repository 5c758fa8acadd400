import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CordonError } from '../errors.ts';
import type { ListFile } from './reader.ts';

/** A file on disk as a list file: `.gz` is decompressed on the way, and its name is without the ending. */
export function diskFile(path: string): ListFile {
  const packed = path.endsWith('.gz');
  return {
    name: basename(path, packed ? '.gz' : ''),
    open: () => (packed ? unpacked(path) : createReadStream(path)),
  };
}

async function* unpacked(path: string): AsyncIterable<Uint8Array> {
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of source.pipe(gunzip)) yield chunk as Uint8Array;
  } catch (error) {
    throw new CordonError('list-malformed', `${path} is not a whole gzip file: ${(error as Error).message}`, { cause: error });
  }
}

/** sha256 over the decompressed bytes of a list's files, in the order of their names, each name before its bytes. */
export async function hashFiles(files: readonly ListFile[]): Promise<string> {
  const all = createHash('sha256');
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const one = createHash('sha256');
    for await (const chunk of file.open()) one.update(chunk);
    // One file is named by its own bytes alone, whatever it was called; a set by its parts.
    if (files.length === 1) return one.digest('hex');
    all.update(`${file.name.toLowerCase()}\n${one.digest('hex')}\n`);
  }
  return all.digest('hex');
}

/** The first bytes of a file as text (UTF-8, damage replaced), for recognition. */
export async function headOf(file: ListFile, bytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let have = 0;
  for await (const chunk of file.open()) {
    parts.push(chunk);
    have += chunk.length;
    if (have >= bytes) break;
  }
  return Buffer.concat(parts).subarray(0, bytes).toString('utf8');
}
