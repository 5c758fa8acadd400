import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CordonError } from '../../src/errors.ts';
import { type Fetched, type FetchOptions, fetchTo } from '../../src/lists/fetch.ts';
import { follow, isLoopback } from '../../src/lists/fetch-redirects.ts';
import { retryAfter } from '../../src/lists/fetch-refusals.ts';
import { body, Publisher, status } from './publisher.ts';

const LIST = `<?xml version="1.0"?><Designations>${'<Designation/>'.repeat(500)}</Designations>`;
const PATIENCE: FetchOptions = { backOff: 5, tries: 3, connectTimeout: 2_000, idleTimeout: 2_000 };

let publisher: Publisher;
let folder: string;
let target: string;

beforeEach(async () => {
  publisher = new Publisher();
  await publisher.open();
  folder = mkdtempSync(join(tmpdir(), 'cordon-fetch-'));
  target = join(folder, 'incoming', 'list.xml');
});

afterEach(async () => {
  await publisher.close();
  rmSync(folder, { recursive: true, force: true });
});

function take(url: string, options: FetchOptions = {}): Promise<Fetched> {
  return fetchTo('gb_fcdo_sanctions', url, target, { ...PATIENCE, ...options });
}

/** The message of the refusal; nothing may have been left behind. */
async function refusal(url: string, options: FetchOptions = {}): Promise<string> {
  const error = await take(url, options).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CordonError);
  expect((error as CordonError).code).toBe('fetch-failed');
  const incoming = join(folder, 'incoming');
  expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([]);
  return (error as CordonError).message;
}

describe('a whole answer', () => {
  test('is in the file, with the validators of the publisher', async () => {
    const url = publisher.at(
      '/list',
      body(LIST, { etag: '"v1"', 'last-modified': 'Sat, 22 Aug 2026 00:00:00 GMT' }),
    );
    expect(await take(url)).toEqual({
      status: 'new',
      etag: '"v1"',
      lastModified: 'Sat, 22 Aug 2026 00:00:00 GMT',
      bytes: LIST.length,
    });
    expect(readFileSync(target, 'utf8')).toBe(LIST);
  });

  test('may be packed for the transfer', async () => {
    const url = publisher.at('/list', body(gzipSync(LIST), { 'content-encoding': 'gzip' }));
    expect(await take(url)).toMatchObject({ status: 'new', bytes: LIST.length });
    expect(publisher.requests[0]!.headers['accept-encoding']).toContain('gzip');
    expect(readFileSync(target, 'utf8')).toBe(LIST);
  });

  test('may be called a web page by its header, as long as it is none', async () => {
    const url = publisher.at('/list', body(LIST, { 'content-type': 'text/html' }));
    expect(await take(url)).toMatchObject({ status: 'new' });
  });

  test('is told about while it comes', async () => {
    const url = publisher.at('/list', body(LIST, { 'content-length': String(LIST.length) }));
    const seen: [number, number | null][] = [];
    await take(url, { progress: (bytes, total) => seen.push([bytes, total]) });
    expect(seen.at(-1)).toEqual([LIST.length, LIST.length]);
  });
});

describe('a version already held', () => {
  test('is named to the publisher and left alone when it has not changed', async () => {
    const url = publisher.at('/list', (response, request) => {
      const same =
        request.headers['if-none-match'] === '"v1"' &&
        request.headers['if-modified-since'] === 'Sat, 22 Aug 2026 00:00:00 GMT';
      response.writeHead(same ? 304 : 500).end();
    });
    const held = { etag: '"v1"', lastModified: 'Sat, 22 Aug 2026 00:00:00 GMT' };
    expect(await take(url, held)).toEqual({ status: 'unchanged' });
    expect(existsSync(target)).toBe(false);
  });

  test('is not believed in when nothing is held', async () => {
    expect(await refusal(publisher.at('/list', status(304)))).toContain('although no version was named');
  });
});

