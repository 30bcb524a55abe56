/** Check 4: example messages are complete and correct, carry what their code requires, and use documentation addresses only. */
import { createRequire } from 'node:module';
import type { Content, Problem } from '../read.ts';
import { digestParameters, digestResponse, EXAMPLE_PASSWORD } from '../../sip/digest.ts';
import { splitMessage, valuesOf, wireLength } from '../../sip/message.ts';

const require = createRequire(import.meta.url);
const { parseMessage } = require('jssip/lib/Parser.js') as {
  parseMessage(
    text: string,
    ua: unknown,
  ):
    { status_code?: number; method?: string; parseHeader(name: string, index?: number): unknown } | undefined;
};

/** Headers that the RFCs require in a response with this code. */
export const requiredHeaders: Record<number, string[]> = {
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  407: ['Proxy-Authenticate'],
  412: [],
  415: [],
  416: [],
  420: ['Unsupported'],
  421: ['Require'],
  422: ['Min-SE'],
  423: ['Min-Expires'],
  424: ['Geolocation-Error'],
  425: ['AlertMsg-Error'],
  440: [],
  470: ['Permission-Missing'],
  494: ['Security-Server'],
  181: [],
  301: ['Contact'],
  302: ['Contact'],
  305: ['Contact'],
};

const documentationAddress = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/;
const documentationHost = /(^|\.)example\.(com|net|org)$|(^|\.)invalid$/;

