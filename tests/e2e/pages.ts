/** The addresses the browser tests open. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** One address of every page type, for the checks that hold for all. */
export const pageTypes = [
  '/',
  '/402/',
  '/403/',
  '/180/',
  '/404/',
  '/701/',
  '/426/',
  '/499/',
  '/4xx/',
  '/7xx/',
  '/q850/',
  '/q850/17/',
  '/q850/21/',
  '/mapping/',
  '/vendors/',
  '/vendors/asterisk/',
  '/guides/',
  '/guides/via/',
  '/guides/digest/',
  '/guides/glossary/',
  '/guides/commands/',
  '/systems/',
  '/offline/',
  '/headers/',
  '/reason/',
  '/warning/',
  '/lists/',
  '/sources/',
  '/sources/threads/',
  '/changes/',
  '/embed/',
  '/decode/',
  '/search/?q=403',
  '/no-such-page/',
];

/** What axe looks for: of what it leaves out by itself, the size of what is tapped is wanted, too. */
export const axeOptions = {
  resultTypes: ['violations' as const],
  rules: { 'target-size': { enabled: true } },
};

const dist = join(import.meta.dirname, '../../dist');

/** Every page of the built site. */
export const allPages = readdirSync(dist, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('index.html'))
  // A page that moved leads on by itself: what it leads to is measured under its own address. Of the hundreds of
  // numbers that nobody registered, which are alike, some are opened as page types.
  .filter((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    return !html.includes('http-equiv="refresh"') && !html.includes('data-unregistered');
  })
  .map((file) => `/${file.slice(0, -'index.html'.length).split(sep).join('/')}`)
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
