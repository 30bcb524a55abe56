/**
 * Writes the pages of short addresses. They are not among Astro's pages: there is one for each case, they have neither
 * styles nor scripts, and a line of a template takes a thirtieth of the time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { model } from '../content/model.ts';
import { basePath } from '../frame/base-path.ts';
import { favicon } from '../frame/pictures.ts';
import { settings } from '../frame/settings.ts';
import { type Frame, shortAddresses as addressesOf, shortAddressPage } from './short-address.ts';

const frameOf = ({ site, base }: Pick<AstroConfig, 'site' | 'base'>): Frame => ({
  home: new URL(basePath(base), site),
  siteName: settings.name,
  favicon,
});

/** Must stand before what is done to every page. */
export function shortAddresses(): AstroIntegration {
  let frame: Frame;
  return {
    name: 'short-addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        frame = frameOf(config);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '', frame.home).pathname.replace(/\/?$/, '/');
          const address = addressesOf(model()).find(
            (one) => new URL(`.${one.path}`, frame.home).pathname === path,
          );
          if (!address) next();
          else response.setHeader('Content-Type', 'text/html').end(shortAddressPage(address, frame));
        });
      },
      'astro:build:done': ({ dir }) => {
        for (const address of addressesOf(model())) {
          const folder = join(fileURLToPath(dir), address.path);
          mkdirSync(folder, { recursive: true });
          writeFileSync(join(folder, 'index.html'), shortAddressPage(address, frame));
        }
      },
    },
  };
}
