/**
 * What a page may load and do: no other host, no script or style that is not a file of the site or named by its hash.
 *
 * Astro puts the hashes of all its scripts, island runtime included, into the policy of every page.
 * A page needs only those of what stands in it; the rest costs half a kilobyte that does not compress.
 */
import { createHash } from 'node:crypto';
import type { PageStep } from './finish-pages.ts';

export const directives = [
  "default-src 'self'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "form-action 'self'",
  "object-src 'none'",
  // No string becomes markup or a script; the one policy is src/frame/trusted-types.client.ts.
  "require-trusted-types-for 'script'",
  'trusted-types default',
] as const;
/** Pagefind's index is read by WebAssembly. */
export const scriptSources = ["'self'", "'wasm-unsafe-eval'"] as const;
export const styleSources = ["'self'"] as const;

/** The policy of a page without inline scripts and styles. */
export const plainPolicy = [
  ...directives,
  `script-src ${scriptSources.join(' ')}`,
  `style-src ${styleSources.join(' ')}`,
].join(';');

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
