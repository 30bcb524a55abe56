/**
 * Tries the configurations of the guide on deploying as they are printed: each server that is installed is started on
 * this machine, with the site under a path and without one, and has to answer as serve.ts does: status, type, coding,
 * every header of src/frame/http-headers.ts. Says which servers it did not find.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { builtBase } from '../../src/frame/base-path.ts';
import { always, headersFor } from '../../src/frame/http-headers.ts';
import { createSite } from '../../src/frame/serve.ts';

/** What the guide writes for the path of the site, its host and the folder that the host publishes. */
const printed = { base: '/help/sip', host: 'support.example.com', root: '/srv/www' };

interface Place {
  /** A folder for what the server writes. */
  folder: string;
  port: number;
}

interface Server {
  /** Also the language of its block in the guide. */
  name: string;
  program: string;
  /** Says the version. */
  version: string[];
  /** Writes what stands around the block of the guide and returns the arguments that start the server. */
  prepare: (config: string, place: Place) => string[];
}

/** Brotli is a module of its own, which need not be there. */
const hasBrotli = () =>
  existsSync('/etc/nginx/modules-enabled') &&
  readdirSync('/etc/nginx/modules-enabled').some((name) => name.includes('brotli-static'));

const servers: Server[] = [
  {
    name: 'nginx',
    program: 'nginx',
    version: ['-v'],
    prepare: (config, { folder, port }) => {
      const site = config.replace('listen 80;', `listen 127.0.0.1:${port};`);
      writeFileSync(join(folder, 'site.conf'), hasBrotli() ? site : site.replace('brotli_static on;', ''));
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${folder}/${name};`,
      );
      writeFileSync(
        join(folder, 'nginx.conf'),
        `daemon off;
user ${userInfo().username};
pid ${folder}/pid;
error_log stderr error;
include /etc/nginx/modules-enabled/*.conf;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${temporary.join('\n  ')}
  include ${folder}/site.conf;
}
`,
      );
      return ['-e', 'stderr', '-c', join(folder, 'nginx.conf')];
    },
  },
  {
    name: 'caddy',
    program: 'caddy',
    version: ['version'],
    prepare: (config, { folder, port }) => {
      const site = config.replace(printed.host, `http://${printed.host}:${port}`);
      writeFileSync(
        join(folder, 'Caddyfile'),
        `{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\tauto_https off\n\tstorage file_system ${folder}\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${site}`,
      );
      return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
    },
  },
  {
    name: 'apache',
    program: 'apache2',
    version: ['-v'],
    prepare: (config, { folder, port }) => {
      const modules = '/usr/lib/apache2/modules';
      const load = ['mpm_event', 'authz_core', 'mime', 'dir', 'headers', 'rewrite'].map(
        (name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`,
      );
      writeFileSync(
        join(folder, 'apache.conf'),
        `ServerRoot ${folder}
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/error.log
LogLevel error
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
${load.join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
Include /etc/apache2/mods-available/mime.conf
<Directory />
  Require all denied
</Directory>
${config.replace('<VirtualHost *:80>', `<VirtualHost *:${port}>`)}
`,
      );
      return ['-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')];
    },
  },
];

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it was before compression. */
  body: Buffer;
}

function ask(port: number, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path, headers: { host: printed.host, ...headers }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('error', reject)
          .on('end', () => {
            const raw = Buffer.concat(chunks);
            const coding = answer.headers['content-encoding'];
            try {
              const body =
                coding === 'br' ? brotliDecompressSync(raw) : coding === 'gzip' ? gunzipSync(raw) : raw;
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
            } catch {
              reject(new Error(`${path}: what is sent is not ${coding}`));
            }
          });
      },
    )
      .on('error', reject)
      .end();
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Names that say the same. */
const sameType = (type = 'application/octet-stream') =>
  type
    .toLowerCase()
    .replace('; ', ';')
    .replace('application/javascript', 'text/javascript')
    .replace('application/xml', 'text/xml')
    // JSON has no charset, XML names its own.
    .replace(/^(application\/\S*json|text\/xml);charset=.*/, '$1');

/** One file of each kind, by its path below the base path, and some that are not there. */
function paths(dist: string): string[] {
  const first = (folder: string, ending: RegExp) => {
    const name = readdirSync(join(dist, folder)).find((file) => ending.test(file));
    if (!name) throw new Error(`${dist}/${folder} holds no file that ends like ${ending}`);
    return join(folder, name);
  };
  return [
    '',
    '403/',
    '403',
    '404/',
    '404',
    'guides/via',
    'not-there',
    'not-there/',
    'not-there.md',
    'not-found/',
    first('_astro', /\.js$/),
    first('_astro', /\.css$|\.woff2$/),
    '_astro/not-there.js',
    first('search-index', /\.json$/),
    first('pagefind', /\.pf_meta$/),
    first('pagefind/fragment', /\.pf_fragment$/),
    'pagefind/pagefind.js',
    'pagefind/wasm.en.pagefind',
    'embed.js',
    'embed.js?v=1',
    'embed/v1/403.json',
    'embed/v1/not-there.json',
    'embedded',
    'service-worker.js',
    'manifest.webmanifest',
    'favicon.svg',
    'icons/any-192.png',
    '403/card.png',
    '403.json',
    '403.md',
    'codes.csv',
    'llms.txt',
    'changes.xml',
    'opensearch.xml',
    'sitemap-index.xml',
  ];
}

const names = [...new Set([...Object.keys(always), ...Object.keys(headersFor('/embed.js', '/embed.js'))])];

/** What the server at `port` does otherwise than serve.ts. */
async function differences(port: number, own: number, base: string, list: string[], codings: string[]) {
  const problems: string[] = [];
  for (const below of list)
    for (const coding of codings) {
      const path = base + below;
      const say = (problem: string) => problems.push(`${path} (${coding || 'no coding'}): ${problem}`);
      const asked: Record<string, string> = coding ? { 'accept-encoding': coding } : {};
      const meant = await ask(own, path, asked);
      let got = await ask(port, path, asked);
      if ([301, 302, 307, 308].includes(got.status)) {
        // A host may lead to the other spelling of a page, and has to do so whatever name and protocol it is asked by.
        const { location } = got.headers;
        if (location !== `${path}/`) say(`leads to ${location}, not to ${path}/`);
        got = await ask(port, `${path}/`, asked);
      }
      if (got.status !== meant.status) say(`status ${got.status}, not ${meant.status}`);
      if (!got.body.equals(meant.body)) say('sends another file');
      if (got.headers['content-encoding'] !== meant.headers['content-encoding'])
        say(`coding ${got.headers['content-encoding']}, not ${meant.headers['content-encoding']}`);
      if (sameType(got.headers['content-type']) !== sameType(meant.headers['content-type']))
        say(`type ${got.headers['content-type']}, not ${meant.headers['content-type']}`);
      if (meant.headers['content-encoding'] && !/accept-encoding/i.test(got.headers.vary ?? ''))
        say('no Vary: Accept-Encoding');
      for (const name of names) {
        const [is, should] = [got.headers[name.toLowerCase()], meant.headers[name.toLowerCase()]];
        if (is !== should) say(`${name}: ${is}, not ${should}`);
      }
      const { etag } = got.headers;
      if (got.status === 200 && below === '403/') {
        if (!etag) say('no ETag');
        const again = await ask(port, path, { ...asked, 'if-none-match': etag ?? '' });
        if (again.status !== 304) say(`the same again: status ${again.status}, not 304`);
      }
    }
  return problems;
}

async function started(child: ChildProcess, port: number, errors: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`does not start: ${errors()}`);
    if (
      await ask(port, '/', {}).then(
        () => true,
        () => false,
      )
    )
      return;
    await setTimeout(100);
  }
  throw new Error(`does not answer within ten seconds: ${errors()}`);
}

