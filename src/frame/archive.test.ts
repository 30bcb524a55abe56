import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { archive } from './archive.ts';
import { createSite } from './serve.ts';

const files: Record<string, string> = {
  'index.html': '<p>home</p>',
  'index.html.br': 'compressed',
  '403/index.html': '<p>Forbidden</p>',
  'not-found/index.html': '<p>nothing here</p>',
};
const edition = new Date('2026-11-26T12:00:00Z');
let folder: string;

/** Writes files in the order in which they come. */
function site(name: string, contents: [string, string][]): string {
  const root = join(folder, name);
  for (const [path, text] of contents) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

it('is the same in another time zone, of a folder that was written in another order', () => {
  const entries = Object.entries(files);
  const first = archive(site('first', entries), '/', edition);
  vi.stubEnv('TZ', 'Pacific/Auckland');
  expect(Buffer.from(archive(site('second', entries.toReversed()), '/', edition)).equals(first)).toBe(true);
});

it('unpacked in a document root, it is served under the path it was built for', async () => {
  const bytes = archive(site('built', Object.entries(files)), '/help/sip/', edition);
  const root = site(
    'unpacked',
    Object.entries(unzipSync(bytes)).map(([name, text]) => [name, new TextDecoder().decode(text)]),
  );
  const server = createSite(root, '/').listen(0);
  const { port } = server.address() as AddressInfo;
  const get = async (path: string) => (await fetch(`http://localhost:${port}${path}`)).text();
  expect(await get('/help/sip/403/')).toBe('<p>Forbidden</p>');
  expect(await get('/help/sip/')).toBe('<p>home</p>');
  server.close();
});
