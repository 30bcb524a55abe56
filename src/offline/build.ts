/** Writes the service worker with the list of what it keeps, the web app manifest, and its icons. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import sharp from 'sharp';
import { build } from 'vite';
import type { SiteData } from '../content/schemas/site.ts';
import { hashed, isKept } from './contents.ts';

/** Colours of the ground in the light theme, and of the favicon. */
const ground = '#fbfaf7';
const ink = '#1b1d22';

export interface KeptFile {
  url: string;
  /** Changes with the content; null where the name does. */
  revision: string | null;
}

const revisionOf = (content: Buffer | string) =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

/** Pages are alike: one in eight tells how small they become, and packing them all only to say a size takes long. */
const sampled = 8;

/** What is kept of the site in `root`, and about how much that is as it is sent (gzip). */
function keptFiles(root: string, base: string): { files: KeptFile[]; text: string } {
  let bytes = 0;
  const pages = { count: 0, bytes: 0, sample: 0, packed: 0 };
  const files: KeptFile[] = [];
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''),
    )
    .sort();
  for (const name of names) {
    const read = () => readFileSync(join(root, name));
    const page = name.endsWith('.html') ? read() : undefined;
    if (!isKept(name, page?.toString())) continue;
    const content = page ?? read();
    if (page) {
      pages.bytes += page.length;
      if (pages.count % sampled === 0) {
        pages.sample += page.length;
        pages.packed += gzipSync(page).length;
      }
      pages.count += 1;
    } else bytes += /\.(css|js|json|svg)$/.test(name) ? gzipSync(content).length : content.length;
    files.push({
      url: base + name.replace(/(^|\/)index\.html$/, '$1'),
      revision: hashed.test(name) ? null : revisionOf(content),
    });
  }
  if (pages.sample) bytes += (pages.bytes * pages.packed) / pages.sample;
  return { files, text: `${(bytes / 1e6).toFixed(1)} MB in ${files.length} files` };
}

/** One script without imports, Workbox included. */
async function writeWorker(root: string, source: string, files: KeptFile[], base: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      __FILES__: JSON.stringify(files),
      __BASE__: JSON.stringify(base),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: root,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: join(process.cwd(), 'src/offline', source),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'service-worker.js',
      },
    },
  });
}

async function writeIcons(root: string, favicon: string): Promise<object[]> {
  // Sharp reads no .ico.
  const picture = join(root, favicon.endsWith('.ico') ? 'favicon.svg' : favicon);
  mkdirSync(join(root, 'icons'), { recursive: true });
  const icons: object[] = [];
  for (const size of [192, 512])
    for (const purpose of ['any', 'maskable']) {
      // Systems cut a maskable icon to their shape: what matters lies in the inner 80 %.
      const inner = purpose === 'any' ? size : Math.round(size * 0.7);
      const edge = (size - inner) / 2;
      const src = `icons/${purpose}-${size}.png`;
      await sharp(picture, { density: 1200 })
        .resize(inner, inner, { fit: 'contain', background: '#0000' })
        .extend({
          top: Math.floor(edge),
          left: Math.floor(edge),
          bottom: Math.ceil(edge),
          right: Math.ceil(edge),
          background: purpose === 'any' ? '#0000' : ink,
        })
        .png({ compressionLevel: 9 })
        .toFile(join(root, src));
      icons.push({ src, sizes: `${size}x${size}`, type: 'image/png', purpose });
    }
  return icons;
}

/** Must stand behind what writes or changes pages, and before they are compressed. */
export function offline(settings: SiteData, favicon: string): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const icons = await writeIcons(root, favicon);
        // Addresses in the manifest start from the manifest, so that the base path needs no mention.
        const manifest = {
          name: settings.name,
          short_name: settings.name.slice(0, 12).trim(),
          description: settings.tagline,
          lang: 'en-GB',
          id: './',
          start_url: './',
          scope: './',
          display: 'minimal-ui',
          background_color: ground,
          theme_color: ground,
          icons,
        };
        writeFileSync(join(root, 'manifest.webmanifest'), JSON.stringify(manifest, null, 2));
        if (settings.offline === false) {
          await writeWorker(root, 'remove-worker.ts', [], base);
          logger.info('nothing is kept for reading without a network (offline: false in site.yaml)');
          return;
        }
        const { files, text } = keptFiles(root, base);
        const page = join(root, 'offline/index.html');
        if (existsSync(page)) {
          const html = readFileSync(page, 'utf8').replace(
            /(<span data-offline-size[^>]*>)(?=<\/span>)/,
            `$1${text}`,
          );
          writeFileSync(page, html);
          for (const file of files) if (file.url === `${base}offline/`) file.revision = revisionOf(html);
        }
        await writeWorker(root, 'worker.ts', files, base);
        logger.info(`kept for reading without a network: ${text}`);
      },
    },
  };
}
