/**
 * Hands on a browser, whichever way it can be driven: by Playwright where it brings its own, Firefox by WebDriver BiDi,
 * which it speaks itself, WebKitGTK by WebDriver. Keys and pointer are the same in both protocols.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserType, firefox, webkit } from '@playwright/test';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Hand {
  /** Name and version of the browser. */
  browser: string;
  open(url: string): Promise<void>;
  /** Runs a function in the page; what it returns has to fit into JSON. */
  run<A extends Json[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Presses keys one after another. Those without a letter by their code in WebDriver (`keys`). */
  press(text: string): Promise<void>;
  /** Clicks at a point of the window, in pixels. */
  click(x: number, y: number): Promise<void>;
  end(): Promise<void>;
}

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const keys = { enter: '\uE007', escape: '\uE00C', down: '\uE015' } as const;
const inPlaywright: Record<string, string> = {
  [keys.enter]: 'Enter',
  [keys.escape]: 'Escape',
  [keys.down]: 'ArrowDown',
};

const onPath = (...names: string[]) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));

const keyActions = (text: string) => [
  {
    type: 'key',
    id: 'keyboard',
    actions: [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  },
];
const pointerActions = (x: number, y: number) => [
  {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];

/** Waits for a line of what a program says. Milliseconds. */
function said(program: ChildProcess, pattern: RegExp, time = 60_000): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (why: string) => reject(new Error(`${program.spawnfile} ${why}: ${text.slice(-500)}`));
    const timer = setTimeout(() => fail(`says nothing like ${pattern}`), time);
    for (const stream of [program.stdout, program.stderr])
      stream?.on('data', (part) => {
        text += String(part);
        const found = pattern.exec(text)?.[1];
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
      });
    program.once('exit', () => fail('ended'));
    program.once('error', (error) => fail(error.message));
  });
}

async function byPlaywright(type: BrowserType): Promise<Hand> {
  const browser = await type.launch();
  const page = await browser.newPage();
  return {
    browser: `${type.name()} ${browser.version()} (Playwright’s own)`,
    open: async (url) => void (await page.goto(url)),
    // As an expression: the policy of the pages allows no eval in them.
    run: async (work, ...args) => (await page.evaluate(`(${work})(...${JSON.stringify(args)})`)) as never,
    press: async (text) => {
      for (const key of text) await page.keyboard.press(inPlaywright[key] ?? key);
    },
    click: (x, y) => page.mouse.click(x, y),
    end: () => browser.close(),
  };
}

/** https://www.w3.org/TR/webdriver-bidi/ */
async function byBidi(path: string): Promise<Hand> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  // It asks nobody for updates or experiments.
  writeFileSync(
    join(profile, 'user.js'),
    [
      'app.normandy.enabled',
      'app.update.enabled',
      'datareporting.policy.dataSubmissionEnabled',
      'nimbus.rollouts.enabled',
      'network.captive-portal-service.enabled',
    ]
      .map((name) => `user_pref("${name}", false);\n`)
      .join(''),
  );
  const program = spawn(path, [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
  ]);
  const socket = new WebSocket(`${await said(program, /BiDi listening on (ws:\S+)/)}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  interface Answer {
    id: number;
    type: string;
    error?: string;
    message?: string;
    result: unknown;
  }
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = (method: string, params: object) =>
    new Promise<unknown>((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, ({ type, error, message, result }) => {
        waiting.delete(id);
        if (type === 'error') reject(new Error(`${method}: ${error} ${message}`));
        else resolve(result);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  const { capabilities } = (await send('session.new', { capabilities: {} })) as {
    capabilities: { browserVersion: string };
  };
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = contexts[0]!.context;
  const act = async (actions: object) => void (await send('input.performActions', { context, actions }));
  return {
    browser: `Firefox ${capabilities.browserVersion} (${path})`,
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    run: async (work, ...args) => {
      const answer = (await send('script.callFunction', {
        functionDeclaration: `async () => JSON.stringify((await (${work})(...${JSON.stringify(args)})) ?? null)`,
        awaitPromise: true,
        userActivation: false,
        target: { context },
      })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
      return JSON.parse(answer.result!.value) as never;
    },
    press: (text) => act(keyActions(text)),
    click: (x, y) => act(pointerActions(x, y)),
    end: async () => {
      await send('browser.close', {}).catch(() => undefined);
      if (program.exitCode === null) await new Promise((resolve) => program.once('exit', resolve));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** https://www.w3.org/TR/webdriver2/ */
async function byWebDriver(driver: string, browser: string): Promise<Hand> {
  // It draws on a display; without one, on one that nobody sees.
  const screen = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? undefined : onPath('Xvfb');
  const display = screen
    ? spawn(screen, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'])
    : undefined;
  const number = display && (await said(display, /^(\d+)\n/));
  const port = await freePort();
  const program = spawn(driver, [`--port=${port}`], {
    env: { ...process.env, ...(number ? { DISPLAY: `:${number}` } : {}) },
  });
  const send = async (method: string, path: string, body: object = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const capabilities = {
    alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
  };
  const begin = async (left: number): Promise<unknown> => {
    try {
      return await send('POST', '', { capabilities });
    } catch (error) {
      // The driver may not listen yet.
      if (!left || !(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return begin(left - 1);
    }
  };
  const { sessionId, capabilities: given } = (await begin(60)) as {
    sessionId: string;
    capabilities: { browserVersion: string };
  };
  const act = async (actions: object) => void (await send('POST', `/${sessionId}/actions`, { actions }));
  return {
    browser: `WebKitGTK ${given.browserVersion} (${browser})`,
    open: async (url) => {
      await send('POST', `/${sessionId}/url`, { url });
      // It answers before the scripts of the page have run.
      const script = 'return document.readyState';
      while ((await send('POST', `/${sessionId}/execute/sync`, { script, args: [] })) !== 'complete')
        await new Promise((resolve) => setTimeout(resolve, 100));
    },
    run: async (work, ...args) =>
      (await send('POST', `/${sessionId}/execute/sync`, {
        script: `return (${work})(...arguments);`,
        args,
      })) as never,
    press: (text) => act(keyActions(text)),
    click: (x, y) => act(pointerActions(x, y)),
    end: async () => {
      await send('DELETE', `/${sessionId}`).catch(() => undefined);
      program.kill();
      display?.kill();
    },
  };
}

/** A browser that was found, or what to install for it. */
export interface Found {
  name: string;
  start?: () => Promise<Hand>;
  missing?: string;
}

/** Firefox and WebKit: Playwright's own where it has them, else the system's. */
export function findBrowsers(): Found[] {
  const own = (type: BrowserType) => existsSync(type.executablePath());
  const system = onPath('firefox-esr', 'firefox');
  const driver = onPath('WebKitWebDriver');
  const mini = globSync('/usr/{lib/*,lib,libexec}/webkit2gtk-4.*/MiniBrowser')[0];
  return [
    own(firefox)
      ? { name: 'Firefox', start: () => byPlaywright(firefox) }
      : system
        ? { name: 'Firefox', start: () => byBidi(system) }
        : { name: 'Firefox', missing: 'install firefox-esr, or: npx playwright install firefox' },
    own(webkit)
      ? { name: 'WebKit', start: () => byPlaywright(webkit) }
      : driver && mini
        ? { name: 'WebKit', start: () => byWebDriver(driver, mini) }
        : {
            name: 'WebKit',
            missing: 'install webkit2gtk-driver and xvfb, or: npx playwright install webkit',
          },
  ];
}
