import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { CordonError } from '../errors.ts';

/** How a download behaves; defaults suit the official publishers. */
export interface FetchOptions {
  /** Milliseconds until the first byte of an answer. */
  readonly connectTimeout?: number;
  /** Milliseconds without a byte after which the answer is given up. */
  readonly idleTimeout?: number;
  /** Tries in all. */
  readonly tries?: number;
  /** First wait between tries in milliseconds; doubled each time, with jitter. */
  readonly backOff?: number;
  /** Most bytes taken, after transfer decoding. The largest official list is 126 MB. */
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  /** Validators of the version held. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Told bytes so far and the announced total (null when not announced). */
  readonly progress?: (bytes: number, total: number | null) => void;
}

const DEFAULTS = {
  connectTimeout: 60_000,
  idleTimeout: 60_000,
  tries: 4,
  backOff: 1_000,
  maxBytes: 400_000_000,
  maxRedirects: 5,
};

/** What came of a download. */
export type Fetched =
  | { readonly status: 'unchanged' }
  | { readonly status: 'new'; readonly etag: string | null; readonly lastModified: string | null; readonly bytes: number };

/** Raised inside for what another try may mend. */
class Retriable extends Error {
  readonly after: number | null;

  constructor(message: string, after: number | null = null, options?: ErrorOptions) {
    super(message, options);
    this.after = after;
  }
}

/**
 * Downloads a URL to a file, which appears only when it is whole. Follows redirects, sends ETag and Last-Modified of
 * the held version, decodes gzip, retries network faults, 429 and 5xx with doubling waits (Retry-After is honoured).
 * Errors: `fetch-failed` naming the list, the URL without its query, and what was seen; web pages are refused.
 */
export async function fetchTo(slug: string, url: string, target: string, options: FetchOptions = {}): Promise<Fetched> {
  const settings = { ...DEFAULTS, ...options };
  let wait = settings.backOff;
  for (let attempt = 1; ; attempt++) {
    try {
      return await once_(url, target, settings);
    } catch (error) {
      if (error instanceof CordonError) throw named(slug, url, error.message, error);
      const retriable = error instanceof Retriable;
      const message = error instanceof Error ? describe(error) : String(error);
      if (!retriable || attempt >= settings.tries) throw named(slug, url, `${message}; gave up after ${attempt} tries`, error);
      // Jitter keeps many installations from returning at the same moment.
      await sleep(error.after ?? wait * (0.5 + Math.random()));
      wait *= 2;
    }
  }
}

function named(slug: string, url: string, message: string, cause: unknown): CordonError {
  return new CordonError('fetch-failed', `${slug}: ${withoutQuery(url)}: ${message}`, { cause });
}

function withoutQuery(url: string): string {
  return url.replace(/\?.*$/, '');
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}

type Settings = typeof DEFAULTS & FetchOptions;

async function once_(url: string, target: string, settings: Settings): Promise<Fetched> {
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(new Error(`no answer within ${settings.connectTimeout} ms`)), settings.connectTimeout);
  const rest = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(new Error(`no data for ${settings.idleTimeout} ms`)), settings.idleTimeout);
  };
  try {
    const response = await follow(url, settings, abort.signal);
    rest();
    if (response.status === 304) return { status: 'unchanged' };
    refuseStatus(response);
    const type = response.headers.get('content-type') ?? '';
    if (/text\/html/i.test(type)) throw new CordonError('fetch-failed', `answered with a web page (${type})`);
    const bytes = await save(response, target, settings, rest);
    return { status: 'new', etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified'), bytes };
  } catch (error) {
    if (error instanceof CordonError || error instanceof Retriable) throw error;
    const reason = abort.signal.aborted ? (abort.signal.reason as Error) : (error as Error);
    throw new Retriable(reason.message, null, { cause: (error as Error).cause ?? error });
  } finally {
    clearTimeout(timer);
  }
}

async function follow(url: string, settings: Settings, signal: AbortSignal): Promise<Response> {
  let at = url;
  for (let hops = 0; hops <= settings.maxRedirects; hops++) {
    const headers: Record<string, string> = { 'accept-encoding': 'gzip', 'user-agent': 'cordon' };
    if (settings.etag) headers['if-none-match'] = settings.etag;
    if (settings.lastModified) headers['if-modified-since'] = settings.lastModified;
    const response = await fetch(at, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || response.status === 304 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, at);
    if (new URL(at).protocol === 'https:' && next.protocol !== 'https:')
      throw new CordonError('fetch-failed', `redirects from https to ${next.protocol}//${next.host}`);
    at = next.href;
  }
  throw new CordonError('fetch-failed', `more than ${settings.maxRedirects} redirects`);
}

function refuseStatus(response: Response): void {
  if (response.ok) return;
  const what = `answered ${response.status} ${response.statusText}`.trim();
  if (response.status === 429 || response.status >= 500) {
    const after = Number(response.headers.get('retry-after'));
    throw new Retriable(what, Number.isFinite(after) && after > 0 ? Math.min(after, MAX_RETRY_AFTER) * 1000 : null);
  }
  throw new CordonError('fetch-failed', what);
}

/** Seconds; a publisher that asks for more is tried again at the next update. */
const MAX_RETRY_AFTER = 120;

async function save(response: Response, target: string, settings: Settings, progressed: () => void): Promise<number> {
  const encoded = response.headers.get('content-encoding');
  const length = response.headers.get('content-length');
  const total = length !== null && encoded === null ? Number(length) : null;
  if (response.body === null) throw new Retriable('answered without a body');
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.part`;
  const out = createWriteStream(temporary);
  let bytes = 0;
  try {
    for await (const chunk of response.body) {
      progressed();
      if (bytes === 0) refusePage(chunk);
      bytes += chunk.length;
      if (bytes > settings.maxBytes) throw new CordonError('fetch-failed', `is larger than ${settings.maxBytes} bytes`);
      if (!out.write(chunk)) await once(out, 'drain');
      settings.progress?.(bytes, total);
    }
    out.end();
    await once(out, 'close');
    if (bytes === 0) throw new Retriable('answered with nothing');
    if (total !== null && bytes !== total) throw new Retriable(`ended after ${bytes} of ${total} bytes`);
    renameSync(temporary, target);
    return bytes;
  } catch (error) {
    out.destroy();
    rmSync(temporary, { force: true });
    throw error;
  }
}

function refusePage(chunk: Uint8Array): void {
  if (/^\s*(?:<!doctype html|<html)/i.test(Buffer.from(chunk).toString('utf8', 0, 512)))
    throw new CordonError('fetch-failed', 'answered with a web page');
}
