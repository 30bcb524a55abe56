/**
 * Writes a .br and a .gz beside every text file of a build, short ones apart, and a .br beside the files that full text
 * search begins with, so that any host can send them as they are: nginx with brotli_static and gzip_static, Caddy with
 * `precompressed`, and serve.ts.
 */
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';

/** Endings of files that shrink. Fonts, pictures and Pagefind's own files are compressed already. */
const text = /\.(html|css|js|json|csv|md|txt|xml|svg)$/;
/** Scripts, styles and search files: few, and waited for by whoever opens a page or searches. */
const shared = /^(_astro|search-index)[/\\]|^pagefind[/\\][^/\\]+\.js(on)?$/;
/**
 * What Pagefind needs before it can answer. Its files are packed with gzip, and it unpacks them by a script; but it takes
 * them unpacked as well. So their .br holds what is in them: a tenth fewer bytes, which the browser unpacks itself.
 */
const packed = /^pagefind[/\\]([^/\\]+\.(pf_meta|pagefind)|index[/\\][^/\\]+\.pf_index)$/;
/** Pages that search engines are not to list are hundreds, and rarely opened. */
const unlisted = '<meta name="robots" content="noindex">';
/** So few bytes come in the same packets, compressed or not. */
const fewest = 2_000;
/** A build that nobody is sent: a tenth of the time for files that are some percent larger. */
const hurried = process.env['QUICK_COMPRESSION'] === '1';

/** For what few read or programs fetch: half the time of 7, and a hundredth larger. */
const quickest = 5;
/**
 * What Brotli may take for a page: its last step takes twenty times as long as 7 and saves a tenth. A page that comes
 * with the first round trip of a connection comes no sooner for being smaller. So one that is a little larger gets the
 * step that mostly brings it there, and one that is larger than the README promises, as a whole or up to the end of its
 * cases, gets the step that it needs.
 */
const quick = 7;
const better = 10;
const best = constants.BROTLI_MAX_QUALITY;
const firstRoundTrip = 14_600;
const largest = 24_000;
/** What a page mostly becomes by the better step. */
const shareOfBetter = 0.93;

/** The step after 7 for a page that 7 makes so large; undefined where it is small enough. */
export function nextQuality(bytes: number): number | undefined {
  const becomes = bytes * shareOfBetter;
  if (bytes <= firstRoundTrip || (bytes <= largest && becomes > firstRoundTrip)) return undefined;
  return becomes <= largest ? better : best;
}

const brotli = promisify(brotliCompress);
const options = (bytes: Buffer, quality: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
});

/** Where the cases of a code page end: so far it is promised to come with the first round trip. Undefined without cases. */
export function endOfCases(page: string): number | undefined {
  const last = page.lastIndexOf('<section class="case');
  return last < 0 ? undefined : page.indexOf('</section>', last);
}

/** A page as it is sent, and the step that made it. */
async function pageInBrotli(bytes: Buffer): Promise<{ made: Buffer; quality: number }> {
  const text = bytes.toString();
  const end = endOfCases(text);
  const step = async (quality: number) => ({ made: await brotli(bytes, options(bytes, quality)), quality });
  const keepsPromises = async ({ made, quality }: { made: Buffer; quality: number }) =>
    made.length <= firstRoundTrip ||
    (made.length <= largest && (end === undefined || (await bytesAt(quality, text, end)) <= firstRoundTrip));
  const first = await step(quick);
  const next = nextQuality(first.made.length);
  let page = next === undefined ? first : await step(next);
  for (const quality of [better, best])
    if (quality > page.quality && !(await keepsPromises(page))) page = await step(quality);
  return page;
}

async function bytesAt(quality: number, page: string, length: number): Promise<number> {
  const begin = Buffer.from(page.slice(0, length));
  return (await brotli(begin, options(begin, quality))).length;
}

/** How many bytes of a page, as it is sent, its beginning takes. */
export async function bytesOfBeginning(page: string, length: number): Promise<number> {
  const { quality } = await pageInBrotli(Buffer.from(page));
  return bytesAt(quality, page, length);
}

/** The content codings and the endings of their files, best first. */
export const codings = { br: '.br', gzip: '.gz' } as const;

function unpacked(bytes: Buffer, name: string): Buffer {
  if (bytes.readUInt16BE(0) !== 0x1f8b)
    throw new Error(
      `${name} is no gzip file, as Pagefind wrote it so far; see \`packed\` in src/frame/compress.ts`,
    );
  return gunzipSync(bytes);
}

/** @param name of the file, from the top of the site */
const compress: Record<keyof typeof codings, (bytes: Buffer, name: string) => Promise<Buffer>> = {
  br: async (bytes, name) => {
    const content = packed.test(name) ? unpacked(bytes, name) : bytes;
    if ((shared.test(name) || packed.test(name)) && !hurried) return brotli(content, options(content, best));
    if (name.endsWith('.html') && !hurried && !bytes.includes(unlisted))
      return (await pageInBrotli(bytes)).made;
    return brotli(content, options(content, quickest));
  },
  gzip: (bytes) => promisify(gzip)(bytes),
};

/**
 * Compresses the text files below `root`. What has not changed since the build in `before` is taken from there and
 * keeps its time, so that a rebuild is quick, and caches and rsync see which files are new.
 */
export async function compressFolder(root: string, before: string): Promise<{ made: number; kept: number }> {
  const count = { made: 0, kept: 0 };
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  async function one(folder: string, fileName: string): Promise<void> {
    const file = join(folder, fileName);
    const name = relative(root, file);
    const old = join(before, name);
    const isText = text.test(fileName) || packed.test(name);
    const replaces = existsSync(old);
    if (!isText && !replaces) return;
    const bytes = readFileSync(file);
    const unchanged = replaces && readFileSync(old).equals(bytes);
    if (unchanged) {
      const { atime, mtime } = statSync(old);
      utimesSync(file, atime, mtime);
    }
    if (!isText || (bytes.length < fewest && !packed.test(name))) return;
    const { atime, mtime } = statSync(file);
    for (const [coding, ending] of Object.entries(codings) as [keyof typeof codings, string][]) {
      if (coding === 'gzip' && packed.test(name)) continue;
      const taken = unchanged && existsSync(old + ending);
      if (taken) copyFileSync(old + ending, file + ending);
      else writeFileSync(file + ending, await compress[coding](bytes, name));
      count[taken ? 'kept' : 'made'] += 1;
      utimesSync(file + ending, atime, mtime);
    }
  }

  // Compressors take megabytes each, from the moment they wait: no more of them than there are processors for.
  const waiting = entries.filter((entry) => entry.isFile()).values();
  const worker = async () => {
    for (const entry of waiting) await one(entry.parentPath, entry.name);
  };
  await Promise.all(Array.from({ length: availableParallelism() + 2 }, worker));
  return count;
}