/** Addresses, hosts and numbers in a text that are not reserved for documentation. */
export function undocumented(text: string): string[] {
  const found: string[] = [];
  for (const [address] of text.matchAll(/(?<![#§.\d])\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g))
    if (!documentationAddress.test(address) && address !== '0.0.0.0') found.push(address);
  for (const [, host = ''] of text.matchAll(/(?:sips?:[^@\s>;]*@|sips?:|@)((?:[\w-]+\.)+[a-z]{2,})/gi))
    if (!documentationHost.test(host.toLowerCase())) found.push(host);
  for (const [number] of text.matchAll(/\+\d{7,15}\b/g))
    if (!/^\+1555\d{0,3}01\d\d$/.test(number)) found.push(number);
  for (const [, inside = ''] of text.matchAll(/\[([0-9a-f:]+:[0-9a-f:]*)\]/gi))
    if (!/^2001:db8:/i.test(inside)) found.push(inside);
  return found;
}

const mandatory = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];

export function checkExample(file: string, id: string, message: string): Problem[] {
  const problems: Problem[] = [];
  const say = (key: string, text: string) => problems.push({ file, key, message: text });
  const named = /^(\d{3})-(request-)?[a-z0-9]+(-[a-z0-9]+)*$/.exec(id);
  if (!named) {
    say('file name', 'must be CODE-what.sip for a response, CODE-request-what.sip for a request');
    return problems;
  }
  const code = Number(named[1]);
  const sip = splitMessage(message);
  const length = valuesOf(sip, 'Content-Length')[0];
  const actual = wireLength(sip.body);

  if (!message.includes('\r\n\r\n'))
    say('blank line', 'is missing after the headers; end the header part with an empty line');
  if (length === undefined) say('Content-Length', 'is missing; add it (npm run fix:examples does)');
  else if (Number(length) !== actual)
    say(
      'Content-Length',
      `is ${length}, but the body has ${actual} bytes with CRLF line ends; run npm run fix:examples`,
    );
  for (const name of mandatory)
    if (!valuesOf(sip, name).length)
      say(name, 'is missing; RFC 3261 §8.1.1 and §8.2.6.2 require it in every message');

  if (named[2]) {
    if (!sip.method)
      say(
        'start line',
        `"${sip.startLine}" is no request line; a response must not have "request" in its file name`,
      );
    if (!valuesOf(sip, 'Max-Forwards').length)
      say('Max-Forwards', 'is missing; RFC 3261 §8.1.1 requires it in every request');
    if (
      ['INVITE', 'SUBSCRIBE', 'REFER', 'UPDATE'].includes(sip.method ?? '') &&
      !valuesOf(sip, 'Contact').length
    )
      say('Contact', `is missing; a ${sip.method} must carry one`);
  } else if (!sip.status)
    say('start line', `"${sip.startLine}" is no status line; name a request ${code}-request-what.sip`);
  else {
    if (sip.status.code !== code)
      say(
        'start line',
        `says ${sip.status.code}, but the file name says ${code}; rename the file or correct the status line`,
      );
    for (const name of requiredHeaders[sip.status.code] ?? [])
      if (!valuesOf(sip, name).length) say(name, `is missing; a ${sip.status.code} must carry it`);
    if (code !== 100 && !/;\s*tag=/.test(valuesOf(sip, 'To')[0] ?? ''))
      say('To', 'has no tag; every response but 100 needs one (RFC 3261 §8.2.6.2)');
    if (
      code >= 200 &&
      code < 300 &&
      valuesOf(sip, 'CSeq')[0]?.endsWith('INVITE') &&
      !valuesOf(sip, 'Contact').length
    )
      say('Contact', 'is missing; a 2xx to INVITE must carry one (RFC 3261 §13.3.1.4)');
  }

  const branch = valuesOf(sip, 'Via')[0] ?? '';
  if (!/;\s*branch=z9hG4bK/.test(branch))
    say('Via', 'has no branch that starts with z9hG4bK (RFC 3261 §8.1.1.7)');

  for (const name of ['Authorization', 'Proxy-Authorization'])
    for (const value of valuesOf(sip, name)) {
      if (!/^Digest/i.test(value)) continue;
      const header = digestParameters(value);
      const wanted = digestResponse(header, sip.method ?? '', EXAMPLE_PASSWORD);
      if (header['response'] !== wanted)
        say(
          name,
          `has the response ${header['response']}, but it computes to ${wanted}; run npm run fix:examples`,
        );
    }

  for (const what of undocumented(message))
    say(
      'addresses',
      `uses ${what}; only 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32, example.com and +1555…01xx are for documentation`,
    );

  const parsed = parseMessage(message, {});
  if (!parsed) say('message', 'is not understood by the SIP parser (JsSIP); compare it with RFC 3261 §7');
  else if (sip.status && parsed.status_code !== sip.status.code)
    say('message', 'is read differently by the SIP parser (JsSIP)');
  return problems;
}

export function checkExamples(content: Content): Problem[] {
  const used = new Set(
    [...content.codes, ...content.guides].flatMap((page) =>
      page.body.elements
        .filter((element) => element.name === 'SipMessage')
        .map((element) => String(element.attributes['file'] ?? '')),
    ),
  );
  const known = new Set(content.examples.map((example) => example.id));
  const problems = content.examples.flatMap(({ file, id, message }) => checkExample(file, id, message));
  for (const { file, id } of content.examples)
    if (!used.has(id))
      problems.push({
        file,
        key: 'file',
        message: 'is shown on no page; use <SipMessage file="…"> or remove it',
      });
  for (const page of [...content.codes, ...content.guides])
    for (const { name, attributes, line } of page.body.elements) {
      const file = String(attributes['file'] ?? '');
      if (name !== 'SipMessage' || !file) continue;
      const key = `line ${line + page.offset}`;
      const example = content.examples.find((item) => item.id === file);
      if (!known.has(file) || !example) {
        problems.push({
          file: page.file,
          key,
          message: `shows "${file}", but content/examples/${file}.sip does not exist`,
        });
        continue;
      }
      const notes = (attributes['notes'] ?? []) as { on?: string; mark?: string }[];
      for (const { on: header = '', mark = '' } of notes) {
        const lines = splitMessage(example.message);
        const all = [lines.startLine, ...lines.headers.map((item) => item.line), ...lines.body.split('\n')];
        const line2 = all.find((text) => text.startsWith(header));
        if (!line2)
          problems.push({
            file: page.file,
            key,
            message: `has a note on "${header}", but no line of ${file}.sip starts so`,
          });
        else if (mark && !line2.includes(mark))
          problems.push({
            file: page.file,
            key,
            message: `marks "${mark}", which is not in the line "${line2}" of ${file}.sip`,
          });
      }
    }
  return problems;
}
