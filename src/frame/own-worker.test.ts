import { expect, it } from 'vitest';
import { isOwnWorker } from './own-worker.ts';

const passes = (address: string, base: string) =>
  isOwnWorker(new URL(address, 'https://example.com'), 'https://example.com', base);

it.each(['_astro/decode.worker-B1.js', 'service-worker.js'])('%s passes, under a path too', (file) => {
  expect(passes(`/${file}`, '/')).toBe(true);
  expect(passes(`/help/sip/${file}`, '/help/sip/')).toBe(true);
});

it.each([
  'https://other.example.com/help/sip/service-worker.js',
  'data:text/javascript,alert(1)',
  'blob:https://example.com/7c1e',
  '/service-worker.js',
  '/help/sip/uploads/a.js',
  '/help/sip/_astro/../../../a.js',
  '/help/sip/_astro/a/b.js',
])('%s does not', (address) => {
  expect(passes(address, '/help/sip/')).toBe(false);
});
