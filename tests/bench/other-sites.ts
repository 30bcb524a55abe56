/**
 * The sites that ours is measured against, made from our own exports in a folder outside the product: the same texts in
 * a stock Starlight site, in Astro with nothing but Pagefind, and a page as bare HTML.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';

/** Kept between runs: installing takes longer than measuring. */
export const workshop = join(tmpdir(), 'sip-codes-bench');
export const project = join(import.meta.dirname, '../..');

/** The texts of code pages, as the site exports them. */
export function codeTexts(dist: string): Map<string, string> {
  const names = readdirSync(dist).filter((name) => /^\d{3}\.md$/.test(name));
  return new Map(names.map((name) => [name.slice(0, -3), readFileSync(join(dist, name), 'utf8')]));
}

/** Installs packages in the workshop, once. False where the registry is not to be reached. */
export function install(...packages: string[]): boolean {
  mkdirSync(workshop, { recursive: true });
  const wanted = JSON.stringify(packages);
  const list = join(workshop, 'installed.json');
  if (existsSync(list) && readFileSync(list, 'utf8') === wanted) return true;
  writeFileSync(join(workshop, 'package.json'), '{"private":true,"type":"module"}');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], {
    cwd: workshop,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status === 0) writeFileSync(list, wanted);
  return status === 0;
}

/** The packages of both: the same Astro as ours. */
export function installOthers(): boolean {
  const { dependencies } = JSON.parse(
    execFileSync('npm', ['ls', 'astro', 'pagefind', '--depth=0', '--json'], { cwd: project }).toString(),
  ) as { dependencies: Record<string, { version: string }> };
  const same = ['astro', 'pagefind'].map((name) => `${name}@${dependencies[name]?.version}`);
  return install('@astrojs/starlight@0.42', 'sharp', ...same);
}

/** Front matter and body: a title of its own is what both expect. */
function article(text: string): string {
  const [, title = '', body = ''] = /^# (.*)\n([\s\S]*)$/.exec(text) ?? [];
  return `---\ntitle: ${JSON.stringify(title)}\n---\n${body}`;
}

function writePages(folder: string, texts: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of texts) writeFileSync(join(folder, `${name}.md`), article(text));
}

/** A Starlight site as its start page shows it: the pages in the side bar, search included. */
export function writeStarlight(texts: ReadonlyMap<string, string>): string {
  const root = join(workshop, 'starlight');
  writePages(join(root, 'src/content/docs/codes'), texts);
  writeFileSync(
    join(root, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'https://starlight.example.com',
  integrations: [starlight({ title: 'SIP codes', sidebar: [{ label: 'Codes', items: [{ autogenerate: { directory: 'codes' } }] }] })],
});
`,
  );
  writeFileSync(
    join(root, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  writeFileSync(join(root, 'src/content/docs/index.md'), '---\ntitle: SIP codes\n---\nResponse codes.\n');
  // Astro asks this file which packages are to go through Vite.
  writeFileSync(
    join(root, 'package.json'),
    '{"private":true,"type":"module","dependencies":{"astro":"*","@astrojs/starlight":"*"}}',
  );
  return root;
}

/** Astro that only puts each text into a page, with Pagefind after it. */
export function writePlain(texts: ReadonlyMap<string, string>): string {
  const root = join(workshop, 'plain');
  writePages(join(root, 'src/pages/codes'), texts);
  mkdirSync(join(root, 'src/pages'), { recursive: true });
  writeFileSync(
    join(root, 'src/pages/index.astro'),
    '<html lang="en"><head><link rel="canonical" href="https://plain.example.com/"><title>SIP codes</title></head><body>SIP codes</body></html>\n',
  );
  writeFileSync(join(root, 'astro.config.mjs'), "export default { site: 'https://plain.example.com' };\n");
  writeFileSync(join(root, 'package.json'), '{"private":true,"type":"module"}');
  return root;
}

/** Commands that build the two. */
export const builds = {
  starlight: [[join(workshop, 'node_modules/astro/bin/astro.mjs'), 'build']],
  plain: [
    [join(workshop, 'node_modules/astro/bin/astro.mjs'), 'build'],
    [join(workshop, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', 'dist'],
  ],
};

const blocks = 'h1,h2,h3,h4,p,li,dt,dd,pre,td,th,figcaption,caption,summary';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The text of a built page, headings as headings and the rest as paragraphs: no style, no script, no link. */
export function bareHtml(page: string): string {
  const root = parse(page, { blockTextElements: { script: false, style: false, pre: true } });
  const lines = root
    .querySelector('main')!
    .querySelectorAll(blocks)
    // Text of a block within a block is said once.
    .filter((element: HTMLElement) => !element.querySelector(blocks))
    .map((element: HTMLElement) => {
      const name = /^h\d$|^pre$/.test(element.localName) ? element.localName : 'p';
      const text = name === 'pre' ? element.text : element.text.replace(/\s+/g, ' ').trim();
      return `<${name}>${escaped(text)}</${name}>`;
    });
  const title = escaped(root.querySelector('title')!.text);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body>${lines.join('\n')}</body></html>`;
}
