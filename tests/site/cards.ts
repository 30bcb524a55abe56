/**
 * Reads the link cards of the built site back as the places that show them do: with a parser of Open Graph that many
 * use, and never from the network.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import ogs from 'open-graph-scraper';
import { cards } from '../../src/cards/card.ts';
import { size } from '../../src/cards/drawing.ts';
import { shortAddresses } from '../../src/cards/short-address.ts';
import type { Model } from '../../src/content/model.ts';

/** Bytes. */
const most = {
  picture: 35_000,
  /** A page that only leads on, compressed. */
  shortAddress: 2_000,
};

/** Width and height of a PNG, or undefined if it is none. */
function dimensions(bytes: Buffer): typeof size | undefined {
  if (bytes.subarray(1, 4).toString('latin1') !== 'PNG') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** @param home whole address of the site, base path included. */
export async function checkCards(
  root: string,
  pages: ReadonlyMap<string, string>,
  model: Model,
  home: string,
): Promise<{ problems: string[]; pictures: number }> {
  const problems: string[] = [];
  const wholeAddress = (path: string) => new URL(path.slice(1), home).href;
  const own = new Map(cards(model).map((card) => [wholeAddress(card.page), card]));

  for (const [path, text] of pages) {
    const head = `${text.slice(0, text.indexOf('</head>'))}</head></html>`;
    const { error, result } = await ogs({ html: head, onlyGetOpenGraphInfo: true });
    if (error) {
      problems.push(`${path}: has no link card that can be read: ${result.error}`);
      continue;
    }
    const address = wholeAddress(path);
    const shown = own.has(address) ? address : home;
    const expected = {
      ogUrl: address,
      ogSiteName: model.settings?.name,
      ogType: path === '/' ? 'website' : 'article',
      twitterCard: 'summary_large_image',
      'picture of the card': `${shown}card.png`,
    };
    const read = { ...result, 'picture of the card': result.ogImage?.[0]?.url };
    for (const [name, value] of Object.entries(expected))
      if (read[name as keyof typeof read] !== value)
        problems.push(`${path}: ${name} is ${String(read[name as keyof typeof read])}, not ${value}`);
    for (const name of ['ogTitle', 'ogDescription'] as const)
      if (!result[name] || /[`<]/.test(result[name])) problems.push(`${path}: ${name} is no plain text`);
  }

  for (const { page } of own.values()) {
    const file = join(root, page, 'card.png');
    if (!pages.has(page)) problems.push(`${page}: has a link card, but no page`);
    else if (!existsSync(file)) problems.push(`${page}: its link card was not painted`);
    else {
      const { width, height } = dimensions(readFileSync(file)) ?? {};
      if (width !== size.width || height !== size.height)
        problems.push(`${page}card.png is no PNG of ${size.width} by ${size.height}`);
      const bytes = statSync(file).size;
      if (bytes > most.picture)
        problems.push(`${page}card.png takes ${bytes} bytes, at most ${most.picture}`);
    }
  }

  for (const { path, to, title } of shortAddresses(model)) {
    const text = pages.get(path) ?? '';
    const bytes = brotliCompressSync(text).length;
    if (bytes > most.shortAddress)
      problems.push(`${path}: takes ${bytes} bytes compressed, at most ${most.shortAddress}`);
    const { result } = await ogs({ html: text, onlyGetOpenGraphInfo: true });
    if (result.ogTitle !== title) problems.push(`${path}: its card is titled ${String(result.ogTitle)}`);
    if (!text.includes(`content="0; url=${new URL(wholeAddress(to)).pathname}#`))
      problems.push(`${path}: does not lead to ${to}`);
  }
  return { problems, pictures: own.size };
}
