/**
 * Astro puts the hashes of all its scripts, island runtime included, into the policy of every page.
 * A page needs only those of what stands in it; the rest costs half a kilobyte that does not compress.
 */
import { createHash } from 'node:crypto';
import type { PageStep } from './finish-pages.ts';

/** Removes hashes from a page's policy that match no inline script or style of the page. */
export function prunePolicy(html: string): string {
  const inline = [...html.matchAll(/<(script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g)].map(
    ([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  const needed = new Set(inline);
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (meta) =>
    meta.replace(/ 'sha256-[^']*'/g, (hash) => (needed.has(hash.trim()) ? hash : '')).replaceAll('; ', ';'),
  );
}

export const policy: PageStep = { page: (_, html) => prunePolicy(html) };
