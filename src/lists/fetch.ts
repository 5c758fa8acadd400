import { createWriteStream, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { CordonError } from '../errors.ts';
import { follow } from './fetch-redirects.ts';
import { Refused, Retriable, retryAfter } from './fetch-refusals.ts';

/** How a download behaves; defaults suit the official publishers. Times are milliseconds. */
export interface FetchOptions {
  /** Until the head of an answer has come, redirects included. Default 60,000. */
  readonly connectTimeout?: number;
  /** Without a byte of the body. Default 60,000. */
  readonly idleTimeout?: number;
  /** For one try as a whole: a trickle keeps the idle time-out quiet for ever. Default 1,800,000. */
  readonly totalTimeout?: number;
  /** Tries in all. Default 4. */
  readonly tries?: number;
  /** First wait between tries; doubled each time, with jitter. Default 1,000. */
  readonly backOff?: number;
  /** Most bytes taken, after transfer decoding. Default 400,000,000; the largest official list is 126 MB. */
  readonly maxBytes?: number;
  /** Default 5. */
  readonly maxRedirects?: number;
  /** Validators of the version held. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Told bytes so far and the announced total (null when not announced or the transfer is packed). */
  readonly progress?: (bytes: number, total: number | null) => void;
  /** Ends the download, waits included, with the signal's own reason. */
  readonly signal?: AbortSignal;
}

const DEFAULTS = {
  connectTimeout: 60_000,
  idleTimeout: 60_000,
  totalTimeout: 1_800_000,
  tries: 4,
  backOff: 1_000,
  maxBytes: 400_000_000,
  maxRedirects: 5,
};

type Settings = typeof DEFAULTS & FetchOptions;

/** What came of a download. */
export type Fetched =
  | { readonly status: 'unchanged' }
  | {
      readonly status: 'new';
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** After transfer decoding. */
      readonly bytes: number;
    };

/**
 * Downloads a URL to a file, which appears only when it is whole. Follows redirects, sends ETag and Last-Modified of
 * the held version, decodes gzip, retries network faults, cut answers, 429 and 5xx with doubling waits (Retry-After
 * is honoured). `unchanged` is the publisher's 304.
 *
 * Errors: `fetch-failed` naming the list, the URL without its query (where tokens are), what was seen and how often it
 * was tried; the file system's.
 */
export async function fetchTo(
  slug: string,
  url: string,
  target: string,
  options: FetchOptions = {},
): Promise<Fetched> {
  const settings: Settings = { ...DEFAULTS, ...options };
  let wait = settings.backOff;
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryOnce(url, target, settings);
    } catch (error) {
      settings.signal?.throwIfAborted();
      if (error instanceof Refused) throw failed(slug, url, error.message, error);
      if (!(error instanceof Retriable)) throw error;
      if (attempt >= settings.tries)
        throw failed(slug, url, `${error.message}; gave up after ${attempt} tries`, error);
      // Jitter keeps many installations from returning at the same moment.
      await pause(error.after ?? wait * (0.5 + Math.random()), settings.signal);
      wait *= 2;
    }
  }
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

function failed(slug: string, url: string, message: string, cause: unknown): CordonError {
  return new CordonError('fetch-failed', `${slug}: ${url.replace(/[?#].*$/s, '')}: ${message}`, { cause });
}

async function tryOnce(url: string, target: string, settings: Settings): Promise<Fetched> {
  const watch = new Watch(settings);
  try {
    const response = await watch.network(() => follow(url, settings, watch.signal));
    if (response.status === 304) {
      if (settings.etag === undefined && settings.lastModified === undefined)
        throw new Refused('answered 304 (not changed) although no version was named');
      return { status: 'unchanged' };
    }
    if (!response.ok) {
      await watch.network(async () => response.body?.cancel());
      throw refusedStatus(response);
    }
    const bytes = await save(response, target, settings, watch);
    return {
      status: 'new',
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
      bytes,
    };
  } finally {
    watch.end();
  }
}

