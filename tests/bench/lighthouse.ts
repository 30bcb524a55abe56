/**
 * `npm run bench:lighthouse -- [--runs N] [--desktop] [paths]`: Lighthouse on one page of each kind. Every round opens
 * every page once, so that a busy minute of the machine falls on all of them; the table shows medians. Lighthouse is
 * fetched when it is needed: nothing else here needs its hundred packages.
 */
import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { browser, browserArgs } from '../e2e/browser.ts';
import { builtBase } from '../../src/frame/base-path.ts';
import { createSite } from '../../src/frame/serve.ts';
import { median } from './median.ts';

interface Audit {
  id: string;
  score: number | null;
  scoreDisplayMode: string;
  displayValue?: string;
  numericValue?: number;
  details?: { items?: { node?: { selector: string } }[] };
}
interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}

const kinds = ['/', '/4xx/', '/401/', '/403/', '/603/', '/mapping/', '/q850/21/', '/search/', '/decode/'];
/** Column of the table, and where a report has it. */
const columns = {
  performance: (report: Report) => (report.categories['performance']?.score ?? 0) * 100,
  accessibility: (report: Report) => (report.categories['accessibility']?.score ?? 0) * 100,
  'best practices': (report: Report) => (report.categories['best-practices']?.score ?? 0) * 100,
  SEO: (report: Report) => (report.categories['seo']?.score ?? 0) * 100,
  'first paint ms': timing('first-contentful-paint'),
  'largest paint ms': timing('largest-contentful-paint'),
  'blocking ms': timing('total-blocking-time'),
  shift: timing('cumulative-layout-shift'),
};

function timing(id: string) {
  return (report: Report) => report.audits[id]?.numericValue ?? 0;
}

const { values: options, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, desktop: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const runs = Number(options.runs);
const paths = positionals.length ? positionals : kinds;
const port = Number(process.env['PORT'] ?? 4393);
const root = join(import.meta.dirname, '../../dist');
const base = builtBase(root);
if (!base) throw new Error('dist/ holds no site; run "npm run build" first');

async function lighthouse(path: string): Promise<Report> {
  const flags = ['--headless', ...browserArgs].join(' ');
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      'lighthouse@13',
      `http://localhost:${port}${base}${path.slice(1)}`,
      '--output=json',
      '--quiet',
      ...(options.desktop ? ['--preset=desktop'] : []),
      `--chrome-flags=${flags}`,
    ],
    { env: { ...process.env, CHROME_PATH: browser().path }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Report;
}

/** Now and then a browser gives no trace of a load; that says nothing of the page. */
async function report(path: string): Promise<Report> {
  for (let failed = 1; ; failed += 1)
    try {
      return await lighthouse(path);
    } catch (error) {
      if (failed === 3) throw error;
      console.error(`${path} gave no report (${String(error).split('\n')[1] ?? ''}); once more`);
    }
}

/** What lowered a score, and where; of the performance audits those that are weighed. */
function findings({ categories, audits }: Report): string[] {
  return Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
    .flatMap(({ id }) => audits[id] ?? [])
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, displayValue, details }) => {
      const where = details?.items?.flatMap(({ node }) => node?.selector ?? []).slice(0, 4) ?? [];
      return [id, displayValue, ...where].filter(Boolean).join(' · ');
    });
}

const reports = new Map<string, Report[]>(paths.map((path) => [path, []]));
const load: number[] = [];
const server = createSite(root, base).listen(port);
try {
  for (let round = 0; round < runs; round++)
    for (const [path, list] of reports) {
      load.push(loadavg()[0] ?? 0);
      list.push(await report(path));
    }
} finally {
  server.close();
}

console.log(
  `Lighthouse, ${options.desktop ? 'desktop' : 'phone on slow 4G, processor slowed down four times'}; median of ${runs}; load of this machine ${Math.min(...load).toFixed(1)} to ${Math.max(...load).toFixed(1)}`,
);
console.table(
  Object.fromEntries(
    [...reports].map(([path, list]) => [
      path,
      Object.fromEntries(
        Object.entries(columns).map(([name, read]) => {
          const value = median(list.map(read));
          return [name, name === 'shift' ? Number(value.toFixed(3)) : Math.round(value)];
        }),
      ),
    ]),
  ),
);
for (const [path, list] of reports) {
  const found = [...new Set(list.flatMap(findings))];
  if (found.length) console.log(`${path}\n  ${found.join('\n  ')}`);
}