/** Starts a server with the block of the guide, and gives what it does otherwise. */
async function tryServer(server: Server, block: string, dist: string, base: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sip-codes-host-'));
  const www = join(folder, 'www');
  // Servers that are started by root read files as another user.
  chmodSync(folder, 0o755);
  if (base === '/') symlinkSync(dist, www);
  else {
    mkdirSync(join(www, base, '..'), { recursive: true });
    symlinkSync(dist, join(www, base.slice(0, -1)));
  }
  const port = await freePort();
  const config = block.replaceAll(printed.base, base.slice(0, -1)).replaceAll(printed.root, www);
  const child = spawn(server.program, server.prepare(config, { folder, port }), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder },
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const own = createSite(dist, base).listen(0, '127.0.0.1');
  try {
    await started(child, port, () => errors);
    const codings = server.name === 'nginx' && !hasBrotli() ? ['gzip', ''] : ['br, gzip', 'gzip', ''];
    return await differences(port, (own.address() as AddressInfo).port, base, paths(dist), codings);
  } catch (error) {
    return [(error as Error).message];
  } finally {
    own.close();
    own.closeAllConnections();
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

const dist = process.env['SITE_ROOT'] ?? join(process.cwd(), 'dist');
if (!builtBase(dist)) {
  console.error(`${dist} holds no site; run "npm run build" first`);
  process.exit(1);
}
const guide = readFileSync('content/guides/deploying.mdx', 'utf8');
let failed = false;
for (const server of servers) {
  const [, block] = new RegExp(`\`\`\`${server.name}\\n([^]*?)\`\`\``).exec(guide) ?? [];
  const version = spawnSync(server.program, server.version, { encoding: 'utf8' });
  if (version.error) {
    console.log(`${server.name}: not installed, not tried`);
    continue;
  }
  const said = `${version.stdout}${version.stderr}`.trim().split('\n')[0]?.split(' ').slice(0, 3).join(' ');
  if (!block) {
    console.error(`${server.name}: the guide has no block \`\`\`${server.name}`);
    failed = true;
    continue;
  }
  for (const base of [`${printed.base}/`, '/']) {
    const problems = await tryServer(server, block, dist, base);
    console.log(`${server.name} (${said}) under ${base}: ${problems.length || 'no'} differences to serve.ts`);
    for (const problem of problems.slice(0, 40)) console.error(`  ${problem}`);
    failed ||= problems.length > 0;
  }
}
if (servers.some(({ name }) => name === 'nginx') && !hasBrotli())
  console.log('nginx: its Brotli module is not installed, tried with gzip alone');
process.exit(failed ? 1 : 0);
