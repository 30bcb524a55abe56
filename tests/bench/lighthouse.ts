/** `npm run bench`: Lighthouse on the 403 page, and what the page costs to load. */
import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { browser } from '../e2e/browser.ts';

const port = 4393;
const debug = 9333;
const address = `http://localhost:${port}/403/`;
const server = spawn(process.execPath, ['src/server/serve.ts'], {
  env: { ...process.env, PORT: String(port) },
  stdio: 'ignore',
});
const chrome = await chromium.launch({
  executablePath: browser().path,
  args: [
    `--remote-debugging-port=${debug}`,
    '--disable-background-networking',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});

try {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const page = await chrome.newPage();
  const sizes: { url: string; bytes: number }[] = [];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const urls = new Map<string, string>();
  devtools.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength }),
  );
  await page.goto(address, { waitUntil: 'networkidle' });
  for (const { url, bytes } of sizes) console.log(`${String(bytes).padStart(6)} bytes  ${url}`);
  console.log(`${sizes.reduce((sum, { bytes }) => sum + bytes, 0)} bytes in all, response headers included`);

  for (const form of ['mobile', 'desktop'] as const) {
    const result = await lighthouse(
      address,
      { port: debug, logLevel: 'error' },
      form === 'desktop'
        ? {
            extends: 'lighthouse:default',
            settings: {
              formFactor: 'desktop',
              screenEmulation: {
                mobile: false,
                width: 1350,
                height: 940,
                deviceScaleFactor: 1,
                disabled: false,
              },
              throttling: {
                rttMs: 40,
                throughputKbps: 10240,
                cpuSlowdownMultiplier: 1,
                requestLatencyMs: 0,
                downloadThroughputKbps: 0,
                uploadThroughputKbps: 0,
              },
            },
          }
        : undefined,
    );
    const categories = Object.values(result?.lhr.categories ?? {});
    console.log(
      `${form}: ${categories.map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`).join(', ')}`,
    );
    for (const audit of Object.values(result?.lhr.audits ?? {}))
      if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
        console.log(`  ${audit.id}: ${audit.score} ${audit.displayValue ?? ''} ${JSON.stringify((audit.details as { items?: { node?: { selector: string } }[] } | undefined)?.items?.slice(0, 6).map(({ node }) => node?.selector) ?? '')}`);
  }
} finally {
  await chrome.close();
  server.kill();
}
