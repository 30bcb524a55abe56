/**
 * `npm run bench`: Lighthouse on the 403 page, and what the page costs to load. Lighthouse is fetched when it is
 * needed: nothing else here needs its hundred packages.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { browser } from '../e2e/browser.ts';

interface Report {
  categories: Record<string, { title: string; score: number | null }>;
  audits: Record<
    string,
    {
      id: string;
      score: number | null;
      scoreDisplayMode: string;
      displayValue?: string;
      details?: { items?: { node?: { selector: string } }[] };
    }
  >;
}

const port = 4393;
const { path } = browser();
const address = `http://localhost:${port}/403/`;
const server = spawn(process.execPath, ['src/frame/serve.ts'], {
  env: { ...process.env, PORT: String(port) },
  stdio: 'ignore',
});
const chrome = await chromium.launch({
  executablePath: path,
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
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
    const { stdout, stderr } = spawnSync(
      'npx',
      [
        '--yes',
        'lighthouse@13',
        address,
        '--output=json',
        '--quiet',
        ...(form === 'desktop' ? ['--preset=desktop'] : []),
        `--chrome-flags=--headless --disable-background-networking${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`,
      ],
      { env: { ...process.env, CHROME_PATH: path }, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    if (!stdout) throw new Error(`Lighthouse gave no result: ${stderr.slice(-500)}`);
    const { categories, audits } = JSON.parse(stdout) as Report;
    console.log(
      `${form}: ${Object.values(categories)
        .map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`)
        .join(', ')}`,
    );
    for (const { id, score, scoreDisplayMode, displayValue, details } of Object.values(audits))
      if (score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
        console.log(
          `  ${id}: ${score} ${displayValue ?? ''} ${JSON.stringify(details?.items?.slice(0, 4).map(({ node }) => node?.selector) ?? '')}`,
        );
  }
} finally {
  await chrome.close();
  server.kill();
}
