/**
 * `npm run check:html`: the W3C's checker (the Nu Html Checker) over every page of the built site. It is a program of
 * 30 MB for Java that nothing else here needs, so it is fetched when it is asked for and `npm test` does without it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join, relative } from 'node:path';

const version = '26.9.27';
const dist = join(import.meta.dirname, '../../dist');

interface Message {
  type: 'error' | 'info' | 'non-document-error';
  url?: string;
  lastLine?: number;
  message: string;
  extract?: string;
}

/** What the checker says that is not put right, and why. */
const accepted: [says: RegExp, why: string][] = [
  [
    /^CSS: /,
    'its knowledge of CSS is older than @view-transition, paint-order and @property; the build reads the CSS',
  ],
  [
    /“style” element in “body”/,
    'rules that only the part below the cases needs stand there, so that the first screen comes sooner (src/styles/fold.ts)',
  ],
];

/** An error that many pages have is said once, with the pages that have it. */
function pagesByFault(messages: readonly Message[]): Map<string, Set<string>> {
  const faults = new Map<string, Set<string>>();
  for (const { url = '', message, extract = '' } of messages) {
    const fault = `${message}\n    ${extract.replaceAll(/\s+/g, ' ').trim()}`;
    const page = url.startsWith('file:') ? relative(dist, decodeURI(new URL(url).pathname)) : url;
    faults.set(fault, (faults.get(fault) ?? new Set()).add(page));
  }
  return faults;
}

function main(): string | undefined {
  const pages = globSync('**/*.html', { cwd: dist }).length;
  if (!existsSync(dist) || !pages) return 'dist/ has no page; run npm run build first';
  if (spawnSync('java', ['-version']).status !== 0)
    return 'needs Java 11 or later (Debian: apt install default-jre-headless); the checker itself is fetched from npm';
  const { stderr, status, error } = spawnSync(
    'npx',
    ['--yes', `vnu-jar@${version}`, '--skip-non-html', '--errors-only', '--format', 'json', dist],
    { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
  );
  // The checker writes its findings to the error output, and npm may have written something before.
  const json = stderr.slice(stderr.indexOf('{"version"'));
  if (error || !json.startsWith('{"version"'))
    return `the checker did not run (${error?.message ?? `exit ${status}`}): ${stderr.slice(-400)}`;
  const { messages } = JSON.parse(json) as { messages: Message[] };
  const open = messages.filter(({ message }) => !accepted.some(([says]) => says.test(message)));
  const faults = pagesByFault(open);
  for (const [fault, found] of faults) {
    const [first = ''] = found;
    console.error(`${first}${found.size > 1 ? ` and ${found.size - 1} more` : ''}: ${fault}`);
  }
  for (const [says, why] of accepted) {
    const found = messages.filter(({ message }) => says.test(message));
    const on = new Set(found.map(({ url }) => url)).size;
    if (on) console.log(`set aside on ${on} pages: ${String(says)}: ${why}`);
  }
  console.log(`html: ${pages} pages, ${open.length} errors, ${faults.size} different`);
  return open.length ? 'found pages that break the HTML standard' : undefined;
}

const fault = main();
if (fault) {
  console.error(`check:html ${fault}`);
  process.exitCode = 1;
}
