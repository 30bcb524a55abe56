/** Example messages are complete and correct, carry what their code requires, and use documentation addresses only. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { digestParameters, EXAMPLE_PASSWORD, responseFor } from '../../sip/digest.ts';
import { headerName, type SipText, splitMessage, valuesOf, wireLength } from '../../sip/message.ts';
import type { Model } from '../model.ts';
import { type Example, type Page, pagesOf } from '../read.ts';
import type { Policy } from '../schemas/policy.ts';
import type { Typed } from '../validate.ts';
import { phrasesOf } from '../vendor-notes.ts';
import { hostsOf, reserved, undocumented } from './addresses.ts';
import type { Known } from './known.ts';
import { at, inBody, type Problem } from './problem.ts';
import { looseText } from './references.ts';
import { registry } from './registry.ts';

const require = createRequire(import.meta.url);
const { parseMessage } = require('jssip/lib/Parser.js') as {
  parseMessage(text: string, ua: unknown): { status_code?: number; method?: string } | undefined;
};

const mandatory = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];
const onlyOnce = ['From', 'To', 'Call-ID', 'CSeq', 'Max-Forwards', 'Content-Length', 'Content-Type'];
/** Requests that make or change a dialog name where to be reached (RFC 3261 §8.1.1.8, RFC 6665, RFC 3515, RFC 3311). */
const withContact = ['INVITE', 'SUBSCRIBE', 'REFER', 'UPDATE'];
const fileName = /^(\d{3})-(request-)?[a-z0-9]+(-[a-z0-9]+)*$/;

type Say = (key: string, message: string) => void;