function refusedStatus(response: Response): Error {
  const what = `answered ${response.status} ${response.statusText}`.trim();
  if (response.status !== 429 && response.status < 500) return new Refused(what);
  return new Retriable(what, retryAfter(response.headers));
}

/** The time-outs of one try. */
class Watch {
  readonly #settings: Settings;
  readonly #abort = new AbortController();
  readonly #total: NodeJS.Timeout;
  #next: NodeJS.Timeout;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#next = this.#after(settings.connectTimeout, `no answer within ${settings.connectTimeout} ms`);
    this.#total = this.#after(settings.totalTimeout, `not whole within ${settings.totalTimeout} ms`);
  }

  get signal(): AbortSignal {
    const own = this.#settings.signal;
    return own ? AbortSignal.any([own, this.#abort.signal]) : this.#abort.signal;
  }

  /** Something came: the idle time starts anew. */
  moved(): void {
    clearTimeout(this.#next);
    this.#next = this.#after(this.#settings.idleTimeout, `no data for ${this.#settings.idleTimeout} ms`);
  }

  /** Runs a step that only the network can fail: what it throws is worth another try, unless it is a refusal. */
  async network<T>(step: () => Promise<T>): Promise<T> {
    try {
      const result = await step();
      this.moved();
      return result;
    } catch (error) {
      if (error instanceof Refused || error instanceof Retriable) throw error;
      const { signal } = this.#abort;
      throw new Retriable(signal.aborted ? (signal.reason as Error).message : inWords(error), null, {
        cause: error,
      });
    }
  }

  end(): void {
    clearTimeout(this.#next);
    clearTimeout(this.#total);
  }

  #after(ms: number, message: string): NodeJS.Timeout {
    return setTimeout(() => this.#abort.abort(new Error(message)), ms);
  }
}

/** undici says "fetch failed" and puts what happened into the cause. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message} (${cause.message || cause.name})` : error.message;
}

async function save(response: Response, target: string, settings: Settings, watch: Watch): Promise<number> {
  if (response.body === null) throw new Retriable('answered without a body');
  const announced = response.headers.get('content-length');
  // undici gives the unpacked bytes, the header counts the packed ones.
  const packed = response.headers.get('content-encoding') !== null;
  const total = announced !== null && !packed ? Number(announced) : null;
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.part`;
  let bytes = 0;
  const body = response.body.getReader();
  async function* counted(): AsyncGenerator<Uint8Array> {
    let head: Uint8Array = new Uint8Array();
    for (;;) {
      const { done, value } = await watch.network(() => body.read());
      if (done) break;
      bytes += value.length;
      if (bytes > settings.maxBytes) throw new Refused(`is larger than ${settings.maxBytes} bytes`);
      if (head.length < PAGE_HEAD) {
        head = Buffer.concat([head, value.subarray(0, PAGE_HEAD)]);
        if (isPage(head)) throw new Refused('answered with a web page');
      }
      settings.progress?.(bytes, total);
      yield value;
    }
    if (bytes === 0) throw new Retriable('answered with nothing');
    if (total !== null && bytes !== total) throw new Retriable(`ended after ${bytes} of ${total} bytes`);
  }
  // Opened at once: a stream that opens later could bring the file back after it was removed.
  const out = createWriteStream(temporary, { fd: openSync(temporary, 'w'), flush: true });
  try {
    await pipeline(counted, out);
    renameSync(temporary, target);
    return bytes;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    // Hangs up on what was refused; after a whole body there is nothing left to cancel.
    body.cancel().catch(() => {});
  }
}

/** Bytes in which a page shows itself. */
const PAGE_HEAD = 512;

/** By content, not by content-type: publishers serve lists as text/html and error pages as text/xml. */
function isPage(head: Uint8Array): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)/i.test(Buffer.from(head).toString('utf8'));
}
