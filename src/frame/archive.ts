/**
 * `npm run archive`: the built site as one zip file, for a host without a network or a build machine. Two archives of one
 * commit are byte-identical. It holds the folders of the base path, so that it is unpacked in the document root.
 *
 * Compressed copies are left out: a server that can send them is set up with a build of its own.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { builtBase } from './base-path.ts';
import { editionTime } from './build-day.ts';
import { codings } from './compress.ts';

/** An ordinary file that its owner may write and everybody may read, as Unix says it in a zip file. */
const readable = { os: 3, attrs: 0o100644 << 16 };

/**
 * The files below `root` as a zip file.
 * @param base the path that the site was built for
 * @param changed the time of the edition. Every file carries it: servers make their validators of time and size, so that
 *   a fixed date would hide a page that changes and keeps its length
 */
export function archive(root: string, base: string, changed: Date): Uint8Array {
  const endings = Object.values(codings);
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  // A zip file has the time of the clock on the wall; here it is that of UTC, wherever it is made.
  const mtime = new Date(changed.getTime() + changed.getTimezoneOffset() * 60_000);
  const files: Zippable = {};
  for (const name of names)
    files[base.slice(1) + name] = [readFileSync(join(root, name)), { mtime, ...readable }];
  return zipSync(files, { level: 9 });
}

function main() {
  const root = process.env['SITE_ROOT'] ?? join(process.cwd(), 'dist');
  const base = builtBase(root);
  if (!base || !editionTime) {
    console.error(
      base
        ? 'This folder is not a git repository; set SOURCE_DATE_EPOCH to the time of the edition.'
        : `${root} holds no site; run "npm run build" first.`,
    );
    process.exit(1);
  }
  const bytes = archive(root, base, editionTime);
  const file = 'sip-codes.zip';
  writeFileSync(file, bytes);
  console.log(`${file}: ${(bytes.length / 1e6).toFixed(1)} MB, edition of ${editionTime.toISOString()}
sha256 ${createHash('sha256').update(bytes).digest('hex')}
Unpack it in the document root of any web server; the site is then at ${base}`);
}

if (import.meta.main) main();