/** What holds for every message. */
function checkMessage(message: string, sip: SipText, say: Say) {
  const length = valuesOf(sip, 'Content-Length')[0];
  const actual = wireLength(sip.body);
  if (!message.includes('\r\n\r\n'))
    say('the end', 'has no empty line after the headers; end the header part with one');
  if (length === undefined) say('Content-Length', 'is missing; add it (npm run fix:examples does)');
  else if (Number(length) !== actual)
    say(
      'Content-Length',
      `is ${length}, but the body has ${actual} bytes with CRLF line ends; run npm run fix:examples`,
    );
  if (actual > 0 && !valuesOf(sip, 'Content-Type').length)
    say('Content-Type', 'is missing, but there is a body; say what it is');
  for (const name of mandatory)
    if (!valuesOf(sip, name).length)
      say(name, 'is missing; RFC 3261 §8.1.1 and §8.2.6.2 require it in every message');
  for (const name of onlyOnce) if (valuesOf(sip, name).length > 1) say(name, 'stands there twice; keep one');
  for (const { name, line } of sip.headers)
    if (!/^[A-Za-z0-9!%*_+`'~.-]+$/.test(name) || !line.includes(':'))
      say('headers', `"${line.slice(0, 40)}" is no header line; write "Name: value"`);
  const [cseq = ''] = valuesOf(sip, 'CSeq');
  if (cseq && !/^\d{1,10} [A-Z]+$/.test(cseq)) say('CSeq', `is "${cseq}"; write a number and a method`);
  const [top = ''] = valuesOf(sip, 'Via');
  if (top && !/;\s*branch=z9hG4bK/.test(top))
    say('Via', 'has no branch that starts with z9hG4bK (RFC 3261 §8.1.1.7); give it one');
  if (top && !/^SIP\/2\.0\/(UDP|TCP|TLS|SCTP|WSS?) \S/.test(top))
    say('Via', `begins with "${top.slice(0, 24)}"; write SIP/2.0/UDP and the sender’s address`);
  const [from = ''] = valuesOf(sip, 'From');
  if (from && !/;\s*tag=/.test(from)) say('From', 'has no tag; every message needs one (RFC 3261 §8.1.1.3)');

  for (const name of ['Authorization', 'Proxy-Authorization'])
    for (const value of valuesOf(sip, name)) {
      if (!/^Digest/i.test(value) || !sip.method) continue;
      const given = digestParameters(value).params['response'];
      let wanted: string;
      try {
        wanted = responseFor(value, sip.method, EXAMPLE_PASSWORD);
      } catch (error) {
        say(name, `cannot be computed: ${(error as Error).message}`);
        continue;
      }
      if (given !== wanted)
        say(name, `has the response ${given}, but it computes to ${wanted}; run npm run fix:examples`);
    }
}

function checkRequest(sip: SipText, say: Say) {
  if (!sip.method) {
    say('start line', `"${sip.startLine}" is no request line; leave "request" out of the name of a response`);
    return;
  }
  const [hops] = valuesOf(sip, 'Max-Forwards');
  if (hops === undefined) say('Max-Forwards', 'is missing; RFC 3261 §8.1.1 requires it in every request');
  else if (!/^\d{1,3}$/.test(hops) || Number(hops) > 255)
    say('Max-Forwards', `is "${hops}"; write a number up to 255`);
  if (withContact.includes(sip.method) && !valuesOf(sip, 'Contact').length)
    say('Contact', `is missing; ${sip.method} must carry one, so add it`);
}

function checkResponse(code: number, sip: SipText, required: readonly string[], say: Say) {
  if (!sip.status) {
    say('start line', `"${sip.startLine}" is no status line; name a request ${code}-request-what.sip`);
    return;
  }
  if (sip.status.code !== code)
    say(
      'start line',
      `says ${sip.status.code}, but the file name says ${code}; rename the file or correct the status line`,
    );
  else
    for (const name of required)
      if (!valuesOf(sip, name).length) say(name, `is missing; a ${code} must carry it, so add it`);
  if (sip.status.code !== 100 && valuesOf(sip, 'To').length && !/;\s*tag=/.test(valuesOf(sip, 'To')[0] ?? ''))
    say('To', 'has no tag; every response but 100 needs one (RFC 3261 §8.2.6.2)');
  if (
    code >= 200 &&
    code < 300 &&
    valuesOf(sip, 'CSeq')[0]?.endsWith('INVITE') &&
    !valuesOf(sip, 'Contact').length
  )
    say('Contact', 'is missing; a 2xx to INVITE must carry one (RFC 3261 §13.3.1.4)');
}

/** Line of a header in a message, or of its start line. */
function lineOfKey(message: string, key: string): number {
  const lines = message.split('\r\n');
  const found = lines.findIndex(
    (line) => headerName(line.split(':')[0] ?? '') === headerName(key) && line.includes(':'),
  );
  return found < 0 ? 1 : found + 1;
}

/** Everything that is wrong with one message by itself. @param required headers that its code must carry. */
export function checkExample({ file, id, message }: Example, required: readonly string[] = []): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (key, text) => problems.push({ file, line: lineOfKey(message, key), key, message: text });
  const named = fileName.exec(id);
  // files.ts says how files are named.
  if (!named) return [];
  const sip = splitMessage(message);
  checkMessage(message, sip, say);
  if (named[2]) checkRequest(sip, say);
  else checkResponse(Number(named[1]), sip, required, say);
  message.split('\r\n').forEach((line, place) => {
    for (const what of undocumented(line))
      problems.push({
        file,
        line: place + 1,
        key: `line ${place + 1}`,
        message: `has ${what}; only ${reserved} are for documentation`,
      });
    // Hosts of addresses are found above; here it is those that stand alone.
    for (const host of hostsOf(line.replace(/sips?:[^\s>;,]+/gi, '').replace(/\S*@\S*/g, '')))
      problems.push({
        file,
        line: place + 1,
        key: `line ${place + 1}`,
        message: `has the host ${host}; write a name below example.com`,
      });
  });
  if (!problems.length && !parseMessage(message, {}))
    say('message', 'is not understood by the SIP parser (JsSIP); compare it with RFC 3261 §7');
  return problems;
}

const branchOf = (sip: SipText) => /branch=([^;,\s]+)/.exec(valuesOf(sip, 'Via')[0] ?? '')?.[1];

/** Messages against each other and against the page of their code. */
function checkTogether(model: Model, examples: readonly Example[], policy: Typed<Policy>): Problem[] {
  const problems: Problem[] = [];
  const needed = new Set<string>();
  /** Messages that say too little to be judged. */
  const unclear = new Set<string>();
  const all = examples
    .filter(({ id }) => fileName.test(id))
    .map((example) => ({ ...example, sip: splitMessage(example.message) }));
  const names = new Map<string, number>();
  for (const { sip } of all)
    for (const name of new Set(sip.headers.map((header) => header.name)))
      names.set(name, (names.get(name) ?? 0) + 1);
  const known = new Set([
    ...[...names].filter(([, count]) => count > 1).map(([name]) => name),
    ...model.headers.map(({ data }) => data.name),
    ...model.codes.flatMap(({ data }) => data.headers.map(({ name }) => name)),
  ]);
  const lower = new Set([...known].map((name) => name.toLowerCase()));

  for (const { file, id, message, sip } of all) {
    const wrong = (rule: Policy['wrongOnPurpose'][number]['rule'], key: string, text: string) => {
      needed.add(`${id} ${rule}`);
      if (!policy.data.wrongOnPurpose.some((one) => one.example === id && one.rule === rule))
        problems.push({ file, line: lineOfKey(message, key), key, message: text });
    };
    const [cseq = ''] = valuesOf(sip, 'CSeq');
    if (!/^\d+ [A-Z]+$/.test(cseq)) unclear.add(id);
    const method = cseq.split(' ')[1] ?? '';
    for (const { name } of sip.headers) {
      if (name.length < 4 || lower.has(name.toLowerCase())) continue;
      const near = [...known].find(
        (one) => distance(one.toLowerCase(), name.toLowerCase()) <= (name.length < 6 ? 1 : 2),
      );
      if (near)
        problems.push({
          file,
          line: lineOfKey(message, name),
          key: name,
          message: `is perhaps ${near} misspelt; correct it`,
        });
    }
    if (sip.method && !unclear.has(id) && method !== sip.method)
      wrong('cseq', 'CSeq', `names ${method}, but the request is ${sip.method}; make the two agree`);
    if (!sip.status) continue;
    const { code, phrase } = sip.status;
    if (id.startsWith(`${code}-`)) {
      const page = model.byCode.get(code);
      if (!page) unclear.add(id);
      else {
        const phrases = [
          page.data.phrase,
          ...(registry[code] ? [registry[code]] : []),
          ...page.data.variants.map((variant) => variant.phrase),
          ...model.notesOf(code).flatMap(({ notes }) => notes.flatMap((note) => phrasesOf(note, code))),
        ];
        // What follows a known phrase, such as "; 3 calls ahead", is the sender's own addition.
        if (
          !phrases.some(
            (one) =>
              phrase === one || (phrase.startsWith(one) && /^[^\p{L}]/u.test(phrase.slice(one.length))),
          )
        )
          wrong(
            'phrase',
            'start line',
            `says "${phrase}", which is no phrase of ${code}; write "${page.data.phrase}", or add the wording to variants`,
          );
        const { methods } = page.data;
        if (method && methods.length && !methods.includes('any') && !methods.includes(method))
          wrong(
            'method',
            'CSeq',
            `answers ${method}, but ${code} answers ${methods.join(', ')}; correct one of them`,
          );
      }
    }
    const requests = all.filter(
      (other) =>
        other.sip.method &&
        // What is wrong in a request itself is said there.
        valuesOf(other.sip, 'CSeq')[0]?.split(' ')[1] === other.sip.method &&
        branchOf(other.sip) === branchOf(sip) &&
        valuesOf(other.sip, 'Call-ID')[0] === valuesOf(sip, 'Call-ID')[0],
    );
    const [request] = requests;
    if (request && cseq && !requests.some((other) => valuesOf(other.sip, 'CSeq')[0] === cseq))
      wrong(
        'cseq',
        'CSeq',
        `is ${cseq}, but its request, ${request.file}, has ${valuesOf(request.sip, 'CSeq')[0]}; make the two agree`,
      );
  }
  policy.data.wrongOnPurpose.forEach(({ example, rule }, place) => {
    const judged = all.some(({ id }) => id === example) && !unclear.has(example);
    if (judged && !needed.has(`${example} ${rule}`))
      problems.push(
        at(
          policy,
          ['wrongOnPurpose', place],
          `lets the ${rule} of ${example} pass, which is no longer needed; remove it`,
        ),
      );
  });
  return problems;
}

/** Messages that pages show and that are not there: each is one problem, said at the first page. */
function checkMissing(pages: readonly Page[], examples: ReadonlyMap<string, Example>): Problem[] {
  const missing = new Map<string, { page: Page; line: number }[]>();
  for (const page of pages)
    for (const { name, attributes, line } of page.body.elements) {
      const { file } = attributes;
      if (name === 'SipMessage' && typeof file === 'string' && file && !examples.has(file))
        missing.set(file, [...(missing.get(file) ?? []), { page, line }]);
    }
  return [...missing].flatMap(([file, [first, ...others]]) => {
    if (!first) return [];
    const also = others.map(({ page, line }) => ({ file: page.file, line: line + page.offset }));
    const more = also.length ? ` (also in ${also.map((one) => `${one.file}:${one.line}`).join(', ')})` : '';
    return [
      inBody(
        first.page,
        first.line,
        `shows "${file}", but content/examples/${file}.sip does not exist; correct the name, or add the file${more}`,
        also,
      ),
    ];
  });
}

/** A message shown on a page, and the notes on its lines. */
function checkShown(
  page: Page,
  examples: ReadonlyMap<string, Example>,
  faulty: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = [];
  for (const { name, attributes, line } of page.body.elements) {
    const { file, notes } = attributes;
    if (name !== 'SipMessage' || typeof file !== 'string' || !file) continue;
    const say = (message: string) => problems.push(inBody(page, line, message));
    const example = examples.get(file);
    if (!example) continue;
    if (faulty.has(example.file)) continue;
    const sip = splitMessage(example.message);
    const lines = [sip.startLine, ...sip.headers.map((item) => item.line), ...sip.body.split('\n')];
    for (const note of Array.isArray(notes) ? notes : []) {
      if (!note || typeof note !== 'object' || Array.isArray(note)) {
        say('has a note that is no { on: "…", text: "…" }; write it so');
        continue;
      }
      const { on, mark, text, ...rest } = note;
      for (const key of Object.keys(rest))
        say(`has a note with the unknown key "${key}"; notes have on, mark and text`);
      if (typeof on !== 'string' || !on) {
        say('has a note without on; name the start of its line');
        continue;
      }
      if (typeof text !== 'string' || !text.trim())
        say(`has a note on "${on}" without text; say what the reader sees there`);
      if (mark !== undefined && (typeof mark !== 'string' || !mark)) {
        say(`has a note on "${on}" with an empty mark; fill it or take it out`);
        continue;
      }
      const starts = lines.filter((one) => one.startsWith(on));
      if (!starts.length) say(`has a note on "${on}", but no line of ${file}.sip starts so; correct it`);
      else if (mark && !starts.some((one) => one.includes(mark)))
        say(`marks "${mark}", which is not in the line "${starts[0]}" of ${file}.sip; correct it`);
    }
  }
  return problems;
}

/** @param unreadable files that are no text. */
export function checkExamples(
  model: Model,
  known: Known,
  policy: Typed<Policy> | undefined,
  unreadable: ReadonlySet<string>,
): Problem[] {
  const { content } = model;
  const readable = content.examples.filter(({ file }) => !unreadable.has(file));
  const pages = pagesOf(content);
  const byId = new Map(content.examples.map((example) => [example.id, example]));
  const shown = new Set(
    pages.flatMap(({ body }) =>
      body.elements.filter(({ name }) => name === 'SipMessage').map(({ attributes }) => attributes['file']),
    ),
  );
  const loose = looseText(model, known);
  const ofMessages = [
    ...readable.flatMap((example) =>
      checkExample(example, policy?.data.requiredHeaders[example.id.slice(0, 3)]),
    ),
    ...(policy ? checkTogether(model, readable, policy) : []),
  ];
  // What is wrong in a message itself is said once, not again for every note on it.
  const faulty = new Set([...unreadable, ...ofMessages.map(({ file }) => file)]);
  const unshown = readable.filter(({ id }) => fileName.test(id) && !shown.has(id) && !loose.includes(id));
  return [
    ...ofMessages,
    ...(known.whole ? unshown : []).map(({ file }) => ({
      file,
      line: 1,
      key: 'the file',
      message: 'is shown on no page; show it with <SipMessage file="…">, or remove it',
    })),
    ...(existsSync(join(content.root, 'content/examples')) ? checkMissing(pages, byId) : []),
    ...pages.flatMap((page) => checkShown(page, byId, faulty)),
  ];
}
