import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './browser.ts';
import { copyBase, copyRoot } from './copy.ts';
import { copyPort, intranetHost, sitePort } from './ports.ts';

const path = findBrowser()?.path;
const project = join(import.meta.dirname, '../..');

const serve = (root: string, base: string, port: number) => ({
  command: 'node src/frame/serve.ts',
  cwd: project,
  env: { PORT: String(port), SITE_ROOT: root, BASE_PATH: base },
  url: `http://localhost:${port}${base}`,
  timeout: 60_000,
  reuseExistingServer: false,
});

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  reporter: [['list']],
  // A test that passes at the second attempt has found something: none is repeated.
  retries: 0,
  // Tests take a second or two, axe on a usual page some seconds. A machine that is three times slower and busy with
  // something else takes ten times as long. Tests of longer pages set a longer limit and say why.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${sitePort}`,
    // Each test is a first visit, and need not fetch the whole site; offline.spec.ts allows it.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(path ? { executablePath: path } : {}),
      args: [...browserArgs, `--host-resolver-rules=MAP ${intranetHost} 127.0.0.1`],
    },
  },
  webServer: [
    serve(join(project, 'dist'), '/', sitePort),
    // Built by copy.ts; tests of single pages do without it.
    ...(existsSync(join(copyRoot, 'index.html')) ? [serve(copyRoot, copyBase, copyPort)] : []),
  ],
});
