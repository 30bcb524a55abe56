import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compressFolder } from './compress.ts';
import { createSite } from './serve.ts';

const large = 8 * 1024 * 1024;
let root: string;
let server: Server;
let port: number;

/** Asks as it stands: no header is added, no coding undone, no path tidied. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<IncomingMessage & { body: Buffer }>((resolve, reject) => {
    get({ port, path, headers, method, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Object.assign(response, { body: Buffer.concat(parts) })));
    }).on('error', reject);
  });
}

function start(base: string) {
  server = createSite(root, base).listen(0);
  port = (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'serve-'));
  for (const folder of ['403', 'not-found', '_astro', 'search-index', 'pagefind/index'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<p>start</p>');
  writeFileSync(join(root, '403', 'index.html'), `<p>403 Forbidden ü</p>`.repeat(200));
  writeFileSync(join(root, 'not-found', 'index.html'), '<p>no such page</p>');
  for (const file of ['_astro/a.B1.js', 'search-index/names.0a.json', 'mapping.csv'])
    writeFileSync(join(root, file), '{"a":1}');
  writeFileSync(join(root, 'pagefind/index/en_1.pf_index'), gzipSync('{"a":1}'));
  await compressFolder(root, join(root, 'none'));
  writeFileSync(join(root, 'large.png'), Buffer.alloc(large, 7));
  start('/');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(root, { recursive: true });
});

describe('pages', () => {
  it('/403 and /403/ are the same page', async () => {
    for (const path of ['/403', '/403/', '/403/?from=ticket']) {
      const { statusCode, headers, body } = await ask(path);
      expect([statusCode, headers['content-type'], body.toString().slice(0, 21)]).toEqual([
        200,
        'text/html; charset=utf-8',
        '<p>403 Forbidden ü</p',
      ]);
    }
  });

  it.each([
    '/499/',
    '/403/none',
    '/%E0%A4%A',
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/403%00',
    '/_astro',
  ])('%s gets the not-found page with 404, whatever it asks for', async (path) => {
    const { statusCode, body } = await ask(path, { Range: 'bytes=0-1', 'If-None-Match': '*' });
    expect([statusCode, body.toString()]).toEqual([404, '<p>no such page</p>']);
  });

  it('HEAD gets the headers alone; other methods are refused', async () => {
    const head = await ask('/403/', {}, 'HEAD');
    expect([head.statusCode, head.headers['content-length'], head.body.length]).toEqual([200, '4600', 0]);
    expect((await ask('/403/', {}, 'POST')).statusCode).toBe(405);
  });
});

describe('headers', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['br;q=0', undefined],
    ['deflate', undefined],
    ['gzip;q=0.5, br;q=0.1', 'gzip'],
  ])('Accept-Encoding: %s gets %s', async (accepted, coding) => {
    const { headers } = await ask('/403/', { 'Accept-Encoding': accepted });
    expect([headers['content-encoding'], headers['vary'], headers['content-type']]).toEqual([
      coding,
      'Accept-Encoding',
      'text/html; charset=utf-8',
    ]);
  });

  it.each(['/_astro/a.B1.js', '/search-index/names.0a.json', '/pagefind/index/en_1.pf_index'])(
    '%s has a hash in its name and is cached for good',
    async (path) => {
      expect((await ask(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    },
  );

  it('pages of other hosts may load the embed and its data, also where a code has none, and nothing else', async () => {
    const allowed = async (path: string) => (await ask(path)).headers['access-control-allow-origin'];
    expect(await allowed('/embed/v1.js')).toBe('*');
    expect(await allowed('/embed/v1/499.json')).toBe('*');
    expect(await allowed('/403/')).toBeUndefined();
  });

  it('a page is cached for minutes and asked for again by its ETag', async () => {
    const first = await ask('/403/', { 'Accept-Encoding': 'br' });
    expect(first.headers['cache-control']).toBe('public, max-age=300');
    const etag = String(first.headers.etag);
    const again = await ask('/403/', { 'Accept-Encoding': 'br', 'If-None-Match': etag });
    expect([again.statusCode, again.body.length]).toEqual([304, 0]);
    const plain = await ask('/403/', { 'If-None-Match': etag });
    expect(plain.statusCode).toBe(200);
  });

  it.each([
    ['bytes=3-5', 206, '403', 'bytes 3-5/4600'],
    ['bytes=-4', 206, '</p>', 'bytes 4596-4599/4600'],
    ['bytes=9000-', 416, undefined, 'bytes */4600'],
  ])('Range: %s is answered with %s', async (range, status, text, said) => {
    const { statusCode, headers, body } = await ask('/403/', { Range: range });
    expect([statusCode, headers['content-range']]).toEqual([status, said]);
    if (text) expect(body.toString()).toBe(text);
  });
});

describe('trouble', () => {
  /** Open files of this process below the root. */
  const open = () => readdirSync('/proc/self/fd').length;

  it.runIf(process.platform === 'linux')('an aborted download leaves no file open', async () => {
    await ask('/large.png');
    const before = open();
    for (let at = 0; at < 40; at += 1)
      await new Promise<void>((resolve) => {
        const request = get({ port, path: '/large.png', agent: false }, (response) => {
          response.once('data', () => request.destroy());
          response.once('close', () => resolve());
          response.on('error', () => undefined);
        });
        request.on('error', () => undefined);
      });
    await vi.waitFor(() => expect(open()).toBeLessThan(before + 5), 5000);
  });

  it.runIf(process.platform === 'linux')(
    'a reader who left before the answer is no fault either',
    async () => {
      const complaint = vi.spyOn(console, 'error').mockReturnValue();
      const leave = (_request: unknown, response: ServerResponse) => response.destroy();
      server.on('request', leave);
      const before = open();
      for (let at = 0; at < 40; at += 1) await ask('/large.png').catch(() => undefined);
      server.off('request', leave);
      await vi.waitFor(() => expect(open()).toBeLessThan(before + 5), 5000);
      expect(complaint).not.toHaveBeenCalled();
      complaint.mockRestore();
    },
  );

  it('a file that vanishes is a page that is not there, and others are served on', async () => {
    writeFileSync(join(root, 'gone.json'), '{}');
    expect((await ask('/gone.json')).statusCode).toBe(200);
    rmSync(join(root, 'gone.json'));
    expect((await ask('/gone.json')).statusCode).toBe(404);
    expect((await ask('/403/')).statusCode).toBe(200);
  });
});

describe('under a base path', () => {
  beforeAll(() => {
    server.close();
    start('/docs/sip/');
  });

  it.each([
    ['/docs/sip', 200],
    ['/docs/sip/', 200],
    ['/docs/sip/403', 200],
    ['/docs/sip/403/', 200],
    ['/', 404],
    ['/403/', 404],
    ['/docs/sipper/', 404],
  ])('%s is answered with %s', async (path, status) => {
    expect((await ask(path)).statusCode).toBe(status);
  });
});