describe('redirects', () => {
  test('are followed, to relative addresses too', async () => {
    publisher.at('/signed', body(LIST));
    const url = publisher.at('/list', status(302, { location: '/signed?key=1' }));
    expect(await take(url)).toMatchObject({ status: 'new' });
  });

  test('in a loop are given up after five', async () => {
    const url = publisher.at('/list', status(302, { location: '/list' }));
    expect(await refusal(url)).toContain('more than 5 redirects');
    expect(publisher.visits('/list')).toBe(6);
  });

  test('to something that is not the web are refused', async () => {
    const url = publisher.at('/list', status(302, { location: 'file:///etc/hostname' }));
    expect(await refusal(url)).toContain('file:, neither https nor http');
  });

  test('from https to http are refused, but for this machine', async () => {
    const real = globalThis.fetch;
    const asked: string[] = [];
    const answers =
      (location: string): typeof fetch =>
      async (at) => {
        asked.push(String(at));
        return asked.length === 1
          ? new Response(null, { status: 302, headers: { location } })
          : new Response('x');
      };
    const signal = new AbortController().signal;
    try {
      globalThis.fetch = answers('http://publisher.example/list');
      await expect(follow('https://publisher.example/', { maxRedirects: 5 }, signal)).rejects.toThrow(
        'redirects from https to http at publisher.example',
      );
      asked.length = 0;
      globalThis.fetch = answers('http://127.0.0.1:8080/list');
      expect((await follow('https://publisher.example/', { maxRedirects: 5 }, signal)).status).toBe(200);
      expect(asked[1]).toBe('http://127.0.0.1:8080/list');
    } finally {
      globalThis.fetch = real;
    }
  });

  test.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['127.0.0.1.publisher.example', false],
    ['localhost.publisher.example', false],
  ])('%s is this machine: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe('what another try may mend', () => {
  test.each([500, 503, 429])('%i is tried again', async (code) => {
    const url = publisher.at('/list', (response, request, visit) =>
      (visit < 3 ? status(code) : body(LIST))(response, request, visit),
    );
    expect(await take(url)).toMatchObject({ status: 'new' });
    expect(publisher.visits('/list')).toBe(3);
  });

  test('an answer cut off is tried again and then whole', async () => {
    const url = publisher.at('/list', (response, request, visit) => {
      if (visit > 1) return body(LIST)(response, request, visit);
      response.writeHead(200, { 'content-length': String(LIST.length) });
      response.write(LIST.slice(0, 100), () => response.destroy());
    });
    expect(await take(url)).toMatchObject({ status: 'new', bytes: LIST.length });
    expect(readFileSync(target, 'utf8')).toBe(LIST);
  });

  test('a wait that the publisher asks for is kept', async () => {
    const at: number[] = [];
    const url = publisher.at('/list', (response, request, visit) => {
      at.push(performance.now());
      (visit === 1 ? status(503, { 'retry-after': '1' }) : body(LIST))(response, request, visit);
    });
    await take(url);
    expect(at[1]! - at[0]!).toBeGreaterThan(950);
  });

  test.each([
    ['30', null, 30_000],
    ['86400', null, 120_000],
    ['Sat, 22 Aug 2026 00:00:10 GMT', 'Sat, 22 Aug 2026 00:00:00 GMT', 10_000],
    ['Sat, 22 Aug 2026 00:00:10 GMT', null, null],
    ['soon', 'Sat, 22 Aug 2026 00:00:00 GMT', null],
  ])('Retry-After %s, Date %s is %s ms', (after, date, expected) => {
    const headers = new Headers({ 'retry-after': after, ...(date === null ? {} : { date }) });
    expect(retryAfter(headers)).toBe(expected);
  });

  test('is given up after the tries are used', async () => {
    const message = await refusal(publisher.at('/list', status(500)));
    expect(message).toContain('answered 500');
    expect(message).toContain('gave up after 3 tries');
    expect(publisher.visits('/list')).toBe(3);
  });

  test('an answer always cut off is refused', async () => {
    const url = publisher.at('/list', (response) => {
      response.writeHead(200, { 'content-length': String(LIST.length) });
      response.write(LIST.slice(0, 100), () => response.destroy());
    });
    expect(await refusal(url)).toContain('gave up after 3 tries');
  });

  test('so is a packed answer cut off', async () => {
    const packed = gzipSync(Buffer.from(LIST + Math.random()));
    const url = publisher.at('/list', (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': String(packed.length) });
      response.write(packed.subarray(0, packed.length - 20), () => response.destroy());
    });
    expect(await refusal(url)).toContain('gave up after 3 tries');
  });

  test('so is an empty answer', async () => {
    expect(await refusal(publisher.at('/list', body('')))).toContain('answered with nothing');
  });

  test('a machine that does not answer is named with what was seen', async () => {
    const url = publisher.at('/list', body(LIST));
    await publisher.close();
    const message = await refusal(url);
    expect(message).toContain('ECONNREFUSED');
    await publisher.open();
  });
});

