import { Refused } from './fetch-refusals.ts';

/** What following needs to know. */
export interface FollowSettings {
  readonly maxRedirects: number;
  readonly etag?: string;
  readonly lastModified?: string;
}

/**
 * The answer at the end of the redirects (OFAC answers 302 to a signed address that must not be kept). Throws
 * `Refused` for more of them than allowed, for an address that is not http or https, and for one that gives up https
 * for a machine other than this one; otherwise what `fetch` throws.
 */
export async function follow(url: string, settings: FollowSettings, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { 'accept-encoding': 'gzip', 'user-agent': 'cordon' };
  if (settings.etag) headers['if-none-match'] = settings.etag;
  if (settings.lastModified) headers['if-modified-since'] = settings.lastModified;
  let at = address(url, undefined, 'the address');
  for (let hops = 0; hops <= settings.maxRedirects; hops++) {
    const response = await fetch(at, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null) return response;
    await response.body?.cancel();
    const next = address(location, at.href, 'where it redirects');
    if (at.protocol === 'https:' && next.protocol === 'http:' && !isLoopback(next.hostname))
      throw new Refused(`redirects from https to http at ${next.host}`);
    at = next;
  }
  throw new Refused(`more than ${settings.maxRedirects} redirects, the last to ${at.origin}`);
}

/** 304 is an answer, 300 and 305 are no longer followed by anybody. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function address(text: string, base: string | undefined, what: string): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  // The text itself may hold a token and stays out of the message.
  if (url === null) throw new Refused(`${what} is no address`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Refused(`${what} is ${url.protocol}, neither https nor http`);
  return url;
}

/** This machine (RFC 6761, 6.3; 127.0.0.0/8 of RFC 1122): nothing travels in the open. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}
