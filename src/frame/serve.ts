/**
 * Serves dist/ for `npm start` and the browser tests, as a static host would: brotli, long caching of hashed files,
 * both spellings of a page's address, and the not-found page with status 404.
 *
 * Astro's own preview is not used: it takes /404/, the page of SIP code 404, for the error page.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const compressible = /^(text\/|application\/(json|xml)|image\/svg)/;

/** Compressed files by path and encoding; dist/ does not change while it is served. */
const compressed = new Map<string, Buffer>();

function compress(file: string, encoding: 'br' | 'gzip'): Buffer {
  const key = `${encoding} ${file}`;
  let bytes = compressed.get(key);
  if (!bytes) {
    const text = readFileSync(file);
    bytes =
      encoding === 'br'
        ? brotliCompressSync(text, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
          })
        : gzipSync(text, { level: 9 });
    compressed.set(key, bytes);
  }
  return bytes;
}

/** The file for a path, or undefined. `/403` and `/403/` are the same page. */
function find(root: string, path: string): string | undefined {
  const file = join(root, normalize(`/${path}`));
  if (existsSync(file) && statSync(file).isFile()) return file;
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}

function send(request: IncomingMessage, response: ServerResponse, file: string, status: number) {
  const type = types[extname(file)] ?? 'application/octet-stream';
  const hashed = /\/(_astro|pagefind\/(index|fragment))\//.test(file);
  response.setHeader('Content-Type', type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
  response.statusCode = status;
  const accepts = String(request.headers['accept-encoding'] ?? '');
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : undefined;
  if (encoding && compressible.test(type)) {
    response.setHeader('Content-Encoding', encoding);
    response.setHeader('Vary', 'Accept-Encoding');
    const bytes = compress(file, encoding);
    response.setHeader('Content-Length', bytes.length);
    response.end(request.method === 'HEAD' ? undefined : bytes);
    return;
  }
  response.setHeader('Content-Length', statSync(file).size);
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

const root = process.env['SITE_ROOT'] ?? join(process.cwd(), 'dist');
const base = (process.env['BASE_PATH'] ?? '/').replace(/\/?$/, '/');
const port = Number(process.env['PORT'] ?? 4321);

if (!existsSync(join(root, 'index.html'))) {
  console.error('dist/ is empty; run "npm run build" first, or "npm start", which does both.');
  process.exit(1);
}

createServer((request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  let path: string | undefined;
  try {
    path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    path = undefined;
  }
  const inside = path !== undefined && (path.startsWith(base) || `${path}/` === base);
  const file = inside && path !== undefined ? find(root, path.slice(base.length - 1)) : undefined;
  if (file) send(request, response, file, 200);
  else send(request, response, join(root, 'not-found', 'index.html'), 404);
})
  .on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE' ? `Port ${port} is taken; set PORT to another one.` : String(error),
    );
    process.exit(1);
  })
  .listen(port, () => console.log(`The site is served at http://localhost:${port}${base}`));
