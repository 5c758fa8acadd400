import { isUtf8 } from 'node:buffer';
import { CordonError } from '../errors.ts';
import type { ListFile } from './reader.ts';

/** Longest line of a JSON lines file and longest row of a table, in UTF-16 units; OpenSanctions stays below 1 MB. */
export const MAX_ROW: number = 4 * 1024 * 1024;

/** Bytes of a multi-byte sequence that starts with this lead byte, 0 when it is none. RFC 3629, section 4. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** Offset of the first byte that is not UTF-8 text (a NUL is none: it means UTF-16), or -1. */
function firstFault(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at]!);
    if (bytes[at] === 0 || length === 0 || !isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return -1;
}

/** Where the last character that a chunk cuts in two begins; the chunk's length when none is cut. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/**
 * The text of a file in pieces, without a byte order mark. Throws `list-malformed` naming the file and the byte offset
 * when it is not UTF-8: a wrongly read name would screen wrongly, so the encoding is never guessed.
 */
export async function* utf8Text(file: ListFile): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array(0);
  let offset = 0;
  for await (const chunk of file.open()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.subarray(0, wholeLength(bytes));
    rest = Buffer.from(bytes.subarray(whole.length));
    yield decode(file, whole, offset);
    offset += whole.length;
  }
  if (rest.length > 0) yield decode(file, rest, offset);
}

function decode(file: ListFile, bytes: Uint8Array, offset: number): string {
  if (!isUtf8(bytes) || bytes.includes(0)) {
    const at = firstFault(bytes);
    const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    throw new CordonError(
      'list-malformed',
      `${file.name}: byte ${offset + at} (0x${byte}) is not UTF-8; save the file as UTF-8 and give it again`,
    );
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return offset === 0 && text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The lines of a file, numbered from 1, without their ends. Throws `list-malformed` for a line beyond `MAX_ROW`. */
export async function* textLines(file: ListFile): AsyncGenerator<{ line: number; text: string }> {
  let line = 0;
  let rest = '';
  for await (const text of utf8Text(file)) {
    const parts = (rest + text).split('\n');
    rest = parts.pop()!;
    if (rest.length > MAX_ROW) throw tooLong(file, line + parts.length + 1, rest);
    for (const part of parts) {
      line++;
      if (part.length > MAX_ROW) throw tooLong(file, line, part);
      yield { line, text: part.endsWith('\r') ? part.slice(0, -1) : part };
    }
  }
  if (rest !== '') yield { line: line + 1, text: rest };
}

function tooLong(file: ListFile, line: number, text: string): CordonError {
  return new CordonError(
    'list-malformed',
    `${file.name}:${line}: longer than ${MAX_ROW} characters: ${text.slice(0, 60)}…`,
  );
}
