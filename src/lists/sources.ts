import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CordonError } from '../errors.ts';
import { diskFile, hashFiles } from './list-file.ts';
import type { ListFile } from './reader.ts';
import type { ListFormat } from './recognise.ts';

/** An accepted version of a list, kept so that a snapshot can be compiled again. */
export interface HeldSource {
  readonly slug: string;
  /** As of `hashFiles`: over the decompressed bytes. */
  readonly hash: string;
  readonly format: ListFormat | 'ftm-jsonl' | 'own';
  /** `YYYY-MM-DD` or `YYYY-MM`, null when unknown. */
  readonly date: string | null;
  /** Validators of the publisher's answer. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/**
 * Copies an accepted version to `<home>/sources/<slug>/<hash>/`, decompressed, and what is known of it to
 * `<hash>.json` beside. Both appear whole or not at all; a version that is there already gets the new validators only.
 * Errors: `list-malformed` when the bytes are not those of the hash (the file changed after it was read).
 */
export async function keepSource(
  home: string,
  source: HeldSource,
  files: readonly ListFile[],
): Promise<void> {
  const folder = folderOf(home, source.slug, source.hash);
  if (!existsSync(folder)) {
    const temporary = `${folder}.${process.pid}.tmp`;
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary, { recursive: true });
    try {
      for (const file of files)
        await pipeline(file.open(), createWriteStream(join(temporary, file.name), { flush: true }));
      const kept = await hashFiles(filesIn(temporary));
      if (kept !== source.hash)
        throw new CordonError(
          'list-malformed',
          `${source.slug}: ${files[0]?.name} changed while it was read (sha256 ${source.hash}, then ${kept})`,
        );
      renameSync(temporary, folder);
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true });
      throw error;
    }
  }
  const about = `${folder}.json`;
  writeFileSync(`${about}.${process.pid}.tmp`, `${JSON.stringify(source, null, 2)}\n`, { flush: true });
  renameSync(`${about}.${process.pid}.tmp`, about);
}

/** A kept version and its files. Errors: the file system's, when it is not kept. */
export function heldSource(
  home: string,
  slug: string,
  hash: string,
): { source: HeldSource; files: ListFile[] } {
  const folder = folderOf(home, slug, hash);
  const source = JSON.parse(readFileSync(`${folder}.json`, 'utf8')) as HeldSource;
  return { source, files: filesIn(folder) };
}

function folderOf(home: string, slug: string, hash: string): string {
  return join(home, 'sources', slug, hash);
}

function filesIn(folder: string): ListFile[] {
  return readdirSync(folder)
    .sort()
    .map((name) => diskFile(join(folder, name)));
}
