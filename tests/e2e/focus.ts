/** Where the keyboard is, as somebody at the screen sees it. */
import type { Page } from '@playwright/test';

export interface Stop {
  /** What has the focus, in a few words. */
  name: string;
  /** Why a reader does not see where the focus is; empty if he does. */
  faults: string[];
}

/** The element with the focus: whether it is in the window, uncovered, and marked. */
export function focusStop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof Element) || at === document.body) return { name: 'nothing', faults: ['is lost'] };
    const id = at.id ? `#${at.id}` : '';
    const text = (at.getAttribute('aria-label') ?? at.textContent ?? '').trim().replace(/\s+/g, ' ');
    const name = `${at.tagName.toLowerCase()}${id} ${text.slice(0, 40)}`.trim();
    const faults: string[] = [];
    // A field out of sight shows itself by its label.
    const label = at instanceof HTMLInputElement ? at.labels?.[0] : undefined;
    const shown = label && at.getBoundingClientRect().width <= 1 ? label : at;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 1) faults.push('has no ring');
    const boxes = [...shown.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const points = boxes.flatMap(({ left, right, top, bottom }) =>
      [0.1, 0.5, 0.9].flatMap((across) =>
        [0.1, 0.5, 0.9].map((down) => [left + (right - left) * across, top + (bottom - top) * down] as const),
      ),
    );
    const seen = points.filter(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (shown.contains(top) || top.contains(shown));
    });
    if (!points.length) faults.push('has no place on the page');
    else if (!seen.length) faults.push('is out of the window or covered');
    return { name, faults };
  });
}
