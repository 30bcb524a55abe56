/**
 * Serves dist/ for `npm start` and the browser tests, as a static host would: the files the build has compressed, long
 * caching of hashed files, both spellings of a page's address, and the not-found page with status 404.
 *
 * @fastify/send answers conditions and ranges. It is used rather than sirv 3, which ends with the process when a file
 * vanishes, keeps the file of an aborted download open, and reads neither `br;q=0` nor `bytes=-500`.
 */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import negotiator from '@fastify/accept-negotiator';
import send from '@fastify/send';
import { basePath, builtBase } from './base-path.ts';
import { codings } from './compress.ts';
import { headersFor } from './http-headers.ts';

/** What `send` reads of a request. */
type Asked = Pick<IncomingMessage, 'method' | 'headers'>;
type Found = Pick<Awaited<ReturnType<typeof send>>, 'statusCode' | 'headers' | 'stream'> & {
  name: string;
  coding?: keyof typeof codings;
};

const contentType = (name: string) => {
  const type = send.mime.getType(name) ?? 'application/octet-stream';
  return send.isUtf8MimeType(type) ? `${type}; charset=utf-8` : type;
};

/** The file for a path below `root`, in the best coding the reader takes. `/403` and `/403/` are the same page. */
async function find(root: string, path: string, request: Asked): Promise<Found | undefined> {
  const best = negotiator.negotiate(request.headers['accept-encoding'] ?? '', Object.keys(codings));
  const coding = (best ?? undefined) as Found['coding'];
  for (const name of path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`])
    for (const [ending, used] of coding ? ([[codings[coding], coding], ['']] as const) : ([['']] as const)) {
      const result = await send(request as IncomingMessage, name + ending, {
        root,
        index: false,
        cacheControl: false,
        contentType: false,
      });
      // 416: the file is there, the part of it that is asked for is not.
      if (result.type === 'file' || result.statusCode === 416)
        return { ...result, name, ...(used ? { coding: used } : {}) };
    }
  return undefined;
}

async function answer(root: string, base: string, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const path = (request.url ?? '/').replace(/[?#].*$/s, '');
  const inside = `${path}/`.startsWith(base) ? `/${path.slice(base.length)}` : undefined;
  const look = async () => (inside === undefined ? undefined : find(root, inside, request));
  let found = await look();
  // A new build takes the place of the old one in two steps (publish.ts).
  if (!found && !existsSync(root)) {
    await setTimeout(100);
    found = await look();
  }
  const status = found ? found.statusCode : 404;
  // Conditions and ranges of the request are about the page that is not there.
  const { 'accept-encoding': accepted } = request.headers;
  found ??= await find(root, '/not-found/', {
    method: request.method,
    headers: { 'accept-encoding': accepted },
  });
  if (!found) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    return;
  }
  // A reader may leave while the file is looked for; it would stay open.
  if (response.destroyed) {
    found.stream.destroy();
    return;
  }
  response.writeHead(status, {
    ...found.headers,
    'Content-Type': contentType(found.name),
    ...(found.coding ? { 'Content-Encoding': found.coding } : {}),
    ...headersFor(inside ?? '/', found.name),
    Vary: 'Accept-Encoding',
  });
  await pipeline(found.stream, response);
}

/** A server of the build in `root` under `base`. Nothing a reader or the disk does ends it. */
export function createSite(root: string, base: string): Server {
  return createServer((request, response) => {
    answer(root, base, request, response).catch((error: NodeJS.ErrnoException) => {
      // A reader who leaves before the end is no fault.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') console.error(`${request.url}: ${error.message}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain' }).end('This file cannot be read\n');
    });
  });
}

function main() {
  const root = process.env['SITE_ROOT'] ?? join(process.cwd(), 'dist');
  const port = Number(process.env['PORT'] ?? 4321);
  const built = builtBase(root);
  if (!built) {
    console.error(`${root} holds no site; run "npm run build" first, or "npm start", which does both.`);
    process.exit(1);
  }
  const base = process.env['BASE_PATH'] === undefined ? built : basePath(process.env['BASE_PATH']);
  if (base !== built)
    console.error(
      `This build is for ${built}; its links do not work under ${base}. Build with BASE_PATH=${base}.`,
    );
  const server = createSite(root, base)
    .on('error', (error: NodeJS.ErrnoException) => {
      console.error(
        error.code === 'EADDRINUSE' ? `Port ${port} is taken; set PORT to another one.` : String(error),
      );
      process.exit(1);
    })
    .listen(port, () => console.log(`The site is served at http://localhost:${port}${base}`));
  const stop = async () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // Readers in the middle of a page get two seconds.
    await setTimeout(2000);
    server.closeAllConnections();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  // A signal to npm ends the shell between npm and this process, and that shell does not pass it on.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'])
    setInterval(() => {
      if (process.ppid !== parent) void stop();
    }, 500).unref();
}

if (import.meta.main) main();
