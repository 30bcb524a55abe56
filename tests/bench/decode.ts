/**
 * Scores the decoder on folders of traces: `npm run bench:decode -- [folder…]`.
 * Folders may also be named in DECODE_CORPUS, separated by colons; without any it is tests/decode.
 *
 * Beside each trace lies `NAME.expected.json`: `responses` (code, reasonPhrase, method, cseq, reasons,
 * warnings), `finalCode`, `notCodes`, `causes`, `sipfrag`, and `case`, the permalink that has to come first.
 * Every response listed has to be found (but those of level "should"), and no other may be.
 * Several files of one name (`NAME.raw.txt`, `NAME.ngrep.txt`, `NAME.pcap`) show one capture in several
 * formats; the log of one program (`NAME.log`, `NAME.WHO.log`) holds only a part of it.
 *
 * `npm run bench:decode -- --speed` measures instead: processor time for 1, 10 and 100 MB.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { captureText, decodeTrace, readCapture } from '../../src/decode/index.ts';
import { compare, type ExpectedFile, type Tally } from './decode-score.ts';

const own = new URL('../decode', import.meta.url).pathname;
if (process.argv.includes('--speed')) {
  speed();
  process.exit();
}

const folders = [...process.argv.slice(2), ...(process.env['DECODE_CORPUS'] ?? '').split(':')].filter(
  Boolean,
);
if (folders.length === 0) folders.push(own);

let files = 0;
let wrong = 0;
const tally: Tally = { musts: 0, missed: 0, false: 0 };
let slowest = { name: '', ms: 0 };

for (const folder of folders) {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.expected.json')) continue;
    const stem = name.slice(0, -'.expected.json'.length);
    const expected = JSON.parse(readFileSync(join(folder, name), 'utf8')) as ExpectedFile;
    for (const file of readdirSync(folder).sort()) {
      if (
        file === name ||
        !(file.startsWith(`${stem}.`) || file === stem) ||
        !/\.(?:txt|log|json|pcap|pcapng)$/.test(file)
      )
        continue;
      score(join(folder, file), stem, expected);
    }
  }
}
console.log(
  `${files} files, ${wrong} wrong; ${tally.musts} responses to find, ${tally.missed} missed, ${tally.false} false; slowest ${slowest.name} ${slowest.ms} ms`,
);
process.exitCode = wrong === 0 ? 0 : 1;

function score(path: string, stem: string, expected: ExpectedFile): void {
  const file = basename(path);
  const bytes = readFileSync(path);
  const before = performance.now();
  const text = /\.pcap(?:ng)?$/.test(file)
    ? captureText(readCapture(bytes).messages).text
    : bytes.toString('utf8');
  const trace = decodeTrace(text);
  const ms = Math.round(performance.now() - before);
  if (ms > slowest.ms) slowest = { name: file, ms };
  files += 1;
  const partial = file.endsWith('.log') && !file.endsWith('.sipdump.log');
  const captured = expected.transactions !== undefined;
  const problems = compare(
    trace,
    expected,
    file,
    partial || (captured && file.endsWith('.sipdump.log')),
    captured,
    tally,
  );
  if (partial && captured) {
    const lines = new Set(text.match(/^.{0,40}SIP\/2\.0 [1-6]\d\d .*$/gm) ?? []);
    if (lines.size > 0 && trace.responses.length === 0) problems.push('nothing found');
  }
  if (problems.length === 0) return;
  wrong += 1;
  console.log(`${file} (${stem})`);
  for (const problem of problems.slice(0, 12)) console.log(`  ${problem}`);
}

/** Calls with ends and times as sngrep saves them, each with a Call-ID of its own. */
function speed(): void {
  const texts = readdirSync(own)
    .filter((name) => name.startsWith('sngrep-') && name.endsWith('.txt'))
    .map((name) => readFileSync(join(own, name), 'utf8'));
  decodeTrace(texts.join('\n'));
  for (const megabytes of [1, 10, 100]) {
    const parts: string[] = [];
    for (let size = 0, call = 0; size < megabytes * 1_000_000; call += 1) {
      const part = (texts[call % texts.length] ?? '').replaceAll('call-1@', `call-${call}@`);
      parts.push(part);
      size += part.length;
    }
    const text = parts.join('\n');
    const before = process.cpuUsage().user;
    const trace = decodeTrace(text);
    const ms = Math.round((process.cpuUsage().user - before) / 1000);
    console.log(
      `${megabytes} MB: ${ms} ms, ${trace.messages.length} messages, ${trace.findings.length} findings`,
    );
  }
}
