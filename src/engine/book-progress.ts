import { existsSync, readFileSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CordonError } from '../errors.ts';
import type { BookCounts } from './book-batch.ts';

/** What an output is an answer to. Two runs that agree in all of it write the same bytes. */
export interface BookIdentity {
  /** sha256 of the input, without compression. */
  readonly input: string;
  readonly snapshot: string;
  readonly policy: string;
  readonly format: string;
  readonly engine: string;
}

/** How far an output has come: everything before `bytes` is written and on the disk. */
export interface BookProgress {
  readonly identity: BookIdentity;
  readonly rows: number;
  readonly bytes: number;
  readonly counts: BookCounts;
  /** Headings that no query took up so far. */
  readonly unused: readonly string[];
}

/** The file beside an output that is not finished. */
export function progressPath(output: string): string {
  return `${output}.progress.json`;
}

export function summaryPath(output: string): string {
  return `${output}.summary.json`;
}

/**
 * Where an output that was begun goes on; null when none was. Errors: `input-malformed` when what was begun is an
 * answer to something else, or when the output has lost bytes since.
 */
export function findProgress(output: string, identity: BookIdentity): BookProgress | null {
  const path = progressPath(output);
  if (!existsSync(path)) return null;
  const found = readProgress(path);
  const names: readonly (keyof BookIdentity)[] = ['input', 'snapshot', 'policy', 'format', 'engine'];
  const other = names.filter((name) => found.identity[name] !== identity[name]);
  if (other.length > 0)
    throw new CordonError(
      'input-malformed',
      `${output} was begun (${found.rows} rows) with another ${other.join(', ')}: ` +
        `${other.map((name) => `${found.identity[name]}, now ${identity[name]}`).join('; ')}. ` +
        `It is left as it is: go on with the same, or remove ${path} to begin anew`,
    );
  return found;
}

function readProgress(path: string): BookProgress {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as BookProgress;
    if (typeof found.identity.input === 'string') return found;
  } catch (cause) {
    throw new CordonError('input-malformed', `${path} is no record of an unfinished output`, { cause });
  }
  throw new CordonError('input-malformed', `${path} is no record of an unfinished output`);
}

/** An output that is written so that a process killed at any moment can go on where it was. */
export class BookFileWriter {
  private readonly output: string;
  private readonly file: FileHandle;
  private position: number;

  private constructor(output: string, file: FileHandle, position: number) {
    this.output = output;
    this.file = file;
    this.position = position;
  }

  /** Opens an output at the point reached. What was written after it is cut off. */
  static async open(output: string, at: BookProgress): Promise<BookFileWriter> {
    // The note that the output is unfinished comes before the first byte of it is touched.
    if (at.bytes === 0) {
      rmSync(summaryPath(output), { force: true });
      await replaceFile(progressPath(output), at);
    }
    const file = await open(output, at.bytes === 0 ? 'w' : 'r+');
    const { size } = await file.stat();
    if (size < at.bytes) {
      await file.close();
      throw new CordonError(
        'input-malformed',
        `${output} has ${size} bytes, fewer than the ${at.bytes} already written; remove ${progressPath(output)} to begin anew`,
      );
    }
    await file.truncate(at.bytes);
    return new BookFileWriter(output, file, at.bytes);
  }

  get bytes(): number {
    return this.position;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.file.write(bytes, done, bytes.length - done, this.position);
      done += bytesWritten;
      this.position += bytesWritten;
    }
  }

  /** Records the point reached. The output is on the disk before the record says so. */
  async record(progress: BookProgress): Promise<void> {
    await this.file.datasync();
    await replaceFile(progressPath(this.output), progress);
  }

  /** Ends the output: its summary first, so that nothing finished is without one. */
  async finish(summary: unknown): Promise<void> {
    await this.file.datasync();
    await replaceFile(summaryPath(this.output), summary);
    rmSync(progressPath(this.output));
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

/** Writes a JSON file whole or not at all. */
async function replaceFile(path: string, value: unknown): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
