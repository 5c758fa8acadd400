import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CordonError } from '../errors.ts';
import type { ListFile } from './reader.ts';

const GZ = /\.gz$/i;

/** A file on disk as a list file: `.gz` is decompressed on the way, and its name is without the ending. */
export function diskFile(path: string): ListFile {
  const packed = GZ.test(path);
  return {
    name: packed ? basename(path).replace(GZ, '') : basename(path),
    open: () => (packed ? unpacked(path) : createReadStream(path)),
  };
}

async function* unpacked(path: string): AsyncIterable<Uint8Array> {
  const source = createReadStream(path);
  const gunzip = createGunzip();
  let broken: Error | undefined;
  source.on('error', (error) => {
    broken = error;
    gunzip.destroy(error);
  });
  try {
    for await (const chunk of source.pipe(gunzip)) yield chunk as Uint8Array;
  } catch (error) {
    if (error === broken) throw error;
    throw new CordonError('list-malformed', `${path} is not a whole gzip file: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    // A reader that looks at the head only leaves the rest of the file unread.
    source.destroy();
  }
}

/**
 * The name of a version: for one file the sha256 of its decompressed bytes, whatever the file is called; for a set the
 * sha256 over the names (lower case, sorted) and hashes of its files.
 */
export async function hashFiles(files: readonly ListFile[]): Promise<string> {
  if (files.length === 1) return hashFile(files[0]!);
  const parts: string[] = [];
  for (const file of files) parts.push(`${file.name.toLowerCase()}\n${await hashFile(file)}\n`);
  return createHash('sha256').update(parts.sort().join('')).digest('hex');
}

async function hashFile(file: ListFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.open()) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * The first bytes of a file as text (UTF-8, damage replaced), for recognition. A gzip file that breaks off gives what
 * came before: it is recognised, and then refused by its reader by name, rather than left aside as unknown.
 */
export async function headOf(file: ListFile, bytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let have = 0;
  try {
    for await (const chunk of file.open()) {
      parts.push(chunk);
      have += chunk.length;
      if (have >= bytes) break;
    }
  } catch (error) {
    if (!(error instanceof CordonError)) throw error;
  }
  return Buffer.concat(parts).subarray(0, bytes).toString('utf8');
}
