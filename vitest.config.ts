import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The browser tests have their own runner; .astro holds a copy of the site (tests/e2e/copy.ts).
    exclude: [...configDefaults.exclude, '.astro/**', 'dist*/**', 'tests/e2e/**'],
    // Files share a worker, so that content is read once for all of them: half the time. A test leaves nothing behind.
    isolate: false,
    // They run alone (tests/run.ts): of two processors, one would be idle otherwise.
    maxWorkers: '100%',
    // The slowest test takes two seconds; a machine that is three times slower and busy takes ten times as long.
    testTimeout: 60_000,
  },
});
