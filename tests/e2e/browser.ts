/**
 * Finds a Chromium for the browser tests, in this order: the one named in BROWSER_PATH, Playwright's own, the
 * system's; and installs one if there is none.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export interface Browser {
  path: string;
  /** Where it comes from, for the log. */
  from: string;
}

/** What every start of the browser is told. Chromium's sandbox cannot run as root. */
export const browserArgs = [
  '--disable-background-networking',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}

export function findBrowser(): Browser | undefined {
  const named = process.env['BROWSER_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`BROWSER_PATH names ${named}, which does not exist`);
    return { path: named, from: 'named in BROWSER_PATH' };
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { path: own, from: 'Playwright’s own' };
  const system = onPath();
  return system ? { path: system, from: 'installed on this system' } : undefined;
}

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0;

/** Installs a browser: Playwright's own if it can be downloaded, else Debian's package. */
function install(): void {
  console.log('No browser found; installing one.');
  if (run('npx', 'playwright', 'install', 'chromium')) {
    const found = findBrowser();
    if (found && spawnSync(found.path, ['--version']).status === 0) return;
    // Downloaded, but libraries of the system are missing.
    if (run('npx', 'playwright', 'install-deps', 'chromium')) return;
  }
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  const apt = (...args: string[]) => {
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args];
    return run(command, ...rest);
  };
  if (apt('update', '-qq') && apt('install', '-y', '-qq', 'chromium')) return;
  throw new Error('no browser could be installed; install Chromium and name it in BROWSER_PATH');
}

/** The browser to use; installs one if need be. */
export function browser(): Browser {
  const found = findBrowser();
  if (found) return found;
  install();
  const installed = findBrowser();
  if (!installed) throw new Error('a browser was installed but cannot be found; name it in BROWSER_PATH');
  return installed;
}

if (import.meta.main) {
  const { path, from } = browser();
  console.log(`browser: ${path} (${from})`);
}
