import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';

const port = Number(process.env['TEST_PORT'] ?? 4391);
const path = findBrowser()?.path;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(path ? { executablePath: path } : {}),
      args: [
        '--disable-background-networking',
        // Chromium's sandbox cannot run as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: 'node ../../src/frame/serve.ts',
    cwd: import.meta.dirname,
    env: { PORT: String(port), SITE_ROOT: `${import.meta.dirname}/../../dist` },
    url: `http://localhost:${port}/`,
    reuseExistingServer: !process.env['CI'],
  },
});
