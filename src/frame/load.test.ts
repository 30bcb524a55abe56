import { afterEach, expect, it, vi } from 'vitest';
import { fetchJson, once } from './load.client.ts';

afterEach(() => vi.unstubAllGlobals());

it('loads once, and again only after a failure', async () => {
  let tries = 0;
  const load = once(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('no answer')) : Promise.resolve(tries);
  });
  await expect(load()).rejects.toThrow('no answer');
  expect([await load(), await load()]).toEqual([2, 2]);
});

it('does not take a page of errors for data', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 404 })));
  await expect(fetchJson('/a.json')).rejects.toThrow('/a.json: 404');
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"a":1}')));
  expect(await fetchJson('/a.json')).toEqual({ a: 1 });
});