describe('time-outs', () => {
  test('no answer at all', async () => {
    const url = publisher.at('/list', () => {});
    expect(await refusal(url, { connectTimeout: 50, tries: 1 })).toContain('no answer within 50 ms');
  });

  test('a body that stops', async () => {
    const url = publisher.at('/list', (response) => {
      response.writeHead(200);
      response.write(LIST.slice(0, 100));
    });
    expect(await refusal(url, { idleTimeout: 50, tries: 1 })).toContain('no data for 50 ms');
  });

  test('a body that trickles for ever', async () => {
    const url = publisher.at('/list', (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await refusal(url, { idleTimeout: 500, totalTimeout: 200, tries: 1 })).toContain(
      'not whole within 200 ms',
    );
  });

  test('the caller may end it, waits included', async () => {
    const url = publisher.at('/list', status(500));
    const ending = new AbortController();
    const taken = take(url, { backOff: 60_000, signal: ending.signal });
    setTimeout(() => ending.abort(new Error('the user pressed Ctrl-C')), 100);
    await expect(taken).rejects.toThrow('the user pressed Ctrl-C');
  });
});

describe('what is refused at once', () => {
  test.each([
    ['a page', '<!DOCTYPE html><title>Maintenance</title>'],
    ['a page after blanks and a BOM', '\uFEFF\n\n <HTML lang="en">'],
    ['a page as XML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">'],
  ])('%s with status 200', async (_what, page) => {
    const url = publisher.at('/list', body(page, { 'content-type': 'application/xml' }));
    expect(await refusal(url)).toContain('answered with a web page');
    expect(publisher.visits('/list')).toBe(1);
  });

  test('a page that comes a few bytes at a time', async () => {
    const url = publisher.at('/list', (response) => {
      response.writeHead(200);
      response.write('<!doc');
      setTimeout(() => response.end('type html><p>down</p>'), 30);
    });
    expect(await refusal(url)).toContain('answered with a web page');
  });

  test('more than the limit, while it comes', async () => {
    const url = publisher.at('/list', (response) => {
      response.writeHead(200);
      const flood = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', flood);
      flood();
    });
    expect(await refusal(url, { maxBytes: 1_000_000 })).toContain('is larger than 1000000 bytes');
  });

  test('more than the limit once unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    const url = publisher.at('/list', body(bomb, { 'content-encoding': 'gzip' }));
    expect(await refusal(url, { maxBytes: 1_000_000 })).toContain('is larger than 1000000 bytes');
  });

  test.each([404, 403, 410])('%i', async (code) => {
    expect(await refusal(publisher.at('/list', status(code)))).toContain(`answered ${code}`);
    expect(publisher.visits('/list')).toBe(1);
  });

  test('an address that is none, without showing it', async () => {
    const message = await refusal('lists.example/list?token=secret');
    expect(message).toContain('no address');
    expect(message).not.toContain('secret');
  });
});

test('a refusal names the list and the address without the token', async () => {
  const url = publisher.at('/list', status(403));
  const message = await refusal(`${url}?token=secret#x`);
  expect(message).toMatch(/^gb_fcdo_sanctions: http:\/\/127\.0\.0\.1:\d+\/list: answered 403/);
  expect(message).not.toContain('secret');
});

test('a refused download leaves the file of an earlier one as it was', async () => {
  await take(publisher.at('/list', body(LIST)));
  const cut = publisher.at('/cut', body('<html>'));
  await expect(take(cut)).rejects.toThrow('web page');
  expect(readFileSync(target, 'utf8')).toBe(LIST);
});

test('a fault of the disk is not taken for one of the network', async () => {
  const url = publisher.at('/list', body(LIST));
  const error = await fetchTo('gb_fcdo_sanctions', url, join(target, '..', 'x'.repeat(300)), PATIENCE).catch(
    (e) => e,
  );
  expect(error).toMatchObject({ code: 'ENAMETOOLONG' });
  expect(publisher.visits('/list')).toBe(1);
});
