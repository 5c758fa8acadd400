import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { diskFile } from './list-file.ts';
import type { ListFile } from './reader.ts';
import type { ListFormat } from './recognise.ts';

/** An accepted version of a list, kept so that a snapshot can be compiled again. */
export interface HeldSource {
  readonly slug: string;
  /** sha256 of the decompressed bytes. */
  readonly hash: string;
  readonly format: ListFormat | 'ftm-jsonl' | 'own';
  /** `YYYY-MM-DD`, null when unknown. */
  readonly date: string | null;
  /** Validators of the publisher's answer. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const ABOUT = 'about.json';

/** Copies an accepted version under `<home>/sources/<slug>/<hash>/`, decompressed; it appears there whole or not at all. */
export async function keepSource(home: string, source: HeldSource, files: readonly ListFile[]): Promise<void> {
  const folder = join(home, 'sources', source.slug, source.hash);
  if (existsSync(folder)) {
    writeFileSync(join(folder, ABOUT), `${JSON.stringify(source, null, 2)}\n`);
    return;
  }
  const temporary = `${folder}.${process.pid}.tmp`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  for (const file of files) {
    const out = createWriteStream(join(temporary, file.name));
    for await (const chunk of file.open()) if (!out.write(chunk)) await once(out, 'drain');
    out.end();
    await once(out, 'close');
  }
  writeFileSync(join(temporary, ABOUT), `${JSON.stringify(source, null, 2)}\n`);
  renameSync(temporary, folder);
}

/** A kept version and its files. */
export function heldSource(home: string, slug: string, hash: string): { source: HeldSource; files: ListFile[] } {
  const folder = join(home, 'sources', slug, hash);
  const source = JSON.parse(readFileSync(join(folder, ABOUT), 'utf8')) as HeldSource;
  const files = readdirSync(folder)
    .filter((name) => name !== ABOUT)
    .sort()
    .map((name) => diskFile(join(folder, name)));
  return { source, files };
}
