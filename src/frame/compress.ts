/**
 * Writes a .br and a .gz beside every text file of a build, so that any host can send it as it is: nginx with
 * brotli_static and gzip_static, Caddy with `precompressed`, and serve.ts.
 */
import { copyFile, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Endings of files that shrink. Fonts, pictures and Pagefind's own files are compressed already. */
const text = /\.(html|css|js|json|csv|md|txt|xml|svg)$/;
/**
 * Data for programs and spreadsheets (src/export), which nobody waits for: a tenth of the time for a few bytes more.
 * Files that pages ask for lie in folders.
 */
const data = /^([\w-]+\.(json|csv|md|txt)|guides[/\\][\w-]+\.md)$/;
/** Pages that search engines are not to list are hundreds, and rarely opened. */
const unlisted = '<meta name="robots" content="noindex">';
/** A build that nobody is sent: a tenth of the time for files that are some percent larger. */
const hurried = process.env['QUICK_COMPRESSION'] === '1';
/** The content codings and the endings of their files, best first. */
export const codings = { br: '.br', gzip: '.gz' } as const;

const compress: Record<keyof typeof codings, (bytes: Buffer, quick: boolean) => Promise<Buffer>> = {
  br: (bytes, quick) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quick ? 9 : constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/** Whether both files are there and say the same. */
async function same(bytes: Buffer, other: string): Promise<boolean> {
  return readFile(other).then(
    (before) => before.equals(bytes),
    () => false,
  );
}

/**
 * Compresses the text files below `root`. What has not changed since the build in `before` is taken from there and
 * keeps its time, so that a rebuild is quick, and caches and rsync see which files are new.
 */
export async function compressFolder(root: string, before: string): Promise<{ made: number; kept: number }> {
  const count = { made: 0, kept: 0 };
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  async function one(folder: string, fileName: string): Promise<void> {
    const file = join(folder, fileName);
    const name = relative(root, file);
    const old = join(before, name);
    const bytes = await readFile(file);
    const unchanged = await same(bytes, old);
    if (unchanged) {
      const { atime, mtime } = await stat(old);
      await utimes(file, atime, mtime);
    }
    if (!text.test(fileName)) return;
    const { atime, mtime } = await stat(file);
    const quick = hurried || data.test(name) || bytes.includes(unlisted);
    for (const [coding, ending] of Object.entries(codings) as [keyof typeof codings, string][]) {
      const taken =
        unchanged &&
        (await copyFile(old + ending, file + ending).then(
          () => true,
          () => false,
        ));
      if (!taken) await writeFile(file + ending, await compress[coding](bytes, quick));
      count[taken ? 'kept' : 'made'] += 1;
      await utimes(file + ending, atime, mtime);
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
