/**
 * Runs the examples of the guide on the data against the built site: each line of a `sh` block, fetched from a server of
 * its own, must print what the `text` block below it shows, or something where there is none.
 *
 * What the filters mean is written here a second time, in JavaScript, so that an example is held to the data also where
 * jq is not installed; where it is, jq has to say the same.
 */
import { execFile } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { codeColumns } from '../../src/export/codes.ts';
import { createSite } from '../../src/frame/serve.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the data is what the examples look into
type Data = any;

/** What each filter of the guide gives, line by line. */
const meanings: Record<string, (data: Data) => unknown[]> = {
  '"\\(.code) \\(.phrase): \\(.url)"': ({ code, phrase, url }) => [`${code} ${phrase}: ${url}`],
  '.cases[] | select(.id == "no-credit") | .do[].text': ({ cases }) =>
    cases.find(({ id }: Data) => id === 'no-credit').do.map(({ text }: Data) => text),
  '.codes[] | select(.cause == 17) | "\\(.code) \\(.phrase)"': ({ codes }) =>
    codes.filter(({ cause }: Data) => cause === 17).map(({ code, phrase }: Data) => `${code} ${phrase}`),
  '.rows[] | select(.authority == "RFC 3398" and .direction == "q850-to-sip" and .cause == 21) | .code': ({
    rows,
  }) =>
    rows
      .filter(
        (row: Data) => row.authority === 'RFC 3398' && row.direction === 'q850-to-sip' && row.cause === 21,
      )
      .map(({ code }: Data) => code),
  '.vendors[].notes[] | select(any(.says[]; .subcode == "560403")) | .url': ({ vendors }) =>
    vendors
      .flatMap(({ notes }: Data) => notes)
      .filter(({ says }: Data) => says.some(({ subcode }: Data) => subcode === '560403'))
      .map(({ url }: Data) => url),
  '.signs[] | select(.id == "after-credentials") | .cases[].url': ({ signs }) =>
    signs.find(({ id }: Data) => id === 'after-credentials').cases.map(({ url }: Data) => url),
  '.tasks[] | select(.id == "calls") | .commands[] | select(.who == "asterisk") | .command': ({ tasks }) =>
    tasks
      .find(({ id }: Data) => id === 'calls')
      .commands.filter(({ who }: Data) => who === 'asterisk')
      .map(({ command }: Data) => command),
  '."$schema", .schemaVersion': ({ $schema, schemaVersion }) => [$schema, schemaVersion],
};

interface Example {
  /** The command as the guide has it. */
  command: string;
  /** Path of the file it fetches. */
  path: string;
  /** What it is piped into. */
  program: string;
  /** What the guide says it prints. */
  prints: string | undefined;
}

const site = 'https://sip-codes.example.com';

/** The examples of a guide, in their order. */
function examplesOf(guide: string): Example[] {
  return [...guide.matchAll(/```sh\n(.*?)\n```(?:\n\n```text\n(.*?)\n```)?/gs)].map(
    ([, command = '', prints]) => {
      const [, path = '', program = ''] =
        /^curl -s https:\/\/sip-codes\.example\.com(\/\S+) \| (.*)$/.exec(command) ?? [];
      return { command, path, program, prints };
    },
  );
}

/** What the example has to print by this file: read here, without the programs it names. */
function meant(root: string, { path, program }: Example): string | undefined {
  const text = readFileSync(join(root, path), 'utf8');
  const [, filter] = /^jq -r '(.*)'$/.exec(program) ?? [];
  if (filter) return meanings[filter]?.(JSON.parse(text)).join('\n');
  if (!program.startsWith('python3 ')) return undefined;
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  return rows.find(({ code }) => code === '486')?.['phrase'];
}

/**
 * What is wrong with the examples, and which programs are missing here.
 * @param base of the built site.
 * @param address of the built site, as it stands in its files.
 */
export async function checkExamples(
  root: string,
  base: string,
  address: string,
): Promise<{ problems: string[]; ran: number; missing: string[] }> {
  const file = 'content/guides/data.mdx';
  const problems: string[] = [];
  const missing = new Set<string>();
  let ran = 0;
  const there = async (name: string) =>
    promisify(execFile)('sh', ['-c', `command -v ${name}`]).then(
      () => true,
      () => false,
    );
  const server = createSite(root, base);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base.replace(/\/$/, '')}`;
  const guide = readFileSync(file, 'utf8');
  // The formulas of the guide name columns by their letter.
  const columns = [...guide.matchAll(/^\| ([A-Z]) +\| `(\w+)`/gm)].map(
    ([, letter, name]) => `${letter} ${name}`,
  );
  const should = codeColumns.map((name, at) => `${String.fromCharCode(65 + at)} ${name}`);
  if (columns.join() !== should.join())
    problems.push(`${file}: the columns of /codes.csv are ${should.join(', ')}`);
  for (const example of examplesOf(guide)) {
    const { command, program, prints } = example;
    const say = (what: string) => problems.push(`${file}: ${command}\n  ${what}`);
    const answer = example.path ? meant(root, example)?.replaceAll(address, site) : undefined;
    if (answer === undefined)
      say('is not understood by this test; say in tests/site/examples.ts what it gives');
    else if (!answer) say('gives nothing');
    else if (prints !== undefined && prints !== answer)
      say(`gives\n${answer}\n  but the guide shows\n${prints}`);
    const needed = ['curl', program.split(' ')[0] ?? ''];
    const lacking = [];
    for (const name of needed) if (!(await there(name))) lacking.push(name);
    for (const name of lacking) missing.add(name);
    if (answer === undefined || lacking.length) continue;
    const { stdout } = await promisify(execFile)('sh', ['-c', command.replace(site, local)]);
    ran += 1;
    const printed = stdout.trimEnd().replaceAll(address, site);
    if (printed !== answer) say(`prints\n${printed}\n  and not\n${answer}`);
  }
  server.close();
  server.closeAllConnections();
  return { problems, ran, missing: [...missing] };
}
