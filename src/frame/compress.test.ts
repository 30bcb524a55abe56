import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bytesOfBeginning, compressFolder, endOfCases, nextQuality } from './compress.ts';

let folder: string;
const path = (...names: string[]) => join(folder, ...names);
const write = (build: string, name: string, content: string) => writeFileSync(path(build, name), content);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compress-'));
  mkdirSync(path('before'));
  mkdirSync(path('now'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('text of more than a packet gets a .br and a .gz with the same content and time; a short one, or what is compressed already, gets none', async () => {
  const page = '<p>Busy Here</p>'.repeat(200);
  write('now', 'short.html', '<p>Busy Here</p>');
  write('now', 'index.html', page);
  write('now', 'a.pf_fragment', page);
  expect(await compressFolder(path('now'), path('none'))).toEqual({ made: 2, kept: 0 });
  expect(brotliDecompressSync(readFileSync(path('now', 'index.html.br'))).toString()).toBe(page);
  expect(gunzipSync(readFileSync(path('now', 'index.html.gz'))).toString()).toBe(page);
  const seconds = (name: string) => statSync(path('now', name)).mtimeMs / 1000;
  expect(seconds('index.html.gz')).toBeCloseTo(seconds('index.html'));
  for (const name of ['a.pf_fragment.gz', 'short.html.br'])
    expect(() => statSync(path('now', name))).toThrow('ENOENT');
});

it('what Pagefind begins with gets a .br of what is in it', async () => {
  mkdirSync(path('now', 'pagefind', 'index'), { recursive: true });
  const names = ['wasm.en.pagefind', 'pagefind.en_1.pf_meta', 'index/en_1.pf_index'];
  for (const name of names) writeFileSync(path('now', 'pagefind', name), gzipSync(`pagefind_dcd ${name}`));
  expect(await compressFolder(path('now'), path('none'))).toEqual({ made: 3, kept: 0 });
  for (const name of names)
    expect(brotliDecompressSync(readFileSync(path('now', 'pagefind', `${name}.br`))).toString()).toBe(
      `pagefind_dcd ${name}`,
    );
});

it('an unchanged file keeps its time and its compressed files; a changed one does not', async () => {
  const [same, old, changed] = ['same', 'old', 'new'].map((word) => `${word} `.repeat(1000)) as [
    string,
    string,
    string,
  ];
  write('before', 'same.html', same);
  write('before', 'other.html', old);
  await compressFolder(path('before'), path('none'));
  const day = new Date('2026-01-02T03:04:05Z');
  for (const name of ['same.html', 'other.html']) utimesSync(path('before', name), day, day);
  write('now', 'same.html', same);
  write('now', 'other.html', changed);
  expect(await compressFolder(path('now'), path('before'))).toEqual({ made: 2, kept: 2 });
  expect(statSync(path('now', 'same.html.br')).mtime).toEqual(day);
  expect(statSync(path('now', 'other.html')).mtime).not.toEqual(day);
  expect(brotliDecompressSync(readFileSync(path('now', 'other.html.br'))).toString()).toBe(changed);
});

it.each([
  ['comes with the first round trip', 14_600, undefined],
  ['is brought there by the better step', 15_600, 10],
  ['is not brought there by it', 15_800, undefined],
  ['is as large as pages may be', 24_000, undefined],
  ['is brought below that by the better step', 25_800, 10],
  ['needs the last step', 25_900, 11],
])('a page that %s', (_, bytes, quality) => expect(nextQuality(bytes)).toBe(quality));

it('a page whose cases do not come with the first round trip by the quick step gets a better one', async () => {
  const hash = (of: string) => createHash('sha256').update(of).digest();
  const word = (at: number) => {
    const chosen = hash(`place ${at}`).readUInt16BE() % 300;
    return hash(`word ${chosen}`)
      .toString('base64url')
      .slice(0, 4 + (chosen % 5));
  };
  const words = (count: number) => Array.from({ length: count }, (_, at) => word(at)).join(' ');
  const cases = `<section class="case">${words(7150)}`;
  const page = `${cases}</section>${words(2000)}`;
  const quickly = brotliCompressSync(cases, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } });
  expect(quickly.length).toBeGreaterThan(14_600);
  expect(endOfCases(page)).toBe(cases.length);
  expect(await bytesOfBeginning(page, cases.length)).toBeLessThanOrEqual(14_600);
});
