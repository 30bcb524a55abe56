/** The few ways through the site that are tried in every browser, whoever drives it (hands.ts). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Hand, keys } from './hands.ts';

const traces = join(import.meta.dirname, '../../src/decode/page/examples');

/** Looks again and again until something is as it should be. Milliseconds. */
async function until<A extends (string | number)[]>(
  hand: Hand,
  what: string,
  work: (...args: A) => unknown,
  ...args: A
): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    if (await hand.run(work, ...args)) return;
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const shows = (part: string, text: string) =>
  [...document.querySelectorAll(part)].some(
    (one) => one.checkVisibility() && (one.textContent || '').includes(text),
  );
const isThere = (part: string) => Boolean(document.querySelector(part));
const isAt = (end: string) => (location.pathname + location.hash).endsWith(end);
const hasFocus = (part: string) => Boolean(document.activeElement?.matches(part));

/** Clicks on a part as a reader does, once it stands still. */
async function click(hand: Hand, part: string): Promise<void> {
  await until(hand, part, isThere, part);
  const place = () =>
    hand.run((wanted: string) => {
      const one = document.querySelector(wanted)!;
      one.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = one.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }, part);
  let [x, y] = await place();
  for (let left = 20; left; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [nextX, nextY] = await place();
    if (nextX === x && nextY === y) break;
    [x, y] = [nextX, nextY];
  }
  await hand.click(x!, y!);
}

/** Puts text into a field at once, as a paste does. */
const fill = (hand: Hand, part: string, text: string) =>
  hand.run(
    (wanted: string, value: string) => {
      const field = document.querySelector<HTMLInputElement>(wanted)!;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    part,
    text,
  );

export type Smoke = (hand: Hand, site: string) => Promise<void>;

export const smoke: Record<string, Smoke> = {
  'a code page has its colours, and its cases are laid out': async (hand, site) => {
    await hand.open(`${site}/403/`);
    const faults = await hand.run(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      const { height } = document.querySelector('#no-credit')!.getBoundingClientRect();
      const columns = getComputedStyle(document.querySelector('.path-of-call')!).gridTemplateColumns;
      return [
        ...(/^rgb\((251, 250, 247|20, 22, 26)\)$/.test(paper) ? [] : [`paper is ${paper}`]),
        ...(height > 100 ? [] : [`a case is ${height} pixels high`]),
        ...(columns.split(' ').length > 4 ? [] : [`the way of the call has columns ${columns}`]),
        ...(document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the window'] : []),
      ];
    });
    if (faults.length) throw new Error(faults.join('; '));
  },

  'a link to a case opens at the case': async (hand, site) => {
    await hand.open(`${site}/403/#call-limit`);
    await until(hand, 'the case in the window', () => {
      const { top, bottom } = document.querySelector('#call-limit')!.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  },

  'the menu opens, closes with Escape and gives the focus back': async (hand, site) => {
    await hand.open(`${site}/486/`);
    await click(hand, '[popovertarget="site-menu"]');
    await until(hand, 'the menu', shows, '#site-menu', 'Glossary');
    await hand.press(keys.escape);
    await until(hand, 'the menu closed', () => !document.querySelector('#site-menu')!.checkVisibility());
  },

  'search answers as one types, and Enter opens an answer': async (hand, site) => {
    await hand.open(`${site}/403/`);
    await hand.press('/');
    await until(hand, 'the box with the focus', hasFocus, '[data-search-box]');
    await hand.press('busy here');
    await until(hand, 'a suggestion', shows, '[role="option"]', '486 Busy Here');
    await hand.press(keys.down + keys.enter);
    await until(hand, 'the page', isAt, '/486/');
  },

  'the results page finds by full text': async (hand, site) => {
    await hand.open(`${site}/search/?q=session+description+offer`);
    await until(hand, 'results', isThere, '[data-testid="search-results"][data-state="done"] a');
  },

  'which case: words and ticks put a case first': async (hand, site) => {
    await hand.open(`${site}/401/`);
    await click(hand, '[data-said]');
    await hand.press('stale nonce after restart');
    await until(hand, 'the case', isThere, 'tr.best[data-row="stale-nonce"]');
    await click(hand, '[data-tick][type="checkbox"]');
    await until(hand, 'the address', () => location.hash.startsWith('#which?seen='));
  },

  'a case is copied; where that is refused, its text is shown selected': async (hand, site) => {
    await hand.open(`${site}/403/`);
    await hand.run(() => {
      // Browsers differ in whom they let copy; what the page does then is the same.
      for (const way of ['write', 'writeText'] as const)
        if ('clipboard' in navigator) navigator.clipboard[way] = () => Promise.reject(new Error('refused'));
      document.execCommand = () => false;
    });
    await click(hand, '#no-credit [data-copy="text"]');
    await until(hand, 'the text', shows, 'dialog', 'The account has no credit');
    await until(hand, 'a selection', () => String(getSelection()).includes('Check balance'));
    await hand.press(keys.escape);
    await until(hand, 'the dialog closed', () => !document.querySelector('dialog[open]'));
    await hand.open(`${site}/403/`);
    await click(hand, '#no-credit [data-copy="text"]');
    await until(hand, 'what was done', shows, '[data-copied], dialog', 'no credit');
  },

  'the mapping is filtered, compared and sorted': async (hand, site) => {
    await hand.open(`${site}/mapping/`);
    await click(hand, '#filter-text');
    await hand.press('0x95');
    await until(hand, 'rows left out', () => {
      const isShown = (id: string) => document.getElementById(id)!.checkVisibility();
      return isShown('cause-21') && !isShown('cause-17');
    });
    await click(hand, '[data-preset="rfc-3398 asterisk"]');
    await until(hand, 'the comparison', isThere, '#cause-21 .verdict');
    await click(hand, '[data-direction="q850"] thead th[data-sort="asterisk"] button');
    await until(hand, 'the order', isThere, '[data-direction="q850"] [aria-sort="ascending"]');
  },

  'the decoder reads a trace and draws it': async (hand, site) => {
    await hand.open(`${site}/decode/`);
    await until(hand, 'the field', isThere, '#trace');
    await fill(hand, '#trace', readFileSync(join(traces, 'caller-id.txt'), 'utf8'));
    await until(hand, 'the outcome', shows, '[data-testid="decoded-summary"]', '403 Forbidden');
    await until(hand, 'the ladder', isThere, '[data-ladder] svg [role="option"][aria-selected="true"]');
    await until(hand, 'the case', isThere, '[data-testid="finding"] a[href="/403/#caller-id-mismatch"]');
  },

  'theme and systems hold on the next page; the page about offline reading tells how it stands': async (
    hand,
    site,
  ) => {
    await hand.open(`${site}/403/`);
    const theme = '.site-nav > [data-theme-switch]';
    await click(hand, theme);
    await click(hand, theme);
    await click(hand, '[data-of="freeswitch"] [data-mine]');
    await hand.open(`${site}/486/`);
    await until(
      hand,
      'dark paper',
      () => getComputedStyle(document.body).backgroundColor === 'rgb(20, 22, 26)',
    );
    await until(hand, 'the others folded away', () => {
      const shown = [...document.querySelectorAll('.vendor-notes > [data-of]')].filter((one) =>
        one.checkVisibility(),
      );
      return shown.length === 1;
    });
    await hand.open(`${site}/offline/`);
    await until(hand, 'the state', () => document.querySelector('[data-offline-state]')!.textContent.trim());
    await hand.run(() => localStorage.clear());
  },
};
